// Package fsrs is FSRS-6, the model of memory, in float64.
//
// A memory has a stability S, the days until recall falls to 90 percent, and a
// difficulty D from 1 to 10. Recall falls along a power curve; each review
// changes both numbers. The formulas are those of fsrs-rs 6, the reference
// implementation (https://github.com/open-spaced-repetition/fsrs-rs), and the
// tests hold every number against its output.
//
// Its authors' description:
// https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
package fsrs

import (
	"math"

	"dva/srs"
)

const (
	minStability, maxStability   = 0.001, 36500.0
	minDifficulty, maxDifficulty = 1.0, 10.0
)

// Model is FSRS-6 with one set of parameters. It does not change after New, and
// may be used from several goroutines.
type Model struct {
	version string
	first   [4]srs.Memory // after a first review, by grade

	// Of the forgetting curve.
	decay, factor float64
	// Of difficulty: what a grade adds at most, the pull back and its aim.
	shift       [4]float64
	keep, aim   float64
	gain        [4]float64 // of a success: e^w8 and the grade's own factor
	w9, w10     float64
	w11         float64 // of a failure
	w12         float64
	w13, w14    float64
	ceiling     float64    // a failure leaves at most S / ceiling
	sameDay     [4]float64 // of a second review on one day
	sameDayFall float64
}

// Default is the model with DefaultParameters.
func Default() *Model { return build(DefaultParameters) }

// New is the model with parameters p. It refuses a value outside its range,
// and names it; it never puts another in its place.
func New(p Parameters) (*Model, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	return build(p), nil
}

// build computes once all that depends on the parameters only.
func build(w Parameters) *Model {
	m := &Model{
		version: w.version(),
		decay:   -w[20],
		keep:    1 - w[7],
		w9:      w[9], w10: w[10], w11: w[11], w12: w[12], w13: w[13], w14: w[14],
		ceiling:     math.Exp(w[17] * w[18]),
		sameDayFall: -w[19],
	}
	m.factor = math.Pow(0.9, 1/m.decay) - 1
	firstDifficulty := func(g srs.Grade) float64 { return w[4] - math.Exp(w[5]*float64(g-1)) + 1 }
	m.aim = w[7] * firstDifficulty(srs.Easy) // not clamped, as in fsrs-rs
	for i, g := range srs.Grades {
		m.first[i] = srs.Memory{Stability: clampStability(w[i]), Difficulty: clampDifficulty(firstDifficulty(g))}
		m.shift[i] = -w[6] * (float64(g) - 3) / 9
		m.gain[i] = math.Exp(w[8])
		m.sameDay[i] = math.Exp(w[17] * (float64(g) - 3 + w[18]))
	}
	m.gain[srs.Hard.Index()] *= w[15]
	m.gain[srs.Easy.Index()] *= w[16]
	return m
}

// Version names the formulas and the parameters: "fsrs-6/default", or
// "fsrs-6/" and eight hexadecimal digits.
func (m *Model) Version() string { return m.version }

// First is the memory after the first review of a card.
func (m *Model) First(g srs.Grade) srs.Memory { return m.first[g.Index()] }

// Next is the memory after a further review, elapsed days after the last one; 0
// is the same study day. The difficulty that moves stability is the old one.
func (m *Model) Next(old srs.Memory, elapsed float64, g srs.Grade) srs.Memory {
	next := srs.Memory{Difficulty: m.difficulty(old.Difficulty, g)}
	switch s := clampStability(old.Stability); {
	case elapsed <= 0:
		next.Stability = m.sameDayReview(s, g)
	case g == srs.Again:
		next.Stability = m.failure(s, old.Difficulty, m.Recall(old, elapsed))
	default:
		next.Stability = m.success(s, old.Difficulty, m.Recall(old, elapsed), g)
	}
	next.Stability = clampStability(next.Stability)
	return next
}

// Recall is the chance, 0 to 1, that the card is remembered elapsed days after
// its last review.
func (m *Model) Recall(old srs.Memory, elapsed float64) float64 {
	if elapsed <= 0 {
		return 1
	}
	return math.Exp(m.decay * math.Log1p(m.factor*elapsed/clampStability(old.Stability)))
}

// Interval is the unrounded number of days until recall falls to retention,
// which lies between 0 and 1, both excluded.
func (m *Model) Interval(old srs.Memory, retention float64) float64 {
	return clampStability(old.Stability) / m.factor * (math.Pow(retention, 1/m.decay) - 1)
}

// difficulty moves by the grade, the less the nearer it is to 10, and is pulled
// back a little to where an easy card begins.
func (m *Model) difficulty(d float64, g srs.Grade) float64 {
	return clampDifficulty(m.aim + m.keep*(d+m.shift[g.Index()]*(maxDifficulty-d)))
}

func (m *Model) success(s, d, recall float64, g srs.Grade) float64 {
	return s * (1 + m.gain[g.Index()]*(11-d)*math.Pow(s, -m.w9)*math.Expm1(m.w10*(1-recall)))
}

func (m *Model) failure(s, d, recall float64) float64 {
	left := m.w11 * math.Pow(d, -m.w12) * (math.Pow(s+1, m.w13) - 1) * math.Exp(m.w14*(1-recall))
	return min(left, s/m.ceiling)
}

// sameDayReview is the stability after another review on the same day. Only the grade
// Again lowers it: a same-day Hard did too before fsrs-rs 6.0.
func (m *Model) sameDayReview(s float64, g srs.Grade) float64 {
	k := m.sameDay[g.Index()] * math.Pow(s, m.sameDayFall)
	if g != srs.Again {
		k = max(k, 1)
	}
	return s * k
}

func clampStability(s float64) float64  { return min(max(s, minStability), maxStability) }
func clampDifficulty(d float64) float64 { return min(max(d, minDifficulty), maxDifficulty) }
