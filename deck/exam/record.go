package exam

import (
	"context"
	"errors"
	"time"
)

// ID numbers the exams of a learner's file, from 1.
type ID int64

// Status is how far an exam is.
type Status uint8

// The states of an exam.
const (
	Open      Status = iota // under way, or left for later
	Finished                // handed in, by the learner or by the clock
	Abandoned               // given up; it has no result
)

var statusNames = [...]string{Open: "open", Finished: "finished", Abandoned: "abandoned"}

// String returns the status in a word.
func (s Status) String() string {
	if int(s) < len(statusNames) {
		return statusNames[s]
	}
	return "unknown"
}

// Answer is what the learner did with one item of a paper.
type Answer struct {
	// Picked are indexes of Question.Choices, rising. Empty is blank.
	Picked []int
	// First is what was picked when the item was first left with an answer; nil
	// before that.
	First   []int
	Flagged bool
	Visited bool
	Spent   time.Duration // on the screen, in all visits
}

// Run is how an exam went, apart from its answers.
type Run struct {
	Status  Status
	Started time.Time
	Ended   time.Time // zero while open
	At      int       // the item on the screen
	Used    time.Duration
	Pauses  int           // times it was left for later on purpose
	Breaks  int           // gaps that a running program saw: it was stopped, the machine slept
	Away    time.Duration // how long these were, beyond what was counted
	TimeUp  bool          // handed in by the clock
}

// Timed says that the run was not paused, so that its time means something.
func (r Run) Timed() bool { return r.Pauses == 0 }

// Record is an exam as the learner's file keeps it.
type Record struct {
	ID ID
	// Holder is 1 at first and one more with each Take, so that of two programs
	// on one exam only the last that took it can save.
	Holder  int64
	Paper   Paper
	Run     Run
	Answers []Answer // one for each item of the paper
}

// Interruptions is how often the exam was interrupted other than by a pause: the
// breaks, and each taking up that no pause came before, as after a kill or in a
// closed terminal's place. How long the program was gone then nobody knows.
func (r Record) Interruptions() int {
	return r.Run.Breaks + max(int(r.Holder)-1-r.Run.Pauses, 0)
}

// Listing is one exam in the history, without its texts.
type Listing struct {
	ID     ID
	Exam   string
	Bank   string
	Length Length
	Seed   uint64
	Limit  time.Duration
	Run    Run
	Asked  int
	Scored int
	Fresh  int
	// Answered are the items with an answer so far. The figures below are zero
	// until the exam is finished.
	Answered   int
	Right      int // of the scored
	RightAsked int // of all asked
	Domains    []DomainCount
}

// Change is what one act of a sitting changed. It is saved in one transaction.
type Change struct {
	Holder int64
	Run    Run
	Items  []ItemChange // often one; two when the learner goes from one to another
}

// ItemChange is an item's answer as it is now.
type ItemChange struct {
	Index  int
	Answer Answer
}

// Errors that a caller tells apart.
var (
	// ErrUnfinished means that another exam is open.
	ErrUnfinished = errors.New("another exam is not finished yet")
	// ErrTaken means that another running dva goes on with this exam.
	ErrTaken = errors.New("the exam was taken up by another running dva")
	// ErrEnded means that the exam was handed in or given up before.
	ErrEnded = errors.New("the exam is over")
	// ErrTimeUp means that no time is left: nothing but handing in can be done.
	ErrTimeUp = errors.New("the time is up")
	// ErrNoExam means that there is no exam with this number.
	ErrNoExam = errors.New("there is no such exam")
)

// Store keeps exams. Each writing call is one transaction that is on disk when it
// returns; an error means that nothing was written.
type Store interface {
	// Begin keeps a paper as an open exam. ErrUnfinished when another is open.
	Begin(ctx context.Context, p Paper, at time.Time) (Record, error)
	// Take takes up the open exam, so that earlier holders cannot save any
	// more. ErrNoExam when none is open.
	Take(ctx context.Context) (Record, error)
	// Save saves a change. ErrTaken, ErrEnded.
	Save(ctx context.Context, id ID, c Change) error
	// End saves a last change whose Run has ended, as finished or abandoned;
	// finished answers enter the learner's memory in the same transaction.
	// ErrTaken, ErrEnded.
	End(ctx context.Context, r Record, c Change) error
}
