package stats

import "slices"

// Calibration holds what the model predicted at each answer to a card in State
// Reviewing, of the last Window days, against what was recalled.
type Calibration struct {
	Bin // all of them

	Days int `json:"days"`
	// Error is by how much prediction and truth are apart in a bin, weighed by its
	// answers: the root of the mean square, 0 to 1; null without answers.
	Error *float64 `json:"error"`
	Bins  []Bin    `json:"bins"`
}

// Bin is the answers whose prediction lay between From and To, which itself is
// in the next. Predicted and Recalled are shares, 0 to 1, the latter with its
// 95 % Wilson interval from Low to High; all are null without answers.
type Bin struct {
	From      float64  `json:"from"`
	To        float64  `json:"to"`
	Answers   int      `json:"answers"`
	Right     int      `json:"right"`
	Predicted *float64 `json:"predicted"`
	Recalled  *float64 `json:"recalled"`
	Low       *float64 `json:"low"`
	High      *float64 `json:"high"`

	sum float64 // of the predictions
}

// edges part the bins. They are narrow where reviews on time fall.
var edges = [...]float64{0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1}

func (r *Recent) calibration() Calibration {
	c := Calibration{Bin: r.all, Days: Window, Bins: slices.Clone(r.bins)}
	c.finish()
	sum := 0.0
	for i := range c.Bins {
		sum += c.Bins[i].finish()
	}
	c.Error = root(share(sum, c.Answers))
	return c
}

// binOf is the bin of a prediction; certainty is in the last.
func binOf(p float64) int {
	at, found := slices.BinarySearch(edges[:], p)
	if !found {
		at--
	}
	return max(0, min(at, len(edges)-2))
}

func (b *Bin) add(predicted float64, right bool) {
	b.Answers++
	b.sum += predicted
	if right {
		b.Right++
	}
}

// finish makes shares of sums and returns the square by which they are apart,
// weighed.
func (b *Bin) finish() float64 {
	b.Predicted, b.Recalled = share(b.sum, b.Answers), share(float64(b.Right), b.Answers)
	b.Low, b.High = bounds(b.Right, b.Answers, z95)
	if b.Answers == 0 {
		return 0
	}
	apart := *b.Predicted - *b.Recalled
	return apart * apart * float64(b.Answers)
}
