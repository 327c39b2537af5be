package srs

import (
	"fmt"
	"time"
)

// State is where a card is in its life.
type State uint8

// The states. A New card has no memory and no dates but the day on which it may
// be wanted.
const (
	New State = iota
	Learning
	Reviewing // by whole days
	Relearning
)

// MatureDays is the interval from which reports call a card mature, as Anki
// does.
const MatureDays = 21

var stateNames = [...]string{New: "new", Learning: "learning", Reviewing: "review", Relearning: "relearning"}

// String returns the state's word: new, learning, review or relearning.
func (s State) String() string {
	if int(s) < len(stateNames) {
		return stateNames[s]
	}
	return fmt.Sprintf("state %d", uint8(s))
}

// Card is what the scheduler knows of one item. The zero Card with an ID is a
// new card. Card is comparable, so that two can be held against each other.
type Card struct {
	ID       string
	State    State
	Step     int    // which learning or relearning step it waits in, from 0
	Memory   Memory // zero while State is New
	Due      int64  // ms since 1970 UTC; 0 while New
	DueDay   Day    // the study day on which it is due; of a New card 0, unless it is wanted then
	Interval int    // whole days; 0 in steps
	Last     int64  // when it was last reviewed, ms since 1970 UTC
	LastDay  Day    // the study day of that review, as counted then
	Reps     int
	Lapses   int
	Marks    Marks
}

// Marks are what the learner set on a card by hand.
type Marks struct {
	Suspended   bool
	Flagged     bool
	BuriedUntil Day // hidden on study days before this one; 0 when not buried
}

// Hidden says whether the card is kept out of the queue on day d.
func (m Marks) Hidden(d Day) bool { return m.Suspended || d < m.BuriedUntil }

// Wanted says that the card is new and an exam brought it forward: it is due like
// one that is learned, whatever the limits for new cards.
func (c Card) Wanted() bool { return c.State == New && c.DueDay != 0 }

// DueBy says whether the card is due on study day d or before.
func (c Card) DueBy(d Day) bool { return (c.State != New || c.Wanted()) && c.DueDay <= d }

// Elapsed is the number of days, never negative, from the card's last review
// to study day d. A clock set back or a journey west gives 0.
func (c Card) Elapsed(d Day) float64 {
	if c.State == New || d <= c.LastDay {
		return 0
	}
	return float64(d - c.LastDay)
}

// DueAt is Due as a time.
func (c Card) DueAt() time.Time { return time.UnixMilli(c.Due).UTC() }
