package review_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"dva/deck"
	"dva/srs"
	"dva/srs/fsrs"
	"dva/srs/review"
	"dva/srs/schedule"
	"dva/srs/srstest"
)

// table is a learner at a table: a deck, a store, a clock, and a sitting.
type table struct {
	t     fataler
	store review.Store
	clock *srstest.Clock
	o     review.Options
	s     *review.Sitting
}

type fataler interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

func newTable(t fataler, store review.Store, items ...deck.Item) *table {
	clock := srstest.NewClock(srstest.Start)
	settings := srs.Defaults()
	settings.Fuzz = false
	return &table{t: t, store: store, clock: clock, o: review.Options{
		Store: store, Deck: &deck.Deck{Items: items}, Now: clock.Now, Seed: 1,
		Scheduler: schedule.Scheduler{
			Model: fsrs.Default(), Settings: settings, Calendar: srs.Calendar{Start: settings.DayStart},
		},
	}}
}

// items are n cards of one service, sqs-1 to sqs-n.
func items(n int) []deck.Item {
	all := make([]deck.Item, n)
	for i := range all {
		id := fmt.Sprintf("sqs-%d", i+1)
		all[i] = deck.Item{ID: id, Parent: id, Service: "sqs", Skills: []string{"1.1.1"}, Place: i + 1, Hash: uint64(i)}
	}
	return all
}

func (b *table) sit() *table {
	b.t.Helper()
	s, err := review.Open(context.Background(), b.o)
	if err != nil {
		b.t.Fatal(err)
	}
	b.s = s
	return b
}

// keys does what the learner's keys do: 1 to 4 grade, s suspends, b buries, f
// flags, u undoes, U does again, + is a minute, d a day.
func (b *table) keys(keys string) *table {
	b.t.Helper()
	ctx := context.Background()
	for i, k := range keys {
		var err error
		switch k {
		case '1', '2', '3', '4':
			_, err = b.s.Grade(ctx, srs.Grade(k-'0'), 5*time.Second)
		case 's':
			_, err = b.s.Suspend(ctx)
		case 'b':
			_, err = b.s.Bury(ctx)
		case 'f':
			_, err = b.s.Flag(ctx)
		case 'u':
			_, _, err = b.s.Undo(ctx)
		case 'U':
			_, _, err = b.s.Redo(ctx)
		case '+':
			b.clock.Advance(time.Minute)
		case 'd':
			b.clock.AdvanceDays(1)
		}
		if err != nil {
			b.t.Fatalf("key %d of %q: %v", i+1, keys, err)
		}
	}
	return b
}

// shows is the id of the card shown, or "over".
func (b *table) shows() string {
	if turn := b.s.Turn(); !turn.Over {
		return turn.Card.ID
	}
	return "over"
}

func (b *table) want(id string) *table {
	b.t.Helper()
	if got := b.shows(); got != id {
		b.t.Fatalf("%s is shown, want %s", got, id)
	}
	return b
}

func TestKeysLeadTo(t *testing.T) {
	tests := []struct {
		name, keys, want string
	}{
		{"the first card of the file", "", "sqs-1"},
		{"easy is done with", "4", "sqs-2"},
		{"again comes back after its minute, before what is new", "1+4", "sqs-1"},
		{"and not before it", "14", "sqs-3"},
		{"good waits ten minutes", "3+++++++++4", "sqs-3"},
		{"and then comes at once", "3++++++++++4", "sqs-1"},
		{"steps come early when nothing else is left", "34444", "sqs-1"},
		{"nothing is left", "44444", "over"},
		{"undo returns to the card", "4u", "sqs-1"},
		{"undo twice", "44uu", "sqs-1"},
		{"what was shown then comes next", "44u4", "sqs-3"},
		{"undo at the end", "44444u", "sqs-5"},
		{"redo does it again", "44uU", "sqs-3"},
		{"redo of all", "44uuUU", "sqs-3"},
		{"undo of a step takes it from the steps", "1u4444", "sqs-5"},
		{"suspended is gone", "s4444", "over"},
		{"undo of suspend returns", "su", "sqs-1"},
		{"redo of suspend leaves again", "suU", "sqs-2"},
		{"buried is gone today", "b4444", "over"},
		{"undo of a flag stays", "fu", "sqs-1"},
		{"undo of a flag after a grade goes back one by one", "f4u", "sqs-1"},
		{"flag keeps the turn", "4f", "sqs-2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			newTable(t, newFake(), items(5)...).sit().keys(tt.keys).want(tt.want)
		})
	}
}

func TestTomorrowAndAfterARestart(t *testing.T) {
	b := newTable(t, newFake(), items(3)...).sit()
	b.keys("31").want("sqs-3").keys("b").want("sqs-2").keys("4").want("sqs-1").keys("3").want("over")
	// sqs-1, good twice, has two days; sqs-2, again and easy, one.
	b.keys("d").sit().want("sqs-2").keys("3").want("sqs-3").keys("4").want("over")
	b.keys("d").sit().want("sqs-1")
}

func TestUndoReachesBackOverRestarts(t *testing.T) {
	b := newTable(t, newFake(), items(4)...).sit().keys("4s")
	before := b.store.(*fake).card("sqs-1")
	b.keys("d").sit().keys("4u").want("sqs-3").keys("uu").want("sqs-1")
	if c := b.s.Turn().Card; c != (srs.Card{ID: "sqs-1"}) {
		t.Errorf("undone, the card is %+v", c)
	}
	b.sit().keys("UU")
	if after := b.store.(*fake).card("sqs-1"); after != before {
		t.Errorf("done again, the card is %+v, was %+v", after, before)
	}
}

func TestRedoTakesACardOutOfTheQueue(t *testing.T) {
	b := newTable(t, newFake(), items(3)...).sit().keys("14u+").sit().want("sqs-1") // its minute has come; sqs-2 waits
	b.keys("U").want("sqs-1").keys("4").want("sqs-3").keys("4").want("over")
}

func TestWhatIsShownIsWhatIsSaved(t *testing.T) {
	f := newFake()
	b := newTable(t, f, items(1)...).sit()
	shown := b.s.Turn().Outcomes[srs.Good.Index()]
	b.clock.Advance(40 * time.Second)
	b.keys("3")
	r := f.acts[0].review
	if got := r.After; got.Memory != shown.After.Memory || got.State != shown.After.State || got.Interval != shown.After.Interval {
		t.Errorf("saved %+v, shown %+v", got, shown.After)
	}
	if got := r.After.DueAt().Sub(r.At); got != shown.Wait {
		t.Errorf("due %v after the answer, the button said %v", got, shown.Wait)
	}
	if r.Before != (srs.Card{ID: "sqs-1"}) || r.Grade != srs.Good || r.Took != 5*time.Second || r.Source != srs.FromReview ||
		r.Model != "fsrs-6/default" || r.Day != srs.DayOf(srstest.Start) || r.After.Last != r.At.UnixMilli() {
		t.Errorf("saved %+v", r)
	}
}

func TestActsOnACardThatLeftTheDeckAreUndoneToo(t *testing.T) {
	f := newFake()
	b := newTable(t, f, items(3)...).sit().keys("4")
	b.o.Deck = &deck.Deck{Items: items(3)[1:]}
	b.sit().want("sqs-2")
	turn, act, err := b.s.Undo(context.Background())
	if err != nil || act.Card.ID != "sqs-1" || turn.Card.ID != "sqs-2" || f.card("sqs-1").State != srs.New {
		t.Errorf("undone %+v, %v; %s is shown", act, err, turn.Card.ID)
	}
}

func TestNothingToUndoOrRedo(t *testing.T) {
	b := newTable(t, newFake(), items(1)...).sit()
	if _, _, err := b.s.Undo(context.Background()); !errors.Is(err, review.ErrNothingToUndo) {
		t.Errorf("undo: %v", err)
	}
	b.keys("4u4")
	if _, _, err := b.s.Redo(context.Background()); !errors.Is(err, review.ErrNothingToRedo) {
		t.Errorf("redo after a new act: %v", err)
	}
}

func TestServicesAndLimit(t *testing.T) {
	all := items(6)
	all[1].Service, all[3].Service = "sns", "sns"
	b := newTable(t, newFake(), all...)
	b.o.Services = []string{"sns"}
	b.sit().want("sqs-2").keys("4").want("sqs-4").keys("4").want("over")

	b = newTable(t, newFake(), items(6)...)
	b.o.Limit = 2
	b.sit().keys("4")
	if got := b.s.Turn().Counts.Left(); got != 1 {
		t.Errorf("%d left of two, one done", got)
	}
	b.keys("4").want("over").keys("u").want("sqs-2").keys("1").want("over")
	if got := b.keys("u").s.Turn().Counts.Left(); got != 1 {
		t.Errorf("%d left after undo, want the card alone", got)
	}
	b.sit().keys("14").want("over") // a step waits
	if got := b.keys("u").s.Turn().Counts; got.Learning != 1 || got.New != 1 {
		t.Errorf("after undo %+v, want the card and the step", got)
	}
}

func TestALimitHoldsForSteps(t *testing.T) {
	b := newTable(t, newFake(), items(6)...).sit().keys("111")
	b.o.Limit = 2
	if got := b.sit().s.Turn().Counts.Left(); got != 2 {
		t.Errorf("%d left of three steps, want 2", got)
	}
}
