package review

import (
	"context"
	"fmt"
	"time"

	"dva/srs"
)

// Keeper is a store that tells all about its cards, for those who look at them
// outside a sitting.
type Keeper interface {
	Store
	// History returns what was done to a card, newest first, without undone acts.
	History(ctx context.Context, id string) ([]srs.Past, error)
	// Notes returns the learner's own notes by card.
	Notes(ctx context.Context) (map[string]string, error)
}

// Desk does to cards what a sitting does to the one that it shows, for a learner
// who looks through them. Each act is saved when the call returns, and undo takes
// it back wherever it was done.
type Desk struct {
	Store    Keeper
	Calendar srs.Calendar
	Now      func() time.Time
}

// Do carries out an act on a card and returns the card as it is then. The act is
// one of suspend, unsuspend, bury, unbury, flag, unflag and reset; one that changes
// nothing is not saved. A reset card is new, and keeps its flag and whether it is
// suspended. ErrStale when another process changed the card at the same time.
func (d Desk) Do(ctx context.Context, id string, kind srs.ActKind) (srs.Card, error) {
	before, err := d.card(ctx, id)
	if err != nil {
		return before, err
	}
	after := before
	switch kind {
	case srs.ActSuspend, srs.ActUnsuspend:
		after.Marks.Suspended = kind == srs.ActSuspend
	case srs.ActBury:
		after.Marks.BuriedUntil = d.Calendar.Day(d.Now()) + 1
	case srs.ActUnbury:
		after.Marks.BuriedUntil = 0
	case srs.ActFlag, srs.ActUnflag:
		after.Marks.Flagged = kind == srs.ActFlag
	case srs.ActReset:
		after = srs.Card{ID: id, Marks: before.Marks}
		after.Marks.BuriedUntil = 0
	default:
		return before, fmt.Errorf("%s is nothing to do to a card by hand", kind)
	}
	if after == before {
		return before, nil
	}
	if _, err := d.Store.Mark(ctx, srs.Mark{At: local(d.Now(), d.Calendar), Kind: kind, Before: before, After: after}); err != nil {
		return before, err
	}
	return after, nil
}

// SetNote keeps the learner's own note on a card; an empty text removes it.
func (d Desk) SetNote(ctx context.Context, id, text string) error {
	card, err := d.card(ctx, id)
	if err != nil {
		return err
	}
	before, err := d.Store.Note(ctx, id)
	if err != nil || before == text {
		return err
	}
	_, err = d.Store.Mark(ctx, srs.Mark{
		At: local(d.Now(), d.Calendar), Kind: srs.ActNote, Before: card, After: card, NoteBefore: before, NoteAfter: text,
	})
	return err
}

func (d Desk) card(ctx context.Context, id string) (srs.Card, error) {
	cards, err := d.Store.Cards(ctx, srs.Filter{IDs: []string{id}})
	if err != nil || len(cards) == 0 {
		return srs.Card{ID: id}, err
	}
	return cards[0], nil
}
