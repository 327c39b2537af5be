package part

import (
	"fmt"
	"math"
	"time"
)

// Ago says in words on what day something was, seen from now: today, yesterday,
// on Tuesday, on 3 November, on 3 November 2025. Days are counted in t's zone.
func Ago(now, t time.Time) string {
	now = now.In(t.Location())
	switch days := int(math.Round(midnight(now).Sub(midnight(t)).Hours() / 24)); {
	case days <= 0:
		return "today"
	case days == 1:
		return "yesterday"
	case days < 7:
		return "on " + t.Weekday().String()
	case t.Year() == now.Year():
		return "on " + t.Format("2 January")
	}
	return "on " + t.Format("2 January 2006")
}

// Clock writes a time left as a clock does: 1:38:12. A second begun counts whole,
// so that it shows 0:00:00 only when none is left.
func Clock(d time.Duration) string {
	n := int((max(d, 0) + time.Second - 1) / time.Second)
	return fmt.Sprintf("%d:%02d:%02d", n/3600, n/60%60, n%60)
}
