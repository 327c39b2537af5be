package exam

import "time"

// State is what a sitting shows. It is a value: a screen draws it, holds it and
// hands nothing back but acts. A state with a higher Seq is newer.
type State struct {
	Seq     int
	Paper   *Paper // never changes
	Run     Run
	Answers []Answer // of the sitting's own; not to be changed
	clock   Clock
}

// Left is the time left at now, never negative and never more than at an earlier
// time.
func (s State) Left(now time.Time) time.Duration { return s.clock.Left(now) }

// InHand is how far the learner is ahead of an even pace at now, negative when
// behind: the share of the time that the answered items had, less the time used.
func (s State) InHand(now time.Time) time.Duration {
	return time.Duration(s.Answered())*s.Paper.Pace() - (s.Paper.Limit - s.Left(now))
}

// Answered is how many items have an answer, complete or not.
func (s State) Answered() int {
	n := 0
	for _, a := range s.Answers {
		if len(a.Picked) > 0 {
			n++
		}
	}
	return n
}

// Flagged is how many items are flagged.
func (s State) Flagged() int {
	n := 0
	for _, a := range s.Answers {
		if a.Flagged {
			n++
		}
	}
	return n
}

// Blank are the indexes of the items without an answer.
func (s State) Blank() []int {
	var out []int
	for i, a := range s.Answers {
		if len(a.Picked) == 0 {
			out = append(out, i)
		}
	}
	return out
}

// Short are the indexes of the items with an answer of too few or too many
// choices, which cannot be right.
func (s State) Short() []int {
	var out []int
	for i, a := range s.Answers {
		if n := len(a.Picked); n > 0 && n != s.Paper.Items[i].Question.Correct() {
			out = append(out, i)
		}
	}
	return out
}

// Over says that the exam was handed in or given up.
func (s State) Over() bool { return s.Run.Status != Open }
