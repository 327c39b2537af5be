package stats

import "dva/srs"

// graceDays is how far two forgiven days must lie apart.
const graceDays = 7

// Streak is the number of study days with at least one answer, up to today,
// without a break. One missed day in any seven is forgiven; a second breaks the
// streak there, and so do two in a row. Missed days are not counted themselves.
// Today counts when something was answered and is not missed before it is over.
// Days must be in order.
func Streak(days []srs.Total, today srs.Day) int {
	streak := 0
	need := today // the day that must come next, going back
	missed := today + graceDays
	for i := len(days) - 1; i >= 0; i-- {
		d := days[i]
		if d.Day > today || d.Reviews == 0 {
			continue
		}
		if streak == 0 && d.Day < today {
			need = today - 1
		}
		switch {
		case d.Day == need:
		case d.Day == need-1 && missed-need >= graceDays:
			missed = need
		default:
			return streak
		}
		streak++
		need = d.Day - 1
	}
	return streak
}
