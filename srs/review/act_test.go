package review_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"dva/srs"
	"dva/srs/review"
	"dva/srs/srstest"
)

func TestNothingMovesWhenSavingFails(t *testing.T) {
	ctx, full := context.Background(), errors.New("disk full")
	acts := map[string]func(*review.Sitting) (review.Turn, error){
		"grade":   func(s *review.Sitting) (review.Turn, error) { return s.Grade(ctx, srs.Good, 0) },
		"suspend": func(s *review.Sitting) (review.Turn, error) { return s.Suspend(ctx) },
		"bury":    func(s *review.Sitting) (review.Turn, error) { return s.Bury(ctx) },
		"flag":    func(s *review.Sitting) (review.Turn, error) { return s.Flag(ctx) },
		"note":    func(s *review.Sitting) (review.Turn, error) { return s.SetNote(ctx, "mine") },
		"undo":    func(s *review.Sitting) (review.Turn, error) { turn, _, err := s.Undo(ctx); return turn, err },
		"redo":    func(s *review.Sitting) (review.Turn, error) { turn, _, err := s.Redo(ctx); return turn, err },
	}
	for name, do := range acts {
		t.Run(name, func(t *testing.T) {
			f := newFake()
			b := newTable(t, f, items(4)...).sit().keys("44u")
			counts, stand := b.s.Turn().Counts, f.stand
			f.fail = full
			turn, err := do(b.s)
			if err != full {
				t.Fatalf("error %v, want the store's own, which says what was to be saved", err)
			}
			if turn.Card.ID != "sqs-2" || turn.Counts != counts || f.stand != stand {
				t.Errorf("moved to %s, counts %+v", turn.Card.ID, turn.Counts)
			}
			if _, err := do(b.s); err != nil {
				t.Errorf("the second try fails: %v", err)
			}
		})
	}
}

func TestAStaleCardIsReadAgain(t *testing.T) {
	ctx := context.Background()
	tests := []struct {
		name, elsewhere, want string
	}{
		{"answered elsewhere, it is not asked again", "4", "sqs-2 sqs-3"},
		{"missed elsewhere, it waits for its step", "1", "sqs-2 sqs-3 sqs-1"},
		{"flagged elsewhere, it is asked as it is now", "f", "sqs-1 sqs-2 sqs-3"},
		{"buried elsewhere", "b", "sqs-2 sqs-3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newTable(t, newFake(), items(3)...)
			other := *b
			b.sit()
			other.sit().keys(tt.elsewhere)
			if _, err := b.s.Grade(ctx, srs.Good, 0); !errors.Is(err, review.ErrStale) {
				t.Fatalf("error %v, want ErrStale", err)
			}
			var shown []string
			for ; b.shows() != "over"; b.keys("4") {
				shown = append(shown, b.shows())
			}
			if got := strings.Join(shown, " "); got != tt.want {
				t.Errorf("then %s, want %s", got, tt.want)
			}
		})
	}
}

func TestANewDayWhileACardIsShown(t *testing.T) {
	f := newFake()
	b := newTable(t, f, items(40)...).sit().keys("4444d")
	if _, err := b.s.Grade(context.Background(), srs.Good, 0); !errors.Is(err, review.ErrNewDay) {
		t.Fatalf("error %v, want ErrNewDay", err)
	}
	b.want("sqs-5").keys("3")
	if r := f.acts[4].review; r.Day != srs.DayOf(srstest.Start)+1 || r.After.LastDay != r.Day {
		t.Errorf("counts for %v", r.Day)
	}
	if got := b.s.Turn().Counts.New; got != 19 {
		t.Errorf("%d new cards are left on the new day, want 19", got)
	}
}

func TestOverRefusesActs(t *testing.T) {
	b := newTable(t, newFake()).sit().want("over")
	if _, err := b.s.Grade(context.Background(), srs.Good, 0); !errors.Is(err, review.ErrOver) {
		t.Errorf("grade: %v", err)
	}
	if _, err := b.s.Bury(context.Background()); !errors.Is(err, review.ErrOver) {
		t.Errorf("bury: %v", err)
	}
}

func TestActsAreSavedAsWhatTheyAre(t *testing.T) {
	f := newFake()
	b := newTable(t, f, items(3)...).sit().keys("ffsb")
	for range 2 { // the second says nothing new
		if _, err := b.s.SetNote(context.Background(), "mine"); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, a := range f.acts {
		got = append(got, fmt.Sprint(a.Kind, " ", a.before.ID))
	}
	if want := "flag sqs-1, unflag sqs-1, suspend sqs-1, bury sqs-2, note sqs-3"; strings.Join(got, ", ") != want {
		t.Errorf("saved %s, want %s", strings.Join(got, ", "), want)
	}
}

func TestNote(t *testing.T) {
	f := newFake()
	b := newTable(t, f, items(2)...).sit()
	turn, err := b.s.SetNote(context.Background(), "like a lock")
	if err != nil || turn.Note != "like a lock" || turn.Card.ID != "sqs-1" {
		t.Fatalf("turn %+v, %v", turn, err)
	}
	b.sit()
	if got := b.s.Turn().Note; got != "like a lock" {
		t.Errorf("after a restart the note is %q", got)
	}
	b.keys("u")
	if got := b.s.Turn().Note; got != "" {
		t.Errorf("undone, the note is %q", got)
	}
}

func TestLeech(t *testing.T) {
	var leech []string
	for lapses := range 18 {
		f := newFake()
		c := srstest.Card("sqs-1", srs.DayOf(srstest.Start)-3, 3)
		c.Lapses = lapses
		f.cards[c.ID] = c
		if newTable(t, f, items(1)...).sit().s.Turn().Leech {
			leech = append(leech, fmt.Sprint(lapses))
		}
	}
	if got := strings.Join(leech, " "); got != "8 12 16" {
		t.Errorf("a leech at %s lapses, want 8 12 16", got)
	}
}
