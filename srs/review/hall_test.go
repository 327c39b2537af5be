package review_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"dva/deck/exam"
	"dva/srs"
	"dva/srs/fsrs"
	"dva/srs/review"
	"dva/srs/srstest"
	"dva/srs/store"
)

// hall is a real store with a learner who may sit exams of ten questions.
type hall struct {
	*table
	file  *store.Store
	exams review.Exams
}

func newHall(t testing.TB) *hall {
	s := srstest.Store(t)
	h := &hall{table: newTable(t, s), file: s, exams: srstest.Exams(s, 10)}
	h.o.Deck, h.o.Scheduler = h.exams.Deck, h.exams.Scheduler
	h.clock.Set(srstest.Start.Add(time.Hour)) // behind the exam
	return h
}

// put makes a card what it is through the log.
func (h *hall) put(c srs.Card) {
	h.t.Helper()
	if c.State == srs.New {
		_, err := h.file.Mark(context.Background(), srs.Mark{At: srstest.At(start - 1), Kind: srs.ActSuspend, Before: srs.Card{ID: c.ID}, After: c})
		h.must(err)
		return
	}
	_, err := h.file.Record(context.Background(), srs.Review{
		At: time.UnixMilli(c.Last), Day: c.LastDay, Grade: srs.Good, Source: srs.FromReview, Model: "test", Before: srs.Card{ID: c.ID}, After: c,
	})
	h.must(err)
}

func (h *hall) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// examine sits and hands in an exam of ten questions.
func (h *hall) examine(picks func(int) []int) exam.Record {
	h.t.Helper()
	s, _ := srstest.Sit(h.t.(testing.TB), h.exams, 10, picks)
	_, err := s.Submit(context.Background())
	h.must(err)
	return s.Record()
}

func (h *hall) card(id string) srs.Card {
	h.t.Helper()
	cards, err := h.file.Cards(context.Background(), srs.Filter{IDs: []string{id}})
	h.must(err)
	if len(cards) == 0 {
		return srs.Card{ID: id}
	}
	return cards[0]
}

func (h *hall) log() (all []srs.Review) {
	h.t.Helper()
	h.must(h.file.Reviews(context.Background(), 0, func(r srs.Review) error { all = append(all, r); return nil }))
	return all
}

// sound checks the file, and that a rebuild changes none of its cards.
func (h *hall) sound() {
	h.t.Helper()
	ctx := context.Background()
	models := func(version string) (srs.Model, bool) { return fsrs.Default(), version == fsrs.Default().Version() }
	before, err := h.file.Cards(ctx, srs.Filter{All: true})
	h.must(err)
	for range 2 {
		report, err := h.file.Check(ctx, models)
		if err != nil || len(report.Faults) > 0 {
			h.t.Fatalf("check: %v, %v", report.Faults, err)
		}
		h.must(h.file.Rebuild(ctx))
	}
	after, err := h.file.Cards(ctx, srs.Filter{All: true})
	if err != nil || !slices.Equal(before, after) {
		h.t.Fatalf("cards %v, %v after a rebuild, before it %v", after, err, before)
	}
}

// allRight answers every question right but those of miss, which are wrong, and
// those of blank.
func allRight(miss, blank int) func(int) []int {
	return func(i int) []int {
		switch {
		case i == miss-1:
			return []int{2}
		case i == blank-1:
			return nil
		case i%5 == 4:
			return []int{0, 1}
		}
		return []int{0}
	}
}
