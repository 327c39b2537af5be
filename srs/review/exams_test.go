package review_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"dva/deck"
	"dva/deck/exam"
	"dva/srs"
	"dva/srs/fsrs"
	"dva/srs/review"
	"dva/srs/srstest"
	"dva/srs/store"
)

func TestAnswersOfAnExamAreReviews(t *testing.T) {
	h := newHall(t)
	known := srstest.Card("question-02", start-10, 20)
	known.Memory = fsrs.Default().First(srs.Good)
	h.put(known)
	h.put(srs.Card{ID: "question-03", Marks: srs.Marks{Suspended: true}})
	h.exams.Deck.Items = slices.DeleteFunc(h.exams.Deck.Items, func(it deck.Item) bool { return it.ID == "question-04" })
	r := h.examine(allRight(2, 6))
	whole := h.exams.Scheduler
	whole.Settings.Learning, whole.Settings.Relearning = nil, nil // no steps: nothing is asked again today
	log := h.log()[1:]
	if len(log) != 9 {
		t.Fatalf("%d answers are in the log, want all but the blank one", len(log))
	}
	for i, got := range log {
		at := i
		if i >= 5 {
			at++
		}
		it, before := r.Paper.Items[at], srs.Card{ID: r.Paper.Items[at].ID}
		grade := srs.Good
		switch it.ID {
		case "question-02":
			before, grade = known, srs.Again
		case "question-03":
			before.Marks.Suspended = true
		}
		want := srs.Review{
			ID: got.ID, At: r.Run.Ended, Day: start, Grade: grade, Took: 30 * time.Second, Source: srs.FromExam,
			Model: fsrs.Default().Version(), Hash: it.Hash, Question: true, Before: before,
			After: whole.Preview(before, r.Run.Ended)[grade.Index()].After,
		}
		if want.After.State != srs.Reviewing || want.After.DueDay <= start {
			t.Errorf("%s waits as %+v, want it by whole days", it.ID, want.After)
		}
		if !got.At.Equal(want.At) {
			t.Errorf("%s is of %v, want %v", it.ID, got.At, want.At)
		}
		want.At = got.At
		if got != want {
			t.Errorf("%s:\ngot  %+v\nwant %+v", it.ID, got, want)
		}
		if now := h.card(it.ID); now != want.After {
			t.Errorf("%s is now %+v", it.ID, now)
		}
	}
	h.sound()
}

func TestOneAnswerOfAnExamCountsTwoMinutesAtMost(t *testing.T) {
	h := newHall(t)
	ctx, clock := context.Background(), srstest.NewClock(srstest.Start)
	s, err := exam.Begin(ctx, h.exams, srstest.Paper(10), clock.Now)
	h.must(err)
	for range 60 {
		clock.Advance(5 * time.Second)
		_, err := s.Beat(ctx)
		h.must(err)
	}
	_, err = s.Toggle(ctx, 0)
	h.must(err)
	_, err = s.Submit(ctx)
	h.must(err)
	if log := h.log(); len(log) != 1 || log[0].Took != srs.MaxTook || s.Record().Answers[0].Spent != 5*time.Minute {
		t.Errorf("the log has %+v", log)
	}
}

func TestCardsBehindAMissBecomeDue(t *testing.T) {
	card := func(change func(*srs.Card)) srs.Card {
		c := srstest.Card("card-01", start-5, 20)
		if change != nil {
			change(&c)
		}
		return c
	}
	ended := srstest.Start.Add(5 * time.Minute)
	tests := []struct {
		name   string
		before srs.Card
		change func(*srs.Card) // what the exam does; nil is nothing
	}{
		{"one on review that is due later", card(nil), func(c *srs.Card) { c.DueDay, c.Due = start, ended.UnixMilli() }},
		{"one that is due is as it was", card(func(c *srs.Card) { c.DueDay = start }), nil},
		{"so is one overdue", card(func(c *srs.Card) { c.DueDay = start - 3 }), nil},
		{
			"so is one in learning steps",
			card(func(c *srs.Card) { c.State, c.Step, c.DueDay, c.Due = srs.Learning, 1, start+1, ended.UnixMilli()+1 }), nil,
		},
		{"and in relearning steps", card(func(c *srs.Card) { c.State, c.DueDay = srs.Relearning, start+1 }), nil},
		{"a new one is wanted", srs.Card{ID: "card-01"}, func(c *srs.Card) { c.DueDay = start }},
		{
			"a suspended new one stays so",
			srs.Card{ID: "card-01", Marks: srs.Marks{Suspended: true}},
			func(c *srs.Card) { c.DueDay = start },
		},
		{
			"a buried one stays so",
			card(func(c *srs.Card) { c.Marks.BuriedUntil = start + 1 }), func(c *srs.Card) { c.DueDay, c.Due = start, ended.UnixMilli() },
		},
	}
	for _, tt := range tests {
		for how, picks := range map[string]func(int) []int{"a wrong answer": allRight(1, 0), "a blank": allRight(0, 1)} {
			t.Run(tt.name+"/"+how, func(t *testing.T) {
				h := newHall(t)
				if tt.before != (srs.Card{ID: "card-01"}) {
					h.put(tt.before)
				}
				r := h.examine(picks)
				want := tt.before
				var wantBrought []string
				if tt.change != nil {
					tt.change(&want)
					wantBrought = []string{"card-01"}
				}
				if got := h.card("card-01"); got != want {
					t.Errorf("got  %+v\nwant %+v", got, want)
				}
				if got := h.card("card-02"); got != (srs.Card{ID: "card-02"}) {
					t.Errorf("the card behind a right answer is %+v", got)
				}
				brought, err := h.exams.Brought(context.Background(), r.ID)
				if err != nil || !slices.Equal(brought, wantBrought) {
					t.Errorf("brought %v, %v, want %v", brought, err, wantBrought)
				}
				h.sound()
			})
		}
	}
}

func TestAllBlanksOfAClozeComeForwardAndWhatLeftTheDeckDoesNot(t *testing.T) {
	h := newHall(t)
	items := h.exams.Deck.Items
	for i := range items {
		switch items[i].ID {
		case "card-03":
			items[i].ID, items[i].Parent, items[i].Kind = "card-07#2", "card-07", deck.Cloze
		case "card-07":
			items[i].ID, items[i].Kind = "card-07#1", deck.Cloze
		}
	}
	// Cards 3, 7, 9 and 10 are behind misses. The third has left the deck.
	r := h.examine(srstest.TenAnswers)
	brought, err := h.exams.Brought(context.Background(), r.ID)
	if want := []string{"card-07#2", "card-07#1", "card-09", "card-10"}; err != nil || !slices.Equal(brought, want) {
		t.Errorf("brought %v, %v, want %v", brought, err, want)
	}
	if got := h.card("card-03"); got != (srs.Card{ID: "card-03"}) {
		t.Errorf("what left the deck is %+v", got)
	}
	h.sound()
}

func TestAnAbandonedExamTeachesNothing(t *testing.T) {
	h := newHall(t)
	s, _ := srstest.Sit(t, h.exams, 10, srstest.TenAnswers)
	h.must(s.Abandon(context.Background()))
	cards, err := h.file.Cards(context.Background(), srs.Filter{All: true})
	if err != nil || len(cards)+len(h.log()) > 0 {
		t.Errorf("cards %v, log %v, %v", cards, h.log(), err)
	}
	h.sound()
}

func TestAnExamIsHandedInOnce(t *testing.T) {
	h := newHall(t)
	ctx := context.Background()
	r := h.examine(srstest.TenAnswers)
	again := exam.Change{Holder: r.Holder, Run: r.Run}
	for what, err := range map[string]error{
		"handing in": h.exams.End(ctx, r, again),
		"saving":     h.exams.Save(ctx, r.ID, exam.Change{Holder: r.Holder}),
		"giving up":  h.exams.End(ctx, r, exam.Change{Holder: r.Holder, Run: exam.Run{Status: exam.Abandoned, Ended: srstest.Start}}),
	} {
		if !errors.Is(err, exam.ErrEnded) {
			t.Errorf("%s a second time: %v, want ErrEnded", what, err)
		}
	}
	if n := len(h.log()); n != 9 {
		t.Errorf("%d answers are in the log, want 9", n)
	}
}

// meddling is a file on which another process reviews whenever an exam is
// about to be handed in.
type meddling struct {
	*store.Store
	times int
	do    func(n int)
}

func (m *meddling) EndExam(ctx context.Context, id exam.ID, c exam.Change, credit review.Credit) error {
	if m.times > 0 {
		m.times--
		m.do(m.times)
	}
	return m.Store.EndExam(ctx, id, c, credit)
}

func TestAReviewElsewhereIsTakenIntoAccount(t *testing.T) {
	for _, tt := range []struct {
		name  string
		times int
		want  error
	}{
		{"once", 1, nil},
		{"four times", 4, nil},
		{"without end", 5, review.ErrStale},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := newHall(t)
			var last srs.Card
			h.exams.Store = &meddling{h.file, tt.times, func(n int) {
				before := h.card("question-01")
				last = h.exams.Scheduler.Preview(before, srstest.Start.Add(time.Duration(10-n)*time.Minute))[2].After
				_, err := h.file.Record(context.Background(), srstest.Answer(before, last))
				h.must(err)
			}}
			s, _ := srstest.Sit(t, h.exams, 10, srstest.TenAnswers)
			if _, err := s.Submit(context.Background()); !errors.Is(err, tt.want) {
				t.Fatalf("handing in: %v, want %v", err, tt.want)
			}
			log := h.log()
			if tt.want != nil {
				if len(log) != tt.times {
					t.Errorf("%d answers are in the log, want those made elsewhere", len(log))
				}
				h.exams.Store = h.file
				if _, err := s.Submit(context.Background()); err != nil {
					t.Errorf("handing in when it is quiet: %v", err)
				}
				return
			}
			if got := log[tt.times]; len(log) != tt.times+9 || got.Before != last {
				t.Errorf("%d answers; the exam found %+v, want %+v", len(log), got.Before, last)
			}
		})
	}
}

func TestUndoStopsAtAnExam(t *testing.T) {
	for name, picks := range map[string]func(int) []int{
		"with misses, which end with cards brought forward": srstest.TenAnswers,
		"without misses, which ends with an answer":         allRight(0, 0),
		"of which all is blank":                             func(int) []int { return nil },
	} {
		t.Run(name, func(t *testing.T) {
			h := newHall(t)
			h.put(srstest.Card("card-05", start-5, 5))
			h.examine(picks)
			h.sit()
			first := h.shows()
			h.keys("4u").want(first)
			for range 2 {
				if _, act, err := h.s.Undo(context.Background()); !errors.Is(err, review.ErrNothingToUndo) {
					t.Fatalf("undo of %v, %v, want ErrNothingToUndo", act, err)
				}
			}
			h.want(first).keys("U")
			if _, _, err := h.s.Redo(context.Background()); !errors.Is(err, review.ErrNothingToRedo) {
				t.Errorf("redo: %v", err)
			}
		})
	}
}

func TestAnExamLeavesNothingToDoAgain(t *testing.T) {
	h := newHall(t)
	h.o.Now = srstest.NewClock(srstest.Start.Add(-time.Hour)).Now
	h.sit().keys("44u")
	h.examine(srstest.TenAnswers)
	if _, _, err := h.s.Redo(context.Background()); !errors.Is(err, review.ErrNothingToRedo) {
		t.Errorf("redo of what was undone before the exam: %v", err)
	}
}

func TestTheLastChangeOfAnExamIsCredited(t *testing.T) {
	h := newHall(t)
	ctx := context.Background()
	r, err := h.exams.Begin(ctx, srstest.Paper(10), srstest.Start)
	h.must(err)
	last := exam.Change{Holder: r.Holder, Run: r.Run, Items: []exam.ItemChange{{Index: 1, Answer: exam.Answer{Picked: []int{0}, Visited: true}}}}
	last.Run.Status, last.Run.Ended = exam.Finished, srstest.Start.Add(time.Minute)
	h.must(h.exams.End(ctx, r, last))
	if log := h.log(); len(log) != 1 || log[0].Before.ID != "question-02" || log[0].Grade != srs.Good {
		t.Errorf("the log has %+v", log)
	}
	h.sound()
}

func TestSuspended(t *testing.T) {
	h := newHall(t)
	for _, id := range []string{"question-02", "card-02", "elsewhere"} {
		h.put(srs.Card{ID: id, Marks: srs.Marks{Suspended: true}})
	}
	h.put(srs.Card{ID: "question-03", Marks: srs.Marks{Flagged: true}})
	got, err := h.exams.Suspended(context.Background())
	if err != nil || len(got) != 1 || !got["question-02"] {
		t.Errorf("suspended %v, %v, want question-02", got, err)
	}
}

func TestHistoryAndRecord(t *testing.T) {
	ctx := context.Background()
	h := newHall(t)
	if _, ok, err := h.exams.Unfinished(ctx); ok || err != nil {
		t.Errorf("before the first there is one unfinished: %v", err)
	}
	r := h.examine(srstest.TenAnswers)
	srstest.Sit(t, h.exams, 10, func(i int) []int { return []int{i % 3}[:min(i, 1)] })
	history, err := h.exams.History(ctx)
	if err != nil || len(history) != 2 || history[0].ID != 2 || history[1].ID != 1 {
		t.Fatalf("history %+v, %v", history, err)
	}
	res := exam.Score(r)
	if l := history[1]; l.Right != res.Right || l.RightAsked != res.RightAsked || l.Scored != res.Scored || l.Asked != res.Asked ||
		l.Fresh != res.Fresh || !slices.Equal(l.Domains, res.Domains) || l.Answered != 9 || l.Run.Status != exam.Finished {
		t.Errorf("the first is %+v, its result %+v", l, res)
	}
	open, ok, err := h.exams.Unfinished(ctx)
	if err != nil || !ok || fmt.Sprint(open) != fmt.Sprint(history[0]) || open.Answered != 9 || open.Domains != nil || open.Right != 0 {
		t.Errorf("unfinished is %+v, %v, %v", open, ok, err)
	}
	if _, err := h.exams.Record(ctx, 3); !errors.Is(err, exam.ErrNoExam) {
		t.Errorf("a third: %v, want ErrNoExam", err)
	}
}
