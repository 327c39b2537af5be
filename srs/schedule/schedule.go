// Package schedule computes what each grade would do to a card: the four
// outcomes shown on the buttons, one of which is then applied as it stands.
//
// The rules are those of Anki and ts-fsrs. A new card passes through the
// learning steps, a lapsed one through the relearning steps: again goes back to
// the first step, hard waits between the first two, good goes on to the next
// step or out into whole days, easy goes out at once. Among days, hard comes
// before good and good before easy, as far as the caps let them; a long step is
// cut to what the next better grade gives. No card is due later than the
// longest interval or the exam day, whichever is nearer.
package schedule

import (
	"time"

	"dva/srs"
)

// Outcome is what one grade makes of a card.
type Outcome struct {
	Grade srs.Grade
	After srs.Card
	// Wait is how long until the card is due, for the button: a step's
	// duration, or whole days of 24 hours.
	Wait time.Duration
}

// Outcomes are the four, in the order of srs.Grades.
type Outcomes [4]Outcome

// Scheduler turns grades into outcomes by a model, the learner's settings and
// calendar. It holds no state and may be shared.
type Scheduler struct {
	Model    srs.Model
	Settings srs.Settings
	Calendar srs.Calendar
}

// Preview is what each grade given now would make of c. It depends on nothing
// else, chance included: the same card at the same time has the same outcomes.
func (s Scheduler) Preview(c srs.Card, now time.Time) Outcomes {
	p := preview{Scheduler: s, card: c, now: s.local(now), today: s.Calendar.Day(now)}
	p.longest = p.limit()
	var out Outcomes
	for i, g := range srs.Grades {
		out[i] = Outcome{Grade: g, After: p.graded(g)}
	}
	moves := p.moves()
	p.chooseDays(&moves, &out)
	p.date(moves, &out)
	return out
}

// local is t to the millisecond on the learner's clock.
func (s Scheduler) local(t time.Time) time.Time {
	zone := s.Calendar.Zone
	if zone == nil {
		zone = time.UTC
	}
	return time.UnixMilli(t.UnixMilli()).In(zone)
}

// preview is one call of Preview.
type preview struct {
	Scheduler
	card    srs.Card
	now     time.Time
	today   srs.Day
	longest int // days from today that a card may be put off
}

// limit is the longest interval that may be given today, at least a day. The
// exam caps it until the day before; from then on there is nothing left to cap.
func (p *preview) limit() int {
	longest := max(p.Settings.MaxInterval, 1)
	if exam := p.Settings.ExamDay; exam > p.today {
		longest = min(longest, int(exam-p.today))
	}
	return longest
}

// graded is the card with all that does not depend on when it is due.
func (p *preview) graded(g srs.Grade) srs.Card {
	c := p.card
	if c.State == srs.New {
		c.Memory = p.Model.First(g)
	} else {
		c.Memory = p.Model.Next(c.Memory, c.Elapsed(p.today), g)
	}
	if c.State == srs.Reviewing && g == srs.Again {
		c.Lapses++
	}
	c.Reps++
	c.Last, c.LastDay = p.now.UnixMilli(), p.today
	return c
}

// date writes state and due date of each move into its outcome. From easy down
// to hard, none is due after the next better one.
func (p *preview) date(moves [4]move, out *Outcomes) {
	for i := len(moves) - 1; i >= 0; i-- {
		m, o := moves[i], &out[i]
		o.After.State, o.After.Step, o.After.Interval = m.state, m.step, m.days
		if m.state == srs.Reviewing {
			o.After.DueDay = p.today + srs.Day(m.days)
			o.After.Due = p.inDays(m.days).UnixMilli()
			o.Wait = time.Duration(m.days) * 24 * time.Hour
			continue
		}
		due := earlier(p.now.Add(m.wait), p.Calendar.Begin(p.today+srs.Day(p.longest)+1).Add(-time.Millisecond))
		if i > 0 && i < 3 {
			due = earlier(due, out[i+1].After.DueAt())
		}
		o.After.DueDay, o.After.Due = p.Calendar.Day(due), due.UnixMilli()
		o.Wait = due.Sub(p.now)
	}
}

// inDays is the same time on the learner's clock some days on. A clock that
// changes in between may leave that time out or move it over the edge of the
// study day; then it is the beginning of the day.
func (p *preview) inDays(days int) time.Time {
	due, day := p.now.AddDate(0, 0, days), p.today+srs.Day(days)
	if p.Calendar.Day(due) != day {
		due = p.Calendar.Begin(day)
	}
	return due
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}
