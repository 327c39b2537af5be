package store_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"dva/srs"
	"dva/srs/srstest"
	"dva/srs/store"
)

func answers(t testing.TB, s *store.Store, since srs.Day, limit int) (all []srs.Answer) {
	t.Helper()
	if err := s.Answers(ctx, since, limit, func(a srs.Answer) error { all = append(all, a); return nil }); err != nil {
		t.Fatal(err)
	}
	return all
}

// answerOf is what Answers should make of a review.
func answerOf(r srs.Review) srs.Answer {
	a := srs.Answer{Day: r.Day, Hour: r.At.Hour(), Grade: r.Grade}
	if r.Before.State == srs.Reviewing {
		a.Due, a.Memory, a.Elapsed = true, r.Before.Memory, r.Before.Elapsed(r.Day)
	}
	return a
}

func TestAnswersAreTheReviewsNewestFirst(t *testing.T) {
	s := temp(t)
	srstest.History{Cards: 40, Reviews: 600, Days: 60}.Fill(t, s)
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	since := srs.DayOf(srstest.Start) - 30
	var want []srs.Answer
	for _, r := range reviews(t, s, since) {
		want = append(want, answerOf(r))
	}
	slices.Reverse(want)
	if len(want) < 250 {
		t.Fatalf("only %d reviews to compare", len(want))
	}
	equal(t, "answers", answers(t, s, since, 1000), want)
	equal(t, "the newest ten", answers(t, s, since, 10), want[:10])
}

func TestAnAnswerHasTheHourOfItsOwnZone(t *testing.T) {
	for _, tt := range []struct {
		at   string
		want int
	}{
		{"2026-11-22T23:30:00+05:45", 23},
		{"2026-11-22T00:10:00-09:30", 0},
		{"1969-12-31T22:15:00Z", 22},
		{"1969-12-30T05:00:00-03:00", 5},
	} {
		at, err := time.Parse(time.RFC3339, tt.at)
		if err != nil {
			t.Fatal(err)
		}
		s := temp(t)
		record(t, s, answer(srs.Card{ID: "a"}, at, srs.Good))
		if got := answers(t, s, -1<<31, 1); len(got) != 1 || got[0].Hour != tt.want {
			t.Errorf("%s is %+v, want hour %d", tt.at, got, tt.want)
		}
	}
}

func TestAnswersStopAtTheCallersError(t *testing.T) {
	s := temp(t)
	record(t, s, answer(srs.Card{ID: "a"}, noon, srs.Good))
	stop := errors.New("stop")
	if err := s.Answers(ctx, 0, 10, func(srs.Answer) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("got %v, want the caller's own error", err)
	}
}

// BenchmarkAnswers reads what statistics take of logs over two years. The newest
// 50,000 cost the same however many lie behind them.
func BenchmarkAnswers(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := open(b, filepath.Join(b.TempDir(), "progress.db"))
			srstest.History{Cards: min(n/2, 10_000), Reviews: n}.Fill(b, s)
			since := srs.DayOf(srstest.Start) - 89
			read := 0
			for b.Loop() {
				read = len(answers(b, s, since, 50_000))
			}
			b.ReportMetric(float64(read), "answers")
		})
	}
}
