package fsrs

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
)

// Parameters are the model's numbers w0 to w20, in the order that all
// implementations of FSRS-6 share.
type Parameters [21]float64

// DefaultParameters are those of fsrs-rs 6, for learners with too few reviews to
// fit their own.
var DefaultParameters = Parameters{
	0.212, 1.2931, 2.3065, 8.2956, // w0 to w3: stability after a first again, hard, good, easy
	6.4133, 0.8334, 3.0194, 0.001, // w4 to w7: difficulty
	1.8722, 0.1666, 0.796, // w8 to w10: stability after a success
	1.4835, 0.0614, 0.2629, 1.6483, // w11 to w14: stability after a failure
	0.6014, 1.8729, // w15, w16: hard and easy
	0.5425, 0.0912, 0.0658, // w17 to w19: the same day
	0.1542, // w20: how fast the forgetting curve falls
}

// bounds are the ranges of the parameters, both ends included, from fsrs-rs.
var bounds = [len(Parameters{})]struct{ low, high float64 }{
	{0.001, 100},
	{0.001, 100},
	{0.001, 100},
	{0.001, 100},
	{1, 10},
	{0.001, 4},
	{0.001, 4},
	{0.001, 0.75},
	{0, 4.5},
	{0, 0.8},
	{0.001, 3.5},
	{0.001, 5},
	{0.001, 0.25},
	{0.001, 0.9},
	{0, 4},
	{0, 1},
	{1, 6},
	{0, 2},
	{0, 2},
	{0.01, 0.8},
	{0.1, 0.8},
}

// Clip is p with every value moved into its range, as fsrs-rs does while it
// fits parameters. NaN stays and is refused by New.
func (p Parameters) Clip() Parameters {
	for i, b := range bounds {
		p[i] = min(max(p[i], b.low), b.high)
	}
	return p
}

func (p Parameters) check() error {
	for i, b := range bounds {
		if !(p[i] >= b.low && p[i] <= b.high) { // so that NaN fails too
			return fmt.Errorf("fsrs parameter w%d is %g, outside %g to %g", i, p[i], b.low, b.high)
		}
	}
	return nil
}

func (p Parameters) version() string {
	if p == DefaultParameters {
		return "fsrs-6/default"
	}
	var raw [8 * len(p)]byte
	for i, w := range p {
		binary.LittleEndian.PutUint64(raw[8*i:], math.Float64bits(w))
	}
	sum := sha256.Sum256(raw[:])
	return "fsrs-6/" + hex.EncodeToString(sum[:4])
}
