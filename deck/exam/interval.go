package exam

import "math"

// The quantiles of the standard normal distribution that leave 10 and 2.5 percent
// on each side.
const (
	z80 = 1.2815515655446004
	z95 = 1.959963984540054
)

// Interval is a range of shares, 0 to 1.
type Interval struct{ Low, High float64 }

// Interval80 is where the true share lies with 80 percent confidence, when right
// of n answers are right: the Wilson score interval (Wilson 1927; Brown, Cai and
// DasGupta 2001 recommend it for small n). Of no answers it is everything.
func Interval80(right, n int) Interval { return wilson(right, n, z80) }

// Interval95 is the same with 95 percent confidence.
func Interval95(right, n int) Interval { return wilson(right, n, z95) }

func wilson(right, n int, z float64) Interval {
	if n <= 0 {
		return Interval{0, 1}
	}
	p, m := float64(right)/float64(n), float64(n)
	middle := p + z*z/(2*m)
	half := z * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	whole := 1 + z*z/m
	return Interval{max((middle-half)/whole, 0), min((middle+half)/whole, 1)}
}
