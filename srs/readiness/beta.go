package readiness

import (
	"math"
	"sort"
)

// steps is how finely a distribution is tabled.
const steps = 1000

// quantile is the inverse of a Beta distribution's cumulative function, linear
// between the entries of a table. Of two distributions the one that is nowhere
// lower has a table that is nowhere lower.
type quantile struct{ below [steps + 1]float64 }

func newQuantile(a, b float64) (q quantile) {
	for i := range q.below {
		q.below[i] = betaBelow(a, b, float64(i)/steps)
	}
	return q
}

// at is the value below which the share u lies, 0 <= u < 1. It is never 0 or 1.
func (q *quantile) at(u float64) float64 {
	u = max(u, 0x1p-60)
	i := max(sort.SearchFloat64s(q.below[:], u), 1)
	low, high := q.below[i-1], q.below[i]
	x := (float64(i-1) + (u-low)/(high-low)) / steps
	return min(max(x, 1e-9), 1-1e-9)
}

// betaBelow is the probability that a Beta(a, b) variable is at most x, the
// regularised incomplete beta function by its continued fraction (DLMF 8.17.22,
// evaluated by Lentz's method).
func betaBelow(a, b, x float64) float64 {
	switch {
	case x <= 0:
		return 0
	case x >= 1:
		return 1
	case x > (a+1)/(a+b+2): // where the fraction converges slowly, by symmetry
		return 1 - betaBelow(b, a, 1-x)
	}
	la, _ := math.Lgamma(a)
	lb, _ := math.Lgamma(b)
	lab, _ := math.Lgamma(a + b)
	front := math.Exp(lab - la - lb + a*math.Log(x) + b*math.Log1p(-x))
	return front / (a * fraction(a, b, x))
}

// fraction is the continued fraction 1 + d1/(1 + d2/(1 + ...)).
func fraction(a, b, x float64) float64 {
	const tiny, enough = 1e-300, 1e-13
	f, c, d := 1.0, 1.0, 0.0
	for n := 1; n < 500; n++ {
		m := float64(n / 2)
		e := m * (b - m) * x / ((a + 2*m - 1) * (a + 2*m))
		if n%2 == 1 {
			e = -(a + m) * (a + b + m) * x / ((a + 2*m) * (a + 2*m + 1))
		}
		if d = 1 + e*d; math.Abs(d) < tiny {
			d = tiny
		}
		if c = 1 + e/c; math.Abs(c) < tiny {
			c = tiny
		}
		d = 1 / d
		f *= c * d
		if math.Abs(c*d-1) < enough {
			break
		}
	}
	return f
}
