package review

import (
	"context"
	"slices"

	"dva/srs"
	"dva/srs/queue"
)

// spareCards is how many cards a spare sitting holds when the day's minutes are
// used up and the learner asks for more all the same.
const spareCards = 20

// spare is the queue of what would be known least on the exam day, or without
// one ahead is known least now. It is the one place that reads cards which are
// not due.
func (s *Sitting) spare(ctx context.Context, a agenda, steps []queue.Candidate) (*queue.Queue, error) {
	ids := make([]string, len(a.idleAt))
	at := make(map[string]int, len(a.idleAt))
	for i, n := range a.idleAt {
		ids[i] = s.o.Deck.Items[n].ID
		at[ids[i]] = n
	}
	var cards []srs.Card
	if len(ids) > 0 {
		var err error
		if cards, err = s.o.Store.Cards(ctx, srs.Filter{IDs: ids}); err != nil {
			return nil, err
		}
	}
	var idle []queue.Candidate
	for _, c := range cards {
		k := candidate(s.o.Deck, at[c.ID], c)
		if c.Marks.Hidden(a.day) || len(s.o.Services) > 0 && !slices.Contains(s.o.Services, k.Service) {
			continue
		}
		idle = append(idle, k)
	}
	on := max(a.day, s.o.Scheduler.Settings.ExamDay)
	idle = queue.Weakest(idle, s.o.Scheduler.Model, on)
	if s.o.Scheduler.Settings.BurySiblings {
		idle = queue.Apart(idle, a.asked())
	}
	n := a.plan.Spare
	if n == 0 {
		n = spareCards
	}
	return queue.Line(idle[:min(n, len(idle))], steps, s.o.Scheduler.Settings.LearnAhead), nil
}

// asked are the cards that were reviewed today or wait to be.
func (a agenda) asked() []queue.Candidate {
	return slices.DeleteFunc(slices.Clone(a.started), func(c queue.Candidate) bool {
		return c.Card.LastDay < a.day && c.Card.Marks.Hidden(a.day)
	})
}
