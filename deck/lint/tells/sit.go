package tells

import (
	"cmp"
	"math"
	"slices"

	"dva/deck/lint/chance"
)

// Sit is how a strategy does over items. An item is right when all its correct
// choices and no others are picked; ties count with their share. Luck is the same
// strategy if the correct choices had been chosen by lot.
func (c Cue) Sit(items []*Item) chance.Sum {
	var s chance.Sum
	for _, it := range items {
		got, picks := hit(it, c.Score(it))
		lot := 1 / chance.Choose(len(it.Choices), it.Keys)
		s.Add(got, lot, lot/picks-lot*lot)
	}
	return s
}

// hit is the probability that the choices picked are the correct ones, and in
// how many ways they could have been picked.
func hit(it *Item, scores []float64) (got, picks float64) {
	above, level := around(scores, it.Keys)
	picks = chance.Choose(len(level), it.Keys-len(above))
	right := 0
	for _, i := range above {
		if !it.Choices[i].Key {
			return 0, picks
		}
	}
	for _, i := range level {
		if it.Choices[i].Key {
			right++
		}
	}
	if len(above)+right != it.Keys {
		return 0, picks
	}
	return 1 / picks, picks
}

// around parts the best choices: those that are surely among the best k, and
// those that are level and draw lots for the places left.
func around(scores []float64, k int) (above, level []int) {
	const same = 1e-9 // scores that differ by rounding alone
	for i, s := range scores {
		better, equal := 0, 0
		for _, o := range scores {
			switch {
			case o > s+same:
				better++
			case o >= s-same:
				equal++
			}
		}
		switch {
		case better+equal <= k:
			above = append(above, i)
		case better < k:
			level = append(level, i)
		}
	}
	return above, level
}

// Surest is the ids of the items whose correct choice alone has the best score,
// the widest lead first.
func (c Cue) Surest(items []*Item) []string {
	type lead struct {
		id string
		by float64
	}
	var leads []lead
	for _, it := range items {
		key, other := math.Inf(-1), math.Inf(-1)
		for i, s := range c.Score(it) {
			if it.Choices[i].Key {
				key = max(key, s)
			} else {
				other = max(other, s)
			}
		}
		if it.Keys == 1 && key > other {
			leads = append(leads, lead{it.ID, key - other})
		}
	}
	slices.SortStableFunc(leads, func(x, y lead) int { return cmp.Compare(y.by, x.by) })
	ids := make([]string, len(leads))
	for i, l := range leads {
		ids[i] = l.id
	}
	return ids
}
