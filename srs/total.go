package srs

import "time"

// Total is what was done on one study day, without undone acts.
type Total struct {
	Day       Day
	Reviews   int    // answers of all kinds
	ByGrade   [4]int // in the order of Grades
	New       int    // cards seen for the first time
	Questions int    // questions seen for the first time, part of New
	Due       int    // answers to cards that were in State Reviewing
	Recalled  int    // those of Due that were not Again
	Took      time.Duration
}
