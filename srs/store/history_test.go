package store_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"dva/srs"
)

func TestTheHistoryOfACard(t *testing.T) {
	s := temp(t)
	first := answer(srs.Card{ID: "a"}, noon, srs.Again)
	first.Source, first.Hash = srs.FromDrill, 1
	c := record(t, s, first)
	record(t, s, answer(srs.Card{ID: "b"}, noon, srs.Good))
	if _, err := s.Mark(ctx, srs.Mark{At: noon.Add(time.Hour), Kind: srs.ActNote, Before: c, After: c, NoteAfter: "mine"}); err != nil {
		t.Fatal(err)
	}
	second := answer(c, noon.AddDate(0, 0, 1), srs.Good)
	record(t, s, second)
	record(t, s, answer(second.After, noon.AddDate(0, 0, 2), srs.Easy))
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}

	past, err := s.History(ctx, "a")
	if err != nil || len(past) != 3 {
		t.Fatalf("got %+v, %v, want three acts", past, err)
	}
	if p := past[0]; p.Kind != srs.ActReview || p.Grade != srs.Good || p.After != second.After || !p.At.Equal(second.At) {
		t.Errorf("the newest is %+v", p)
	}
	if p := past[1]; p.Kind != srs.ActNote || p.Note != "mine" {
		t.Errorf("the note is %+v", p)
	}
	if p := past[2]; p.Grade != srs.Again || p.Source != srs.FromDrill || p.Before.State != srs.New || p.Hash != 1 {
		t.Errorf("the oldest is %+v", p)
	}
	if past, err := s.History(ctx, "nobody"); err != nil || len(past) != 0 {
		t.Errorf("a card never touched has %v, %v", past, err)
	}
}

func TestTheTextLastSeen(t *testing.T) {
	s := temp(t)
	grade := func(c srs.Card, at time.Time, hash uint64) srs.Card {
		r := answer(c, at, srs.Good)
		r.Hash = hash
		return record(t, s, r)
	}
	shown := func(ids []string, want map[string]uint64) {
		t.Helper()
		if got, err := s.Shown(ctx, ids); err != nil || !maps.Equal(got, want) {
			t.Errorf("got %v, %v, want %v", got, err, want)
		}
	}
	a := grade(srs.Card{ID: "a"}, noon, 1)
	grade(srs.Card{ID: "b"}, noon, 1<<63+5) // more than SQLite's numbers have
	a = grade(a, noon.Add(time.Hour), 2)
	shown(nil, map[string]uint64{"a": 2, "b": 1<<63 + 5})
	shown([]string{"b", "c"}, map[string]uint64{"b": 1<<63 + 5})
	shown([]string{}, map[string]uint64{})

	if _, err := s.Mark(ctx, srs.Mark{At: noon, Kind: srs.ActReset, Before: a, After: srs.Card{ID: "a"}}); err != nil {
		t.Fatal(err)
	}
	shown([]string{"a"}, map[string]uint64{}) // new again
	for _, want := range []map[string]uint64{{"a": 2, "b": 1<<63 + 5}, {"a": 1, "b": 1<<63 + 5}, {"a": 1}, {}} {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		shown(nil, want)
	}
	if _, err := s.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	shown(nil, map[string]uint64{"a": 1})
}

func TestMissed(t *testing.T) {
	s := temp(t)
	record(t, s, answer(srs.Card{ID: "old"}, noon.AddDate(0, 0, -8), srs.Again))
	a := record(t, s, answer(srs.Card{ID: "a"}, noon, srs.Again))
	record(t, s, answer(a, noon, srs.Again))
	record(t, s, answer(srs.Card{ID: "known"}, noon, srs.Hard))
	b := answer(srs.Card{ID: "b"}, noon, srs.Again)
	b.Source = srs.FromDrill
	record(t, s, b)
	record(t, s, answer(srs.Card{ID: "undone"}, noon, srs.Again))
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	for since, want := range map[srs.Day][]string{day0: {"a", "b"}, day0 - 7: {"a", "b"}, day0 - 8: {"a", "b", "old"}} {
		got, err := s.Missed(ctx, since)
		slices.Sort(got)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("missed since %v are %v, %v; want %v", since, got, err, want)
		}
	}
}

func TestWhatADrillBroughtCountsAgainstNothing(t *testing.T) {
	s := temp(t)
	drill := func(r srs.Review) srs.Card {
		r.Source = srs.FromDrill
		return record(t, s, r)
	}
	question := answer(srs.Card{ID: "q"}, noon, srs.Again)
	question.Question = true
	wanted := srs.Card{ID: "wanted", DueDay: day0}
	if _, err := s.Mark(ctx, srs.Mark{At: noon, Kind: srs.ActUnbury, Before: srs.Card{ID: "wanted"}, After: wanted}); err != nil {
		t.Fatal(err)
	}
	record(t, s, answer(srs.Card{ID: "reviewed"}, noon, srs.Good))
	drill(question)
	drill(answer(wanted, noon, srs.Good))
	c := drill(answer(srs.Card{ID: "a"}, noon, srs.Good))
	drill(answer(c, noon, srs.Again))
	tally, err := s.Today(ctx, day0)
	if err != nil {
		t.Fatal(err)
	}
	want := srs.Part{Reviews: 4, New: 3, Questions: 1, Due: 1, Took: 4 * question.Took}
	if tally.Drilled != want || !slices.Equal(tally.Begun, []string{"reviewed"}) || tally.Wanted != 0 || tally.Reviews != 5 {
		t.Errorf("the day has %+v, want %+v drilled", tally, want)
	}
}
