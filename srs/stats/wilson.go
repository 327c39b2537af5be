package stats

import "math"

// The quantiles of the standard normal distribution that leave 10 and 2.5 percent
// on each side.
const (
	z80 = 1.2815515655446004
	z95 = 1.959963984540054
)

// bounds are the Wilson score interval of a share of right among n (Wilson 1927),
// null when n is 0.
func bounds(right, n int, z float64) (low, high *float64) {
	if n == 0 {
		return nil, nil
	}
	p, m := float64(right)/float64(n), float64(n)
	middle := p + z*z/(2*m)
	half := z * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	whole := 1 + z*z/m
	l, h := max((middle-half)/whole, 0), min((middle+half)/whole, 1)
	return &l, &h
}

func root(x *float64) *float64 {
	if x == nil {
		return nil
	}
	r := math.Sqrt(*x)
	return &r
}
