package review

import (
	"time"

	"dva/deck"
	"dva/srs"
	"dva/srs/schedule"
)

// Turn is what the learner sees now. It is a value: a screen draws it, holds
// it and hands nothing back but acts.
type Turn struct {
	Over bool // nothing is left; the other fields but Counts are then zero

	Item deck.Item
	Card srs.Card
	Note string // the learner's own
	// Front and Back are Markdown. A cloze has its blank as "[...]" on the front
	// and filled in, bold, on the back.
	Front, Back string
	Doc         string
	Checked     time.Time
	Changed     string
	Facts       []string
	// Question is set when Item.Kind is deck.Multiple. Order is how its
	// choices are shuffled this time: Order[0] is the index of the choice shown
	// first.
	Question *deck.Question
	Order    []int
	// Outcomes are what each grade would do, computed once for this turn; the
	// one chosen is the one saved.
	Outcomes schedule.Outcomes
	// Leech says that the card has lapsed often enough to be rewritten or
	// suspended.
	Leech bool
	// Ahead says that the card is not due yet: a learning step taken early
	// because nothing else is left, or a card of a spare sitting.
	Ahead bool
	// Reworded says that the text is not what it was at the card's last review.
	Reworded bool

	Counts Counts
}

// Counts are the sitting so far.
type Counts struct {
	Done     int // answers given in this sitting, without undone ones
	Again    int
	New      int // left, of each kind, the one shown included
	Learning int
	Due      int
}

// Left is how many turns are still to come as far as is known now.
func (c Counts) Left() int { return c.New + c.Learning + c.Due }

// Summary is a sitting that ended, or ended for now.
type Summary struct {
	Counts
	ByGrade  [4]int // in the order of srs.Grades
	Took     time.Duration
	Weakest  string    // key of the service with the most again, empty when none
	Tomorrow int       // cards due on the next study day
	NextDue  time.Time // zero when nothing is learned yet
	Moved    *Moved    // what a drill moved; nil of another sitting
}

// Moved is what a drill did to the items that were answered in it, each counted
// once. Its chances are means over the items seen before, and zero when there are
// none.
type Moved struct {
	On     srs.Day // the day that the chances are for: the exam's, or a week from today without one ahead
	Exam   bool    // On is the day of the exam
	Known  int     // items seen before
	New    int     // items seen for the first time
	Before float64 // chance of recall on that day, had they not been asked
	After  float64 // and as it is now
}
