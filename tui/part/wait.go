// Package part has the pieces that screens are put together from: header, help
// line, scrolled text, text input, and how numbers are said.
package part

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

const (
	day   = 24 * time.Hour
	month = 30.4375 // days
	year  = 365.25
)

// Wait says how long until a card comes back: 10m, 3h, 4d, 1.2mo, 2.5y. It is
// the label of a grade.
func Wait(d time.Duration) string {
	switch days := float64(d) / float64(day); {
	case d < time.Minute:
		return fmt.Sprintf("%ds", max(0, int(d/time.Second)))
	case d < time.Hour:
		return fmt.Sprintf("%dm", int(d/time.Minute))
	case d < day:
		return tenths(d.Hours()) + "h"
	case days < 30.5:
		return fmt.Sprintf("%dd", int(days+0.5))
	case days < year:
		return tenths(days/month) + "mo"
	default:
		return tenths(days/year) + "y"
	}
}

// tenths writes one decimal, and none where it would be 0.
func tenths(f float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(math.Round(f*10)/10, 'f', 1, 64), ".0")
}

// In says in words when something comes, seen from now: in 5 minutes, in 3
// hours, tomorrow, in 4 days. Days are counted in t's zone.
func In(now, t time.Time) string {
	d := t.Sub(now)
	switch days := int(math.Round(midnight(t).Sub(midnight(now.In(t.Location()))).Hours() / 24)); {
	case d <= 0:
		return "now"
	case d < time.Hour:
		return "in " + Count(int((d+time.Minute-1)/time.Minute), "minute")
	case d < 12*time.Hour:
		return "in " + Count(int(math.Round(d.Hours())), "hour")
	case days <= 1:
		return "tomorrow"
	default:
		return "in " + Count(days, "day")
	}
}

func midnight(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// Count says a number of things: 1 card, 12 cards, 1,312 cards.
func Count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return Number(n) + " " + thing + "s"
}

// Number writes n with commas between thousands.
func Number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Minutes says how long something took or takes, at least one minute.
func Minutes(d time.Duration) string {
	return Count(max(1, int(math.Round(d.Minutes()))), "minute")
}
