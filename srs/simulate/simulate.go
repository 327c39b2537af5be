// Package simulate plays the weeks before an exam with a learner of chance, to
// compare ways of planning the days by what is recalled when the exam comes.
package simulate

import (
	"fmt"
	"math/rand/v2"
	"time"

	"dva/srs"
	"dva/srs/plan"
	"dva/srs/queue"
	"dva/srs/schedule"
)

// Scenario is a learner, a deck and an exam.
type Scenario struct {
	Cards   int // all of level core, in ten services
	Days    int // of study; the exam is on the day after the last
	Minutes int // a day
	Seed    uint64
	// Truth is how the learner really forgets. Believed is the scheduler's
	// model of it.
	Truth, Believed srs.Model
}

// Result is what came of it.
type Result struct {
	Recall  float64 // mean over all cards on the exam day, 0 to 1; an unseen card has 0
	Seen    int     // cards
	Answers int
	Took    time.Duration
}

// Way is how the days are planned.
type Way int

// Usual is the common default: due cards first, then 20 new ones, intervals
// that know no exam, and nothing more once these are done. Paced is plan.Make
// with the exam's date.
const (
	Usual Way = iota
	Paced
)

// How long answers take, and how they turn out.
const (
	firstLook = 12 * time.Second
	answering = 8 * time.Second
	newPerDay = 20
	// stepFails is how often a card is missed in a step on the same day.
	stepFails = 0.1
)

// newGrades and knownGrades are how often a card seen for the first time, or
// recalled, gets each grade.
var (
	newGrades   = [4]float64{0.25, 0.10, 0.55, 0.10}
	knownGrades = [4]float64{0, 0.10, 0.80, 0.10}
)

// Run plays the scenario.
func Run(s Scenario, w Way) Result {
	r := newRun(s, w)
	for d := range s.Days {
		r.study(noon.AddDate(0, 0, d))
	}
	return r.result()
}

var noon = time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC)

type run struct {
	Scenario
	way       Way
	chance    *rand.Rand
	scheduler schedule.Scheduler
	cards     []queue.Candidate
	truth     []srs.Memory
	res       Result
}

func newRun(s Scenario, w Way) *run {
	settings := srs.Defaults()
	settings.Minutes = s.Minutes
	if w == Paced {
		settings.ExamDay = srs.DayOf(noon) + srs.Day(s.Days)
	}
	r := &run{
		Scenario: s, way: w, chance: rand.New(rand.NewPCG(s.Seed, 6)), truth: make([]srs.Memory, s.Cards),
		scheduler: schedule.Scheduler{Model: s.Believed, Settings: settings},
	}
	for i := range s.Cards {
		id := fmt.Sprint("card-", i)
		r.cards = append(r.cards, queue.Candidate{
			Card: srs.Card{ID: id}, At: i, Parent: id, Service: fmt.Sprint(i % 10), Place: i,
		})
	}
	return r
}

// study is one day: what is planned, then what is spare, until the minutes are
// over.
func (r *run) study(now time.Time) {
	today := r.scheduler.Calendar.Day(now)
	lists := r.sort(today)
	end := now.Add(time.Duration(r.Minutes) * time.Minute)
	q := lists.Take(r.share(today, lists), r.scheduler.Settings.LearnAhead)
	now = r.work(q, now, end)
	if r.way == Paced && now.Before(end) {
		idle := queue.Weakest(r.idle(today), r.Believed, r.scheduler.Settings.ExamDay)
		r.work(queue.Line(idle, nil, r.scheduler.Settings.LearnAhead), now, end)
	}
}

// work answers cards of q until it is empty or the time is over.
func (r *run) work(q *queue.Queue, now, end time.Time) time.Time {
	for now.Before(end) {
		c, ok := q.Next(now)
		if !ok {
			break
		}
		took := answering
		if c.Card.State == srs.New {
			took = firstLook
		}
		now = now.Add(took)
		r.res.Answers++
		r.res.Took += took
		after := r.answer(c, now)
		r.cards[c.At].Card = after
		if c.Card = after; after.State != srs.Reviewing && after.DueDay <= after.LastDay {
			q.Wait(c)
		}
	}
	return now
}

// answer grades a card as the learner's memory has it, and moves that memory.
func (r *run) answer(c queue.Candidate, now time.Time) srs.Card {
	today := r.scheduler.Calendar.Day(now)
	elapsed := c.Card.Elapsed(today)
	m := &r.truth[c.At]
	var g srs.Grade
	switch {
	case c.Card.State == srs.New:
		g = r.draw(newGrades)
		*m = r.Truth.First(g)
	case elapsed == 0 && r.chance.Float64() < stepFails, r.chance.Float64() > r.Truth.Recall(*m, elapsed):
		g = srs.Again
		*m = r.Truth.Next(*m, elapsed, g)
	default:
		g = r.draw(knownGrades)
		*m = r.Truth.Next(*m, elapsed, g)
	}
	return r.scheduler.Preview(c.Card, now)[g.Index()].After
}

func (r *run) draw(parts [4]float64) srs.Grade {
	x := r.chance.Float64()
	for i, p := range parts {
		if x -= p; x < 0 {
			return srs.Grades[i]
		}
	}
	return srs.Good
}

func (r *run) result() Result {
	exam := r.scheduler.Calendar.Day(noon.AddDate(0, 0, r.Days))
	for i, c := range r.cards {
		if c.Card.State != srs.New {
			r.res.Seen++
			r.res.Recall += r.Truth.Recall(r.truth[i], c.Card.Elapsed(exam)) / float64(r.Cards)
		}
	}
	return r.res
}

// sort is the day in order.
func (r *run) sort(today srs.Day) queue.Lists {
	in := queue.Input{Today: today, Exam: r.scheduler.Settings.ExamDay, Model: r.Believed, Seen: map[queue.Group]int{}}
	for _, c := range r.cards {
		switch {
		case c.Card.State == srs.New:
			in.New = append(in.New, c)
		default:
			in.Seen[c.Group()]++
			in.Started = append(in.Started, c)
		}
	}
	return queue.Sort(in)
}

// share is what the day takes, by either way.
func (r *run) share(today srs.Day, l queue.Lists) queue.Share {
	if r.way == Usual {
		return queue.Share{Due: len(l.Due), Core: newPerDay}
	}
	t := plan.Make(plan.Input{
		Day: today, Settings: r.scheduler.Settings,
		Steps: len(l.Steps), Due: len(l.Due), Core: len(l.Core), Unseen: len(l.Core),
	})
	return queue.Share{Due: t.Due - t.Steps, Core: t.Core, NewFirst: t.NewFirst}
}

// idle are the cards seen on earlier days that are not due.
func (r *run) idle(today srs.Day) []queue.Candidate {
	var idle []queue.Candidate
	for _, c := range r.cards {
		if c.Card.State != srs.New && c.Card.DueDay > today && c.Card.LastDay < today {
			idle = append(idle, c)
		}
	}
	return idle
}
