//go:build linux || darwin || freebsd

package main

import (
	"context"
	"fmt"
	"math"
	"path/filepath"
	"testing"

	"dva/cmd/dva/internal/ptytest"
	"dva/srs"
	"dva/srs/fsrs"
	"dva/srs/store"
)

// A new learner reviews with all four grades, undoes two, suspends one and
// quits. On the days after, the app and "dva due" agree on what is due, and it is
// what the model says of the log. A rebuild changes no byte of it.
func TestANewLearnersFirstDays(t *testing.T) {
	home := t.TempDir()
	p := open(t, home)
	p.See("10 new")
	p.Press("enter")
	for _, grade := range []string{"1", "2", "3", "4", "3"} {
		answer(p, grade)
	}
	p.See("6 of")
	p.Press("u")
	p.See("5 of")
	p.Press("u")
	p.See("4 of")
	p.Press("s")
	p.See("show answer")
	for range 11 {
		answer(p, "3")
	}
	p.Press("ctrl+c")
	p.Exit(soon)
	soundWith(t, home, 14)

	for _, day := range []string{"2026-11-23", "2026-11-24", "2026-11-29"} {
		now := day + "T09:00:00Z"
		today, _ := srs.ParseDay(day)
		steps, reviews := dueByModel(t, home, today)
		if reviews == 0 && day == "2026-11-29" {
			t.Error("nothing is due after a week: the story tells nothing")
		}
		due := dueNow(t, home, now)
		if due.Learning != steps || due.Review != reviews || due.StudyDay != day {
			t.Errorf("on %s dva due says %+v, the model %d in steps and %d to review", day, due, steps, reviews)
		}
		c := command(t, home)
		c.Env = append(c.Env, "DVA_NOW="+now)
		p := ptytest.Start(t, 80, 24, c)
		p.See(fmt.Sprintf("%d due · %d new", steps+reviews, due.New))
		p.Press("q")
		p.Exit(soon)
	}

	before := dump(t, home)
	if out, err := command(t, home, "check", "--rebuild").CombinedOutput(); err != nil {
		t.Fatalf("rebuild: %v\n%s", err, out)
	}
	if after := dump(t, home); after != before {
		t.Errorf("the rebuild changed\n%s\nto\n%s", before, after)
	}
	soundWith(t, home, 14)
}

// dueByModel counts from the log alone which cards are due on a day: those
// still in their steps, and those whose interval by the model has passed.
func dueByModel(t *testing.T, home string, day srs.Day) (steps, reviews int) {
	t.Helper()
	ctx := context.Background()
	s, err := store.OpenRead(ctx, filepath.Join(home, "progress.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	model := fsrs.Default()
	type card struct {
		memory srs.Memory
		seen   int
		step   int // of 1m and 10m; 2 is out of them
		last   srs.Day
	}
	cards := map[string]*card{}
	err = s.Reviews(ctx, 0, func(r srs.Review) error {
		c := cards[r.Before.ID]
		if c == nil {
			c = &card{memory: model.First(r.Grade)}
			cards[r.Before.ID] = c
		} else {
			c.memory = model.Next(c.memory, float64(r.Day-c.last), r.Grade)
		}
		c.seen, c.last = c.seen+1, r.Day
		switch r.Grade {
		case srs.Again:
			c.step = 0
		case srs.Good:
			c.step++
		case srs.Easy:
			c.step = 2
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	suspended := map[string]bool{}
	all, err := s.Cards(ctx, srs.Filter{All: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		suspended[c.ID] = c.Marks.Suspended
	}
	for id, c := range cards {
		interval := int(math.Max(1, math.Round(model.Interval(c.memory, 0.90))))
		switch {
		case suspended[id]:
		case c.step < 2:
			steps++
		case c.last+srs.Day(interval) <= day:
			reviews++
		}
	}
	return steps, reviews
}
