// Package srs holds what the parts of the scheduler share: grades, memory,
// cards, reviews, the study calendar and the learner's settings.
//
// It knows nothing of files, terminals or what a card says.
package srs

import "fmt"

// Grade is the learner's verdict on one recall.
type Grade uint8

// The four grades. Their numbers are FSRS's ratings and the keys that give
// them.
const (
	Again Grade = iota + 1
	Hard
	Good
	Easy
)

// Grades are all of them, from worst to best: range over this for anything a
// person sees.
var Grades = [...]Grade{Again, Hard, Good, Easy}

// Valid says whether g is one of the four.
func (g Grade) Valid() bool { return g >= Again && g <= Easy }

// Index is g's place in Grades. It panics on an invalid grade.
func (g Grade) Index() int {
	if !g.Valid() {
		panic(fmt.Sprintf("srs: grade %d", g))
	}
	return int(g - Again)
}

// String returns the grade's word: again, hard, good or easy.
func (g Grade) String() string {
	switch g {
	case Again:
		return "again"
	case Hard:
		return "hard"
	case Good:
		return "good"
	case Easy:
		return "easy"
	}
	return fmt.Sprintf("grade %d", uint8(g))
}
