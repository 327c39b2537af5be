package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dva/deck/lint/chance"
)

// Strategies that learn from the bank itself, and what services give away.
var modelStatistics = []statistic{
	{"X1", false, (*bank).allCues},
	{"X2", false, (*bank).prior},
	{"X3", false, (*bank).giveaway},
}

func (b *bank) allCues() Statistic {
	return b.strategy("right by all cues of form together, each fifth of the bank judged by the others", b.tells.All(), above(.05, .08))
}

func (b *bank) prior() Statistic {
	return b.strategy("right by the words that other correct choices have", b.tells.Prior(), above(.10, .13))
}

// giveaway counts the services that are correct too often or too seldom where
// choices name them.
func (b *bank) giveaway() Statistic {
	const named = 10 // from how many choices on a service is looked at
	type count struct {
		service   string
		keys, all int
	}
	var seen []count
	for service, words := range b.words {
		c := count{service: service}
		for _, it := range b.tells.Singles {
			for i := range it.Choices {
				if names(it.Choices[i].Text, words) {
					c.all++
					if it.Choices[i].Key {
						c.keys++
					}
				}
			}
		}
		if c.all >= named {
			seen = append(seen, c)
		}
	}
	slices.SortFunc(seen, func(x, y count) int { return cmp.Compare(x.service, y.service) })
	s := Statistic{About: "services that are too often or too seldom correct where choices name them", N: len(seen)}
	var watched []string
	failed := 0
	for _, c := range seen {
		r := share(c.keys, c.all)
		p := chance.Exact(c.keys, c.all, quarter)
		if r < .12 || r > .42 {
			watched = append(watched, fmt.Sprintf("%s %d of %d", c.service, c.keys, c.all))
		}
		if (r < .08 || r > .50) && p < .01/float64(len(seen)) {
			failed++
		}
	}
	s.Value, s.Worst = float64(len(watched)), strings.Join(watched, ", ")
	return s.judge(most(0, 0), failed > 0)
}

// names reports whether a text names a service by one of its words.
func names(text string, words []string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(words, func(w string) bool { return hasWords(text, w) })
}
