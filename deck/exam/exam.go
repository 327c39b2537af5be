// Package exam holds mock exams: forms drawn from the question bank by the
// blueprint, the clock, the sitting and the score.
//
// The rules it keeps:
//
//   - A form has the blueprint's share of each domain (largest remainder), 10 to
//     20 percent multiple response, at most two questions of one skill, never two
//     enemies and never two on one fact. What the learner has not seen comes
//     first, then what was seen longest ago.
//   - The same seed, bank and history make the same paper: questions and choices
//     are shuffled, and a paper is stored as it was made, texts included, so that
//     neither a resumed exam nor an old result changes with the content.
//   - Every act is stored before the sitting moves. Nothing says right or wrong
//     before the end.
//   - The clock counts the time that the program was there: time left never grows,
//     and a gap longer than Gap (a sleeping machine, a clock set forward) costs Gap
//     at most. A gap, and a kill after which the exam is taken up, is counted as an
//     interruption.
//   - A question is right when exactly its correct choices are picked; a blank is
//     wrong. Some questions of a full form are not scored, as in the real exam, and
//     which they are is told at the end.
package exam

import (
	"fmt"
	"strings"
	"time"

	"dva/deck"
)

// Length names a form.
type Length string

// The lengths.
const (
	Full   Length = "full"   // the real exam's
	Half   Length = "half"   // half of it
	Sprint Length = "sprint" // ten questions
)

// Lengths are all lengths, longest first.
var Lengths = [...]Length{Full, Half, Sprint}

// ParseLength reads a length's word.
func ParseLength(word string) (Length, error) {
	for _, l := range Lengths {
		if strings.EqualFold(word, string(l)) {
			return l, nil
		}
	}
	return "", fmt.Errorf("%q is no length of an exam: full, half or sprint", word)
}

// sprintAsked is how many questions a sprint asks.
const sprintAsked = 10

// Form says what a paper is made of.
type Form struct {
	Length  Length
	Asked   int
	Scored  int
	Limit   time.Duration // without extra time
	Domains []int         // questions of each domain, in the order of the blueprint
	Pilot   []int         // of these, not scored
}

// FormOf is the form of this length by the blueprint. Half has half the
// questions, rounded up, in half the time; a sprint's ten have the pace of the
// whole exam. Only the full form has questions that are not scored: a shorter
// one says little enough.
func FormOf(e *deck.Exam, l Length) Form {
	f := Form{Length: l, Asked: e.Asked, Scored: e.Scored, Limit: time.Duration(e.Minutes) * time.Minute}
	switch l {
	case Half:
		f.Asked, f.Limit = (e.Asked+1)/2, f.Limit/2
		f.Scored = f.Asked
	case Sprint:
		f.Limit = f.Limit * sprintAsked / time.Duration(e.Asked)
		f.Asked, f.Scored = sprintAsked, sprintAsked
	}
	return f.shared(e)
}

// shared shares the form's questions out over the domains.
func (f Form) shared(e *deck.Exam) Form {
	weights := make([]int, len(e.Domains))
	for i, d := range e.Domains {
		weights[i] = d.Weight
	}
	f.Domains = apportion(f.Asked, weights)
	scored := apportion(f.Scored, weights)
	f.Pilot = make([]int, len(weights))
	for i := range weights {
		f.Pilot[i] = f.Domains[i] - scored[i]
	}
	return f
}

// ExtraTime is what the real exam grants on request to those whose first language
// is another, in proportion to the form's length.
func (f Form) ExtraTime(e *deck.Exam) time.Duration {
	extra := time.Duration(e.Extra) * time.Minute * time.Duration(f.Asked) / time.Duration(e.Asked)
	return extra.Round(time.Minute)
}
