package review

import (
	"cmp"
	"context"
	"fmt"

	"dva/srs"
)

// Summary is the sitting so far.
func (s *Sitting) Summary(ctx context.Context) (Summary, error) {
	sum := Summary{Counts: s.counts()}
	again := map[string]int{}
	for _, a := range s.answers {
		if a.undone {
			continue
		}
		sum.ByGrade[a.grade.Index()]++
		sum.Took += a.took
		if a.grade == srs.Again {
			again[a.service]++
		}
	}
	for service, n := range again {
		if cmp.Or(cmp.Compare(n, again[sum.Weakest]), cmp.Compare(sum.Weakest, service)) > 0 {
			sum.Weakest = service
		}
	}
	if s.drills() {
		sum.Moved = s.moved()
	}
	if err := s.lookAhead(ctx, &sum); err != nil {
		return sum, fmt.Errorf("look at tomorrow: %w", err)
	}
	return sum, nil
}

// lookAhead fills in what comes tomorrow, and when the next card is due.
func (s *Sitting) lookAhead(ctx context.Context, sum *Summary) error {
	now := s.o.Now()
	tomorrow := s.today(now) + 1
	cards, err := s.o.Store.Cards(ctx, srs.Filter{DueBy: tomorrow})
	if err != nil {
		return err
	}
	for _, c := range cards {
		if _, ok := s.find(c); ok && c.DueBy(tomorrow) && !c.Marks.Hidden(tomorrow) {
			sum.Tomorrow++
		}
	}
	step, waits := s.queue.NextStep()
	switch {
	case !s.turn.Over:
		sum.NextDue = now
	case waits:
		sum.NextDue = step
	case sum.Tomorrow > 0:
		sum.NextDue = s.o.Scheduler.Calendar.Begin(tomorrow)
	default:
		day, err := s.o.Store.NextDue(ctx, tomorrow)
		if err != nil {
			return err
		}
		if day != 0 {
			sum.NextDue = s.o.Scheduler.Calendar.Begin(day)
		}
	}
	return nil
}
