package main

import (
	"context"

	"dva/srs"
	"dva/srs/review"
)

// speaking is a store whose refusals to save say what can be done, for a
// sitting, which shows them as they are.
type speaking struct{ review.Store }

func (s speaking) Record(ctx context.Context, r srs.Review) (srs.ActID, error) {
	id, err := s.Store.Record(ctx, r)
	return id, spoken(err)
}

func (s speaking) Mark(ctx context.Context, m srs.Mark) (srs.ActID, error) {
	id, err := s.Store.Mark(ctx, m)
	return id, spoken(err)
}

func (s speaking) Undo(ctx context.Context) (srs.Act, error) {
	act, err := s.Store.Undo(ctx)
	return act, spoken(err)
}

func (s speaking) Redo(ctx context.Context) (srs.Act, error) {
	act, err := s.Store.Redo(ctx)
	return act, spoken(err)
}
