//go:build linux || darwin || freebsd

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dva/cmd/dva/internal/ptytest"
	"dva/cmd/dva/internal/settings"
	"dva/deck"
	"dva/srs"
	"dva/srs/srstest"
	"dva/srs/stats"
	"dva/srs/store"
)

// A learner studies for thirty days and misses two of them. What dva stats says
// is what a plain count of the log says, and what dva due says.
func TestStatisticsAfterThirtyDays(t *testing.T) {
	home := t.TempDir()
	first := srs.DayOf(srstest.Start)
	studied := map[string]int{}
	for d := range 30 {
		if d == 10 || d == 20 {
			continue
		}
		day := first + srs.Day(d)
		c := command(t, home, "review", "--plain")
		c.Env = append(c.Env, "DVA_NOW="+day.String()+"T09:00:00Z")
		c.Stdin = strings.NewReader(strings.Repeat("\n3\n\n3\n\n1\n\n3\n\n2\n\n4\n", 4))
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", day, err, out)
		}
		studied[day.String()] = 0
	}
	last := first + 29

	s, err := store.OpenRead(context.Background(), filepath.Join(home, "progress.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	total, due, right := 0, 0, 0
	err = s.Reviews(context.Background(), 0, func(r srs.Review) error {
		total++
		studied[r.Day.String()]++
		if r.Before.State == srs.Reviewing {
			due++
			if r.Grade != srs.Again {
				right++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if total < 150 || due < 30 {
		t.Fatalf("%d reviews, %d of them due: the story tells nothing", total, due)
	}

	now := last.String() + "T21:00:00Z"
	c := command(t, home, "stats", "--json")
	c.Env = append(c.Env, "DVA_NOW="+now)
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	var f stats.Figures
	d := json.NewDecoder(bytes.NewReader(out))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		t.Fatal(err)
	}
	if f.Reviews.Total != total || f.StreakDays != 28 || f.StudyDay != last.String() || len(f.Days) != 28 {
		t.Errorf("%d reviews, %d days in a row, on %s, %d days; want %d, 28, %v, 28", f.Reviews.Total, f.StreakDays, f.StudyDay, len(f.Days), total, last)
	}
	for _, day := range f.Days {
		if day.Reviews != studied[day.Day] {
			t.Errorf("%d reviews on %s, want %d", day.Reviews, day.Day, studied[day.Day])
		}
	}
	if got, want := f.TrueRetention.Days30, float64(right)/float64(due); got == nil || math.Abs(*got-want) > 1e-12 {
		t.Errorf("true retention is %v, want %v", got, want)
	}
	if hours := f.Hours[9].Reviews; hours != total {
		t.Errorf("%d answers from 9 to 10 h, want all %d", hours, total)
	}
	cards, err := s.Cards(context.Background(), srs.Filter{All: true})
	if err != nil {
		t.Fatal(err)
	}
	waiting := 0
	for _, c := range cards { // none is suspended, buried or gone
		if c.DueDay <= last {
			waiting++
		}
	}
	if due := dueNow(t, home, now); f.Forecast.Days[0].Due != waiting || waiting < due.Learning+due.Review {
		t.Errorf("the forecast has %d due today, the file %d, of which dva due asks %+v", f.Forecast.Days[0].Due, waiting, due)
	}

	c = command(t, home, "stats")
	c.Env = append(c.Env, "DVA_NOW="+now)
	if out, err = c.Output(); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		fmt.Sprintf("\nLast 30 days: %d reviews in ", total), "on 28 days; true retention " + percent(f.TrueRetention.Days30) + ", between ",
		"\nStudied on 28 days in a row\n", "\nDue: ", " in 30 days\n",
	} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}

	c = command(t, home)
	c.Env = append(c.Env, "DVA_NOW="+now)
	p := ptytest.Start(t, 80, 24, c)
	defer p.Close()
	p.See("Statistics")
	p.Press("s")
	p.See("Studied on 28 days in a row", fmt.Sprintf("%d due today", waiting))
	p.Press("2")
	p.See("Cards on review that you recalled", "predicted")
	p.Press("3")
	p.See(fmt.Sprintf("%d answers on 28 days in a year", total))
	p.Press("4")
	p.See("Domains of the exam", "weakest first")
	p.Press("5")
	p.See("No mock exam has been finished yet")
	p.Press("esc")
	p.See("q quit")
	p.Press("q")
	p.Exit(soon)
}

func TestStatisticsInWords(t *testing.T) {
	exam := func(length string, right int) stats.Exam {
		return stats.Exam{Length: length, Right: right, Scored: 50, Finished: "2026-11-20T10:00:00Z"}
	}
	for _, tt := range []struct {
		name string
		in   stats.Input
		want []string
		not  string
	}{
		{"a beginner is told of no periods", stats.Input{}, []string{"0 reviews, 0 today", "Due: 0 today (0 overdue)"}, "Last 7 days"},
		{"exams with their interval", stats.Input{Exams: []stats.Exam{exam("full", 36)}}, []string{
			"1 mock exam; the last, on 2026-11-20: 36 of 50 right, between 63 % and 79 % with 80 % confidence",
		}, "newest"},
		{"14 points are not called progress", stats.Input{Exams: []stats.Exam{exam("full", 29), exam("full", 36)}}, []string{
			"The newest two full exams are 14 points apart; less than 15 may be chance",
		}, "above"},
		{"16 are", stats.Input{Exams: []stats.Exam{exam("full", 28), exam("full", 36)}}, []string{
			"The newest full exam is 16 points above the one before, more than chance makes likely",
		}, "apart"},
		{"and 16 down", stats.Input{Exams: []stats.Exam{exam("full", 36), exam("full", 28)}}, []string{
			"The newest full exam is 16 points below the one before",
		}, "apart"},
		{"domains before services", stats.Input{Domains: []stats.Area{{ID: "1", Name: "Development"}}, Services: []stats.Service{{Key: "sqs", Name: "Amazon SQS"}}}, []string{
			"Key Domain      cards", "1   Development     0         0    0      -    0\n\nKey Service    cards",
		}, "mock exam"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out bytes.Buffer
			tt.in.Today = srs.DayOf(srstest.Start)
			a := &app{out: &out, err: io.Discard}
			a.sayStats(stats.Compute(tt.in))
			for _, want := range tt.want {
				if !strings.Contains(out.String(), want) {
					t.Errorf("%q is not in\n%s", want, out.String())
				}
			}
			if strings.Contains(out.String(), tt.not) {
				t.Errorf("%q is in\n%s", tt.not, out.String())
			}
		})
	}
}

// BenchmarkStatistics is what opening statistics reads and computes, of 10,000
// items that all were seen and of logs over two years.
func BenchmarkStatistics(b *testing.B) {
	const items = 10_000
	d := &deck.Deck{Services: []deck.Service{{Key: "sqs", Name: "Amazon SQS"}}}
	d.Exam.Domains = []deck.Domain{{ID: "1", Name: "Development"}}
	for i := range items {
		d.Items = append(d.Items, deck.Item{ID: fmt.Sprintf("card-%05d", i), Service: "sqs", Skills: []string{"1.1.1"}})
	}
	for _, reviews := range []int{10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(reviews), func(b *testing.B) {
			s := srstest.Store(b)
			srstest.History{Cards: min(items, reviews/2), Reviews: reviews}.Fill(b, s)
			l := &learner{store: s, own: s, now: func() time.Time { return srstest.Start }, settings: settings.Defaults(), loaded: make(chan struct{}), cards: d}
			close(l.loaded)
			var took []time.Duration
			for b.Loop() {
				start := time.Now()
				f, err := l.Figures(context.Background())
				if err != nil || f.Reviews.Total != reviews {
					b.Fatal(f.Reviews.Total, err)
				}
				took = append(took, time.Since(start))
			}
			reportTimes(b, took)
		})
	}
}
