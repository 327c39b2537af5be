package stats

import "math"

// Exam is one mock exam that was finished. Right counts among the scored
// questions; the domains count all that were asked, as RightAsked does. Low to
// High is where the true share of right answers lies with 80 % confidence, by
// the scored questions (Wilson).
type Exam struct {
	ID         string   `json:"id"`
	Exam       string   `json:"exam"` // the blueprint's code
	Bank       string   `json:"bank"` // version of the questions
	Started    string   `json:"started"`
	Finished   string   `json:"finished"`
	Length     string   `json:"length"`
	Seed       uint64   `json:"seed"`
	Right      int      `json:"right"`
	Scored     int      `json:"scored"`
	RightAsked int      `json:"right_asked"`
	Asked      int      `json:"asked"`
	Fresh      int      `json:"fresh"` // questions never seen before
	Timed      bool     `json:"timed"` // it was never paused
	Domains    []Domain `json:"domains"`
	Low        *float64 `json:"low"`
	High       *float64 `json:"high"`
}

// Points is the share that was right, in whole percent.
func (e Exam) Points() int {
	return int(math.Round(100 * float64(e.Right) / float64(max(e.Scored, 1))))
}

// Domain is how an exam went in one domain.
type Domain struct {
	ID    string `json:"id"`
	Right int    `json:"right"`
	Asked int    `json:"asked"`
}

// Chance is how many points two full exams of one learner are apart by chance
// alone: at a true share of 75 % two shares of 50 questions differ by up to 17
// in 95 of 100 pairs, and of 65 by up to 15. Less is no progress.
const Chance = 15

// fullLength is the word for an exam as long as the real one. Shorter ones say
// too little to be compared.
const fullLength = "full"

// Trend compares the newest two full exams: Points is by how much the newest is
// better, and Real says that it is more than chance makes likely, up or down.
type Trend struct {
	Points int  `json:"points"`
	Real   bool `json:"more_than_chance"`
}

// exams completes the exams with what is computed of them.
func exams(in []Exam) []Exam {
	out := append([]Exam{}, in...)
	for i := range out {
		out[i].Low, out[i].High = bounds(out[i].Right, out[i].Scored, z80)
	}
	return out
}

// trend is null with fewer than two full exams. Exams are in order.
func trend(in []Exam) *Trend {
	var full []int
	for _, e := range in {
		if e.Length == fullLength {
			full = append(full, e.Points())
		}
	}
	n := len(full)
	if n < 2 {
		return nil
	}
	by := full[n-1] - full[n-2]
	return &Trend{Points: by, Real: by >= Chance || by <= -Chance}
}
