package deck

import (
	"fmt"
	"slices"
	"strings"

	"dva/deck/strict"
)

// Join puts learners' own decks beside base. An entry whose id base or an
// earlier deck has, now or formerly, is left out and told in the error, which is
// strict.Problems. None of the decks is changed.
func Join(base *Deck, own ...*Deck) (*Deck, error) {
	if len(own) == 0 {
		return base, nil
	}
	j := joiner{
		deck: &Deck{
			Exam: base.Exam, Services: slices.Clone(base.Services), Items: slices.Clone(base.Items),
			renames: slices.Clone(base.renames), shelves: slices.Clone(base.shelves), look: new(lookups),
		},
		taken: make(map[string]bool, len(base.Items)),
	}
	for i := range base.Items {
		j.taken[base.Items[i].Parent] = true
	}
	for _, r := range base.renames {
		j.taken[parent(r.was)] = true
	}
	for _, d := range own {
		j.add(d)
	}
	sortItems(j.deck.Items, j.deck.Services)
	return j.deck, j.reader.Problems().Err()
}

type joiner struct {
	deck   *Deck
	taken  map[string]bool // ids of cards and questions, present and former
	reader strict.Reader   // collects the problems
}

func (j *joiner) add(d *Deck) {
	for _, s := range d.Services {
		if !slices.ContainsFunc(j.deck.Services, func(o Service) bool { return o.Key == s.Key }) {
			j.deck.Services = append(j.deck.Services, s)
		}
	}
	refused := map[string]bool{}
	mine := map[string]bool{}
	for _, it := range d.Items {
		if j.taken[it.Parent] {
			j.refuse(d, it, refused)
			continue
		}
		mine[it.Parent] = true
		j.deck.Items = append(j.deck.Items, it)
	}
	for _, r := range d.renames {
		if was := parent(r.was); !refused[parent(r.is)] && !j.taken[was] {
			mine[was] = true
			j.deck.renames = append(j.deck.renames, r)
		}
	}
	for id := range mine {
		j.taken[id] = true
	}
	j.deck.shelves = append(j.deck.shelves, d.shelves...)
}

// refuse tells of a clash, once for all blanks of a card.
func (j *joiner) refuse(d *Deck, it Item, refused map[string]bool) {
	if refused[it.Parent] {
		return
	}
	refused[it.Parent] = true
	at := Place{File: it.Deck}
	if q, ok := d.Question(it.Parent); ok {
		at = q.At
	} else if c, ok := d.Card(it.Parent); ok {
		at = c.At
	}
	j.reader.Add(strict.Problem{
		Place: at, ID: it.Parent, Message: fmt.Sprintf("id %q is taken by another deck", it.Parent), Hint: "give it another id",
	})
}

// parent is the id as written, of an item's id.
func parent(id string) string {
	p, _, _ := strings.Cut(id, "#")
	return p
}
