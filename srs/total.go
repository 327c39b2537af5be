package srs

import "time"

// Total is what was done on one study day, without undone acts. Answers of mock
// exams are among them.
type Total struct {
	Day       Day
	Reviews   int    // answers of all kinds
	ByGrade   [4]int // in the order of Grades
	New       int    // cards seen for the first time
	Questions int    // questions seen for the first time, part of New
	Due       int    // answers to cards that were in State Reviewing
	Recalled  int    // those of Due that were not Again
	Took      time.Duration
	Exam      Part // what of these mock exams brought
}

// Part is a part of a day's answers.
type Part struct {
	Reviews, New, Questions, Due int
	Took                         time.Duration
}

// Studied is the day without its mock exams: what counts for a day's plan and
// for the learner's pace.
func (t Total) Studied() Part {
	return Part{
		Reviews: t.Reviews - t.Exam.Reviews, New: t.New - t.Exam.New, Questions: t.Questions - t.Exam.Questions,
		Due: t.Due - t.Exam.Due, Took: t.Took - t.Exam.Took,
	}
}
