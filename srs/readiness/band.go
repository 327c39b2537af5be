package readiness

import "math"

// What answers must be for an estimate to mean something.
const (
	// LeastFresh is the share of a form's questions that the learner must not have
	// seen before.
	LeastFresh = 0.80
	// LeastAsked is how many questions each domain must have.
	LeastAsked = 12
)

// Band is an estimate in a word.
type Band uint8

// The bands.
const (
	Unlikely Band = iota
	TossUp
	Likely
	Ready
)

var bandNames = [...]string{Unlikely: "unlikely", TossUp: "toss-up", Likely: "likely", Ready: "ready"}

// String is the band's word.
func (b Band) String() string {
	if int(b) < len(bandNames) {
		return bandNames[b]
	}
	return "unknown"
}

// most is the highest percentage that is ever said.
const most = 95

// Percent is the probability of passing in percent, rounded to 5, from 5 to 95:
// no mock exam knows more.
func (e Estimate) Percent() int {
	return min(max(int(math.Round(e.Pass*20))*5, 100-most), most)
}

// Band is the word for Percent: below 35 unlikely, below 65 a toss-up, below 85
// likely, else ready.
func (e Estimate) Band() Band {
	switch p := e.Percent(); {
	case p < 35:
		return Unlikely
	case p < 65:
		return TossUp
	case p < 85:
		return Likely
	}
	return Ready
}
