// Package chance holds the few formulas by which a tell is told from luck: the
// sum of guesses and its z, Pearson's chi-square, the exact binomial test and
// the conditional logit. It is plain code because the program that the learner
// starts carries it: gonum, which its tests hold it against, would add a tenth to
// the binary.
package chance

import "math"

// Z is what the best of so many sums of guesses goes beyond once in a hundred
// times, when each has its share of that hundredth (Bonferroni): 2.33 for one.
func Z(sums int) float64 {
	return math.Sqrt2 * math.Erfinv(1-2*.01/float64(sums))
}

// Sum adds up guesses that differ in their chances.
type Sum struct {
	N        int
	Got      float64
	Expected float64
	Variance float64
}

// Add adds a guess: what it got, and the mean and variance of what luck gets.
func (s *Sum) Add(got, mean, variance float64) {
	s.N++
	s.Got += got
	s.Expected += mean
	s.Variance += variance
}

// Rate is what a guess got on average; 0 without guesses.
func (s Sum) Rate() float64 { return s.mean(s.Got) }

// Chance is what luck gets on average.
func (s Sum) Chance() float64 { return s.mean(s.Expected) }

func (s Sum) mean(total float64) float64 {
	if s.N == 0 {
		return 0
	}
	return total / float64(s.N)
}

// Z is how many standard deviations the sum is above luck; 0 when luck has no
// say.
func (s Sum) Z() float64 {
	if s.Variance <= 0 {
		return 0
	}
	return (s.Got - s.Expected) / math.Sqrt(s.Variance)
}

// Square is Pearson's chi-square of counts that should all be equal; its degrees
// of freedom are one less than there are counts.
func Square(counts []float64) float64 {
	total := 0.0
	for _, c := range counts {
		total += c
	}
	if total == 0 {
		return 0
	}
	expected := total / float64(len(counts))
	square := 0.0
	for _, c := range counts {
		square += (c - expected) * (c - expected) / expected
	}
	return square
}

// Choose is the number of ways to choose k of n.
func Choose(n, k int) float64 {
	ways := 1.0
	for i := range k {
		ways = ways * float64(n-i) / float64(i+1)
	}
	return ways
}

// Exact is the two-sided exact test of x hits in n tries with chance p, which is
// above 0 and below 1: the probability of all outcomes that are no likelier than x.
func Exact(x, n int, p float64) float64 {
	const slack = 1 + 1e-7 // outcomes as likely as x, but for rounding
	most := binomial(x, n, p) * slack
	total := 0.0
	for k := range n + 1 {
		if b := binomial(k, n, p); b <= most {
			total += b
		}
	}
	return min(total, 1)
}

// binomial is the probability of k hits.
func binomial(k, n int, p float64) float64 {
	return math.Exp(logFactorial(n) - logFactorial(k) - logFactorial(n-k) + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p))
}

func logFactorial(n int) float64 {
	v, _ := math.Lgamma(float64(n) + 1)
	return v
}
