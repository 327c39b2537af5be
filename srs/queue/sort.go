// Package queue puts a study day's cards in order.
//
// Due cards come by falling recall: those most likely still known first, so
// that a backlog loses as little as possible. Before them come new cards that an
// exam brought forward, which wait for no limit. In the last week before the exam
// there is no later for the others, and those that will be known least on its
// day come first. New cards come core first; within a level the services take
// turns by their weight in the exam, and within a service cards come in the
// order of the file. Of the siblings made from one card no two are asked on one
// day, learning steps excepted. A learning step comes when its minute does,
// before everything else.
//
// The package works on values and reads neither clock nor file.
package queue

import (
	"cmp"
	"slices"

	"dva/srs"
)

// Candidate is a card that may be asked today, and what ordering must know of
// its item.
type Candidate struct {
	Card     srs.Card
	At       int    // the caller's number for the item; the smaller comes first among equals
	Parent   string // siblings share it
	Service  string
	Level    uint8 // 0 is core
	Place    int   // in the service's file
	Question bool  // an exam question
}

// Input is a day before it is put in order.
type Input struct {
	Today srs.Day
	Exam  srs.Day // 0 when no date is set
	Model srs.Model
	// Started are cards that are due by today or were reviewed today. Those still
	// New are wanted.
	Started []Candidate
	// New are the other cards never seen. A question is among them only once its cards
	// are known.
	New []Candidate
	// Weights are those of the services in the exam. A service without one has
	// the smallest of the others.
	Weights map[string]float64
	// Seen is how many of a group are past New, so that turns go on where they
	// stopped.
	Seen         map[Group]int
	BurySiblings bool
}

// Group are the cards of a service that come one after the other.
type Group struct {
	Service  string
	Level    uint8
	Question bool
}

// Group is the one that c belongs to.
func (c Candidate) Group() Group { return Group{c.Service, c.Level, c.Question} }

// Lists are today's cards in order, without those that are hidden or wait for
// a sibling.
type Lists struct {
	Steps     []Candidate // in learning or relearning, by due time
	Due       []Candidate // the wanted new ones first
	Core      []Candidate // new, as are the following
	Further   []Candidate // useful, then edge
	Questions []Candidate
}

// Sort puts the day in order.
func Sort(in Input) Lists {
	var l Lists
	var wanted []Candidate
	asked := siblings{on: in.BurySiblings, asked: make(map[string]string, len(in.Started)+len(in.New))}
	for _, c := range in.Started {
		if c.Card.LastDay >= in.Today { // later when the clock was set back
			asked.add(c)
		}
		switch {
		case c.Card.DueDay > in.Today || c.Card.Marks.Hidden(in.Today):
		case c.Card.State == srs.New:
			wanted = append(wanted, c)
		case c.Card.State == srs.Reviewing:
			l.Due = append(l.Due, c)
		default:
			asked.add(c)
			l.Steps = append(l.Steps, c)
		}
	}
	slices.SortFunc(l.Steps, byDue)
	l.Due = asked.keep(slices.Concat(wanted, in.order(l.Due)))
	for _, c := range in.New {
		switch {
		case c.Card.Marks.Hidden(in.Today):
		case c.Question:
			l.Questions = append(l.Questions, c)
		case c.Level == 0:
			l.Core = append(l.Core, c)
		default:
			l.Further = append(l.Further, c)
		}
	}
	for _, list := range []*[]Candidate{&l.Core, &l.Further, &l.Questions} {
		*list = asked.keep(takeTurns(*list, in.Weights, in.Seen))
	}
	return l
}

// lastWeek is from how many days before the exam the weakest cards come first.
// In simulations of days too short for what was due, 600 cards in ten days or
// 1,200 in thirty, that gave one to three points of a hundred on the exam day;
// begun a month before it, less after days away.
const lastWeek = 7

// order puts due cards in order.
func (in Input) order(due []Candidate) []Candidate {
	if in.Today <= in.Exam && in.Exam-in.Today <= lastWeek {
		return Weakest(due, in.Model, in.Exam)
	}
	return byRecall(due, in.Model, in.Today)
}

// Of keeps the cards for which keep is true.
func (l Lists) Of(keep func(Candidate) bool) Lists {
	for _, list := range []*[]Candidate{&l.Steps, &l.Due, &l.Core, &l.Further, &l.Questions} {
		*list = slices.DeleteFunc(slices.Clone(*list), func(c Candidate) bool { return !keep(c) })
	}
	return l
}

// Weakest puts first what will be recalled least on day on.
func Weakest(cards []Candidate, m srs.Model, on srs.Day) []Candidate {
	return sorted(cards, func(c Candidate) key {
		return key{major: m.Recall(c.Card.Memory, c.Card.Elapsed(on))}
	})
}

// Apart keeps the first of each parent's cards, and none of a parent that one of
// asked has.
func Apart(cards, asked []Candidate) []Candidate {
	s := siblings{on: true, asked: map[string]string{}}
	for _, c := range asked {
		s.add(c)
	}
	return s.keep(cards)
}

func byDue(a, b Candidate) int {
	return cmp.Or(cmp.Compare(a.Card.Due, b.Card.Due), cmp.Compare(a.At, b.At))
}

// byRecall puts first what is most likely known on day on.
func byRecall(cards []Candidate, m srs.Model, on srs.Day) []Candidate {
	return sorted(cards, func(c Candidate) key {
		return key{major: -m.Recall(c.Card.Memory, c.Card.Elapsed(on))}
	})
}

// takeTurns orders new cards by level, and within a level lets each service
// come as often as its weight asks: the next card is that of the service whose
// cards so far, and half of the next, are the least for its weight.
func takeTurns(cards []Candidate, weights map[string]float64, seen map[Group]int) []Candidate {
	least := 1.0
	for _, w := range weights {
		if w > 0 {
			least = min(least, w)
		}
	}
	inFile := sorted(cards, func(c Candidate) key { return key{major: float64(c.Place)} })
	taken := map[Group]int{}
	return sorted(inFile, func(c Candidate) key {
		g := c.Group()
		turn := float64(seen[g]+taken[g]) + 0.5
		taken[g]++
		return key{major: float64(c.Level), minor: turn / max(weights[c.Service], least)}
	})
}

// siblings lets the first of those with one parent through. A card that was
// asked and is due again, because an exam brought it forward, stands in nobody's
// way but its siblings'.
type siblings struct {
	on    bool
	asked map[string]string // the first card asked, by its parent
}

func (s siblings) add(c Candidate) {
	if _, was := s.asked[c.Parent]; s.on && !was {
		s.asked[c.Parent] = c.Card.ID
	}
}

func (s siblings) keep(cards []Candidate) []Candidate {
	return slices.DeleteFunc(cards, func(c Candidate) bool {
		first, was := s.asked[c.Parent]
		s.add(c)
		return was && first != c.Card.ID
	})
}

// key says where a card comes; equal ones come by their number.
type key struct {
	major, minor float64
	at, from     int
}

func compareKeys(a, b key) int {
	switch {
	case a.major != b.major:
		return cmp.Compare(a.major, b.major)
	case a.minor != b.minor:
		return cmp.Compare(a.minor, b.minor)
	}
	return cmp.Compare(a.at, b.at)
}

// sorted is cards by rising keys, which are made once for each, in order.
func sorted(cards []Candidate, of func(Candidate) key) []Candidate {
	keys := make([]key, len(cards))
	for i, c := range cards {
		keys[i] = of(c)
		keys[i].at, keys[i].from = c.At, i
	}
	slices.SortFunc(keys, compareKeys)
	out := make([]Candidate, len(cards))
	for i, k := range keys {
		out[i] = cards[k.from]
	}
	return out
}
