package review_test

import (
	"context"
	"testing"

	"dva/srs"
	"dva/srs/srstest"
)

func TestItemsAreAskedAsTheyAreNamed(t *testing.T) {
	f, all := newFake(), items(9)
	all[6].Parent = all[5].Parent // siblings
	f.cards["sqs-2"] = srstest.Card("sqs-2", start-1, 40)
	f.cards["sqs-3"] = srstest.Card("sqs-3", start, 2)
	hidden := srs.Card{ID: "sqs-4", Marks: srs.Marks{Suspended: true}}
	f.cards["sqs-4"] = hidden
	again := srstest.Card("sqs-5", start, 3) // answered today, then brought forward
	again.DueDay = start
	f.cards["sqs-5"] = again
	step := srstest.Card("sqs-8", start, 0)
	step.State, step.Memory.Stability, step.Due = srs.Learning, 1, srstest.Start.UnixMilli()+3_600_000
	f.cards["sqs-8"] = step
	tests := []struct {
		name  string
		items []string
		want  []string
	}{
		{"none", []string{}, nil},
		{"new ones in this order, whatever the plan says", []string{"sqs-9", "sqs-1"}, []string{"sqs-9", "sqs-1"}},
		{"one that is not due", []string{"sqs-2"}, []string{"sqs-2"}},
		{"not one that was answered today", []string{"sqs-3", "sqs-1"}, []string{"sqs-1"}},
		{"one that was answered today and is due again", []string{"sqs-5"}, []string{"sqs-5"}},
		{"not a suspended one", []string{"sqs-4", "sqs-1"}, []string{"sqs-1"}},
		{"not one that has left the deck", []string{"gone", "sqs-1"}, []string{"sqs-1"}},
		{"siblings", []string{"sqs-7", "sqs-6"}, []string{"sqs-7", "sqs-6"}},
		{"one in steps, in its place and ahead of its time", []string{"sqs-1", "sqs-8", "sqs-9"}, []string{"sqs-1", "sqs-8", "sqs-9"}},
		{"each once", []string{"sqs-1", "sqs-1"}, []string{"sqs-1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			own := newFake()
			for id, c := range f.cards {
				own.cards[id] = c
			}
			b := newTable(t, own, all...)
			b.o.Items, b.o.Services = tt.items, []string{"another"}
			b.sit()
			for i, id := range tt.want {
				b.want(id)
				if left := b.s.Turn().Counts.Left(); left != len(tt.want)-i {
					t.Errorf("%d are left at %s", left, id)
				}
				b.keys("4")
			}
			b.want("over")
		})
	}
}

func TestItemsStayThoseOverUndoAndMidnight(t *testing.T) {
	all := items(4)
	all[1].Parent = all[0].Parent
	b := newTable(t, newFake(), all...)
	b.o.Items = []string{"sqs-3", "sqs-1", "sqs-2"}
	b.sit().keys("4u").want("sqs-3").keys("44").want("sqs-2").keys("u").want("sqs-1").keys("4").want("sqs-2")
	b.clock.AdvanceDays(1)
	if _, err := b.s.Grade(context.Background(), srs.Easy, 0); err == nil {
		t.Error("the day has changed")
	}
	b.want("sqs-2").keys("4").want("over")
	b.o.Limit = 2
	b.o.Items = []string{"sqs-4", "sqs-3", "sqs-1"}
	b.sit().keys("44").want("over")
}
