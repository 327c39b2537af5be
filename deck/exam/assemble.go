package exam

import (
	"fmt"
	"time"

	"dva/deck"
)

// Request says what paper to make.
type Request struct {
	Deck   *deck.Deck
	Length Length
	Seed   uint64
	Extra  bool // the extra time
	// Seen is when each question was last seen, anywhere, by id. A question that
	// is not in it is fresh.
	Seen map[string]time.Time
	// Without are questions that must not be asked, because the learner has
	// suspended them.
	Without map[string]bool
}

// TooSmallError means that the bank cannot fill a form by the rules.
type TooSmallError struct {
	Length Length
	Asked  int // questions of the form
	// Largest is the largest form that the bank can fill, empty when none.
	Largest Length
}

// Error says what is missing.
func (e *TooSmallError) Error() string {
	return fmt.Sprintf("the question bank cannot fill a %s exam of %d questions by its rules", e.Length, e.Asked)
}

// Assemble makes a paper by the rules of the package comment. A *TooSmallError
// says that the bank cannot.
func Assemble(r Request) (Paper, error) {
	panic("to be written")
}

// BankVersion names the deck's questions as they are now: it changes when a
// question is added, removed or reworded.
func BankVersion(d *deck.Deck) string {
	panic("to be written")
}
