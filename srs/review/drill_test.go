package review_test

import (
	"context"
	"math"
	"testing"

	"dva/srs"
	"dva/srs/fsrs"
	"dva/srs/review"
	"dva/srs/srstest"
)

// drill sits in a drill of these items of a deck of nine.
func drill(t *testing.T, f *fake, ids ...string) *table {
	t.Helper()
	b := newTable(t, f, items(9)...)
	b.o.Items, b.o.Source = ids, srs.FromDrill
	return b.sit()
}

func TestDrillAsksWhatItIsTold(t *testing.T) {
	buried := srstest.Card("sqs-2", start-3, 9)
	buried.Marks.BuriedUntil = start + 1
	suspended := srstest.Card("sqs-3", start-3, 9)
	suspended.Marks.Suspended = true
	for _, tt := range []struct {
		name, keys, want string
		ids              []string
	}{
		{"one that is not due", "", "sqs-1", []string{"sqs-1"}},
		{"one that was answered today", "", "sqs-4", []string{"sqs-4"}},
		{"a buried one", "", "sqs-2", []string{"sqs-2"}},
		{"no suspended one", "", "sqs-1", []string{"sqs-3", "sqs-1"}},
		{"a wrong one again, when its ten minutes are over", "1++++++++++3", "sqs-1", []string{"sqs-1", "sqs-5", "sqs-6"}},
		{"a wrong one early, when nothing else is left", "14", "sqs-1", []string{"sqs-1", "sqs-5"}},
		{"and then no more", "144", "over", []string{"sqs-1", "sqs-5"}},
		{"undo goes back to a buried one", "4u", "sqs-2", []string{"sqs-2", "sqs-1"}},
		{"a flag on a buried one leaves it", "ffuu", "sqs-2", []string{"sqs-2", "sqs-1"}},
		{"bury takes out", "b", "sqs-1", []string{"sqs-2", "sqs-1"}},
		{"which undo takes back", "bu", "sqs-5", []string{"sqs-5", "sqs-1"}},
		{"and redo does again", "buU", "sqs-1", []string{"sqs-5", "sqs-1"}},
		{"redo of a burying behind the card shown leaves that", "4buuUU", "over", []string{"sqs-5", "sqs-1"}},
		{"redo of a suspension", "suU", "sqs-1", []string{"sqs-5", "sqs-1"}},
		{"redo of a flag stays", "fuU", "sqs-5", []string{"sqs-5", "sqs-1"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := newFake()
			for _, c := range []srs.Card{srstest.Card("sqs-1", start-3, 9), buried, suspended, srstest.Card("sqs-4", start, 2)} {
				f.cards[c.ID] = c
			}
			drill(t, f, tt.ids...).keys(tt.keys).want(tt.want)
		})
	}
}

func TestDrillIsReviewed(t *testing.T) {
	f := newFake()
	f.cards["sqs-1"] = srstest.Card("sqs-1", start-3, 9)
	b := drill(t, f, "sqs-1")
	if turn := b.s.Turn(); turn.Ahead {
		t.Error("a drill calls nothing early that the learner asked for")
	}
	b.keys("3")
	r := f.acts[0].review
	if r.Source != srs.FromDrill || r.After.DueDay <= start+9 || r.After.Memory.Stability <= 9 {
		t.Errorf("got %+v", r)
	}
}

func TestSummarySaysWhatADrillMoved(t *testing.T) {
	f := newFake()
	first, second := srstest.Card("sqs-1", start-3, 9), srstest.Card("sqs-2", start-20, 9)
	f.cards["sqs-1"], f.cards["sqs-2"] = first, second
	model := fsrs.Default()
	// The slow way: what the three answers below make of the two cards.
	good := model.Next(first.Memory, 3, srs.Good)
	lapsed := model.Next(second.Memory, 20, srs.Again)
	mended := model.Next(lapsed, 0, srs.Good)
	on := func(days float64, memories ...srs.Memory) float64 {
		sum := 0.0
		for _, m := range memories {
			sum += model.Recall(m, days)
		}
		return sum / float64(len(memories))
	}
	before := func(days float64) float64 {
		return (model.Recall(first.Memory, 3+days) + model.Recall(second.Memory, 20+days)) / 2
	}
	for _, tt := range []struct {
		name string
		keys string
		exam srs.Day
		want review.Moved
	}{
		{"nothing", "", 0, review.Moved{On: start + 7}},
		{"both, the wrong one twice, and a new one", "3143", 0, review.Moved{On: start + 7, Known: 2, New: 1, Before: before(7), After: on(7, good, mended)}},
		{"by the exam's day", "31", start + 30, review.Moved{On: start + 30, Exam: true, Known: 2, Before: before(30), After: on(30, good, lapsed)}},
		{"an exam today is no later day", "31", start, review.Moved{On: start + 7, Known: 2, Before: before(7), After: on(7, good, lapsed)}},
		{"undone answers do not count", "3u3uu3", 0, review.Moved{
			On: start + 7, Known: 1, Before: model.Recall(first.Memory, 10), After: model.Recall(good, 7),
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			own := newFake()
			for id, c := range f.cards {
				own.cards[id] = c
			}
			b := newTable(t, own, items(9)...)
			b.o.Items, b.o.Source = []string{"sqs-1", "sqs-2", "sqs-3"}, srs.FromDrill
			b.o.Scheduler.Settings.ExamDay = tt.exam
			b.sit()
			for _, k := range tt.keys {
				if k == 'u' && own.stand == 0 {
					continue
				}
				b.keys(string(k))
			}
			sum, err := b.s.Summary(context.Background())
			if err != nil || sum.Moved == nil {
				t.Fatalf("%+v, %v", sum, err)
			}
			got := *sum.Moved
			if got.On != tt.want.On || got.Exam != tt.want.Exam || got.Known != tt.want.Known || got.New != tt.want.New || away(got.Before, tt.want.Before) || away(got.After, tt.want.After) {
				t.Errorf("got  %+v\nwant %+v", got, tt.want)
			}
		})
	}
	b := newTable(t, newFake(), items(2)...).sit().keys("4")
	if sum, _ := b.s.Summary(context.Background()); sum.Moved != nil {
		t.Errorf("a review moved %+v", sum.Moved)
	}
}

func away(a, b float64) bool { return math.Abs(a-b) > 1e-12 }

// drilled is a day on which all that was done was a drill.
type drilled struct{ *fake }

func (d drilled) Today(ctx context.Context, day srs.Day) (review.Tally, error) {
	t, err := d.fake.Today(ctx, day)
	t.Begun, t.Drilled = nil, t.Studied()
	return t, err
}

func TestDrillsCountAgainstNothing(t *testing.T) {
	f := newFake()
	all := items(60)
	for _, it := range all[:5] {
		f.cards[it.ID] = srstest.Card(it.ID, start-9, 9)
	}
	b := newTable(t, drilled{f}, all...)
	b.o.Scheduler.Settings.Reviews = 4
	before, err := review.Today(context.Background(), b.o)
	if err != nil || before.Due != 4 || before.New != 0 {
		t.Fatalf("%+v, %v", before, err)
	}
	b.o.Items, b.o.Source = []string{"sqs-1", "sqs-7", "sqs-8"}, srs.FromDrill
	b.sit().keys("444")
	b.o.Items = nil
	after, err := review.Today(context.Background(), b.o)
	if err != nil || after.Due != 4 || after.New != 20 || after.Done != 3 {
		t.Errorf("due %d, new %d, done %d, %v", after.Due, after.New, after.Done, err)
	}
}
