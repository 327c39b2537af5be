package review_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"dva/srs"
	"dva/srs/review"
	"dva/srs/srstest"
)

func desk(t *testing.T) (review.Desk, srs.Card) {
	t.Helper()
	s := srstest.Store(t)
	card := srstest.Card("a", srs.DayOf(srstest.Start)-3, 5)
	if _, err := s.Record(context.Background(), srstest.Answer(srs.Card{ID: "a"}, card)); err != nil {
		t.Fatal(err)
	}
	return review.Desk{Store: s, Calendar: srs.Calendar{Start: 4 * time.Hour}, Now: srstest.NewClock(srstest.Start).Now}, card
}

func TestEachActAtTheDeskIsSavedAndUndone(t *testing.T) {
	ctx, tomorrow := context.Background(), srs.DayOf(srstest.Start)+1
	for _, tt := range []struct {
		name string
		kind srs.ActKind
		want func(*srs.Card)
	}{
		{"suspend", srs.ActSuspend, func(c *srs.Card) { c.Marks.Suspended = true }},
		{"bury", srs.ActBury, func(c *srs.Card) { c.Marks.BuriedUntil = tomorrow }},
		{"flag", srs.ActFlag, func(c *srs.Card) { c.Marks.Flagged = true }},
		{"reset", srs.ActReset, func(c *srs.Card) { *c = srs.Card{ID: "a"} }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, card := desk(t)
			want := card
			tt.want(&want)
			got, err := d.Do(ctx, "a", tt.kind)
			if err != nil || got != want {
				t.Fatalf("got %+v, %v, want %+v", got, err, want)
			}
			if act, err := d.Store.Undo(ctx); err != nil || act.Card != card || act.Kind != tt.kind {
				t.Errorf("undone is %+v, %v", act, err)
			}
		})
	}
}

func TestActsAtTheDeskThatTakeOthersBack(t *testing.T) {
	ctx := context.Background()
	for _, tt := range []struct{ do, back srs.ActKind }{
		{srs.ActSuspend, srs.ActUnsuspend}, {srs.ActBury, srs.ActUnbury}, {srs.ActFlag, srs.ActUnflag},
	} {
		d, card := desk(t)
		for _, kind := range []srs.ActKind{tt.do, tt.back} {
			got, err := d.Do(ctx, "a", kind)
			if err != nil || (got == card) != (kind == tt.back) {
				t.Errorf("%v left %+v, %v", kind, got, err)
			}
		}
		if _, err := d.Do(ctx, "a", tt.back); err != nil {
			t.Error(err)
		}
		if past, err := d.Store.History(ctx, "a"); err != nil || len(past) != 3 {
			t.Errorf("an act that changes nothing was saved: %+v, %v", past, err)
		}
	}
}

func TestAResetKeepsFlagAndSuspension(t *testing.T) {
	ctx := context.Background()
	d, _ := desk(t)
	for _, kind := range []srs.ActKind{srs.ActFlag, srs.ActSuspend, srs.ActBury, srs.ActReset} {
		if _, err := d.Do(ctx, "a", kind); err != nil {
			t.Fatal(err)
		}
	}
	cards, err := d.Store.Cards(ctx, srs.Filter{All: true})
	want := srs.Card{ID: "a", Marks: srs.Marks{Flagged: true, Suspended: true}}
	if err != nil || len(cards) != 1 || cards[0] != want {
		t.Errorf("got %+v, %v", cards, err)
	}
}

func TestNotesAtTheDesk(t *testing.T) {
	ctx := context.Background()
	d, _ := desk(t)
	for _, text := range []string{"mine", "mine", "other", ""} {
		if err := d.SetNote(ctx, "new", text); err != nil {
			t.Fatal(err)
		}
		if note, err := d.Store.Note(ctx, "new"); err != nil || note != text {
			t.Errorf("the note is %q, %v, want %q", note, err, text)
		}
	}
	if past, _ := d.Store.History(ctx, "new"); len(past) != 3 {
		t.Errorf("%d notes were saved, want 3", len(past))
	}
}

// full is a store on a full disk.
type full struct{ review.Keeper }

func (full) Mark(context.Context, srs.Mark) (srs.ActID, error) { return 0, srstest.ErrDisk }

func TestTheDeskRefuses(t *testing.T) {
	ctx := context.Background()
	d, card := desk(t)
	if _, err := d.Do(ctx, "a", srs.ActReview); err == nil {
		t.Error("a review was made by hand")
	}
	d.Store = full{d.Store}
	if got, err := d.Do(ctx, "a", srs.ActFlag); !errors.Is(err, srstest.ErrDisk) || got != card {
		t.Errorf("got %+v, %v", got, err)
	}
}
