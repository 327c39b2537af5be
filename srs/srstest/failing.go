package srstest

import (
	"context"
	"errors"
	"sync"
	"time"

	"dva/deck/exam"
	"dva/srs"
	"dva/srs/review"
)

// ErrDisk is what a Failing store returns.
var ErrDisk = errors.New("save: the disk is full")

// Failing is a store whose writing calls fail on demand, as on a full disk:
// nothing is saved. It may be used from several goroutines.
type Failing struct {
	review.Store

	demand
}

// FailingExams is a store of exams whose writing calls fail on demand. It may be
// used from several goroutines.
type FailingExams struct {
	exam.Store

	demand
}

// NewFailingExams wraps s. It fails when Fail says so.
func NewFailingExams(s exam.Store) *FailingExams { return &FailingExams{Store: s} }

// demand is which of the calls to come fail.
type demand struct {
	mu    sync.Mutex
	calls int
	from  int
	until int
}

// NewFailing wraps s. It fails when Fail says so.
func NewFailing(s review.Store) *Failing { return &Failing{Store: s} }

// Fail makes n writing calls fail, from the k-th to come; the next is the first.
func (f *demand) Fail(k, n int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.from = f.calls + k
	f.until = f.from + n
}

func (f *demand) next() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.calls++
	if f.calls >= f.from && f.calls < f.until {
		return ErrDisk
	}
	return nil
}

// Record fails or saves.
func (f *Failing) Record(ctx context.Context, r srs.Review) (srs.ActID, error) {
	if err := f.next(); err != nil {
		return 0, err
	}
	return f.Store.Record(ctx, r)
}

// Mark fails or saves.
func (f *Failing) Mark(ctx context.Context, m srs.Mark) (srs.ActID, error) {
	if err := f.next(); err != nil {
		return 0, err
	}
	return f.Store.Mark(ctx, m)
}

// Undo fails or undoes.
func (f *Failing) Undo(ctx context.Context) (srs.Act, error) {
	if err := f.next(); err != nil {
		return srs.Act{}, err
	}
	return f.Store.Undo(ctx)
}

// Redo fails or does again.
func (f *Failing) Redo(ctx context.Context) (srs.Act, error) {
	if err := f.next(); err != nil {
		return srs.Act{}, err
	}
	return f.Store.Redo(ctx)
}

// Begin fails or begins.
func (f *FailingExams) Begin(ctx context.Context, p exam.Paper, at time.Time) (exam.Record, error) {
	if err := f.next(); err != nil {
		return exam.Record{}, err
	}
	return f.Store.Begin(ctx, p, at)
}

// Take fails or takes up.
func (f *FailingExams) Take(ctx context.Context) (exam.Record, error) {
	if err := f.next(); err != nil {
		return exam.Record{}, err
	}
	return f.Store.Take(ctx)
}

// Save fails or saves.
func (f *FailingExams) Save(ctx context.Context, id exam.ID, c exam.Change) error {
	if err := f.next(); err != nil {
		return err
	}
	return f.Store.Save(ctx, id, c)
}

// End fails or ends.
func (f *FailingExams) End(ctx context.Context, r exam.Record, c exam.Change) error {
	if err := f.next(); err != nil {
		return err
	}
	return f.Store.End(ctx, r, c)
}
