package queue

import (
	"slices"
	"time"

	"dva/srs"
)

// Share is how many of each list today takes.
type Share struct {
	Due, Core, Further, Questions int
	NewFirst                      bool // otherwise new cards are spread evenly among the due ones
}

// Queue is what is left of a day. The zero Queue is empty.
type Queue struct {
	main  []Candidate
	steps []Candidate // by due time
	ahead time.Duration
}

// Take makes the queue of the first cards of each list, and of all steps.
// Ahead is how long before its time a step may be asked when nothing else is
// left.
func (l Lists) Take(s Share, ahead time.Duration) *Queue {
	fresh := slices.Concat(first(l.Core, s.Core), first(l.Further, s.Further), first(l.Questions, s.Questions))
	due := first(l.Due, s.Due)
	q := &Queue{steps: slices.Clone(l.Steps), ahead: ahead}
	if s.NewFirst {
		q.main = slices.Concat(fresh, due)
	} else {
		q.main = spread(due, fresh)
	}
	return q
}

// Line is the queue of these cards in this order.
func Line(cards []Candidate, steps []Candidate, ahead time.Duration) *Queue {
	return &Queue{main: slices.Clone(cards), steps: slices.Clone(steps), ahead: ahead}
}

func first(cards []Candidate, n int) []Candidate { return cards[:min(max(n, 0), len(cards))] }

// spread puts b evenly among a, beginning with a.
func spread(a, b []Candidate) []Candidate {
	out := make([]Candidate, 0, len(a)+len(b))
	for i, j := 0, 0; i < len(a) || j < len(b); {
		// Which list is further behind its share? (i+1)/len(a) against (j+1)/len(b)
		if j == len(b) || i < len(a) && (i+1)*len(b) <= (j+1)*len(a) {
			out = append(out, a[i])
			i++
		} else {
			out = append(out, b[j])
			j++
		}
	}
	return out
}

// Cut leaves the first n cards at most, steps counted first.
func (q *Queue) Cut(n int) {
	q.steps = first(q.steps, n)
	q.main = first(q.main, n-len(q.steps))
}

// Next takes the card to ask now: a step whose minute has come, else the next of
// the day, else a step ahead of its time; false when nothing is left.
func (q *Queue) Next(now time.Time) (c Candidate, ok bool) {
	from := &q.main
	switch ms := now.UnixMilli(); {
	case q.stepBy(ms):
		from = &q.steps
	case len(q.main) == 0 && q.stepBy(ms+q.ahead.Milliseconds()):
		from = &q.steps
	case len(q.main) == 0:
		return Candidate{}, false
	}
	c, *from = (*from)[0], (*from)[1:]
	return c, true
}

// stepBy says whether a step is due by this time.
func (q *Queue) stepBy(ms int64) bool { return len(q.steps) > 0 && q.steps[0].Card.Due <= ms }

// Return puts back a card that was taken and not answered, so that it is the
// next of its kind.
func (q *Queue) Return(c Candidate) {
	if inSteps(c) {
		q.Wait(c)
		return
	}
	q.main = slices.Insert(q.main, 0, c)
}

// Wait puts a card among the steps.
func (q *Queue) Wait(c Candidate) {
	i, _ := slices.BinarySearchFunc(q.steps, c, byDue)
	q.steps = slices.Insert(q.steps, i, c)
}

// Drop removes the card with this id, wherever it waits.
func (q *Queue) Drop(id string) {
	is := func(c Candidate) bool { return c.Card.ID == id }
	q.main = slices.DeleteFunc(q.main, is)
	q.steps = slices.DeleteFunc(q.steps, is)
}

// DropSiblings removes the other cards of c's parent but those in steps.
func (q *Queue) DropSiblings(c Candidate) {
	q.main = slices.DeleteFunc(q.main, func(o Candidate) bool { return o.Parent == c.Parent && o.Card.ID != c.Card.ID })
}

// Update puts in the card as it is now, if it waits here.
func (q *Queue) Update(card srs.Card) {
	for _, list := range [][]Candidate{q.main, q.steps} {
		for i := range list {
			if list[i].Card.ID == card.ID {
				list[i].Card = card
			}
		}
	}
}

// Counts are the cards that wait, by kind. A wanted new card is due.
func (q *Queue) Counts() (fresh, steps, due int) {
	for _, c := range q.main {
		switch {
		case c.Card.State == srs.New && !c.Card.Wanted():
			fresh++
		case inSteps(c):
			steps++
		default:
			due++
		}
	}
	return fresh, steps + len(q.steps), due
}

// NextStep is when the next step's minute comes; false when none waits.
func (q *Queue) NextStep() (time.Time, bool) {
	if len(q.steps) == 0 {
		return time.Time{}, false
	}
	return q.steps[0].Card.DueAt(), true
}

func inSteps(c Candidate) bool {
	return c.Card.State == srs.Learning || c.Card.State == srs.Relearning
}
