package store_test

import (
	"errors"
	"testing"
	"time"

	"dva/srs"
	"dva/srs/review"
)

func TestUndoTakesBackOneActAfterTheOther(t *testing.T) {
	s := temp(t)
	a1 := record(t, s, answer(srs.Card{ID: "a"}, noon, srs.Good))
	b1 := record(t, s, answer(srs.Card{ID: "b"}, noon, srs.Again))
	record(t, s, answer(a1, noon.Add(time.Hour), srs.Easy))

	for _, want := range []srs.Card{a1, {ID: "b"}, {ID: "a"}} {
		act, err := s.Undo(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if act.Card != want {
			t.Errorf("the card is %+v, want %+v", act.Card, want)
		}
	}
	if _, err := s.Undo(ctx); !errors.Is(err, review.ErrNothingToUndo) {
		t.Errorf("after the last: %v, want ErrNothingToUndo", err)
	}
	if got := cards(t, s, srs.Filter{All: true}); len(got) != 0 {
		t.Errorf("%v are left", got)
	}
	for range 2 {
		if _, err := s.Redo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	equal(t, "cards", cards(t, s, srs.Filter{All: true}), []srs.Card{a1, b1})
}

func TestRedoNeverBringsBackWhatALaterActReplaced(t *testing.T) {
	s := temp(t)
	record(t, s, answer(srs.Card{ID: "old"}, noon, srs.Good))
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	record(t, s, answer(srs.Card{ID: "new"}, noon, srs.Good))
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	act, err := s.Redo(ctx)
	if err != nil || act.Card.ID != "new" {
		t.Fatalf("redo gave %q, %v, want new", act.Card.ID, err)
	}
	if _, err := s.Redo(ctx); !errors.Is(err, review.ErrNothingToRedo) {
		t.Errorf("a second redo: %v, want ErrNothingToRedo", err)
	}
}

func TestAnActKeepsItsNumberAndWordsThroughUndoAndRedo(t *testing.T) {
	s := temp(t)
	r := answer(srs.Card{ID: "a"}, noon, srs.Hard)
	r.Source = srs.FromDrill
	id, err := s.Record(ctx, r)
	if err != nil {
		t.Fatal(err)
	}
	want := srs.Act{ID: id, Kind: srs.ActReview, Grade: srs.Hard, Source: srs.FromDrill, Card: r.Before}
	if got, err := s.Undo(ctx); err != nil || got != want {
		t.Errorf("undo: %+v, %v, want %+v", got, err, want)
	}
	want.Card = r.After
	if got, err := s.Redo(ctx); err != nil || got != want {
		t.Errorf("redo: %+v, %v, want %+v", got, err, want)
	}
}
