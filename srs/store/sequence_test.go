package store_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dva/srs"
	"dva/srs/fsrs"
	"dva/srs/review"
	"dva/srs/store"
)

// world is what the store must be like, kept in the plainest way: the state
// after each act, a list of acts and how many of them stand.
type world struct {
	acts  []step
	stand int
}

// step is the whole state after an act.
type step struct {
	cards map[string]srs.Card
	notes map[string]string
	days  map[srs.Day]srs.Total
	shown map[string]uint64 // at the last review
	past  map[string][]srs.ActKind
}

func (w *world) now() step {
	if w.stand == 0 {
		return step{}
	}
	return w.acts[w.stand-1]
}

// do drops what was undone and adds a copy of the state changed by f.
func (w *world) do(f func(*step)) {
	n := w.now()
	next := step{cards: map[string]srs.Card{}, notes: map[string]string{}, days: map[srs.Day]srs.Total{}, shown: map[string]uint64{}, past: map[string][]srs.ActKind{}}
	maps.Copy(next.cards, n.cards)
	maps.Copy(next.shown, n.shown)
	maps.Copy(next.past, n.past)
	maps.Copy(next.notes, n.notes)
	maps.Copy(next.days, n.days)
	f(&next)
	w.acts = append(w.acts[:w.stand], next)
	w.stand++
}

// did adds an act to a card's history, newest first.
func (n *step) did(id string, k srs.ActKind) {
	n.past[id] = append([]srs.ActKind{k}, n.past[id]...)
}

func (w *world) card(id string) srs.Card {
	if c, ok := w.now().cards[id]; ok {
		return c
	}
	return srs.Card{ID: id}
}

func (w *world) known() []srs.Card {
	var all []srs.Card
	for _, id := range slices.Sorted(maps.Keys(w.now().cards)) {
		if c := w.now().cards[id]; c != (srs.Card{ID: id}) {
			all = append(all, c)
		}
	}
	return all
}

var model = fsrs.Default()

func models(string) (srs.Model, bool) { return model, true }

// graded is a review by the real model, with dates that only need to be stored.
func graded(c srs.Card, at time.Time, g srs.Grade, question bool) srs.Review {
	r := answer(c, at, g)
	r.Model, r.Question = model.Version(), question
	if c.State == srs.New {
		r.After.Memory = model.First(g)
	} else {
		r.After.Memory = model.Next(c.Memory, c.Elapsed(r.Day), g)
	}
	return r
}

// A learner does anything in any order, closes the program now and then, and
// has a clock that jumps. After each step the store is what a plain list of
// states says, and its own check finds nothing wrong at the end.
func TestAnySequenceOfActs(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		folder, err := os.MkdirTemp(dir, "")
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(folder, "progress.db")
		clock := noon
		reopen := func() *store.Store {
			s, err := store.Open(ctx, path, store.Options{Now: func() time.Time { return clock }})
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		s := reopen()
		defer func() { s.Close() }()
		w := &world{}
		id := rapid.SampledFrom([]string{"a", "b", "c#1", "ü"})

		t.Repeat(map[string]func(*rapid.T){
			"grade": func(t *rapid.T) {
				c := w.card(id.Draw(t, "card"))
				r := graded(c, clock, rapid.SampledFrom(srs.Grades[:]).Draw(t, "grade"), rapid.Bool().Draw(t, "question"))
				r.Hash = rapid.Uint64().Draw(t, "hash")
				if _, err := s.Record(ctx, r); err != nil {
					t.Fatal(err)
				}
				w.do(func(n *step) {
					n.cards[c.ID], n.shown[c.ID] = r.After, r.Hash
					n.did(c.ID, srs.ActReview)
					d := n.days[r.Day]
					d.Day = r.Day
					d.Reviews++
					d.ByGrade[r.Grade-1]++
					d.Took += r.Took
					if c.State == srs.New {
						d.New++
						if r.Question {
							d.Questions++
						}
					}
					if c.State == srs.Reviewing {
						d.Due++
						if r.Grade > srs.Again {
							d.Recalled++
						}
					}
					n.days[r.Day] = d
				})
			},
			"mark": func(t *rapid.T) {
				c := w.card(id.Draw(t, "card"))
				m := srs.Mark{At: clock, Before: c, After: c, Kind: rapid.SampledFrom([]srs.ActKind{
					srs.ActSuspend, srs.ActUnsuspend, srs.ActBury, srs.ActUnbury, srs.ActFlag, srs.ActUnflag, srs.ActReset,
				}).Draw(t, "kind")}
				switch m.Kind {
				case srs.ActSuspend, srs.ActUnsuspend:
					m.After.Marks.Suspended = m.Kind == srs.ActSuspend
				case srs.ActBury:
					m.After.Marks.BuriedUntil = srs.DayOf(clock) + 1
				case srs.ActUnbury:
					m.After.Marks.BuriedUntil = 0
				case srs.ActFlag, srs.ActUnflag:
					m.After.Marks.Flagged = m.Kind == srs.ActFlag
				default:
					m.After = srs.Card{ID: c.ID}
				}
				if _, err := s.Mark(ctx, m); err != nil {
					t.Fatal(err)
				}
				w.do(func(n *step) {
					n.cards[c.ID] = m.After
					n.did(c.ID, m.Kind)
				})
			},
			"note": func(t *rapid.T) {
				c := w.card(id.Draw(t, "card"))
				m := srs.Mark{
					At: clock, Kind: srs.ActNote, Before: c, After: c,
					NoteBefore: w.now().notes[c.ID], NoteAfter: rapid.SampledFrom([]string{"", "x", "two\nlines"}).Draw(t, "note"),
				}
				if _, err := s.Mark(ctx, m); err != nil {
					t.Fatal(err)
				}
				w.do(func(n *step) {
					n.cards[c.ID], n.notes[c.ID] = c, m.NoteAfter
					n.did(c.ID, m.Kind)
				})
			},
			"undo": func(t *rapid.T) {
				_, err := s.Undo(ctx)
				if w.stand == 0 {
					if !errors.Is(err, review.ErrNothingToUndo) {
						t.Fatalf("undo of nothing: %v", err)
					}
					return
				}
				if err != nil {
					t.Fatal(err)
				}
				w.stand--
			},
			"redo": func(t *rapid.T) {
				_, err := s.Redo(ctx)
				if w.stand == len(w.acts) {
					if !errors.Is(err, review.ErrNothingToRedo) {
						t.Fatalf("redo of nothing: %v", err)
					}
					return
				}
				if err != nil {
					t.Fatal(err)
				}
				w.stand++
			},
			"restart": func(t *rapid.T) {
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				s = reopen()
			},
			"the clock jumps": func(t *rapid.T) {
				clock = clock.Add(time.Duration(rapid.Int64Range(-48, 96).Draw(t, "hours")) * time.Hour)
			},
			"": func(t *rapid.T) { w.compare(t, s) },
		})
		report, err := s.Check(ctx, models)
		if err != nil || len(report.Faults) > 0 {
			t.Fatalf("check: %v, %v", report.Faults, err)
		}
	})
}

func (w *world) compare(t *rapid.T, s *store.Store) {
	got, err := s.Cards(ctx, srs.Filter{All: true})
	if err != nil {
		t.Fatal(err)
	}
	if want := w.known(); !slices.Equal(got, want) {
		t.Fatalf("cards\n%+v, want\n%+v", got, want)
	}
	for _, id := range []string{"a", "b", "c#1", "ü"} {
		if note, err := s.Note(ctx, id); err != nil || note != w.now().notes[id] {
			t.Fatalf("note of %s is %q, %v, want %q", id, note, err, w.now().notes[id])
		}
	}
	w.compareHistory(t, s)
	days, err := s.Days(ctx, -1<<31, 1<<31-1)
	if err != nil {
		t.Fatal(err)
	}
	var want []srs.Total
	for _, d := range slices.Sorted(maps.Keys(w.now().days)) {
		want = append(want, w.now().days[d])
	}
	if !slices.Equal(days, want) {
		t.Fatalf("days\n%+v, want\n%+v", days, want)
	}
}

func (w *world) compareHistory(t *rapid.T, s *store.Store) {
	shown, err := s.Shown(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	want, notes := map[string]uint64{}, map[string]string{}
	for id, c := range w.now().cards {
		hash, reviewed := w.now().shown[id]
		if reviewed && c.State != srs.New {
			want[id] = hash
		}
		if note := w.now().notes[id]; note != "" {
			notes[id] = note
		}
		past, err := s.History(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		var kinds []srs.ActKind
		for _, p := range past {
			kinds = append(kinds, p.Kind)
		}
		if !slices.Equal(kinds, w.now().past[id]) {
			t.Fatalf("the history of %s is %v, want %v", id, kinds, w.now().past[id])
		}
	}
	if !maps.Equal(shown, want) {
		t.Fatalf("shown was %v, want %v", shown, want)
	}
	if got, err := s.Notes(ctx); err != nil || !maps.Equal(got, notes) {
		t.Fatalf("notes are %v, %v, want %v", got, err, notes)
	}
}
