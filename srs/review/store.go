// Package review runs a sitting of review or drill: it asks one item after
// the other, takes grades, saves each before it moves on, and undoes them.
//
// It knows the deck and the scheduler, and nothing of screens or files.
package review

import (
	"context"
	"errors"

	"dva/srs"
)

// Errors that a caller tells apart.
var (
	ErrNothingToUndo = errors.New("nothing to undo")
	ErrNothingToRedo = errors.New("nothing to redo")
	// ErrOver means that no card is shown to do this to.
	ErrOver = errors.New("the sitting is over")
	// ErrNewDay means that a study day began while the card was shown, so that
	// its intervals are others now; nothing was saved, and the turn shows them.
	ErrNewDay = errors.New("a new study day has begun, and the intervals are new")
	// ErrStale means that the card changed in another process since it was
	// read; nothing was saved.
	ErrStale = errors.New("the card was changed by another running dva")
)

// Store keeps cards and the log. Each writing call is one transaction that is
// on disk when it returns; an error means that nothing was written, and says
// what was to be and of which card.
type Store interface {
	// Cards returns the cards that f asks for. New ones are among them only
	// when they carry a mark or are wanted.
	Cards(ctx context.Context, f srs.Filter) ([]srs.Card, error)
	// Seen returns the ids of all cards that have left State New.
	Seen(ctx context.Context) ([]string, error)
	// Today returns what was done on study day d, without undone acts.
	Today(ctx context.Context, d srs.Day) (Tally, error)
	// Days returns what was done on each study day from first to last, both
	// included, without days on which nothing was.
	Days(ctx context.Context, first, last srs.Day) ([]srs.Total, error)
	// NextDue returns the first study day after d on which a card that is not
	// suspended comes due, 0 when there is none.
	NextDue(ctx context.Context, d srs.Day) (srs.Day, error)
	// Note returns the learner's own note on a card, empty when there is none.
	Note(ctx context.Context, id string) (string, error)
	// Shown returns the hash of the text at the last review of each of these cards,
	// of all when ids is nil; new ones are left out.
	Shown(ctx context.Context, ids []string) (map[string]uint64, error)

	// Record saves a review and its card. ErrStale when the stored card is not
	// r.Before.
	Record(ctx context.Context, r srs.Review) (srs.ActID, error)
	// Mark saves any other act. ErrStale as for Record.
	Mark(ctx context.Context, m srs.Mark) (srs.ActID, error)
	// Undo takes back the newest act that stands, whatever sitting or process
	// made it, and returns the card as it was before. It does not reach into a
	// mock exam nor behind it: ErrNothingToUndo, as when there is none.
	Undo(ctx context.Context) (srs.Act, error)
	// Redo does again what the newest Undo took back, as long as no new act
	// has been made since. ErrNothingToRedo.
	Redo(ctx context.Context) (srs.Act, error)
}

// Tally is what was done on one study day, zero when nothing was.
type Tally struct {
	srs.Total
	// Begun are the ids of the new cards that count against the day's number of
	// them, in no order: neither wanted nor asked by a drill or a mock exam.
	Begun []string
	// Wanted is how many new cards were answered that an exam had brought forward.
	Wanted int
	// Drilled is the part that drills brought. It counts against nothing that the
	// day holds.
	Drilled srs.Part
}
