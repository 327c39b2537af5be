package srs

import "time"

// Settings are what the learner may choose about memory and the day. The zero
// value is not usable: start from Defaults.
type Settings struct {
	Retention    float64         // desired chance of recall when a card comes due, 0.70 to 0.99
	Learning     []time.Duration // steps of a new card
	Relearning   []time.Duration // steps after a lapse
	MaxInterval  int             // days, 1 to 36500; a hard cap
	Fuzz         bool
	NewPerDay    int // without an exam date
	Questions    int // unseen exam questions a day among the new
	Reviews      int // reviews a day at most
	LearnAhead   time.Duration
	BurySiblings bool
	LeechAt      int           // lapses; 0 is never
	DayStart     time.Duration // since midnight
	Minutes      int           // a day, 5 to 600
	ExamDay      Day           // 0 when no date is set
	Edge         bool          // new cards of level edge too
}

// Defaults are the settings of a learner who chose nothing.
func Defaults() Settings {
	return Settings{
		Retention:    0.90,
		Learning:     []time.Duration{time.Minute, 10 * time.Minute},
		Relearning:   []time.Duration{10 * time.Minute},
		MaxInterval:  36500,
		Fuzz:         true,
		NewPerDay:    20,
		Questions:    2,
		Reviews:      200,
		LearnAhead:   20 * time.Minute,
		BurySiblings: true,
		LeechAt:      8,
		DayStart:     4 * time.Hour,
		Minutes:      30,
	}
}
