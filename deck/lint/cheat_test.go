package lint

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"dva/deck"
)

// drawn draws so many of the questions, with shuffled choices.
func drawn(all []*deck.Question, n int) Draw {
	return func(seed uint64) ([]Asked, error) {
		random := rand.New(rand.NewPCG(seed, 2))
		var form []Asked
		for _, i := range random.Perm(len(all))[:n] {
			form = append(form, Asked{all[i].ID, random.Perm(len(all[i].Choices))})
		}
		return form, nil
	}
}

func sat(t *testing.T, all []*deck.Question, draw Draw, forms int) *Cheat {
	t.Helper()
	s := newSitting(all)
	for n := range forms {
		form, _ := draw(uint64(n + 1))
		if err := s.sit(form); err != nil {
			t.Fatal(err)
		}
	}
	return s.result(forms)
}

func TestNobodyGainsOnACleanBank(t *testing.T) {
	all := invented(3, 400)
	c := sat(t, all, drawn(all, 65), 300)
	if c.Forms != 300 || c.Asked != 300*65 || math.Abs(c.Chance-(.85*.25+.15*.1)) > .003 {
		t.Errorf("got %+v", c)
	}
	for _, s := range c.Strategies {
		if math.Abs(s.Right-c.Chance) > .045 || s.Best < s.Right {
			t.Errorf("%s has %v, chance is %v, best form %v", s.Name, s.Right, c.Chance, s.Best)
		}
	}
	for place, p := range c.Places {
		if p < .24 || p > .26 {
			t.Errorf("the correct choice is at place %d in %v", place, p)
		}
	}
}

func TestATellShowsInExams(t *testing.T) {
	all := invented(3, 400)
	planted(1, func(q *deck.Question, _ *deck.Choice) { mark(q, byLength(q, 1)) })(all)
	c := sat(t, all, drawn(all, 65), 50)
	i := slices.IndexFunc(c.Strategies, func(s Strategy) bool { return s.Name == "longest" })
	if s := c.Strategies[i]; s.Right < .7 {
		t.Errorf("got %+v", s)
	}
}

func TestChoicesInTheirOrderShowInPlaces(t *testing.T) {
	all := invented(3, 400)
	planted(1, func(q *deck.Question, _ *deck.Choice) { swap(q, 2) })(all)
	c := sat(t, all, func(uint64) (form []Asked, err error) {
		for _, q := range all {
			form = append(form, Asked{q.ID, []int{0, 1, 2, 3, 4}[:len(q.Choices)]})
		}
		return form, nil
	}, 1)
	i := slices.IndexFunc(c.Strategies, func(s Strategy) bool { return s.Name == "always C" })
	if c.Places[2] != 1 || c.Strategies[i].Right < .85 {
		t.Errorf("places %v, %+v", c.Places, c.Strategies[i])
	}
}

func TestFormsThatCannotBeSat(t *testing.T) {
	wanted := errors.New("no form")
	for _, c := range []struct {
		name string
		draw Draw
	}{
		{"that cannot be drawn", func(uint64) ([]Asked, error) { return nil, wanted }},
		{"of another deck", func(uint64) ([]Asked, error) { return []Asked{{"other", []int{0}}}, nil }},
	} {
		if got, err := Sit(&deck.Deck{}, c.draw, 1); err == nil || got != nil {
			t.Errorf("%s: got %v, %v", c.name, got, err)
		}
	}
	if _, err := Sit(&deck.Deck{}, func(uint64) ([]Asked, error) { return nil, wanted }, 1); !errors.Is(err, wanted) || fmt.Sprint(err) != "draw form 1: no form" {
		t.Errorf("got %v", err)
	}
}
