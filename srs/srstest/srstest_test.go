package srstest

import (
	"context"
	"errors"
	"testing"
	"time"

	"dva/deck/exam"
	"dva/srs"
	"dva/srs/fsrs"
	"dva/srs/review"
)

var (
	_ review.Store = (*Failing)(nil)
	_ exam.Store   = (*FailingExams)(nil)

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

func TestAFailingStoreOfExamsFailsWhenToldAndSavesNothing(t *testing.T) {
	clock := NewClock(Start)
	f := NewFailingExams(Exams(Store(t), 10))
	f.Fail(1, 1)
	if _, err := exam.Begin(ctx, f, Paper(10), clock.Now); !errors.Is(err, ErrDisk) {
		t.Errorf("begin: %v, want ErrDisk", err)
	}
	s, err := exam.Begin(ctx, f, Paper(10), clock.Now)
	if err != nil {
		t.Fatal(err)
	}
	f.Fail(1, 3)
	if st, err := s.Toggle(ctx, 0); !errors.Is(err, ErrDisk) || st.Answered() != 0 {
		t.Errorf("pick: %v, %d answered", err, st.Answered())
	}
	if _, err := s.Submit(ctx); !errors.Is(err, ErrDisk) || s.State().Over() {
		t.Errorf("hand in: %v", err)
	}
	if _, err := exam.Resume(ctx, f, clock.Now); !errors.Is(err, ErrDisk) {
		t.Errorf("take: %v", err)
	}
	if _, err := s.Submit(ctx); err != nil {
		t.Errorf("when it works again: %v", err)
	}
}

func TestAnExaminedStoreIsSound(t *testing.T) {
	s, e, r := Examined(t)
	report, err := s.Check(ctx, func(string) (srs.Model, bool) { return fsrs.Default(), true })
	if err != nil || len(report.Faults) > 0 || report.Exams != 1 || report.Reviews != 9 {
		t.Errorf("%+v, %v", report, err)
	}
	res := exam.Score(r)
	if res.RightAsked != 6 || res.Blank != 1 || len(res.Misses()) != 4 || r.Run.Used != 5*time.Minute || r.Run.Breaks != 0 {
		t.Errorf("its result is %+v of %+v", res, r.Run)
	}
	for _, it := range r.Paper.Items {
		if _, ok := e.Deck.Item(it.ID); !ok {
			t.Errorf("%s is not in the deck", it.ID)
		}
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
