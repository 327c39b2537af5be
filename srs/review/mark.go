package review

import (
	"context"

	"dva/srs"
)

// Suspend keeps the card out until it is unsuspended, and moves on.
func (s *Sitting) Suspend(ctx context.Context) (Turn, error) {
	after := s.asked.Card
	after.Marks.Suspended = true
	return s.hide(ctx, srs.ActSuspend, after)
}

// Bury hides the card until the next study day, and moves on.
func (s *Sitting) Bury(ctx context.Context) (Turn, error) {
	after := s.asked.Card
	after.Marks.BuriedUntil = s.today(s.o.Now()) + 1
	return s.hide(ctx, srs.ActBury, after)
}

func (s *Sitting) hide(ctx context.Context, kind srs.ActKind, after srs.Card) (Turn, error) {
	if err := s.mark(ctx, srs.Mark{Kind: kind, After: after}); err != nil {
		return s.failed(ctx, err)
	}
	s.advance(ctx)
	return s.turn, nil
}

// Flag sets or clears the card's flag. The turn stays.
func (s *Sitting) Flag(ctx context.Context) (Turn, error) {
	after, kind := s.asked.Card, srs.ActFlag
	if after.Marks.Flagged {
		kind = srs.ActUnflag
	}
	after.Marks.Flagged = !after.Marks.Flagged
	if err := s.mark(ctx, srs.Mark{Kind: kind, After: after}); err != nil {
		return s.failed(ctx, err)
	}
	s.asked.Card = after
	s.ask(ctx, s.asked, s.o.Now())
	return s.turn, nil
}

// SetNote keeps the learner's own note on the card; an empty text removes it.
// The turn stays.
func (s *Sitting) SetNote(ctx context.Context, text string) (Turn, error) {
	if !s.turn.Over && text == s.turn.Note {
		return s.turn, nil
	}
	m := srs.Mark{Kind: srs.ActNote, After: s.asked.Card, NoteBefore: s.turn.Note, NoteAfter: text}
	if err := s.mark(ctx, m); err != nil {
		return s.failed(ctx, err)
	}
	s.turn.Note = text
	return s.turn, nil
}

// mark saves an act on the card shown, but for a review.
func (s *Sitting) mark(ctx context.Context, m srs.Mark) error {
	if s.turn.Over {
		return ErrOver
	}
	m.At, m.Before = s.local(s.o.Now()), s.asked.Card
	_, err := s.o.Store.Mark(ctx, m)
	return err
}
