package srstest

import (
	"context"
	"errors"
	"testing"
	"time"

	"dva/srs"
	"dva/srs/fsrs"
	"dva/srs/review"
)

var (
	_ review.Store = (*Failing)(nil)

	ctx = context.Background()
)

func TestAClockMovesOnlyWhenItIsTold(t *testing.T) {
	c := NewClock(Start)
	want := Start
	for _, tt := range []struct {
		name string
		move func()
		by   time.Duration
	}{
		{"it stands still", func() {}, 0},
		{"it goes forward", func() { c.Advance(time.Hour) }, time.Hour},
		{"and back", func() { c.Advance(-2 * time.Hour) }, -2 * time.Hour},
		{"and on by days", func() { c.AdvanceDays(3) }, 72 * time.Hour},
	} {
		tt.move()
		want = want.Add(tt.by)
		if got := c.Now(); !got.Equal(want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, want)
		}
	}
	c.Set(Start)
	if got := c.Now(); !got.Equal(Start) {
		t.Errorf("set back, it says %v", got)
	}
}

func TestAFailingStoreFailsWhenToldAndSavesNothing(t *testing.T) {
	f := NewFailing(Store(t))
	c := Card("a", srs.DayOf(Start), 3)
	f.Fail(1, 2)
	for n := range 2 {
		if _, err := f.Record(ctx, Answer(srs.Card{ID: "a"}, c)); !errors.Is(err, ErrDisk) {
			t.Errorf("call %d: %v, want ErrDisk", n, err)
		}
	}
	if seen, err := f.Seen(ctx); err != nil || len(seen) != 0 {
		t.Errorf("seen %v, %v", seen, err)
	}
	if _, err := f.Record(ctx, Answer(srs.Card{ID: "a"}, c)); err != nil {
		t.Errorf("when it works again: %v", err)
	}
	f.Fail(2, 1)
	if _, err := f.Undo(ctx); err != nil {
		t.Errorf("the call before: %v", err)
	}
	if _, err := f.Redo(ctx); !errors.Is(err, ErrDisk) {
		t.Errorf("the second to come: %v, want ErrDisk", err)
	}
}

func TestAHistoryIsSoundAndLeavesALittleDue(t *testing.T) {
	s := Store(t)
	History{Cards: 200, Reviews: 3000}.Fill(t, s)
	report, err := s.Check(ctx, func(string) (srs.Model, bool) { return fsrs.Default(), true })
	if err != nil || len(report.Faults) > 0 || report.Reviews != 3000 || report.Cards != 200 {
		t.Errorf("%+v, %v", report, err)
	}
	due, err := s.Cards(ctx, srs.Filter{DueBy: srs.DayOf(Start) + 30})
	if err != nil || len(due) < 5 || len(due) > 150 {
		t.Errorf("%d cards are due in a month, %v", len(due), err)
	}
}

func TestAHistoryIsTheSameEachTime(t *testing.T) {
	h := History{Cards: 20, Reviews: 100, Seed: 7}
	a, b := h.Log(), h.Log()
	for i := range a {
		if a[i] != b[i] {
			t.Fatalf("review %d is %+v and %+v", i, a[i], b[i])
		}
	}
	h.Seed = 8
	if c := h.Log(); a[99] == c[99] {
		t.Error("another seed makes the same history")
	}
}
