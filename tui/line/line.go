// Package line is the sitting as plain lines of question and answer: for
// screen readers, slow links, dumb terminals and pipes. It writes a line once
// and never touches it again: no colour, no borders, no repainting. The sitting
// is the very one that the study screen draws.
package line

import (
	"context"
	"errors"
	"io"
	"time"

	"dva/deck"
	"dva/srs"
	"dva/srs/plan"
	"dva/srs/review"
)

// Sitting is what line mode asks of a sitting; *review.Sitting is one.
type Sitting interface {
	Turn() review.Turn
	Grade(ctx context.Context, g srs.Grade, took time.Duration) (review.Turn, error)
	Suspend(ctx context.Context) (review.Turn, error)
	Bury(ctx context.Context) (review.Turn, error)
	Flag(ctx context.Context) (review.Turn, error)
	SetNote(ctx context.Context, text string) (review.Turn, error)
	Undo(ctx context.Context) (review.Turn, srs.Act, error)
	Redo(ctx context.Context) (review.Turn, srs.Act, error)
	Summary(ctx context.Context) (review.Summary, error)
}

// Config is what a sitting by lines needs.
type Config struct {
	In      io.Reader
	Out     io.Writer
	Now     func() time.Time
	Deck    *deck.Deck // for the names of services and the notes behind a card
	Sitting Sitting
	// Width is the most cells of a line, broken at spaces; 0 is no limit, which
	// suits pipes and screen readers.
	Width int
	// Today is said first; nil says nothing.
	Today *plan.Today
	// More opens a sitting of what the plan offers beyond the day's due and
	// new cards. It may be nil.
	More func(ctx context.Context) (Sitting, error)
}

// ErrInterrupted means that the context ended before the learner did.
var ErrInterrupted = errors.New("interrupted")

// Run asks until nothing is left, the learner quits or the input ends, which
// all return nil. It returns ErrInterrupted when ctx ends, and an error when Out
// cannot be written. Every answer is saved before the next is asked, so
// nothing is lost whichever way it ends.
func Run(ctx context.Context, c Config) error {
	t := &talk{Config: c, voice: newVoice(ctx, c.In, c.Out, c.Width)}
	if c.Today != nil {
		t.sayToday(*c.Today)
	}
	t.show(c.Sitting.Turn())
	for !t.quit && t.failed == nil {
		line, err := t.read(t.prompt(), nil, nil)
		if err == io.EOF {
			t.say("")
			break
		}
		if err != nil {
			return err
		}
		t.handle(line)
	}
	return t.failed
}
