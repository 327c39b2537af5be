package chance

import "math"

// Case is one choice among several: the features of each alternative and which
// one was taken.
type Case struct {
	Features [][]float64
	Taken    int
}

// Logit fits a conditional logit (McFadden 1974) by Newton's method: the weights
// of the features under which an alternative is taken with a probability in
// proportion to exp(weights . features). The penalty, half of ridge times the sum
// of squared weights, keeps a feature that decides every case finite; ridge is
// above 0.
func Logit(cases []Case, ridge float64) []float64 {
	const steps = 50
	if len(cases) == 0 {
		return nil
	}
	n := len(cases[0].Features[0])
	weights := make([]float64, n)
	best := likelihood(cases, weights, ridge)
	for range steps {
		step := newton(cases, weights, ridge)
		gain := 0.0
		for size := 1.0; size > 1e-6; size /= 2 { // a full step may go too far
			next := make([]float64, n)
			for i := range next {
				next[i] = weights[i] + size*step[i]
			}
			if l := likelihood(cases, next, ridge); l > best {
				gain, best, weights = l-best, l, next
				break
			}
		}
		if gain < 1e-10 {
			break
		}
	}
	return weights
}

// Dot is the score of an alternative.
func Dot(weights, features []float64) float64 {
	sum := 0.0
	for i, w := range weights {
		sum += w * features[i]
	}
	return sum
}

// probabilities of each alternative, and the log of the sum that they share.
func probabilities(c Case, weights []float64) (p []float64, log float64) {
	p = make([]float64, len(c.Features))
	most := math.Inf(-1)
	for i, f := range c.Features {
		p[i] = Dot(weights, f)
		most = max(most, p[i])
	}
	sum := 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - most)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p, most + math.Log(sum)
}

func likelihood(cases []Case, weights []float64, ridge float64) float64 {
	l := -ridge / 2 * Dot(weights, weights)
	for _, c := range cases {
		_, log := probabilities(c, weights)
		l += Dot(weights, c.Features[c.Taken]) - log
	}
	return l
}

// newton is the step to the top of the parabola that touches the likelihood here.
func newton(cases []Case, weights []float64, ridge float64) []float64 {
	n := len(weights)
	slope := make([]float64, n)
	bend := make([][]float64, n)
	for i := range bend {
		bend[i] = make([]float64, n)
		bend[i][i] = ridge
		slope[i] = -ridge * weights[i]
	}
	for _, c := range cases {
		p, _ := probabilities(c, weights)
		mean := make([]float64, n)
		for a, f := range c.Features {
			for i := range mean {
				mean[i] += p[a] * f[i]
			}
		}
		for i := range slope {
			slope[i] += c.Features[c.Taken][i] - mean[i]
		}
		for a, f := range c.Features {
			for i := range n {
				for j := range i + 1 {
					bend[i][j] += p[a] * (f[i] - mean[i]) * (f[j] - mean[j])
				}
			}
		}
	}
	return solve(bend, slope)
}

// solve is x of a x = b by Cholesky's decomposition of a, which is symmetric and
// positive definite. Only the lower half of a is read; a and b are overwritten.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		for j := range i + 1 {
			sum := a[i][j]
			for k := range j {
				sum -= a[i][k] * a[j][k]
			}
			if i == j {
				a[i][i] = math.Sqrt(sum)
			} else {
				a[i][j] = sum / a[j][j]
			}
		}
	}
	for i := range n {
		for k := range i {
			b[i] -= a[i][k] * b[k]
		}
		b[i] /= a[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			b[i] -= a[k][i] * b[k]
		}
		b[i] /= a[i][i]
	}
	return b
}
