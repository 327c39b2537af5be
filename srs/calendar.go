package srs

import (
	"fmt"
	"time"
)

// Day is a study day: the number of days from 1970-01-01 to its date in the
// learner's own calendar. The difference of two is the number of days between
// them, whatever the clocks did.
type Day int32

// String returns the date, as in 2026-11-22.
func (d Day) String() string { return d.date().Format(time.DateOnly) }

func (d Day) date() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Weekday is the day of the week.
func (d Day) Weekday() time.Weekday { return d.date().Weekday() }

// DayOf is the study day with this date; only t's year, month and day count.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
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
type Calendar struct {
	Start time.Duration  // since midnight, 0 to 23:59
	Zone  *time.Location // nil is UTC
}

// Day is the study day that t falls on.
func (c Calendar) Day(t time.Time) Day {
	local := t.In(c.zone())
	day := DayOf(local)
	h, m, s := local.Clock()
	since := time.Duration(h)*time.Hour + time.Duration(m)*time.Minute + time.Duration(s)*time.Second
	if since < c.Start {
		day--
	}
	return day
}

// Begin is the first instant of study day d.
func (c Calendar) Begin(d Day) time.Time {
	y, m, day := d.date().Date()
	mins := int(c.Start / time.Minute)
	return time.Date(y, m, day, mins/60, mins%60, 0, 0, c.zone())
}

func (c Calendar) zone() *time.Location {
	if c.Zone == nil {
		return time.UTC
	}
	return c.Zone
}
