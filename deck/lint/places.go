package lint

import (
	"fmt"
	"slices"

	"dva/deck/lint/chance"
	"dva/deck/lint/tells"
)

// The place of the correct choice as written. Choices are shuffled before they
// are shown, so this is about the file alone: whoever reads it, or shows it by
// other means, should learn nothing from the order. Places are to be random and
// not balanced, since balance can be exploited too (Bar-Hillel and Attali 2001).
var placeStatistics = []statistic{
	{"K1", false, (*bank).places},
	{"K2", false, (*bank).letter},
}

// places has as limits the quantiles of chi-square with 3 degrees of freedom at
// .05 and .01.
func (b *bank) places() Statistic {
	counts := make([]float64, 4)
	for _, it := range b.tells.Singles {
		counts[slices.IndexFunc(it.Choices, func(c tells.Choice) bool { return c.Key })]++
	}
	s := Statistic{About: "chi-square of the correct choices by place in the file", Value: chance.Square(counts), N: len(b.tells.Singles), Worst: fmt.Sprint(counts)}
	return s.judge(most(7.81, 11.34), true)
}

func (b *bank) letter() Statistic {
	const letters = 4
	var best Statistic
	for place := range letters {
		cue := tells.Letter(place)
		s := rate("right by always picking one place", cue.Sit(b.tells.Singles), above(.03, .05), letters)
		if s.Worst = cue.Name; place == 0 || s.Value > best.Value {
			best = s
		}
	}
	return best
}
