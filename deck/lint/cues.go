package lint

import (
	"math"

	"dva/deck/lint/chance"
	"dva/deck/lint/tells"
)

// Single cues of form besides length.
var cueStatistics = []statistic{
	{"A1", false, (*bank).absolutes},
	{"A1-rates", false, (*bank).absoluteRates},
	{"C1", false, (*bank).convergence},
	{"S1", false, (*bank).overlap},
	{"O1", false, (*bank).oddOne},
	{"N1", false, (*bank).negative},
}

func (b *bank) absolutes() Statistic {
	return b.strategy("right by avoiding always, never, only and their like", tells.Absolutes, above(.02, .04))
}

// absoluteRates is how much oftener wrong choices have such words. Luck makes the
// correct choice one that has them as often as the choices of its question do.
func (b *bank) absoluteRates() Statistic {
	var keys chance.Sum
	wrong, n := 0, 0
	for _, it := range b.tells.Singles {
		having, got := 0, 0.0
		for i := range it.Choices {
			c := &it.Choices[i]
			switch {
			case !c.Absolute():
			case c.Key:
				having, got = having+1, 1
			default:
				having++
				wrong++
			}
		}
		p := float64(having) / float64(len(it.Choices))
		keys.Add(got, p, p*(1-p))
		n += len(it.Choices) - 1
	}
	s := Statistic{About: "always, never, only and their like: share of wrong less share of correct choices", Value: share(wrong, n) - keys.Rate(), N: keys.N, Z: -keys.Z()}
	return s.judge(most(.04, .07), s.Z >= chance.Z(1))
}

func (b *bank) convergence() Statistic {
	return b.strategy("right by picking what has most in common with the other choices", tells.Convergence, above(.03, .05))
}

func (b *bank) overlap() Statistic {
	return b.strategy("right by picking what repeats most words of the stem", tells.Overlap, above(.03, .05))
}

// oddOne has two sides: an odd one that is never right can be struck out.
func (b *bank) oddOne() Statistic {
	sit := func(items []*tells.Item) chance.Sum {
		var having []*tells.Item
		for _, it := range items {
			if tells.HasOdd(it) {
				having = append(having, it)
			}
		}
		return tells.OddOne.Sit(having)
	}
	l := limits{quarter - .05, quarter + .05, quarter - .10, quarter + .10}
	s := rate("right by picking the one whose first word, number or code stands out, where one does", sit(b.tells.Singles), l, 1)
	return s.by(b.parts, l, sit)
}

// negative is the share of questions that ask what is not so.
func (b *bank) negative() Statistic {
	n := 0
	for _, q := range b.questions {
		if negativeStem(q.Stem) {
			n++
		}
	}
	s := Statistic{About: "questions that ask what is NOT so", Value: share(n, len(b.questions)), N: len(b.questions)}
	return s.judge(most(.02, .05), math.Round(s.Value*float64(s.N)) > 1)
}
