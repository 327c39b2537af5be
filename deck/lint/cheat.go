package lint

import (
	"fmt"
	"slices"

	"dva/deck"
	"dva/deck/lint/chance"
	"dva/deck/lint/tells"
)

// Asked is one question of a form.
type Asked struct {
	ID    string
	Order []int // Order[0] is the index in Question.Choices of the choice shown first
}

// Draw makes a form, the same for the same seed.
type Draw func(seed uint64) ([]Asked, error)

// Cheat is how test-takers without knowledge do in exams. Shares are from 0 to 1.
type Cheat struct {
	Forms      int        `json:"forms"`
	Asked      int        `json:"asked"`  // questions in all forms
	Chance     float64    `json:"chance"` // share right of who guesses by lot
	Strategies []Strategy `json:"strategies"`
	// Places is how often the correct one of four choices is shown at each place.
	Places []float64 `json:"places"`
}

// Strategy is one way to answer without knowledge.
type Strategy struct {
	Name  string  `json:"strategy"`
	Right float64 `json:"right"` // share right over all forms
	Best  float64 `json:"best"`  // share right in the luckiest form
}

// Sit lets test-takers without knowledge sit so many forms, with the seeds from 1
// on. The two that learn know the answers to all other questions of the bank.
func Sit(d *deck.Deck, draw Draw, forms int) (*Cheat, error) {
	_, questions := entries(d, false)
	s := newSitting(questions)
	for n := range forms {
		form, err := draw(uint64(n + 1))
		if err != nil {
			return nil, fmt.Errorf("draw form %d: %w", n+1, err)
		}
		if err := s.sit(form); err != nil {
			return nil, err
		}
	}
	return s.result(forms), nil
}

// takers are the test-takers without knowledge.
func takers(b *tells.Bank) []tells.Taker {
	var all []tells.Taker
	for _, c := range []tells.Cue{
		tells.Longest, tells.Shortest, tells.Convergence, tells.Overlap, tells.Absolutes, tells.OddOne, b.All(), b.Prior(),
	} {
		all = append(all, tells.Follows(c))
	}
	for place := range 4 {
		all = append(all, tells.Points(place))
	}
	return all
}

// sitting adds up what each taker has right.
type sitting struct {
	byID   map[string]*tells.Item
	takers []tells.Taker
	right  []int
	best   []float64
	luck   chance.Sum
	places []float64
}

func newSitting(questions []*deck.Question) *sitting {
	var items []*tells.Item
	byID := map[string]*tells.Item{}
	for _, q := range questions {
		it := newItem(q)
		items = append(items, it)
		byID[it.ID] = it
	}
	s := &sitting{byID: byID, takers: takers(tells.NewBank(items)), places: make([]float64, 4)}
	s.right, s.best = make([]int, len(s.takers)), make([]float64, len(s.takers))
	return s
}

func (s *sitting) sit(form []Asked) error {
	right := make([]int, len(s.takers))
	for _, a := range form {
		it, ok := s.byID[a.ID]
		if !ok || len(a.Order) != len(it.Choices) {
			return fmt.Errorf("the form asks %q, which is no such question of the deck", a.ID)
		}
		s.luck.Add(0, 1/chance.Choose(len(it.Choices), it.Keys), 0)
		if it.Single() {
			s.places[slices.IndexFunc(a.Order, func(i int) bool { return it.Choices[i].Key })]++
		}
		for i, t := range s.takers {
			if t.Right(it, a.Order) {
				right[i]++
			}
		}
	}
	for i, n := range right {
		s.right[i] += n
		s.best[i] = max(s.best[i], share(n, len(form)))
	}
	return nil
}

func (s *sitting) result(forms int) *Cheat {
	c := &Cheat{Forms: forms, Asked: s.luck.N, Chance: s.luck.Chance(), Places: s.places}
	for i, t := range s.takers {
		c.Strategies = append(c.Strategies, Strategy{t.Name, share(s.right[i], s.luck.N), s.best[i]})
	}
	singles := 0.0
	for _, n := range s.places {
		singles += n
	}
	for i := range s.places {
		s.places[i] /= max(1, singles)
	}
	return c
}
