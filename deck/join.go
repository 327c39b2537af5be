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
			Exam: base.Exam, Services: slices.Clone(base.Services), Items: base.Items,
			renames: slices.Clone(base.renames), shelves: slices.Clone(base.shelves), look: new(lookups),
		},
	}
	j.taken = make(map[string]int, len(base.Items))
	for i := range base.Items {
		j.taken[base.Items[i].Parent] = 0
	}
	for _, r := range base.renames {
		j.taken[parent(r.was)] = 0
	}
	for i, d := range own {
		j.add(d, i+1, i+1 == len(own))
	}
	return j.deck, j.reader.Problems().Err()
}

type joiner struct {
	deck   *Deck
	taken  map[string]int // whose each id is, present and former: 0 is base, 1 the first own deck
	reader strict.Reader  // collects the problems
}

// add puts own deck number n beside the others. The ids of the last need not be
// noted: within a deck the loader sees to them.
func (j *joiner) add(d *Deck, n int, last bool) {
	for _, s := range d.Services {
		if !slices.ContainsFunc(j.deck.Services, func(o Service) bool { return o.Key == s.Key }) {
			j.deck.Services = append(j.deck.Services, s)
		}
	}
	refused := map[string]bool{}
	for _, it := range d.Items {
		if owner, taken := j.taken[it.Parent]; taken && owner != n {
			j.refuse(d, it, refused)
		} else if !last {
			j.taken[it.Parent] = n
		}
	}
	items := d.Items
	if len(refused) > 0 {
		items = slices.DeleteFunc(slices.Clone(items), func(it Item) bool { return refused[it.Parent] })
	}
	j.deck.Items = mergeItems(j.deck.Items, items, j.deck.Services)
	for _, r := range d.renames {
		was := parent(r.was)
		if owner, taken := j.taken[was]; !refused[parent(r.is)] && (!taken || owner == n) {
			j.taken[was] = n
			j.deck.renames = append(j.deck.renames, r)
		}
	}
	j.deck.shelves = append(j.deck.shelves, d.shelves...)
}

// mergeItems is what sortItems makes of a and b together. Both are sorted
// already, so that whole services are copied at once; this is on the way of
// every start.
func mergeItems(a, b []Item, services []Service) []Item {
	order := serviceOrder(services)
	out := make([]Item, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		from := &a
		if order[b[0].Service] < order[a[0].Service] {
			from = &b
		}
		n := sameService(*from)
		out, *from = append(out, (*from)[:n]...), (*from)[n:]
	}
	return append(append(out, a...), b...)
}

// sameService is how many items in front are of one service.
func sameService(items []Item) int {
	n := 1
	for n < len(items) && items[n].Service == items[0].Service {
		n++
	}
	return n
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
