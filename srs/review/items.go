package review

import (
	"context"
	"slices"

	"dva/srs"
	"dva/srs/queue"
)

// planItems makes the queue of the items that the caller named, once.
func (s *Sitting) planItems(ctx context.Context, today srs.Day) error {
	if s.queue == nil {
		q, err := s.chosen(ctx, today)
		if err != nil {
			return err
		}
		s.cut(q)
		s.queue = q
	}
	s.day = today
	return nil
}

// chosen is the queue of the items that the caller named, in that order, without
// those that are not in the deck or do not wait. Neither the plan nor siblings
// matter.
func (s *Sitting) chosen(ctx context.Context, today srs.Day) (*queue.Queue, error) {
	known, err := s.o.Store.Cards(ctx, srs.Filter{IDs: s.o.Items})
	if err != nil {
		return nil, err
	}
	cards := make(map[string]srs.Card, len(known))
	for _, c := range known {
		cards[c.ID] = c
	}
	var line []queue.Candidate
	for i, id := range s.o.Items {
		c, ok := s.find(card(cards, id))
		if ok && s.waits(c.Card, today) && !slices.Contains(s.o.Items[:i], id) {
			line = append(line, c)
		}
	}
	return queue.Line(line, nil, s.o.Scheduler.Settings.LearnAhead), nil
}
