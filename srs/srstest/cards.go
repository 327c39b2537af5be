package srstest

import (
	"time"

	"dva/srs"
)

// Card is a card in review, last seen on day d at noon UTC, with this interval
// in days, and so due on d plus interval.
func Card(id string, d srs.Day, interval int) srs.Card {
	last := At(d)
	return srs.Card{
		ID:       id,
		State:    srs.Reviewing,
		Memory:   srs.Memory{Stability: float64(interval), Difficulty: 5},
		Due:      last.AddDate(0, 0, interval).UnixMilli(),
		DueDay:   d + srs.Day(interval),
		Interval: interval,
		Last:     last.UnixMilli(),
		LastDay:  d,
		Reps:     1,
	}
}

// At is noon UTC of study day d.
func At(d srs.Day) time.Time { return time.Unix(int64(d)*86400, 0).UTC().Add(12 * time.Hour) }

// Answer is the review that turns before into after: a good one of four
// seconds, at after's last time.
func Answer(before, after srs.Card) srs.Review {
	return srs.Review{
		At: time.UnixMilli(after.Last).UTC(), Day: after.LastDay, Grade: srs.Good, Took: 4 * time.Second,
		Source: srs.FromReview, Model: "test", Before: before, After: after,
	}
}
