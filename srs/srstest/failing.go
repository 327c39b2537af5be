package srstest

import (
	"context"
	"errors"
	"sync"

	"dva/srs"
	"dva/srs/review"
)

// ErrDisk is what a Failing store returns.
var ErrDisk = errors.New("save: the disk is full")

// Failing is a store whose writing calls fail on demand, as on a full disk:
// nothing is saved. It may be used from several goroutines.
type Failing struct {
	review.Store

	mu    sync.Mutex
	calls int
	from  int
	until int
}

// NewFailing wraps s. It fails when Fail says so.
func NewFailing(s review.Store) *Failing { return &Failing{Store: s} }

// Fail makes n writing calls fail, from the k-th to come; the next is the first.
func (f *Failing) Fail(k, n int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.from = f.calls + k
	f.until = f.from + n
}

func (f *Failing) next() error {
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
