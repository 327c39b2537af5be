// Package readiness estimates from the answers of a mock exam how likely its
// learner would pass the real one.
//
// The model, in the order of its steps:
//
//   - Each domain's true share of right answers has a Beta posterior. Its prior
//     weighs as much as eight answers and is centred on what the other domains
//     show: of 14 to 20 answers a domain's own share says little, and short
//     subscores rarely predict better than the total (Haberman 2008).
//   - Nobody knows how hard these questions are against the real ones: one shift on
//     the logit scale, with a standard deviation of 0.35, moves all domains. It is
//     the widest term, and practice does not narrow it.
//   - What share of the scored questions passes is not published. It is taken to be
//     about 0.70, with a standard deviation of 0.025, within 0.64 and 0.77.
//   - The scored questions of the real exam are played 20,000 times. The share of
//     passes is the estimate.
//
// The draws are the same each time, and a learner with more right answers draws
// no worse a share from them: the estimate never falls when an answer more is
// right. It is an estimate all the same, so it is said as a band.
package readiness

import (
	"math"
	"math/rand/v2"
	"slices"
)

const (
	draws  = 20_000
	weight = 8    // answers that the prior is worth
	shift  = 0.35 // standard deviation of the transfer, logit

	cutMean, cutSpread = 0.70, 0.025
	cutLow, cutHigh    = 0.64, 0.77

	seed = 20261122 // any; the same for everybody
)

// Domain is how one part of the exam went, and how many of the real exam's scored
// questions are of it.
type Domain struct{ Right, Asked, Scored int }

// Estimate is what the answers say about the real exam.
type Estimate struct {
	// Pass is how likely the real exam is passed, 0 to 1.
	Pass float64
	// Low and High enclose the share of the real exam's questions that the learner
	// would get right with 80 percent probability; Middle is the median.
	Low, Middle, High float64
}

// Of computes the estimate. Domains without scored questions, and none at all,
// give the zero Estimate.
func Of(domains []Domain) Estimate {
	scored := 0
	for _, d := range domains {
		scored += d.Scored
	}
	if scored == 0 {
		return Estimate{}
	}
	quantiles := make([]quantile, len(domains))
	for i, d := range domains {
		m := elsewhere(domains, i)
		quantiles[i] = newQuantile(weight*m+float64(d.Right), weight*(1-m)+float64(d.Asked-d.Right))
	}
	random := rand.New(rand.NewPCG(seed, draws))
	passes := 0
	shares := make([]float64, draws)
	for n := range shares {
		p := play(random, domains, quantiles, scored)
		shares[n] = p.share
		if p.right >= p.need {
			passes++
		}
	}
	slices.Sort(shares)
	at := func(q float64) float64 { return shares[int(q*draws)] }
	return Estimate{Pass: float64(passes) / draws, Low: at(0.1), Middle: at(0.5), High: at(0.9)}
}

// elsewhere is the share of right answers in the other domains, drawn a little to
// a half (Laplace's rule).
func elsewhere(domains []Domain, but int) float64 {
	right, asked := 0, 0
	for i, d := range domains {
		if i != but {
			right, asked = right+d.Right, asked+d.Asked
		}
	}
	return float64(right+1) / float64(asked+2)
}

// played is one exam.
type played struct {
	share       float64 // expected, of the scored questions
	right, need int
}

// play sits one exam. It takes the same random numbers whatever the domains are.
func play(random *rand.Rand, domains []Domain, quantiles []quantile, scored int) (p played) {
	moved := shift * random.NormFloat64()
	p.need = int(math.Ceil(float64(scored) * cut(random)))
	for i, d := range domains {
		q := logistic(logit(quantiles[i].at(random.Float64())) + moved)
		p.share += q * float64(d.Scored) / float64(scored)
		for range d.Scored {
			if random.Float64() < q {
				p.right++
			}
		}
	}
	return p
}

func cut(random *rand.Rand) float64 {
	for {
		if c := cutMean + cutSpread*random.NormFloat64(); c >= cutLow && c <= cutHigh {
			return c
		}
	}
}

func logit(p float64) float64    { return math.Log(p / (1 - p)) }
func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
