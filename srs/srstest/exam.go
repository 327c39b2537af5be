package srstest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"dva/deck"
	"dva/deck/exam"
	"dva/srs"
	"dva/srs/fsrs"
	"dva/srs/review"
	"dva/srs/schedule"
	"dva/srs/store"
)

// Deck is n flashcards, card-01 and so on, and n questions, question-01 and so on,
// each of which needs the card of its number. Its texts are not there.
func Deck(n int) *deck.Deck {
	d := &deck.Deck{}
	for i := range n {
		id := fmt.Sprintf("card-%02d", i+1)
		d.Items = append(d.Items, deck.Item{ID: id, Parent: id, Service: "sqs", Skills: []string{"1.1.1"}, Place: i, Hash: uint64(i)})
	}
	for i := range n {
		q := question(i)
		d.Items = append(d.Items, deck.Item{
			ID: q.ID, Parent: q.ID, Kind: deck.Multiple, Service: "sqs", Skills: q.Skills, Needs: q.Cards, Place: i, Hash: ^uint64(i),
		})
	}
	return d
}

// question is the i-th of a paper, from 0. Every fifth has two correct choices of
// five, the others one of four; the correct ones come first.
func question(i int) *deck.Question {
	q := &deck.Question{
		ID: fmt.Sprintf("question-%02d", i+1), Service: "sqs", Services: []string{"lambda"}, Stem: fmt.Sprintf("What is number %d?", i+1),
		Skills: []string{"1.1.1"}, Cards: []string{fmt.Sprintf("card-%02d", i+1)}, Facts: []string{"fact-1"}, Difficulty: 2,
		Doc: "https://docs.aws.amazon.com/sqs/", Checked: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC),
	}
	correct, choices := 1, 4
	if i%5 == 4 {
		correct, choices = 2, 5
	}
	for k := range choices {
		q.Choices = append(q.Choices, deck.Choice{Text: fmt.Sprint("choice ", k), Correct: k < correct, Why: fmt.Sprint("reason ", k)})
	}
	return q
}

// Paper asks the first n questions of Deck, 1 minute each, of two domains in
// turn. Every fourth is not scored, every third was seen before.
func Paper(n int) exam.Paper {
	p := exam.Paper{
		Exam: "DVA-C03", Bank: "7-00000007", Length: exam.Sprint, Seed: 1<<63 + 7, Limit: time.Duration(n) * time.Minute,
		Domains: []exam.Domain{{ID: "1", Name: "Development"}, {ID: "2", Name: "Security"}},
	}
	for i := range n {
		q := question(i)
		it := exam.Item{
			ID: q.ID, Domain: p.Domains[i%2].ID, Skill: "1.1.1", Service: q.Service, Scored: i%4 != 3, Fresh: i%3 != 2,
			Hash: ^uint64(i), Question: q,
		}
		for k := range q.Choices {
			it.Order = append(it.Order, (k+i)%len(q.Choices))
		}
		p.Items = append(p.Items, it)
	}
	return p
}

// Exams keeps exams of Deck(n) in s, with the default settings but no chance in
// intervals.
func Exams(s review.ExamStore, n int) review.Exams {
	settings := srs.Defaults()
	settings.Fuzz = false
	return review.Exams{Store: s, Deck: Deck(n), Scheduler: schedule.Scheduler{
		Model: fsrs.Default(), Settings: settings, Calendar: srs.Calendar{Start: settings.DayStart},
	}}
}

// Sit begins an exam of Paper(n) at Start, gives each question 30 seconds and the
// answer that picks says, as places of choices, and leaves it open.
func Sit(t testing.TB, st exam.Store, n int, picks func(i int) []int) (*exam.Sitting, *Clock) {
	t.Helper()
	ctx, clock := context.Background(), NewClock(Start)
	s, err := exam.Begin(ctx, st, Paper(n), clock.Now)
	must(t, err)
	for i := range n {
		_, err := s.Go(ctx, i)
		must(t, err)
		for range 10 { // a longer look would count as a break
			clock.Advance(3 * time.Second)
			_, err = s.Beat(ctx)
			must(t, err)
		}
		for _, k := range picks(i) {
			_, err := s.Toggle(ctx, k)
			must(t, err)
		}
	}
	return s, clock
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TenAnswers are picks for Sit: six right, two wrong, one of too few choices and
// one blank.
func TenAnswers(i int) []int {
	switch i {
	case 2, 6:
		return []int{1}
	case 8:
		return nil
	case 4:
		return []int{0, 1}
	}
	return []int{0} // of question 10, which has two correct ones, too few
}

// Examined is a store with a finished exam of ten questions, answered as
// TenAnswers says.
func Examined(t testing.TB) (*store.Store, review.Exams, exam.Record) {
	t.Helper()
	s := Store(t)
	e := Exams(s, 10)
	sitting, _ := Sit(t, e, 10, TenAnswers)
	_, err := sitting.Submit(context.Background())
	must(t, err)
	return s, e, sitting.Record()
}
