package store_test

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"dva/srs"
	"dva/srs/review"
	"dva/srs/store"
)

var (
	ctx  = context.Background()
	noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.FixedZone("", 3600))
	day0 = srs.DayOf(noon)
)

// The store is what the sitting writes to.
var _ review.Store = (*store.Store)(nil)

func fixed() time.Time { return noon }

func open(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(ctx, path, store.Options{Now: fixed})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func temp(t testing.TB) *store.Store { return open(t, filepath.Join(t.TempDir(), "progress.db")) }

// learned is what grade g made of card c on day d; the numbers need not be a
// model's.
func learned(c srs.Card, at time.Time, d srs.Day, g srs.Grade) srs.Card {
	c.State = srs.Reviewing
	c.Memory = srs.Memory{Stability: c.Memory.Stability + 0.1*float64(g), Difficulty: 5 + 1/float64(g)}
	c.Interval = int(g)
	c.Due, c.DueDay = at.AddDate(0, 0, c.Interval).UnixMilli(), d+srs.Day(c.Interval)
	c.Last, c.LastDay = at.UnixMilli(), d
	c.Reps++
	if g == srs.Again {
		c.State, c.Step = srs.Relearning, 0
		c.Lapses++
	}
	return c
}

func answer(c srs.Card, at time.Time, g srs.Grade) srs.Review {
	d := srs.DayOf(at)
	return srs.Review{
		At: at, Day: d, Grade: g, Took: 4 * time.Second, Source: srs.FromReview, Model: "test", Hash: 1<<63 + 5,
		Before: c, After: learned(c, at, d, g),
	}
}

func record(t testing.TB, s *store.Store, r srs.Review) srs.Card {
	t.Helper()
	if _, err := s.Record(ctx, r); err != nil {
		t.Fatal(err)
	}
	return r.After
}

func cards(t testing.TB, s *store.Store, f srs.Filter) []srs.Card {
	t.Helper()
	c, err := s.Cards(ctx, f)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func equal[T comparable](t testing.TB, what string, got, want []T) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: got %d, want %d: %v, %v", what, len(got), len(want), got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Fatalf("%s: at %d got %v, want %v", what, i, got[i], want[i])
		}
	}
}

func TestAnAnswerIsThereAfterReopening(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "progress.db")
	s := open(t, path)
	c := record(t, s, answer(srs.Card{ID: "a"}, noon, srs.Good))
	c = record(t, s, answer(c, noon.AddDate(0, 0, 3), srs.Again))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, path)
	equal(t, "cards", cards(t, s, srs.Filter{All: true}), []srs.Card{c})
	seen, err := s.Seen(ctx)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "seen", seen, []string{"a"})
	n, err := s.Today(ctx, day0+3)
	if err != nil {
		t.Fatal(err)
	}
	if want := (review.Tally{Total: srs.Total{Day: day0 + 3, Reviews: 1, ByGrade: [4]int{1, 0, 0, 0}, Due: 1, Took: 4 * time.Second}}); !reflect.DeepEqual(n, want) {
		t.Errorf("today is %+v, want %+v", n, want)
	}
	first, err := s.Today(ctx, day0)
	if err != nil {
		t.Fatal(err)
	}
	if want := (review.Tally{Total: srs.Total{Day: day0, Reviews: 1, ByGrade: [4]int{0, 0, 1, 0}, New: 1, Took: 4 * time.Second}, Begun: []string{"a"}}); !reflect.DeepEqual(first, want) {
		t.Errorf("the first day is %+v, want %+v", first, want)
	}
}

func TestACardChangedElsewhereIsStale(t *testing.T) {
	s := temp(t)
	first := answer(srs.Card{ID: "a"}, noon, srs.Good)
	record(t, s, first)
	if _, err := s.Record(ctx, first); !errors.Is(err, review.ErrStale) {
		t.Errorf("recording twice: %v, want ErrStale", err)
	}
	known := srs.Card{ID: "b", State: srs.Reviewing, Memory: srs.Memory{Stability: 1, Difficulty: 1}}
	if _, err := s.Record(ctx, answer(known, noon, srs.Good)); !errors.Is(err, review.ErrStale) {
		t.Errorf("recording a known card that is not there: %v, want ErrStale", err)
	}
	if n, _ := s.Today(ctx, day0); n.Reviews != 1 {
		t.Errorf("counted %d reviews, want 1", n.Reviews)
	}
}

func BenchmarkRecord(b *testing.B) {
	s := temp(b)
	c := srs.Card{ID: "a"}
	for b.Loop() {
		c = record(b, s, answer(c, noon, srs.Good))
	}
}
