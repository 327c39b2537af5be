package main

import (
	"context"
	"time"

	"dva/deck/exam"
	"dva/srs"
	"dva/srs/review"
)

// speaking is a store whose refusals to save say what can be done, for a
// sitting, which shows them as they are.
type speaking struct{ keeping }

func (s speaking) Record(ctx context.Context, r srs.Review) (srs.ActID, error) {
	id, err := s.keeping.Record(ctx, r)
	return id, spoken(err)
}

func (s speaking) Mark(ctx context.Context, m srs.Mark) (srs.ActID, error) {
	id, err := s.keeping.Mark(ctx, m)
	return id, spoken(err)
}

func (s speaking) Undo(ctx context.Context) (srs.Act, error) {
	act, err := s.keeping.Undo(ctx)
	return act, spoken(err)
}

func (s speaking) Redo(ctx context.Context) (srs.Act, error) {
	act, err := s.keeping.Redo(ctx)
	return act, spoken(err)
}

func (s speaking) BeginExam(ctx context.Context, p exam.Paper, at time.Time) (exam.Record, error) {
	r, err := s.keeping.BeginExam(ctx, p, at)
	return r, spoken(err)
}

func (s speaking) TakeExam(ctx context.Context) (exam.Record, error) {
	r, err := s.keeping.TakeExam(ctx)
	return r, spoken(err)
}

func (s speaking) SaveExam(ctx context.Context, id exam.ID, c exam.Change) error {
	return spoken(s.keeping.SaveExam(ctx, id, c))
}

func (s speaking) EndExam(ctx context.Context, id exam.ID, c exam.Change, credit review.Credit) error {
	return spoken(s.keeping.EndExam(ctx, id, c, credit))
}
