package review_test

import (
	"context"
	"testing"
	"time"

	"dva/deck/exam"
	"dva/srs/srstest"
)

// TestSeen holds what an exam is told of what was seen.
func TestSeen(t *testing.T) {
	ctx := context.Background()
	h := newHall(t)
	known := srstest.Card("question-09", start-3, 10) // blank and visited in the exam
	later := srstest.Card("question-01", start+1, 10)
	h.put(known)
	s, clock := srstest.Sit(t, h.exams, 10, srstest.TenAnswers)
	h.must(s.Abandon(ctx))
	h.put(later)
	p := srstest.Paper(10)
	p.Items[0].ID = "gone"
	clock.Advance(time.Hour)
	if _, err := exam.Begin(ctx, h.exams, p, clock.Now); err != nil { // shows its first question
		t.Fatal(err)
	}
	seen, err := h.exams.Seen(ctx)
	h.must(err)
	ended := srstest.Start.Add(5 * time.Minute)
	for id, want := range map[string]time.Time{
		"question-01": srstest.At(start + 1), "question-02": ended, "question-09": ended, "gone": ended.Add(time.Hour), "card-01": {},
	} {
		if !seen[id].Equal(want) {
			t.Errorf("%s was seen at %v, want %v", id, seen[id], want)
		}
	}
	if len(seen) != 11 {
		t.Errorf("%d questions were seen", len(seen))
	}
}

// TestAllOfAnExamThatWasHandedInIsSeen holds that its result, which gives the
// reasons of every question, leaves none of them fresh.
func TestAllOfAnExamThatWasHandedInIsSeen(t *testing.T) {
	ctx := context.Background()
	for _, tt := range []struct {
		name string
		end  func(*exam.Sitting) error
		want int
	}{
		{"one that is open has shown what was on the screen", func(*exam.Sitting) error { return nil }, 1},
		{"so has one that was given up", func(s *exam.Sitting) error { return s.Abandon(ctx) }, 1},
		{"one that was handed in has shown all", func(s *exam.Sitting) error { _, err := s.Submit(ctx); return err }, 10},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := newHall(t)
			s, err := exam.Begin(ctx, h.exams, srstest.Paper(10), srstest.NewClock(srstest.Start).Now)
			h.must(err)
			h.must(tt.end(s))
			if seen, err := h.exams.Seen(ctx); err != nil || len(seen) != tt.want {
				t.Errorf("%d questions were seen, %v, want %d", len(seen), err, tt.want)
			}
		})
	}
}
