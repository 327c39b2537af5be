package review_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"dva/deck"
	"dva/srs"
	"dva/srs/plan"
	"dva/srs/review"
	"dva/srs/srstest"
)

func (b *table) today() plan.Today {
	b.t.Helper()
	p, err := review.Today(context.Background(), b.o)
	if err != nil {
		b.t.Fatal(err)
	}
	return p
}

var start = srs.DayOf(srstest.Start)

func TestTodayGoesDownWithEachAnswer(t *testing.T) {
	b := newTable(t, newFake(), items(30)...)
	if p := b.today(); p.New != 10 || p.Due != 0 || p.Minutes != 4 || p.Why == "" || !p.NextDue.IsZero() || p.Unseen != 30 {
		t.Errorf("first run: %+v", p)
	}
	b.sit().keys("4444")
	if p := b.today(); p.New != 6 || p.Done != 4 || p.Took != 20*time.Second || p.Unseen != 26 {
		t.Errorf("after four: %+v", p)
	}
	b.keys("1")
	if p := b.today(); p.New != 5 || p.Due != 1 || p.Steps != 1 {
		t.Errorf("with one in steps: %+v", p)
	}
	b.keys("444444").want("over") // the step came last
	if p := b.today(); p.New != 10 {
		t.Errorf("after ten, more is offered: %+v", p)
	}
}

func TestNextDue(t *testing.T) {
	c := srs.Calendar{Start: srs.Defaults().DayStart}
	later, buried, sibling := srstest.Card("sqs-1", start-1, 5), srstest.Card("sqs-2", start-3, 3), srstest.Card("sqs-3", start-3, 3)
	suspended := buried
	buried.Marks.BuriedUntil = start + 1
	suspended.Marks.Suspended = true
	tests := []struct {
		name  string
		cards []srs.Card
		want  time.Time
	}{
		{"nothing learned", nil, time.Time{}},
		{"in four days, when that study day begins", []srs.Card{later}, c.Begin(start + 4)},
		{"in four days, when what is due is suspended", []srs.Card{later, suspended}, c.Begin(start + 4)},
		{"tomorrow, when what is due is buried", []srs.Card{later, buried}, c.Begin(start + 1)},
		{"tomorrow, when some are put off", []srs.Card{srstest.Card("sqs-2", start-3, 3), srstest.Card("sqs-3", start-3, 3)}, c.Begin(start + 1)},
		{"tomorrow, when a due card waits for its sibling", []srs.Card{later, sibling, srstest.Card("sqs-4", start-3, 3)}, c.Begin(start + 1)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, all := newFake(), items(4)
			all[2].Parent = all[3].Parent
			for _, c := range tt.cards {
				f.cards[c.ID] = c
			}
			b := newTable(t, f, all...)
			b.o.Scheduler.Settings.Reviews = 1
			if got := b.today().NextDue; !got.Equal(tt.want) {
				t.Errorf("next due %v, want %v", got, tt.want)
			}
		})
	}
}

func TestTodayCountsCoreAndFurtherCardsApart(t *testing.T) {
	all := items(211)
	for i := range all[21:] {
		all[21+i].Level = deck.Useful
	}
	f := newFake()
	f.cards["sqs-1"] = srstest.Card("sqs-1", start-1, 30) // not the first day
	b := newTable(t, f, all...)
	b.o.Scheduler.Settings.ExamDay = start + 30 // 21 days until ten before it
	if p := b.today(); p.Core != 1 || p.Further != 10 {
		t.Fatalf("%d core and %d further cards for today", p.Core, p.Further)
	}
	b.sit().keys("4444")
	if p := b.today(); p.Core != 0 || p.Further != 7 {
		t.Errorf("%d core and %d further cards are left", p.Core, p.Further)
	}
}

func TestWhatIsNotBegun(t *testing.T) {
	all := items(5)
	all[0].Skills = nil                     // outside the exam
	all[1].Level = deck.Edge                // only on wish
	all[2].Skills, all[2].Deck = nil, "own" // the learner's own
	all[3].Level = deck.Useful
	f := newFake()
	suspended := srs.Card{ID: "sqs-5", Marks: srs.Marks{Suspended: true}}
	f.cards[suspended.ID] = suspended
	b := newTable(t, f, all...).sit()
	b.want("sqs-3").keys("4").want("sqs-4").keys("4").want("over")
	if p := b.today(); p.Unseen != 0 {
		t.Errorf("%d core cards are said to be unseen", p.Unseen)
	}
	b.o.Scheduler.Settings.Edge = true
	b.sit().want("sqs-2")
	// What was begun once is asked, wherever it belongs now.
	f.cards["sqs-1"] = srstest.Card("sqs-1", start-3, 3)
	b.sit().want("sqs-1")
}

func TestSpareAsksTheWeakest(t *testing.T) {
	f := newFake()
	for id, interval := range map[string]int{"sqs-1": 40, "sqs-2": 10, "sqs-3": 20, "sqs-4": 1} {
		f.cards[id] = srstest.Card(id, start-1, interval)
	}
	hidden := srstest.Card("sqs-5", start-1, 5)
	hidden.Marks.Suspended = true
	f.cards["sqs-5"] = hidden
	b := newTable(t, f, items(5)...)
	b.sit().want("sqs-4").keys("4").want("over")
	if p := b.today(); p.Spare != 4 { // one of them suspended, which is not known yet
		t.Errorf("%d are offered", p.Spare)
	}
	b.o.Spare = true
	b.sit().want("sqs-2")
	if turn := b.s.Turn(); !turn.Ahead || turn.Counts.Due != 3 {
		t.Errorf("ahead %v, counts %+v", turn.Ahead, turn.Counts)
	}
	b.keys("4").want("sqs-3").keys("4").want("sqs-1").keys("4").want("over").sit().want("over")
}

func TestSpareIsWhatTheMinutesHoldOrTwenty(t *testing.T) {
	f, all := newFake(), items(80)
	for _, c := range all {
		f.cards[c.ID] = srstest.Card(c.ID, start-1, 10)
	}
	b := newTable(t, f, all...)
	b.o.Scheduler.Settings.Minutes, b.o.Spare = 6, true // 45 answers of eight seconds
	if got := b.sit().s.Turn().Counts.Left(); got != 45 {
		t.Errorf("%d cards are offered, want 45", got)
	}
	for range 45 {
		b.keys("4")
	}
	if got := b.want("over").today().Spare; got != 0 {
		t.Errorf("%d cards are offered when the minutes are used up", got)
	}
	if got := b.sit().s.Turn().Counts.Left(); got != 20 {
		t.Errorf("%d cards for one who asks for more, want 20", got)
	}
}

func TestSpareOfOneService(t *testing.T) {
	f, all := newFake(), items(3)
	all[1].Service = "sns"
	for i, c := range all {
		f.cards[c.ID] = srstest.Card(c.ID, start-1, 10*(i+1))
	}
	b := newTable(t, f, all...)
	b.o.Spare, b.o.Services = true, []string{"sns"}
	b.sit().want("sqs-2").keys("4").want("over")
}

func TestASpareCardAnsweredElsewhereIsNotAskedAgain(t *testing.T) {
	f := newFake()
	for i, c := range items(2) {
		f.cards[c.ID] = srstest.Card(c.ID, start-1, 10*(i+1))
	}
	b := newTable(t, f, items(2)...)
	b.o.Spare = true
	other := *b
	b.sit().want("sqs-1")
	other.sit().keys("4")
	if _, err := b.s.Grade(context.Background(), srs.Good, 0); !errors.Is(err, review.ErrStale) {
		t.Fatalf("error %v, want ErrStale", err)
	}
	b.want("sqs-2")
}

func TestSpareKeepsSiblingsApart(t *testing.T) {
	f, all := newFake(), items(5)
	all[1].Parent, all[3].Parent, all[4].Parent = all[0].Parent, all[2].Parent, all[2].Parent
	f.cards["sqs-1"] = srstest.Card("sqs-1", start-1, 1)
	for id, interval := range map[string]int{"sqs-2": 10, "sqs-3": 20, "sqs-4": 15, "sqs-5": 30} {
		f.cards[id] = srstest.Card(id, start-1, interval)
	}
	all = append(all, deck.Item{ID: "sns-1", Parent: all[2].Parent, Skills: all[2].Skills})
	hidden := srstest.Card("sns-1", start-3, 1) // suspended, it keeps no sibling away
	hidden.Marks.Suspended = true
	f.cards["sns-1"] = hidden
	b := newTable(t, f, all...).sit().want("sqs-1").keys("4").want("over")
	b.o.Spare = true
	b.sit().want("sqs-4").keys("4").want("over") // sqs-2 waits for sqs-1, sqs-3 and sqs-5 for sqs-4
	b.sit().want("over").keys("d").sit().want("sqs-2")
	b.o.Scheduler.Settings.BurySiblings = false
	b.sit().keys("4").want("sqs-1")
}

func TestBeforeTheExamTheWeakestComesFirst(t *testing.T) {
	f := newFake()
	f.cards["sqs-1"], f.cards["sqs-2"] = srstest.Card("sqs-1", start-9, 3), srstest.Card("sqs-2", start-9, 9)
	b := newTable(t, f, items(2)...).sit().want("sqs-2")
	b.o.Scheduler.Settings.ExamDay = start + 3
	b.sit().want("sqs-1")
}

func TestAheadIsSaid(t *testing.T) {
	b := newTable(t, newFake(), items(1)...).sit()
	if b.s.Turn().Ahead {
		t.Error("a new card is ahead of its time")
	}
	if b.keys("1"); !b.s.Turn().Ahead {
		t.Error("a step of a minute, asked at once, is not ahead")
	}
	if b.keys("++").sit(); b.s.Turn().Ahead {
		t.Error("a step whose minute has come is ahead")
	}
	f := newFake()
	f.cards["sqs-1"] = srstest.Card("sqs-1", start-3, 3)
	if b := newTable(t, f, items(1)...).sit(); b.s.Turn().Ahead {
		t.Error("a card due today is ahead")
	}
}

func TestStepsThatWaitLongerThanTheLearner(t *testing.T) {
	b := newTable(t, newFake(), items(1)...)
	b.o.Scheduler.Settings.Learning = []time.Duration{time.Hour}
	b.sit().keys("1").want("over")
	sum, err := b.s.Summary(context.Background())
	if err != nil || !sum.NextDue.Equal(srstest.Start.Add(time.Hour)) || sum.Tomorrow != 1 {
		t.Errorf("summary %+v, %v", sum, err)
	}
}

func TestUndoOverDaysKeepsSiblingsApart(t *testing.T) {
	all := items(2)
	all[1].Parent = all[0].Parent
	b := newTable(t, newFake(), all...).sit().keys("4").want("over")
	b.keys("d").sit().want("sqs-2").keys("4").want("over") // easy gave sqs-1 eight days
	b.keys("uu").want("sqs-1").keys("4").want("over")
	b.keys("d").sit().want("sqs-2")
}

func TestPaceIsTheLearnersOwn(t *testing.T) {
	b := newTable(t, newFake(), items(60)...)
	b.o.Scheduler.Settings.NewPerDay = 40
	b.sit()
	for range 40 {
		if _, err := b.s.Grade(context.Background(), srs.Easy, 30*time.Second); err != nil {
			break // the first ten, then ten more
		}
		if b.s.Turn().Over {
			b.sit()
		}
	}
	if p := b.today(); p.Done != 40 {
		t.Fatalf("%d answers", p.Done)
	}
	b.keys("d")
	if p := b.today(); p.New != 20 || p.Minutes != 25 { // two and a half answers of half a minute each
		t.Errorf("%d new cards are said to take %d minutes", p.New, p.Minutes)
	}
}
