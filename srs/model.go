package srs

// Memory is what a model believes of one card.
type Memory struct {
	Stability  float64 // days until recall falls to 90 percent, 0.001 to 36500
	Difficulty float64 // 1 (easy) to 10
}

// Model predicts recall. Elapsed is in days, counted by Calendar and never
// negative; 0 is the same study day.
type Model interface {
	// First is the memory after the first review of a card.
	First(g Grade) Memory
	// Next is the memory after a further review.
	Next(m Memory, elapsed float64, g Grade) Memory
	// Recall is the chance, 0 to 1, that the card is remembered.
	Recall(m Memory, elapsed float64) float64
	// Interval is the unrounded number of days until recall falls to
	// retention, which lies between 0 and 1, both excluded.
	Interval(m Memory, retention float64) float64
	// Version names the formulas and the parameters, for the log.
	Version() string
}
