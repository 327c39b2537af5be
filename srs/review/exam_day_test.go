package review_test

import (
	"context"
	"slices"
	"testing"

	"dva/deck"
	"dva/srs"
	"dva/srs/plan"
	"dva/srs/review"
	"dva/srs/srstest"
)

// steps and learning of the questions would come between; without steps a right
// answer is done with.
func (h *hall) withoutSteps() {
	h.exams.Scheduler.Settings.Learning, h.exams.Scheduler.Settings.Relearning = nil, nil
	h.o.Scheduler = h.exams.Scheduler
}

func TestAnExamUsesUpNothingOfTheDay(t *testing.T) {
	for _, tt := range []struct {
		name     string
		settings func(*srs.Settings)
	}{
		{"without an exam date", func(*srs.Settings) {}},
		{"with few new cards a day", func(s *srs.Settings) { s.NewPerDay = 3 }},
		{"with few reviews a day", func(s *srs.Settings) { s.Reviews = 2 }},
		{"with few minutes", func(s *srs.Settings) { s.Minutes = 5 }},
		{"toward an exam", func(s *srs.Settings) { s.ExamDay = start + 20 }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := newHall(t)
			tt.settings(&h.exams.Scheduler.Settings)
			h.withoutSteps()
			h.exams.Deck.Items = append(h.exams.Deck.Items, items(30)...)
			for i, id := range []string{"sqs-1", "sqs-2", "sqs-3", "sqs-4"} {
				h.put(srstest.Card(id, start-10, 10-i))
			}
			before := h.today()
			h.examine(allRight(0, 0)) // nothing is missed, so that nothing comes forward
			after := h.today()
			after.NextDue = before.NextDue // the questions come back
			if after.Spare = before.Spare; after != before {
				t.Errorf("before it %+v\nafter it %+v", before, after)
			}
			tally, err := h.file.Today(context.Background(), start)
			h.must(err)
			if tally.Reviews != 10 || tally.New != 10 || tally.Questions != 10 || len(tally.Begun) != 0 || tally.Studied() != (srs.Part{}) {
				t.Errorf("the day's totals are %+v", tally)
			}
		})
	}
}

func TestAnExamHasNoPace(t *testing.T) {
	h := newHall(t)
	h.withoutSteps()
	h.exams.Deck.Items = append(h.exams.Deck.Items, items(30)...)
	for i := range 30 { // due tomorrow
		h.put(srstest.Card(items(30)[i].ID, start-19, 20))
	}
	for range 4 { // 40 answers of 30 seconds
		h.examine(allRight(0, 0))
	}
	h.clock.AdvanceDays(1)
	h.o.Scheduler.Settings.NewPerDay = 0
	if p := h.today(); p.Due != 30 || p.Minutes != 4 { // 8 seconds for one answer
		t.Errorf("%d cards take %d minutes", p.Due, p.Minutes)
	}
}

func TestWantedCardsComeFirstBeyondAnyLimitForNewOnes(t *testing.T) {
	for _, tt := range []struct {
		name     string
		settings func(*srs.Settings)
	}{
		{"no new cards a day", func(s *srs.Settings) { s.NewPerDay = 0 }},
		{"new cards come first", func(s *srs.Settings) { s.ExamDay = start + 40 }},
		{"in the last week", func(s *srs.Settings) { s.ExamDay = start + 5 }},
		{"on the exam day", func(s *srs.Settings) { s.ExamDay = start }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := newHall(t)
			tt.settings(&h.exams.Scheduler.Settings)
			h.withoutSteps()
			all := h.exams.Deck.Items
			all[2].Level = deck.Edge                     // card-03, behind a miss
			all[6].Skills = nil                          // card-07, outside the exam
			due := srstest.Card("card-05", start-10, 10) // behind a right answer
			h.put(due)
			h.examine(srstest.TenAnswers)
			p := h.today()
			if p.Due != 5 || p.PutOff != 0 {
				t.Errorf("%d are due, %d put off", p.Due, p.PutOff)
			}
			b := h.sit()
			var asked []string
			for b.shows() != "over" && len(asked) < p.Due+p.New {
				card := b.s.Turn().Card
				if card.State == srs.Reviewing || card.Wanted() {
					asked = append(asked, card.ID)
				}
				b.keys("4")
			}
			if want := []string{"card-03", "card-07", "card-09", "card-10", "card-05"}; !slices.Equal(asked, want) {
				t.Errorf("asked %v, want %v", asked, want)
			}
			h.sound()
		})
	}
}

func TestCountsGoDownByOneWithEachAnswerWhateverIsWanted(t *testing.T) {
	for _, tt := range []struct {
		name     string
		settings func(*srs.Settings)
	}{
		{"without an exam date", func(s *srs.Settings) { s.NewPerDay = 5 }},
		{"with few reviews a day", func(s *srs.Settings) { s.Reviews = 3 }},
		{"toward an exam", func(s *srs.Settings) { s.ExamDay = start + 13 }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := newHall(t)
			tt.settings(&h.exams.Scheduler.Settings)
			h.withoutSteps()
			h.exams.Deck.Items = append(h.exams.Deck.Items, items(30)...)
			h.put(srstest.Card("sqs-1", start-10, 10))
			h.examine(srstest.TenAnswers)
			before := h.today()
			for h.sit(); h.shows() != "over"; {
				counts := h.s.Turn().Counts
				if counts.Due != before.Due || counts.New != before.New {
					t.Fatalf("the sitting has %+v left, home says %d due and %d new", counts, before.Due, before.New)
				}
				h.keys("4")
				p := h.today()
				if p.Due+p.New != before.Due+before.New-1 || p.Done != before.Done+1 || p.PutOff != before.PutOff {
					t.Fatalf("from %+v\nto %+v", before, p)
				}
				before = p
			}
			if before.Due+before.New != 0 {
				t.Errorf("the sitting is over and %d cards are left", before.Due+before.New)
			}
		})
	}
}

func TestWantedCardsAreNotNewOnesOfTheDay(t *testing.T) {
	h := newHall(t)
	h.withoutSteps()
	h.o.Scheduler.Settings.NewPerDay = 0
	h.examine(srstest.TenAnswers)
	h.sit().keys("4444")
	tally, err := h.file.Today(context.Background(), start)
	h.must(err)
	if tally.Wanted != 4 || len(tally.Begun) != 0 || tally.Studied().New != 4 {
		t.Errorf("the day has %+v", tally)
	}
	h.keys("u")
	if tally, err = h.file.Today(context.Background(), start); err != nil || tally.Wanted != 3 {
		t.Errorf("after undo %+v, %v", tally, err)
	}
	h.want("card-10")
	if c := h.s.Turn().Card; !c.Wanted() {
		t.Errorf("%+v is wanted no more", c)
	}
}

func TestWantedCardsWaitForAnotherDay(t *testing.T) {
	h := newHall(t)
	h.withoutSteps()
	h.o.Scheduler.Settings.NewPerDay = 0
	h.exams.Deck.Items[8].Parent = "card-03" // a sibling, which comes a day later
	h.exams.Deck.Items[2].Parent = "card-03"
	h.put(srs.Card{ID: "card-07", Marks: srs.Marks{Suspended: true}})
	h.examine(srstest.TenAnswers)
	if p := h.today(); p.Due != 2 || !p.NextDue.Equal(h.o.Scheduler.Calendar.Begin(start+1)) {
		t.Errorf("today has %d due, the next on %v", p.Due, p.NextDue)
	}
	sum, err := h.sit().s.Summary(context.Background())
	if err != nil || sum.Tomorrow < 3 {
		t.Errorf("tomorrow has %d, %v", sum.Tomorrow, err)
	}
	h.keys("44")
	h.clock.AdvanceDays(1)
	found := false
	for h.sit(); h.shows() != "over"; h.keys("4") {
		found = found || h.shows() == "card-09" && h.s.Turn().Card.Wanted()
	}
	if !found {
		t.Error("the sibling was not asked on the next day")
	}
	if c := h.card("card-07"); !c.Wanted() || !c.Marks.Suspended {
		t.Errorf("the suspended one is %+v", c)
	}
}

func TestCardsThatWereBroughtCanBeAskedAtOnce(t *testing.T) {
	h := newHall(t)
	h.put(srstest.Card("card-09", start, 30)) // answered today, right, and yet missed
	h.examine(srstest.TenAnswers)
	brought, err := h.exams.Brought(context.Background(), 1)
	h.must(err)
	if want := []string{"card-03", "card-07", "card-09", "card-10"}; !slices.Equal(brought, want) {
		t.Fatalf("brought %v, want %v", brought, want)
	}
	h.o.Items = brought
	h.sit()
	for _, id := range brought {
		h.want(id).keys("4")
	}
	h.want("over").sit().want("over")
	h.o.Items = nil
	var p plan.Today
	if p, err = review.Today(context.Background(), h.o); err != nil || p.Due != p.Steps {
		t.Errorf("due is %+v, %v", p, err)
	}
}
