package drill

import (
	"cmp"
	"slices"

	"dva/deck"
)

// Kind says which kinds of items are asked.
type Kind uint8

// The kinds.
const (
	Both Kind = iota
	Cards
	Questions
)

// String names the kind: cards and questions, cards, or questions.
func (k Kind) String() string {
	switch k {
	case Cards:
		return "cards"
	case Questions:
		return "questions"
	}
	return "cards and questions"
}

func (k Kind) has(it *deck.Item) bool {
	return k == Both || (k == Questions) == (it.Kind == deck.Multiple)
}

// Group is a set of items that a learner may want to drill across services.
type Group uint8

// The groups.
const (
	All      Group = iota
	LastExam       // questions not right in the last exam, and the cards that teach them
	LastDays       // answered again in the last MissedDays days
	Flagged
	Leeches

	groups = iota
)

// Wish says what to drill. The zero value is everything, weakest first.
type Wish struct {
	Group    Group
	Services []string // only these, by key; empty is all
	Skill    string   // only this domain, task or skill, by id; empty is all
	Kind     Kind
	SeenOnly bool // without items never seen
	InOrder  bool // in the order of the deck, in place of the weakest first
	Limit    int  // items at most; 0 is no limit
}

// Count is how many items fulfil the wish, its limit aside.
func (b *Book) Count(w Wish) int {
	n := 0
	for i := range b.entries {
		if b.entries[i].fulfils(w) {
			n++
		}
	}
	return n
}

// Pick are the ids of the items to drill, in order: the least likely to be
// recalled today first, then what was never seen, core before the rest and
// fundamentals before details. Of the items made from one card or question the
// second comes after the first of all others.
func (b *Book) Pick(w Wish) []string {
	var found []*entry
	for i := range b.entries {
		if b.entries[i].fulfils(w) {
			found = append(found, &b.entries[i])
		}
	}
	if !w.InOrder {
		slices.SortStableFunc(found, weaker)
	}
	found = apart(found)
	if w.Limit > 0 {
		found = found[:min(w.Limit, len(found))]
	}
	ids := make([]string, len(found))
	for i, e := range found {
		ids[i] = e.item.ID
	}
	return ids
}

func (e *entry) fulfils(w Wish) bool {
	return e.groups[w.Group] && (e.seen || !w.SeenOnly) && w.Kind.has(e.item) && e.in(w.Skill) &&
		(len(w.Services) == 0 || slices.Contains(w.Services, e.item.Service))
}

// in says that the item belongs to a domain, task or skill.
func (e *entry) in(id string) bool {
	return id == "" || slices.ContainsFunc(e.item.Skills, func(skill string) bool { return within(skill, id) })
}

// weaker puts first what is weaker.
func weaker(a, b *entry) int {
	switch {
	case a.seen != b.seen:
		return before(a.seen)
	case a.seen:
		return cmp.Or(cmp.Compare(a.recall, b.recall), cmp.Compare(a.stability, b.stability))
	case a.item.Level != b.item.Level:
		return cmp.Compare(a.item.Level, b.item.Level)
	case (a.item.Kind == deck.Multiple) != (b.item.Kind == deck.Multiple):
		return before(a.item.Kind != deck.Multiple)
	}
	return cmp.Compare(a.item.Place, b.item.Place)
}

// before is the order of two of which only the first has a property, or only the
// second.
func before(first bool) int {
	if first {
		return -1
	}
	return 1
}

// apart keeps the order of the first items of each card or question, puts their
// second ones behind them, and so on.
func apart(found []*entry) []*entry {
	type place struct {
		*entry
		round int
	}
	rounds := make(map[string]int, len(found))
	places := make([]place, len(found))
	for i, e := range found {
		places[i] = place{e, rounds[e.item.Parent]}
		rounds[e.item.Parent]++
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(a.round, b.round) })
	out := make([]*entry, len(found))
	for i, p := range places {
		out[i] = p.entry
	}
	return out
}
