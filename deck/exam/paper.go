package exam

import (
	"time"

	"dva/deck"
)

// Paper is the questions of one exam, as they were when it was made.
type Paper struct {
	Exam    string // the blueprint's code
	Bank    string // version of the question bank, see BankVersion
	Length  Length
	Seed    uint64
	Limit   time.Duration // the whole time, Extra included
	Extra   time.Duration // granted on top of the form's
	Domains []Domain      // of the blueprint, in its order
	Items   []Item
}

// Domain is a part of the blueprint.
type Domain struct{ ID, Name string }

// Item is one question of a paper.
type Item struct {
	ID       string
	Domain   string
	Skill    string // the one by which it counts: its first
	Service  string
	Scored   bool
	Fresh    bool   // never seen before, in an exam or elsewhere
	Hash     uint64 // of the text as shown
	Order    []int  // Order[0] is the index in Question.Choices of the choice shown first
	Question *deck.Question
}

// Multiple says that several choices are correct.
func (it Item) Multiple() bool { return it.Question.Correct() > 1 }

// Fresh is how many questions of the paper had never been seen.
func (p Paper) Fresh() int {
	n := 0
	for _, it := range p.Items {
		if it.Fresh {
			n++
		}
	}
	return n
}

// Pace is the time for one question when all have the same.
func (p Paper) Pace() time.Duration {
	if len(p.Items) == 0 {
		return 0
	}
	return p.Limit / time.Duration(len(p.Items))
}
