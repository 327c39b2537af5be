package review_test

import (
	"context"
	"testing"
	"time"

	"dva/srs/srstest"
)

func TestSummary(t *testing.T) {
	b := newTable(t, newFake(), items(5)...).sit().keys("1244") // again, hard, easy, easy
	b.keys("4u")
	sum, err := b.s.Summary(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if sum.Done != 4 || sum.Again != 1 || sum.ByGrade != [4]int{1, 1, 0, 2} || sum.Took != 20*time.Second || sum.Weakest != "sqs" {
		t.Errorf("summary %+v", sum)
	}
	if sum.Tomorrow != 2 || !sum.NextDue.Equal(b.clock.Now()) { // both in steps
		t.Errorf("tomorrow %d, next due %v", sum.Tomorrow, sum.NextDue)
	}
}

func TestSummaryLooksBeyondTomorrow(t *testing.T) {
	f := newFake()
	b := newTable(t, f).sit()
	if sum, err := b.s.Summary(context.Background()); err != nil || !sum.NextDue.IsZero() || sum.Weakest != "" {
		t.Errorf("nothing learned: %+v, %v", sum, err)
	}
	f.cards["sqs-2"] = srstest.Card("sqs-2", start-2, 3)
	b = newTable(t, f, items(2)...)
	if sum, err := b.sit().s.Summary(context.Background()); err != nil || sum.Tomorrow != 1 {
		t.Errorf("%d tomorrow, want the one, %v", sum.Tomorrow, err)
	}
	delete(f.cards, "sqs-2")
	b = newTable(t, f, items(1)...).sit().keys("4").want("over") // easy gives eight days
	sum, err := b.s.Summary(context.Background())
	if want := b.o.Scheduler.Calendar.Begin(start + 8); err != nil || !sum.NextDue.Equal(want) || sum.Tomorrow != 0 {
		t.Errorf("%d tomorrow, next due %v, %v; want %v", sum.Tomorrow, sum.NextDue, err, want)
	}
}
