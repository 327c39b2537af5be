package result

import (
	"fmt"

	"dva/deck/exam"
)

// filter is which questions are read.
type filter uint8

const (
	misses filter = iota
	every
	flagged
	slow
	lucky
	filters
)

var filterNames = [filters]string{misses: "misses", every: "all", flagged: "flagged", slow: "slow", lucky: "lucky"}

// none says that a filter lets nothing through.
var none = [filters]string{
	misses: "nothing was missed", every: "there are no questions", flagged: "no question is flagged",
	slow: "no question took any time", lucky: "no right answer was flagged or rushed",
}

// lists are the items of each filter, in the order of the exam; the slow ones
// slowest first.
func lists(r exam.Record, score exam.Result) (out [filters][]int) {
	out[misses], out[slow] = score.Misses(), score.Slowest
	for i, o := range score.Outcomes {
		out[every] = append(out[every], i)
		if r.Answers[i].Flagged {
			out[flagged] = append(out[flagged], i)
		}
		if o.Lucky {
			out[lucky] = append(out[lucky], i)
		}
	}
	return out
}

// label is a filter and how much it lets through.
func (s *Screen) label(f filter) string {
	return fmt.Sprintf("%s %d", filterNames[f], len(s.exam.lists[f]))
}
