package lint

import (
	"math"

	"dva/deck/lint/chance"
	"dva/deck/lint/tells"
)

// The rates compare how often something happens with how often luck makes it
// happen. Luck is exact: the same strategy on the same question, had the correct
// choices been drawn by lot, ties counted with their share.

// rate judges a sum of guesses. A bank is refused when the rate is beyond the
// limit and its z beyond what luck reaches once in a hundred times, so that a
// small bank is not refused by luck; best is of how many such sums this is the
// best.
func rate(about string, s chance.Sum, l limits, best int) Statistic {
	z := s.Z()
	return Statistic{About: about, Value: s.Rate(), N: s.N, Chance: s.Chance(), Z: z}.judge(l, math.Abs(z) >= chance.Z(best))
}

// strategy is the rate of a cue over the questions with one correct of four,
// which may be so much above a quarter.
func (b *bank) strategy(about string, cue tells.Cue, l limits) Statistic {
	s := rate(about, cue.Sit(b.tells.Singles), l, 1)
	if s.Level != Fine && s.Value > quarter {
		s.Found = cue.Surest(b.tells.Singles)
	}
	return s.by(b.parts, l, cue.Sit)
}

// by adds the parts: domains by z alone, files when they are beyond the limit
// too.
func (s Statistic) by(parts []slice, l limits, sit func([]*tells.Item) chance.Sum) Statistic {
	for _, p := range parts {
		sum := sit(p.singles)
		part := Part{Name: p.name, N: sum.N, Value: sum.Rate(), Z: sum.Z(), Level: Fine}
		far := part.Value > l.failHigh || part.Value < l.failLow
		beyond := part.Z >= chance.Z(1) || part.Z <= -chance.Z(1) && !math.IsInf(l.failLow, -1)
		if beyond && (p.domain || far) {
			part.Level = Watch
		}
		s.Parts = append(s.Parts, part)
	}
	return s
}

// quarter is the chance to guess one of four.
const quarter = .25

// above bounds a rate by points above a quarter.
func above(warn, fail float64) limits { return most(quarter+warn, quarter+fail) }
