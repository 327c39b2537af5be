package lint

import (
	"fmt"
	"math"

	"dva/deck/lint/chance"
	"dva/deck/lint/tells"
)

// Questions with several correct choices.
var manyStatistics = []statistic{
	{"M1", true, (*bank).many},
	{"M2", false, (*bank).longestMany},
	{"M2-pair", false, (*bank).bestPair},
}

func (b *bank) many() Statistic {
	s := Statistic{About: "questions with several correct choices", Value: share(len(b.tells.Many), len(b.questions)), N: len(b.questions)}
	return s.judge(limits{.10, .20, .07, .25}, true)
}

// overLuck bounds a rate over questions whose chances differ.
func overLuck(s chance.Sum) limits { return most(s.Chance()+.05, s.Chance()+.08) }

func (b *bank) longestMany() Statistic {
	s := tells.Longest.Sit(b.tells.Many)
	return rate("several correct: right by picking the longest choices", s, overLuck(s), 1)
}

// bestPair looks at questions with two correct choices, for the pair of places
// that is right most often. Hits are few, so that luck is counted exactly; each
// pair has its share of the hundredth.
func (b *bank) bestPair() Statistic {
	const places = 5 // the sixth of a few questions is left out
	const pairs = places * (places - 1) / 2
	var twos []*tells.Item
	for _, it := range b.tells.Many {
		if it.Keys == 2 {
			twos = append(twos, it)
		}
	}
	best := Statistic{About: "two correct: right by always picking one pair of places", N: len(twos)}
	var sum chance.Sum
	for first := range places {
		for second := first + 1; second < places; second++ {
			s := tells.Places(first, second).Sit(twos)
			if s.Rate() >= best.Value {
				sum, best.Value, best.Worst = s, s.Rate(), fmt.Sprintf("%c and %c", 'A'+first, 'A'+second)
			}
		}
	}
	best.Chance, best.Z = sum.Chance(), sum.Z()
	lucky := sum.N == 0 || chance.Exact(int(math.Round(sum.Got)), sum.N, sum.Chance()) > .01/pairs
	return best.judge(overLuck(sum), !lucky)
}
