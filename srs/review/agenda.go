package review

import (
	"context"
	"slices"
	"time"

	"dva/deck"
	"dva/srs"
	"dva/srs/plan"
	"dva/srs/queue"
)

// agenda is a study day as it was found: its plan, and the cards in order.
type agenda struct {
	day     srs.Day
	plan    plan.Today
	lists   queue.Lists
	started []queue.Candidate // due or reviewed today
	idleAt  []int             // items seen that are neither
}

// share is what the day takes of its lists.
func (a agenda) share() queue.Share {
	return queue.Share{
		Due: a.plan.Due - a.plan.Steps, Core: a.plan.Core, Further: a.plan.Further, Questions: a.plan.Questions,
		NewFirst: a.plan.NewFirst,
	}
}

const (
	// paceDays is over how many days the learner's pace is taken, and
	// paceAnswers how many answers they must hold to mean something.
	paceDays, paceAnswers = 14, 30
	// quickest and slowest bound the pace, so that an odd evening does not
	// upset the plan.
	quickest, slowest = 2 * time.Second, time.Minute
)

// readAgenda plans the study day that now falls on. It reads the cards that are
// due and the ids of the others.
func readAgenda(ctx context.Context, o Options, now time.Time) (agenda, error) {
	day := o.Scheduler.Calendar.Day(now)
	cards, err := o.Store.Cards(ctx, srs.Filter{DueBy: day})
	if err != nil {
		return agenda{}, err
	}
	seen, err := o.Store.Seen(ctx)
	if err != nil {
		return agenda{}, err
	}
	done, err := o.Store.Today(ctx, day)
	if err != nil {
		return agenda{}, err
	}
	pace, err := readPace(ctx, o.Store, day)
	if err != nil {
		return agenda{}, err
	}
	next, err := o.Store.NextDue(ctx, day)
	if err != nil {
		return agenda{}, err
	}

	s := survey(o, day, cards, seen)
	a := agenda{day: day, lists: queue.Sort(s.in), started: s.in.Started, idleAt: s.idle}
	in := plan.Input{
		Day: day, Settings: o.Scheduler.Settings, Pace: pace, First: len(seen) <= done.New,
		Done:  s.done(done),
		Steps: len(a.lists.Steps), Due: len(a.lists.Due),
		Core: len(a.lists.Core), Further: len(a.lists.Further), Questions: len(a.lists.Questions),
		Unseen: s.unseen, Wanted: s.wanted, UnseenFurther: s.unseenFurther, Idle: len(s.idle),
	}
	a.plan = plan.Make(in)
	if s.due > a.plan.Due { // some wait for a sibling, are buried or put off
		next = day + 1
	}
	if next != 0 {
		a.plan.NextDue = o.Scheduler.Calendar.Begin(next)
	}
	return a, nil
}

// readPace is the mean time for an answer on the days before this one, 0 when
// there were too few. Exams have a pace of their own and do not count.
func readPace(ctx context.Context, s Store, day srs.Day) (time.Duration, error) {
	days, err := s.Days(ctx, day-paceDays, day-1)
	if err != nil {
		return 0, err
	}
	var took time.Duration
	answers := 0
	for _, d := range days {
		studied := d.Studied()
		took += studied.Took
		answers += studied.Reviews
	}
	if answers < paceAnswers {
		return 0, nil
	}
	return min(max(took/time.Duration(answers), quickest), slowest), nil
}

// found is what the deck and the learner's cards hold together.
type found struct {
	in                    queue.Input
	due                   int // started, due by today and not suspended
	wanted                int // of due, core cards never seen
	unseen, unseenFurther int
	idle                  []int
}

// survey goes through the deck once.
func survey(o Options, day srs.Day, cards []srs.Card, seenIDs []string) found {
	byID := make(map[string]srs.Card, len(cards))
	for _, c := range cards {
		byID[c.ID] = c
	}
	seen := make(map[string]bool, len(seenIDs))
	for _, id := range seenIDs {
		seen[id] = true
	}
	f := found{in: queue.Input{
		Today: day, Exam: o.Scheduler.Settings.ExamDay, Model: o.Scheduler.Model, Weights: weights(o.Deck), Seen: map[queue.Group]int{},
		BurySiblings: o.Scheduler.Settings.BurySiblings,
	}}
	early := map[string]bool{} // parents of which a question would come too early
	met := map[string]bool{}   // parents that were seen
	for at := range o.Deck.Items {
		it := &o.Deck.Items[at]
		card, known := byID[it.ID]
		if !known {
			card.ID = it.ID
		}
		c := candidate(o.Deck, at, card)
		switch {
		case card.State != srs.New:
			f.in.Seen[c.Group()]++
			f.started(c, day)
			early[it.Parent] = early[it.Parent] || card.LastDay == day
			met[it.Parent] = true
		case card.DueBy(day):
			f.started(c, day)
			f.want(c)
			early[it.Parent] = true
		case seen[it.ID]:
			f.in.Seen[c.Group()]++
			f.idle = append(f.idle, at)
			met[it.Parent] = true
		case Comes(it, o.Scheduler.Settings) && !card.Marks.Suspended:
			f.fresh(c)
			early[it.Parent] = true
		}
	}
	f.in.New = slices.DeleteFunc(f.in.New, func(c queue.Candidate) bool {
		needs := o.Deck.Items[c.At].Needs
		isEarly := func(parent string) bool { return early[parent] }
		isMet := func(parent string) bool { return met[parent] }
		return c.Question && len(needs) > 0 && (slices.ContainsFunc(needs, isEarly) || !slices.ContainsFunc(needs, isMet))
	})
	return f
}

// done is what was done today apart from exams; what drills brought was done, and
// counts against nothing. Wanted new cards were due. New cards whose level is not
// known, because they left the deck, count as core.
func (f *found) done(t Tally) plan.Done {
	s, drilled := t.Studied(), t.Drilled
	done := plan.Done{
		Answers: s.Reviews, Questions: s.Questions - drilled.Questions, Due: s.Due - drilled.Due + t.Wanted, Took: s.Took,
	}
	begun := make(map[string]bool, len(t.Begun))
	for _, id := range t.Begun {
		begun[id] = true
	}
	for _, c := range f.in.Started {
		if begun[c.Card.ID] && !c.Question && c.Level != uint8(deck.Core) {
			done.Further++
		}
	}
	done.Core = max(s.New-drilled.New-t.Wanted-done.Questions-done.Further, 0)
	return done
}

func (f *found) started(c queue.Candidate, day srs.Day) {
	f.in.Started = append(f.in.Started, c)
	if c.Card.DueBy(day) && !c.Card.Marks.Suspended {
		f.due++
	}
}

// want counts a new card that is due.
func (f *found) want(c queue.Candidate) {
	if !c.Question && c.Level == uint8(deck.Core) && !c.Card.Marks.Suspended {
		f.wanted++
	}
}

func (f *found) fresh(c queue.Candidate) {
	f.in.New = append(f.in.New, c)
	switch {
	case c.Question:
	case c.Level == uint8(deck.Core):
		f.unseen++
	default:
		f.unseenFurther++
	}
}

// Comes says whether an item is ever begun: it belongs to the exam or is the
// learner's own, and is not of level edge unless the learner wishes.
func Comes(it *deck.Item, s srs.Settings) bool {
	return (len(it.Skills) > 0 || it.Deck != "") && (it.Level != deck.Edge || s.Edge)
}

func candidate(d *deck.Deck, at int, c srs.Card) queue.Candidate {
	it := &d.Items[at]
	return queue.Candidate{
		Card: c, At: at, Parent: it.Parent, Service: it.Service, Level: uint8(it.Level), Place: it.Place,
		Question: it.Kind == deck.Multiple,
	}
}

func weights(d *deck.Deck) map[string]float64 {
	w := make(map[string]float64, len(d.Services))
	for _, s := range d.Services {
		w[s.Key] = d.Weight(s.Key)
	}
	return w
}
