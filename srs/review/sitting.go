package review

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"dva/deck"
	"dva/srs"
	"dva/srs/queue"
	"dva/srs/schedule"
)

// Options say what a sitting asks.
type Options struct {
	Store     Store
	Deck      *deck.Deck
	Scheduler schedule.Scheduler
	Now       func() time.Time
	Seed      uint64 // shuffles the choices of questions
	Source    srs.Source
	Services  []string // only these; empty is all
	Limit     int      // turns at most; 0 is no limit beyond the day's plan
	Spare     bool     // what the plan offers beyond today's due and new
	// Items, when not nil, are what to ask in place of the day's plan: these, in
	// this order, that are neither hidden nor answered today and not due again.
	// With Source srs.FromDrill those buried or answered today come too, since the
	// learner asked for them. Services and Spare then mean nothing.
	Items []string
}

// Sitting is one run through review or drill. It is used from one goroutine at a
// time.
type Sitting struct {
	o     Options
	day   srs.Day // for which the queue was made
	queue *queue.Queue
	// asked is the card that the turn shows, on study day shown. It is in no
	// queue.
	asked   queue.Candidate
	shown   srs.Day
	turn    Turn
	answers map[srs.ActID]answer
	number  map[string]int // of items by id, made when undo first needs it
}

// answer is one given in this sitting.
type answer struct {
	grade   srs.Grade
	before  srs.Card
	after   srs.Card
	service string
	took    time.Duration
	undone  bool
}

// Open plans the day and makes the first turn.
func Open(ctx context.Context, o Options) (*Sitting, error) {
	if o.Source == 0 {
		o.Source = srs.FromReview
	}
	s := &Sitting{o: o, answers: map[srs.ActID]answer{}}
	if err := s.plan(ctx, o.Now()); err != nil {
		return nil, fmt.Errorf("plan the day: %w", err)
	}
	s.advance(ctx)
	return s, nil
}

// Turn is what the learner sees now.
func (s *Sitting) Turn() Turn { return s.turn }

// Grade saves the outcome of g that Turn shows and moves on. When saving fails
// the sitting has not moved and the same turn comes back with the error. After
// ErrStale or ErrNewDay, too, nothing was saved, but the turn is another.
func (s *Sitting) Grade(ctx context.Context, g srs.Grade, took time.Duration) (Turn, error) {
	now := s.o.Now()
	switch {
	case s.turn.Over:
		return s.turn, ErrOver
	case !g.Valid():
		return s.turn, fmt.Errorf("grade %s: %v is none", s.asked.Card.ID, g)
	case s.today(now) != s.shown:
		s.ask(ctx, s.asked, now)
		return s.turn, ErrNewDay
	}
	r := s.review(g, now, took)
	id, err := s.o.Store.Record(ctx, r)
	if err != nil {
		return s.failed(ctx, err)
	}
	s.answers[id] = answer{grade: g, before: r.Before, after: r.After, service: s.asked.Service, took: r.Took}
	s.answered(r.After)
	s.advance(ctx)
	return s.turn, nil
}

// review is the line of the log for g given now. A preview depends on the study
// day only but for its dates, so that this is the outcome shown, its dates
// counted from the answer instead of from when the card came up.
func (s *Sitting) review(g srs.Grade, now time.Time, took time.Duration) srs.Review {
	item := s.turn.Item
	return srs.Review{
		At:       s.local(now),
		Day:      s.shown,
		Grade:    g,
		Took:     min(max(took, 0), srs.MaxTook),
		Source:   s.o.Source,
		Model:    s.o.Scheduler.Model.Version(),
		Hash:     item.Hash,
		Question: item.Kind == deck.Multiple,
		Before:   s.asked.Card,
		After:    s.o.Scheduler.Preview(s.asked.Card, now)[g.Index()].After,
	}
}

// answered puts a card that has become after where it waits today, if it does.
func (s *Sitting) answered(after srs.Card) {
	c := s.asked
	c.Card = after
	if after.State != srs.Reviewing && after.DueDay <= s.shown {
		s.queue.Wait(c)
	}
}

// failed is the end of an act that was not saved. A card that another process
// changed is read again, and asked again when its turn comes, if it still waits.
func (s *Sitting) failed(ctx context.Context, err error) (Turn, error) {
	if !errors.Is(err, ErrStale) {
		return s.turn, err
	}
	cards, readErr := s.o.Store.Cards(ctx, srs.Filter{IDs: []string{s.asked.Card.ID}})
	if readErr != nil {
		return s.turn, errors.Join(err, readErr)
	}
	fresh := srs.Card{ID: s.asked.Card.ID}
	if len(cards) > 0 {
		fresh = cards[0]
	}
	s.asked.Card = fresh
	if s.waits(fresh, s.today(s.o.Now())) {
		s.queue.Return(s.asked)
	}
	s.advance(ctx)
	return s.turn, err
}

// drills says that the learner chose the items by hand.
func (s *Sitting) drills() bool { return s.o.Items != nil && s.o.Source == srs.FromDrill }

// out says that a card is kept out of the sitting on day today.
func (s *Sitting) out(c srs.Card, today srs.Day) bool {
	if s.drills() {
		return c.Marks.Suspended
	}
	return c.Marks.Hidden(today)
}

// waits says whether a card is still to be asked on day today.
func (s *Sitting) waits(c srs.Card, today srs.Day) bool {
	if s.out(c, today) {
		return false
	}
	return s.drills() || c.State == srs.New || c.DueDay <= today || (s.o.Spare || s.o.Items != nil) && c.LastDay < today
}

// plan reads the day afresh and makes its queue. Items that the caller named stay
// the same on another day.
func (s *Sitting) plan(ctx context.Context, now time.Time) error {
	if s.o.Items != nil {
		return s.planItems(ctx, s.today(now))
	}
	a, err := readAgenda(ctx, s.o, now)
	if err != nil {
		return err
	}
	lists := a.lists
	if len(s.o.Services) > 0 {
		lists = lists.Of(func(c queue.Candidate) bool { return slices.Contains(s.o.Services, c.Service) })
	}
	q := lists.Take(a.share(), s.o.Scheduler.Settings.LearnAhead)
	if s.o.Spare {
		if q, err = s.spare(ctx, a, lists.Steps); err != nil {
			return err
		}
	}
	s.cut(q)
	s.day, s.queue = a.day, q
	return nil
}

// cut keeps the queue within the sitting's limit.
func (s *Sitting) cut(q *queue.Queue) {
	if s.o.Limit > 0 {
		q.Cut(s.o.Limit - s.given())
	}
}

// advance asks the next card. A new study day is planned first; when that
// fails the old queue goes on, and the next card tries again.
func (s *Sitting) advance(ctx context.Context) {
	now := s.o.Now()
	if s.today(now) != s.day {
		_ = s.plan(ctx, now) // tried again with the next card
	}
	c, ok := s.queue.Next(now)
	if !ok || s.o.Limit > 0 && s.given() >= s.o.Limit {
		if ok {
			s.queue.Return(c)
		}
		s.asked, s.turn = queue.Candidate{}, Turn{Over: true}
		s.turn.Counts = s.counts()
		return
	}
	s.ask(ctx, c, now)
}

func (s *Sitting) today(now time.Time) srs.Day { return s.o.Scheduler.Calendar.Day(now) }

// local is t to the millisecond with the learner's zone offset.
func (s *Sitting) local(t time.Time) time.Time { return local(t, s.o.Scheduler.Calendar) }

func local(t time.Time, c srs.Calendar) time.Time {
	t = time.UnixMilli(t.UnixMilli()).UTC()
	if c.Zone != nil {
		t = t.In(c.Zone)
	}
	return t
}
