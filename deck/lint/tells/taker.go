package tells

import (
	"cmp"
	"slices"
)

// Taker answers a question that is shown with its choices in some order.
type Taker struct {
	Name  string
	score func(it *Item, order []int) []float64 // by place as shown
}

// Follows is the one who follows a cue, wherever the choices stand.
func Follows(c Cue) Taker {
	known := map[*Item][]float64{}
	return Taker{c.Name, func(it *Item, order []int) []float64 {
		scores, ok := known[it]
		if !ok {
			scores = c.Score(it)
			known[it] = scores
		}
		shown := make([]float64, len(order))
		for place, i := range order {
			shown[place] = scores[i]
		}
		return shown
	}}
}

// Points is the one who takes the same place each time.
func Points(place int) Taker {
	c := Letter(place)
	return Taker{c.Name, func(it *Item, _ []int) []float64 { return c.Score(it) }}
}

// Right reports whether the answer is right: as many choices as are correct, the
// best by score, of equal ones the first as shown. Order[0] is the index of the
// choice shown first.
func (t Taker) Right(it *Item, order []int) bool {
	scores := t.score(it, order)
	places := make([]int, len(order))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(x, y int) int { return cmp.Compare(scores[y], scores[x]) })
	for _, p := range places[:it.Keys] {
		if !it.Choices[order[p]].Key {
			return false
		}
	}
	return true
}
