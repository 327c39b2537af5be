package srs

// Answer is what statistics read of a review: when it was given, what it said,
// and what was expected of it.
type Answer struct {
	Day   Day
	Hour  int // on the learner's clock then, 0 to 23
	Grade Grade
	// Due says that the card was in State Reviewing. Memory and Elapsed are then
	// what Model.Recall takes to predict the answer; else they are zero.
	Due     bool
	Memory  Memory
	Elapsed float64 // days since the review before
}
