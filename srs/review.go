package srs

import "time"

// Source says where a review came from.
type Source uint8

// The sources of reviews.
const (
	FromReview Source = iota + 1
	FromDrill
	FromExam
)

// String returns the source's word: review, drill or exam.
func (s Source) String() string {
	switch s {
	case FromReview:
		return "review"
	case FromDrill:
		return "drill"
	case FromExam:
		return "exam"
	}
	return "unknown"
}

// ActID numbers the learner's acts in the order in which they were saved.
type ActID int64

// Review is one line of the log: a grade, what the card was before it and what
// it became.
type Review struct {
	ID     ActID
	At     time.Time // exact to the millisecond, with the learner's zone offset
	Day    Day       // the study day it counts for
	Grade  Grade
	Took   time.Duration // from the front shown to the answer, at most MaxTook
	Source Source
	Model  string // Version of the model that made After
	Hash   uint64 // of the text that was shown
	// Question says that the item is an exam question, not a flashcard.
	Question bool
	Before   Card
	After    Card
}

// MaxTook caps how long one answer counts, so that a walk to the kitchen is not
// study time.
const MaxTook = 2 * time.Minute

// ActKind says what an act did.
type ActKind uint8

// The kinds of acts. All can be undone but those of a mock exam: its answers,
// which are reviews, and ActForward.
const (
	ActReview ActKind = iota + 1
	ActSuspend
	ActUnsuspend
	ActBury
	ActUnbury
	ActFlag
	ActUnflag
	ActNote
	ActReset
	// ActForward brings a card forward that is behind a question missed in an
	// exam.
	ActForward
)

var actNames = [...]string{
	ActReview: "review", ActSuspend: "suspend", ActUnsuspend: "unsuspend", ActBury: "bury", ActUnbury: "unbury",
	ActFlag: "flag", ActUnflag: "unflag", ActNote: "note", ActReset: "reset", ActForward: "forward",
}

// String returns the act's word.
func (k ActKind) String() string {
	if k >= ActReview && int(k) < len(actNames) {
		return actNames[k]
	}
	return "unknown"
}

// Mark is an act other than a review: the card before and after it and, for a
// note, the note's text before and after. An empty note is no note.
type Mark struct {
	ID         ActID
	At         time.Time
	Kind       ActKind
	Before     Card
	After      Card
	NoteBefore string
	NoteAfter  string
}

// Act is what undo took back or redo did again.
type Act struct {
	ID     ActID
	Kind   ActKind
	Grade  Grade // of a review
	Source Source
	Card   Card // as it is now
}

// Filter says which cards to read.
type Filter struct {
	// All reads every card that has ever been answered or marked. The other
	// fields then do not count.
	All bool
	// DueBy reads the cards that are due on this study day or before, or were
	// reviewed on it, wanted new ones among them.
	DueBy Day
	// IDs reads these, new ones as zero cards left out.
	IDs []string
}
