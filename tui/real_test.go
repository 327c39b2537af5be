package tui_test

import (
	"context"
	"testing"
	"time"

	"dva/content"
	"dva/deck"
	"dva/srs"
	"dva/srs/fsrs"
	"dva/srs/review"
	"dva/srs/schedule"
	"dva/srs/srstest"
	"dva/tui"
	"dva/tui/home"
	"dva/tui/study"
)

// Both sittings are what the screen asks.
var _ study.Sitting = (*review.Sitting)(nil)

// realDesk is a desk whose learner has a real deck and a real file.
type realDesk struct {
	*desk
	deck    *deck.Deck
	store   *srstest.Failing
	options review.Options
}

func newRealDesk(t *testing.T) *realDesk {
	t.Helper()
	d, err := deck.Open(content.Index)
	if err != nil {
		t.Fatal(err)
	}
	k := newDesk()
	k.clock.At = srstest.Start
	store := srstest.NewFailing(srstest.Store(t))
	return &realDesk{desk: k, deck: d, store: store, options: review.Options{
		Store: store, Deck: d, Now: k.clock.Now, Seed: 1, Source: srs.FromReview,
		Scheduler: schedule.Scheduler{
			Model: fsrs.Default(), Settings: srs.Defaults(), Calendar: srs.Calendar{Start: srs.Defaults().DayStart},
		},
	}}
}

func (k *realDesk) Today(ctx context.Context) (home.Today, error) {
	p, err := review.Today(ctx, k.options)
	return home.Today{Plan: p, Exam: k.deck.Exam.Code}, err
}

func (k *realDesk) Study(ctx context.Context, _ tui.StudyRequest) (study.Sitting, error) {
	return review.Open(ctx, k.options)
}

func (k *realDesk) Fact(id string) (*deck.Fact, bool) { return k.deck.Fact(id) }

func (k *realDesk) Service(key string) string {
	s, _ := k.deck.Service(key)
	return s.Name
}

// TestNewLearnerWithARealFile is a first evening: cards of the shipped deck, an
// answer that cannot be saved, undo, and the same cards still there afterwards.
func TestNewLearnerWithARealFile(t *testing.T) {
	k := newRealDesk(t)
	d := k.sitAs(t, k)
	d.See("Ten cards to start with", "10 new")
	answer := func(keys ...string) {
		d.Press("space")
		k.clock.Advance(4 * time.Second)
		d.Press(keys...)
	}
	d.Press("enter")
	d.See("1 of 10")
	answer("1")
	answer("3")
	d.See("3 of", "1 again")
	k.store.Fail(1, 1)
	answer("4")
	d.See("not saved, press again", "3 of", "4 easy")
	d.Press("4", "u", "u")
	d.See("undone: good on", "2 of")
	d.Press("s", "q")
	d.See("Today", "1 answer in 1 minute")
	done, err := k.store.Today(context.Background(), k.options.Scheduler.Calendar.Day(k.clock.Now()))
	if err != nil || done.Reviews != 1 || done.ByGrade[srs.Again.Index()] != 1 {
		t.Errorf("on disk: %+v, %v", done, err)
	}
}
