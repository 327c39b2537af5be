package lint

import (
	"math"
	"math/rand/v2"
	"slices"

	"dva/deck/lint/chance"
	"dva/deck/lint/tells"
)

// The length of choices: the commonest tell, since writers say more where they
// must be right.
var lengthStatistics = []statistic{
	{"L1", false, (*bank).longest},
	{"L2", false, (*bank).shortest},
	{"L3", false, (*bank).ranks},
	{"L4", false, (*bank).ratio},
	{"L5", false, (*bank).standsOut},
	{"L6", false, (*bank).uneven},
}

func (b *bank) longest() Statistic {
	return b.strategy("right by picking the longest choice", tells.Longest, above(.03, .05))
}

// shortest has two sides: who avoids the shortest gains when it is seldom right.
func (b *bank) shortest() Statistic {
	return b.strategy("right by picking the shortest choice", tells.Shortest, limits{quarter - .06, quarter + .03, quarter - .09, quarter + .05})
}

// ranks holds the places of the correct choices, longest first, against equal
// shares. The limits are the quantiles of chi-square with 3 degrees of freedom at
// .01 and .001.
func (b *bank) ranks() Statistic {
	counts := make([]float64, 4)
	for _, it := range b.tells.Singles {
		longer, level := around(it)
		for i := range level {
			counts[longer+i] += 1 / float64(level)
		}
	}
	s := Statistic{About: "chi-square of the correct choices by rank of length", Value: chance.Square(counts), N: len(b.tells.Singles)}
	return s.judge(most(11.34, 16.27), true)
}

// around counts the choices that are longer than the correct one, and those as
// long, itself included.
func around(it *tells.Item) (longer, level int) {
	k := key(it).Length
	for _, c := range it.Choices {
		if c.Length > k {
			longer++
		} else if c.Length == k {
			level++
		}
	}
	return longer, level
}

// key is the correct choice of a single one.
func key(it *tells.Item) *tells.Choice {
	return &it.Choices[slices.IndexFunc(it.Choices, func(c tells.Choice) bool { return c.Key })]
}

// ratio is the median of the correct choice's length over the mean of the wrong
// ones. Its z comes from drawing the correct choices anew by lot.
func (b *bank) ratio() Statistic {
	const draws = 200
	random := rand.New(rand.NewPCG(1, 4))
	var ratios [][]float64 // of each question, were this choice the correct one
	var values []float64
	for _, it := range b.tells.Singles {
		total := 0
		for _, c := range it.Choices {
			total += c.Length
		}
		var of []float64
		for _, c := range it.Choices {
			of = append(of, float64(3*c.Length)/float64(max(1, total-c.Length)))
			if c.Key {
				values = append(values, of[len(of)-1])
			}
		}
		ratios = append(ratios, of)
	}
	s := Statistic{About: "median length of correct over mean of wrong choices", Value: median(values), N: len(values)}
	var sum, squares float64
	for range draws {
		for i, of := range ratios {
			values[i] = of[random.IntN(len(of))]
		}
		m := median(values)
		sum, squares = sum+m/draws, squares+m*m/draws
	}
	s.Chance = sum
	if deviation := math.Sqrt(max(0, squares-sum*sum)); deviation > 0 {
		s.Z = (s.Value - s.Chance) / deviation
	}
	return s.judge(limits{.95, 1.05, .90, 1.10}, math.Abs(s.Z) >= chance.Z(1))
}

// standsOut is the share of questions whose correct choice is a fifth longer than
// every wrong one. Luck makes a quarter of the questions with such a choice.
func (b *bank) standsOut() Statistic {
	sit := func(items []*tells.Item) chance.Sum {
		var s chance.Sum
		for _, it := range items {
			longest := slices.SortedFunc(slices.Values(it.Choices), func(x, y tells.Choice) int { return y.Length - x.Length })
			if float64(longest[0].Length) < 1.2*float64(longest[1].Length) {
				s.Add(0, 0, 0)
			} else if longest[0].Key {
				s.Add(1, quarter, quarter*(1-quarter))
			} else {
				s.Add(0, quarter, quarter*(1-quarter))
			}
		}
		return s
	}
	l := most(.12, .15)
	return rate("correct choice a fifth longer than every other", sit(b.tells.Singles), l, 1).by(b.parts, l, sit)
}

// uneven is the share of questions whose longest choice is more than 2.2 times as
// long as the shortest. Each that is 3 times as long is told by itself.
func (b *bank) uneven() Statistic {
	n := 0
	for _, q := range b.questions {
		if r := spread(q); r > 2.2 {
			n++
		}
	}
	s := Statistic{About: "questions whose longest choice is over 2.2 times the shortest", Value: share(n, len(b.questions)), N: len(b.questions)}
	return s.judge(most(.10, .20), true)
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}
