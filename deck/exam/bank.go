package exam

import (
	"math/rand/v2"
	"slices"
	"time"

	"dva/deck"
)

// candidate is a question that may be asked.
type candidate struct {
	item     *deck.Item
	question *deck.Question
	domain   int // in the order of the blueprint
	skill    string
	multiple bool
	seen     time.Time // zero when fresh
}

// bank is the questions that may be asked, and what a form of them may hold.
type bank struct {
	candidates []*candidate
	share      deck.Share // of multiple response
	enemies    map[string][]string
}

func newBank(r Request) *bank {
	e := &r.Deck.Exam
	domains := map[string]int{}
	for i, d := range e.Domains {
		domains[d.ID] = i
	}
	b := &bank{share: e.Mock.Multiple, enemies: map[string][]string{}}
	for i := range r.Deck.Items {
		it := &r.Deck.Items[i]
		if it.Kind != deck.Multiple || len(it.Skills) == 0 || r.Without[it.ID] {
			continue
		}
		q, ok := r.Deck.Question(it.ID)
		if !ok {
			continue
		}
		d, ok := e.Domain(it.Skills[0])
		if !ok {
			continue
		}
		b.candidates = append(b.candidates, &candidate{
			item: it, question: q, domain: domains[d.ID], skill: it.Skills[0], multiple: q.Correct() > 1, seen: r.Seen[it.ID],
		})
		for _, other := range q.Enemies { // it is enough that one of the two names the other
			b.enemies[it.ID] = append(b.enemies[it.ID], other)
			b.enemies[other] = append(b.enemies[other], it.ID)
		}
	}
	return b
}

// best is the draw with the most fresh questions, the first that has all that
// the bank can give; false when no draw fills the form.
func (b *bank) best(f Form, random *rand.Rand) ([]*candidate, bool) {
	most := b.mostFresh(f)
	var chosen []*candidate
	fresh := -1
	for range attempts {
		b.shuffle(random)
		d := newDraw(b, f)
		if !d.fill() {
			continue
		}
		if n := d.fresh(); n > fresh {
			chosen, fresh = d.chosen, n
		}
		if fresh == most {
			break
		}
	}
	return chosen, fresh >= 0
}

// mostFresh is how many fresh questions a form could hold if none were in
// conflict.
func (b *bank) mostFresh(f Form) int {
	have := make([]int, len(f.Domains))
	for _, c := range b.candidates {
		if c.seen.IsZero() {
			have[c.domain]++
		}
	}
	n := 0
	for i, want := range f.Domains {
		n += min(want, have[i])
	}
	return n
}

// shuffle puts the candidates in a random order, then the fresh ones first and
// the others by when they were seen.
func (b *bank) shuffle(random *rand.Rand) {
	random.Shuffle(len(b.candidates), func(i, j int) {
		b.candidates[i], b.candidates[j] = b.candidates[j], b.candidates[i]
	})
	slices.SortStableFunc(b.candidates, func(x, y *candidate) int { return x.seen.Compare(y.seen) })
}
