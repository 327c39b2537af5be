package review

import (
	"context"
	"hash/fnv"
	"math/rand/v2"
	"time"

	"dva/deck"
	"dva/srs"
	"dva/srs/queue"
)

// ask makes c the card that is shown.
func (s *Sitting) ask(ctx context.Context, c queue.Candidate, now time.Time) {
	s.asked, s.shown = c, s.today(now)
	item := s.o.Deck.Items[c.At]
	t := Turn{
		Item: item, Card: c.Card,
		Outcomes: s.o.Scheduler.Preview(c.Card, now),
		Leech:    isLeech(c.Card, s.o.Scheduler.Settings.LeechAt),
		Ahead:    isAhead(c.Card, now, s.shown) && !(s.drills() && c.Card.State == srs.Reviewing),
	}
	// What cannot be read of these must not stop the card that it is on.
	t.Note, _ = s.o.Store.Note(ctx, c.Card.ID)
	t.Reworded = s.reworded(ctx, item)
	t.Front, t.Back = s.o.Deck.Sides(item)
	if item.Kind == deck.Multiple {
		if q, ok := s.o.Deck.Question(item.Parent); ok {
			t.Question, t.Order = q, shuffled(len(q.Choices), s.o.Seed, c.Card)
			t.Doc, t.Checked, t.Changed, t.Facts = q.Doc, q.Checked, q.Changed, q.Facts
		}
	} else if k, ok := s.o.Deck.Card(item.Parent); ok {
		t.Doc, t.Checked, t.Changed, t.Facts = k.Doc, k.Checked, k.Changed, k.Facts
	}
	s.turn = t
	s.turn.Counts = s.counts()
}

// reworded says that an item's text is not what it was at its last review.
func (s *Sitting) reworded(ctx context.Context, item deck.Item) bool {
	shown, _ := s.o.Store.Shown(ctx, []string{item.ID})
	hash, seen := shown[item.ID]
	return seen && hash != item.Hash
}

// isLeech says whether a card has just reached the number of lapses from which
// it is called a leech, or half of it more, as often as that happens.
func isLeech(c srs.Card, at int) bool {
	return at > 0 && c.Lapses >= at && (c.Lapses-at)%max(at/2, 1) == 0
}

func isAhead(c srs.Card, now time.Time, today srs.Day) bool {
	switch c.State {
	case srs.New:
		return false
	case srs.Reviewing:
		return c.DueDay > today
	default:
		return c.Due > now.UnixMilli()
	}
}

// shuffled is an order of n choices that changes with each review of a card and
// with the seed, and stays when the same turn is made again.
func shuffled(n int, seed uint64, c srs.Card) []int {
	h := fnv.New64a()
	h.Write([]byte(c.ID))
	return rand.New(rand.NewPCG(seed^h.Sum64(), uint64(c.Reps))).Perm(n)
}

// counts are the sitting's figures with the card shown counted as left.
func (s *Sitting) counts() Counts {
	var c Counts
	c.New, c.Learning, c.Due = s.queue.Counts()
	if !s.turn.Over {
		switch card := s.asked.Card; {
		case card.State == srs.Reviewing || card.Wanted():
			c.Due++
		case card.State == srs.New:
			c.New++
		default:
			c.Learning++
		}
	}
	for _, a := range s.answers {
		if a.undone {
			continue
		}
		c.Done++
		if a.grade == srs.Again {
			c.Again++
		}
	}
	return c
}

// given is how many answers of this sitting stand.
func (s *Sitting) given() int {
	n := 0
	for _, a := range s.answers {
		if !a.undone {
			n++
		}
	}
	return n
}
