package review

import (
	"context"

	"dva/srs"
	"dva/srs/queue"
)

// Undo takes back the newest act, made in this sitting or before it, and
// returns to its card. ErrNothingToUndo when there is none, or the newest is part
// of a mock exam: what was handed in is not taken back. An act on a card
// that is no longer in the deck is undone too, and the turn stays.
func (s *Sitting) Undo(ctx context.Context) (Turn, srs.Act, error) {
	act, err := s.o.Store.Undo(ctx)
	if err != nil {
		return s.turn, srs.Act{}, err
	}
	s.count(act, true)
	c, ok := s.find(act.Card)
	switch {
	case !ok:
	case s.out(c.Card, s.today(s.o.Now())) || !asks(act.Kind):
		s.changed(ctx, c)
	default:
		s.goBack(ctx, c)
	}
	s.turn.Counts = s.counts()
	return s.turn, act, nil
}

// Redo does again what Undo took back. ErrNothingToRedo when there is nothing.
func (s *Sitting) Redo(ctx context.Context) (Turn, srs.Act, error) {
	act, err := s.o.Store.Redo(ctx)
	if err != nil {
		return s.turn, srs.Act{}, err
	}
	s.count(act, false)
	if c, ok := s.find(act.Card); ok {
		switch {
		case act.Kind == srs.ActReview:
			s.moveOn(ctx, c)
		case asks(act.Kind):
			s.leave(ctx, c)
		default:
			s.changed(ctx, c)
		}
	}
	s.turn.Counts = s.counts()
	return s.turn, act, nil
}

// asks says whether an act ends a turn, so that undoing it returns to one.
func asks(k srs.ActKind) bool {
	return k == srs.ActReview || k == srs.ActSuspend || k == srs.ActBury
}

// count keeps the sitting's figures right, if it was an answer of its own.
func (s *Sitting) count(act srs.Act, undone bool) {
	if a, ok := s.answers[act.ID]; ok {
		a.undone = undone
		s.answers[act.ID] = a
	}
}

// goBack asks c, and lets the card shown wait.
func (s *Sitting) goBack(ctx context.Context, c queue.Candidate) {
	s.queue.Drop(c.Card.ID)
	if !s.turn.Over && s.asked.Card.ID != c.Card.ID {
		s.queue.Return(s.asked)
	}
	if s.o.Scheduler.Settings.BurySiblings && s.o.Items == nil {
		s.queue.DropSiblings(c)
	}
	s.ask(ctx, c, s.o.Now())
}

// moveOn leaves c, which was answered again, to wait for its next step.
func (s *Sitting) moveOn(ctx context.Context, c queue.Candidate) {
	shown := s.turn.Over || s.asked.Card.ID == c.Card.ID
	s.queue.Drop(c.Card.ID)
	if c.Card.State != srs.Reviewing && c.Card.DueDay <= s.today(s.o.Now()) {
		s.queue.Wait(c)
	}
	if shown {
		s.advance(ctx)
	}
}

// changed puts in c as it is now, wherever it is; a hidden card leaves.
func (s *Sitting) changed(ctx context.Context, c queue.Candidate) {
	now := s.o.Now()
	switch {
	case s.out(c.Card, s.today(now)):
		s.leave(ctx, c)
	case s.shows(c):
		s.ask(ctx, c, now)
	default:
		s.queue.Update(c.Card)
	}
}

// leave takes c out, wherever it is.
func (s *Sitting) leave(ctx context.Context, c queue.Candidate) {
	shown := s.shows(c)
	s.queue.Drop(c.Card.ID)
	if shown {
		s.advance(ctx)
	}
}

func (s *Sitting) shows(c queue.Candidate) bool {
	return !s.turn.Over && s.asked.Card.ID == c.Card.ID
}

// find is the candidate for a card; false when its item is not in the deck.
func (s *Sitting) find(c srs.Card) (queue.Candidate, bool) {
	if s.number == nil {
		s.number = make(map[string]int, len(s.o.Deck.Items))
		for at := range s.o.Deck.Items {
			s.number[s.o.Deck.Items[at].ID] = at
		}
	}
	at, ok := s.number[c.ID]
	if !ok {
		return queue.Candidate{}, false
	}
	return candidate(s.o.Deck, at, c), true
}
