package plan

import (
	"time"

	"dva/srs"
)

// day is one call of Make.
type day struct {
	Input
	pace time.Duration
}

// cost is about how long so many due and new cards take.
func (d day) cost(due, fresh int) time.Duration {
	return time.Duration((float64(due) + newAnswers*float64(fresh)) * float64(d.pace))
}

func (d day) budget() time.Duration { return time.Duration(d.Settings.Minutes) * time.Minute }

// dueThatFit is how many due cards the time holds.
func (d day) dueThatFit(t time.Duration) int { return max(int(t/d.pace), 0) }

// newThatFit is how many new cards the time holds.
func (d day) newThatFit(t time.Duration) int {
	return max(int(float64(t)/newAnswers/float64(d.pace)), 0)
}

// steady plans a day without an exam ahead.
func (d day) steady(t *Today) {
	d.takeDue(t, d.budget())
	if t.PutOff > 0 {
		return
	}
	left := max(d.Settings.NewPerDay-d.Done.New(), 0)
	t.Questions = min(d.newQuestions(), left)
	t.Core = min(d.Core, left-t.Questions)
	t.Further = min(d.Further, left-t.Questions-t.Core)
}

// towardExam plans a day with ExamIn days to go.
func (d day) towardExam(t *Today) {
	t.NewFirst = true
	t.Questions = d.newQuestions()
	quota := d.quota(d.Unseen+d.Done.Core, t.ExamIn)
	t.Core = min(d.Core, max(quota-d.Done.Core, 0))
	fresh := d.Done.New() + t.Core + t.Questions
	d.takeDue(t, d.budget()-d.cost(0, fresh))
	if t.PutOff == 0 {
		further := d.quota(d.UnseenFurther+d.Done.Further, t.ExamIn) - d.Done.Further
		left := d.budget() - d.cost(d.Done.Due+t.Due, fresh)
		t.Further = min(d.Further, max(further, 0), d.newThatFit(left))
	}
	t.SeenBy = d.Day
	if left := d.Unseen - t.Core; left > 0 {
		t.SeenBy += srs.Day(perDay(left, max(quota, 1)))
	}
}

// quota is how many of so many unseen cards to begin a day, so that all have
// been seen ten days before the exam. When that is near, or the day does not
// hold as many, they are seen later; in the end there are as many as the day
// holds.
func (d day) quota(unseen, examIn int) int {
	most, before := d.mostNew(), seenBefore
	if examIn < seenBefore {
		before = examIn - examIn/4 // what is left, in the first quarter of the days
	}
	for ; before > 0; before-- {
		if n := perDay(unseen, examIn-before+1); n <= most {
			return n
		}
	}
	return most
}

// mostNew is how many new cards a day may begin before an exam, at least one.
func (d day) mostNew() int {
	return max(d.newThatFit(time.Duration(newPart*float64(d.budget()))), 1)
}

// perDay is cards shared out over days, the last day taking the rest.
func perDay(cards, days int) int { return (cards + days - 1) / days }

// takeDue takes the due cards that the time and the learner's limit hold, and
// puts off the others. Steps are not counted: they come whatever the day holds,
// and it would hold less for as long as some wait.
func (d day) takeDue(t *Today, budget time.Duration) {
	most := min(d.Settings.Reviews, d.dueThatFit(budget))
	t.Due = min(d.Due, max(most-d.Done.Due, 0))
	t.PutOff = d.Due - t.Due
}

func (d day) newQuestions() int {
	return min(d.Questions, max(d.Settings.Questions-d.Done.Questions, 0))
}

// spare is how many more cards the day's minutes hold.
func (d day) spare(t Today) int {
	if t.PutOff > 0 || d.Settings.Minutes <= 0 {
		return 0
	}
	left := d.budget() - d.cost(d.Done.Due+t.Due, d.Done.New()+t.New)
	return min(d.Idle, d.dueThatFit(left))
}
