package srs

import (
	"fmt"
	"time"
)

// Day is a study day: the number of days from 1970-01-01 to its date in the
// learner's own calendar. The difference of two is the number of days between
// them, whatever the clocks did.
type Day int32

const daySeconds = 24 * 60 * 60

// String returns the date, as in 2026-11-22.
func (d Day) String() string { return d.date().Format(time.DateOnly) }

func (d Day) date() time.Time { return time.Unix(int64(d)*daySeconds, 0).UTC() }

// DayOf is the study day with this date; only t's year, month and day count.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / daySeconds)
}

// ParseDay reads a date such as 2026-11-22.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("%q is no date of the form 2026-11-22", s)
	}
	return DayOf(t), nil
}

// Calendar turns instants into study days. It is the one place where days are
// counted: a study day begins at Start on the learner's clock, so an answer at
// 01:00 counts for the evening before. Days are dates, not spans of 24 hours:
// a night with a change of clocks is still one day.
//
// A day begins when the clock first reaches Start on its date. Where the clock
// jumps over that moment the day begins with the jump, and where it passes it
// twice the day begins with the first time and does not begin again: Day never
// falls while time goes on in one zone. A date that a zone left out, as Samoa
// did 2011-12-30, is a day of no length.
type Calendar struct {
	Start time.Duration  // since midnight, 0 to 23:59
	Zone  *time.Location // nil is UTC
}

// setBack is more than any clock was ever set back by: zones lie between
// UTC-16 and UTC+16.
const setBack = 32 * time.Hour

// Day is the study day that t falls on: the furthest that the clock has come by
// t, so that a clock set back does not bring yesterday back.
func (c Calendar) Day(t time.Time) Day {
	local := t.In(c.zone())
	day := c.shown(local)
	for began, _ := local.ZoneBounds(); !began.IsZero() && t.Sub(began) < setBack; {
		before := began.Add(-1)
		day = max(day, c.shown(before))
		began, _ = before.ZoneBounds()
	}
	return day
}

// shown is the study day by what the clock shows at local.
func (c Calendar) shown(local time.Time) Day {
	_, offset := local.Zone()
	since := local.Unix() + int64(offset) - int64(c.Start/time.Second)
	day := since / daySeconds
	if since%daySeconds < 0 {
		day--
	}
	return Day(day)
}

// Begin is the first instant of study day d.
func (c Calendar) Begin(d Day) time.Time {
	// The clock as seconds, read as if it showed UTC.
	clock := int64(d)*daySeconds + int64(c.Start/time.Second)
	t := time.Unix(clock, 0).Add(-setBack).In(c.zone())
	for {
		_, offset := t.Zone()
		reached := time.Unix(clock-int64(offset), 0).In(c.zone())
		end := changes(t)
		switch {
		case reached.Before(t):
			return t // jumped over
		case end.IsZero() || reached.Before(end):
			return reached
		}
		t = end
	}
}

// changes is the next instant after t at which its zone may change its clock,
// or zero. Time.ZoneBounds, which knows it, takes the last day of a leap year
// beyond the zone's table for the first of the next (Go 1.26) and then gives an
// end that has passed; the next minute is asked in its place.
func changes(t time.Time) time.Time {
	_, end := t.ZoneBounds()
	if !end.IsZero() && !end.After(t) {
		return t.Add(time.Minute)
	}
	return end
}

func (c Calendar) zone() *time.Location {
	if c.Zone == nil {
		return time.UTC
	}
	return c.Zone
}
