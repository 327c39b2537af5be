package srstest

import (
	"container/heap"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"dva/srs"
	"dva/srs/fsrs"
	"dva/srs/store"
)

// History is the past of a learner who keeps up, made up but such as could
// have been: memories follow the default model, so that a check finds nothing
// wrong. New cards come evenly over the first half of the days; every other
// review is of the card that was due first, some of them before their time. On
// the day after End little is due, and more with each day that passes.
type History struct {
	Cards   int
	Reviews int              // at least twice Cards
	Days    int              // over which they are spread; 0 is two years
	End     time.Time        // the last review is before it; zero is Start
	ID      func(int) string // ids of the cards, from 0; nil is card-00000 and so on
	Seed    uint64
}

// Fill writes the history into s, which should be empty.
func (h History) Fill(t testing.TB, s *store.Store) {
	t.Helper()
	if err := s.RecordAll(context.Background(), h.Log()); err != nil {
		t.Fatal(err)
	}
}

// Log is the history as reviews, oldest first.
func (h History) Log() []srs.Review {
	h = h.withDefaults()
	model := fsrs.Default()
	rng := rand.New(rand.NewPCG(h.Seed, 1))
	calendar := srs.Calendar{Start: srs.Defaults().DayStart}
	begin, span := h.End.AddDate(0, 0, -h.Days), float64(h.Days)*24*float64(time.Hour)
	log := make([]srs.Review, h.Reviews)
	known := make(byDue, 0, h.Cards)
	for i := range log {
		at := begin.Add(time.Duration(span * float64(i) / float64(h.Reviews))).Truncate(time.Millisecond)
		r := srs.Review{
			At: at, Day: calendar.Day(at), Grade: grade(rng), Took: time.Duration(2000+rng.IntN(8000)) * time.Millisecond,
			Source: srs.FromReview, Model: model.Version(), Hash: rng.Uint64(),
		}
		if n := len(known); n < h.Cards && n <= i*2*h.Cards/h.Reviews {
			r.Before = srs.Card{ID: h.ID(n)}
			r.After = next(model, r, calendar)
			heap.Push(&known, r.After)
		} else {
			r.Before = known[0]
			r.After = next(model, r, calendar)
			known[0] = r.After
			heap.Fix(&known, 0)
		}
		log[i] = r
	}
	return log
}

func (h History) withDefaults() History {
	if h.Days == 0 {
		h.Days = 730
	}
	if h.End.IsZero() {
		h.End = Start
	}
	if h.ID == nil {
		h.ID = func(i int) string { return fmt.Sprintf("card-%05d", i) }
	}
	return h
}

// byDue is a heap of cards with the one that is due first on top.
type byDue []srs.Card

func (b byDue) Len() int           { return len(b) }
func (b byDue) Less(i, j int) bool { return b[i].Due < b[j].Due }
func (b byDue) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }
func (b *byDue) Push(x any)        { *b = append(*b, x.(srs.Card)) }
func (b *byDue) Pop() any          { panic("srstest: cards are never forgotten") }

// grade is again one time in ten, and mostly good.
func grade(rng *rand.Rand) srs.Grade {
	switch n := rng.IntN(20); {
	case n < 2:
		return srs.Again
	case n < 5:
		return srs.Hard
	case n < 18:
		return srs.Good
	}
	return srs.Easy
}

// next is what the review made of its card: a step of ten minutes after again,
// else whole days by the model.
func next(m srs.Model, r srs.Review, calendar srs.Calendar) srs.Card {
	c := r.Before
	if c.State == srs.New {
		c.Memory = m.First(r.Grade)
	} else {
		c.Memory = m.Next(c.Memory, c.Elapsed(r.Day), r.Grade)
	}
	c.Last, c.LastDay = r.At.UnixMilli(), r.Day
	c.Reps++
	if r.Grade == srs.Again {
		due := r.At.Add(10 * time.Minute)
		c.State, c.Interval, c.Due, c.DueDay = srs.Learning, 0, due.UnixMilli(), calendar.Day(due)
		if r.Before.State != srs.New {
			c.State = srs.Relearning
			c.Lapses++
		}
		return c
	}
	c.State = srs.Reviewing
	c.Interval = int(math.Max(1, math.Round(m.Interval(c.Memory, srs.Defaults().Retention))))
	c.Due, c.DueDay = r.At.AddDate(0, 0, c.Interval).UnixMilli(), r.Day+srs.Day(c.Interval)
	return c
}
