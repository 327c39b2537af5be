package lint

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Level is the verdict on a statistic.
type Level string

// The levels.
const (
	Fine  Level = "fine"
	Watch Level = "watch" // beyond what is wished for: look again as the bank grows
	Fail  Level = "fail"  // beyond the limit, and by more than luck
	Few   Level = "few"   // too few questions to judge
)

// Statistic is a number over the whole bank and the limit it should keep. Value
// and Limit are shares from 0 to 1 unless About says otherwise.
type Statistic struct {
	Value  float64 `json:"value"`
	Limit  float64 `json:"limit"` // beyond it the bank is refused; of two limits the one on the side of Value
	OK     bool    `json:"ok"`    // the level is not Fail
	Level  Level   `json:"level"`
	Warn   float64 `json:"warn"` // beyond it the level is Watch
	N      int     `json:"n"`    // questions measured, or what About counts
	Chance float64 `json:"chance,omitzero"`
	Z      float64 `json:"z,omitzero"` // standard deviations from chance, where luck has a say
	About  string  `json:"about"`
	Worst  string  `json:"worst,omitempty"` // what stands out
	Parts  []Part  `json:"parts,omitempty"`
	// Found are the questions to mend first when a strategy is right too often:
	// those whose answer it is surest of.
	Found []string `json:"found,omitempty"`
}

// Part is a statistic of one domain, or of a large file. It is shown and never
// refused: of fifty parts one goes beyond a z of 2.33 by luck in every other bank.
type Part struct {
	Name  string  `json:"name"`
	N     int     `json:"n"`
	Value float64 `json:"value"`
	Z     float64 `json:"z"`
	Level Level   `json:"level"` // Fine or Watch
}

// limits are what a value may be. A bound that does not exist is infinite.
type limits struct{ warnLow, warnHigh, failLow, failHigh float64 }

// most bounds a value from above.
func most(warn, fail float64) limits { return limits{math.Inf(-1), warn, math.Inf(-1), fail} }

// least bounds a value from below.
func least(warn, fail float64) limits { return limits{warn, math.Inf(1), fail, math.Inf(1)} }

// judge fills in the verdict. surely says that a value beyond the limit is no
// luck.
func (s Statistic) judge(l limits, surely bool) Statistic {
	s.Limit, s.Warn = l.failHigh, l.warnHigh
	if math.IsInf(l.failHigh, 1) || !math.IsInf(l.failLow, -1) && s.Value < (l.failLow+l.failHigh)/2 {
		s.Limit, s.Warn = l.failLow, l.warnLow
	}
	switch {
	case surely && (s.Value < l.failLow || s.Value > l.failHigh):
		s.Level = Fail
	case s.Value < l.warnLow || s.Value > l.warnHigh:
		s.Level = Watch
	default:
		s.Level = Fine
	}
	s.OK = s.Level != Fail
	return s
}

// From how many questions on statistics are judged, and refused.
const (
	enough = 50  // a batch of one author: below, a share moves by points with each question
	full   = 390 // six forms of 65: a smaller bank is being written and can still be evened out
)

// measure fills the statistics of the report and returns what is to be refused.
// Of a learner's own decks they are only shown: nobody else sits them, and the
// program shuffles what their writer did not.
func (r *Report) measure(b *bank, own bool) (refused []Finding) {
	for _, rule := range statistics {
		if own && rule.blueprint {
			continue
		}
		s := rule.measure(b)
		if len(b.questions) < enough {
			s.Level, s.OK = Few, true
		}
		r.Statistics[rule.id] = s
		if s.Level == Fail && len(b.questions) >= full && !own {
			refused = append(refused, Finding{Rule: rule.id, Severity: Error, File: "questions", Message: s.String()})
		}
	}
	return refused
}

// String is the statistic in a sentence.
func (s Statistic) String() string {
	text := fmt.Sprintf("%s: %s, limit %s, of %d", s.About, short(s.Value), short(s.Limit), s.N)
	if s.Z != 0 {
		text += fmt.Sprintf(", chance %s, z %.1f", short(s.Chance), s.Z)
	}
	if s.Worst != "" {
		text += " (" + s.Worst + ")"
	}
	return text
}

func short(v float64) string { return fmt.Sprintf("%.4g", math.Round(v*1000)/1000) }

// Rules are the ids of the report's statistics in the order in which people read
// them.
func (r Report) Rules() []string {
	var ids []string
	for _, rule := range statistics {
		if _, ok := r.Statistics[rule.id]; ok {
			ids = append(ids, rule.id)
		}
	}
	return ids
}

// median of values, which it sorts; 0 of none.
func median(values []float64) float64 {
	slices.SortFunc(values, cmp.Compare[float64])
	n := len(values)
	if n == 0 {
		return 0
	}
	return (values[(n-1)/2] + values[n/2]) / 2
}
