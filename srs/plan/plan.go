// Package plan paces the days before an exam: how many new cards today, in
// what order against the reviews that are due, and what to do with minutes
// that are left.
//
// With an exam date, new cards are paced so that every core card has been seen
// ten days before it, or later when the minutes a day do not hold that many;
// they come before reviews when both do not fit. Without one, due cards come
// first, and new ones wait while there is a backlog. Either way a day takes no
// more due cards than its minutes and the learner's limit hold; the rest is
// left for the coming days.
//
// A day is planned from what it held when it began, by counts and not by the
// clock: what is left goes down by one with each answer.
package plan

import (
	"time"

	"dva/srs"
)

// Today is what the day holds and why.
type Today struct {
	Day      srs.Day
	Due      int // cards to review today, learning steps included
	New      int // new cards for today
	Minutes  int // about how long Due and New take, from the learner's own pace
	PutOff   int // due cards that are left for the coming days, so that a backlog is worked off gently
	Spare    int // cards offered beyond Due and New in minutes that are left, weakest on the exam day first
	NewFirst bool
	Done     int // answers given today
	Took     time.Duration
	ExamIn   int       // days from Day to the exam; -1 when no date is set or it is past
	Unseen   int       // core cards never seen
	SeenBy   srs.Day   // when all core cards will have been seen at this pace; 0 without a date
	NextDue  time.Time // when the next card that is not in Due comes due, left to the caller; zero when there is none
	Why      string    // one or two plain sentences for home

	// Steps are the learning steps among Due. Core, Further and Questions make
	// up New.
	Steps, Core, Further, Questions int
}

// Input is what a plan is made from.
type Input struct {
	Day      srs.Day
	Settings srs.Settings
	// Pace is the learner's mean time for an answer on earlier days; 0 is not
	// known yet.
	Pace time.Duration
	// First says that no card was answered before today.
	First bool
	// Done is what was answered today.
	Done Done
	// Steps and Due are the cards that could be reviewed now; Core, Further and
	// Questions the new ones that could be begun.
	Steps, Due               int
	Core, Further, Questions int
	// Unseen and UnseenFurther are all core and other cards never seen and not
	// suspended, also those that wait for a sibling, without wanted ones.
	Unseen, UnseenFurther int
	// Wanted are core cards never seen that an exam brought forward, and which are
	// due like others.
	Wanted int
	// Idle are the cards seen that are neither due nor were answered today.
	Idle int
}

// Done counts the answers of a day.
type Done struct {
	Answers int
	// Core, Further and Questions were seen for the first time.
	Core, Further, Questions int
	Due                      int // answers to cards that were on review
	Took                     time.Duration
}

// New counts all that was seen for the first time.
func (d Done) New() int { return d.Core + d.Further + d.Questions }

const (
	// usualPace is how long an answer takes before the learner's own pace is
	// known.
	usualPace = 8 * time.Second
	// newAnswers is how many answers a new card takes on its first day, its
	// steps included.
	newAnswers = 2.5
	// firstCards is what the very first sitting holds.
	firstCards = 10
	// seenBefore is how many days before the exam all core cards should have
	// been seen.
	seenBefore = 10
	// newPart is the most of the minutes that new cards may take before an
	// exam; the rest goes to reviews. In simulations of ten to thirty days
	// nothing was gained beyond it, and cards were left unseen below it.
	newPart = 0.9
)

// Make plans the day.
func Make(in Input) Today {
	t := Today{
		Day: in.Day, Steps: in.Steps, Done: in.Done.Answers, Took: in.Done.Took,
		ExamIn: -1, Unseen: in.Unseen + in.Wanted,
	}
	d := day{Input: in, pace: in.Pace}
	if d.pace <= 0 {
		d.pace = usualPace
	}
	if exam := in.Settings.ExamDay; exam != 0 && exam >= in.Day {
		t.ExamIn = int(exam - in.Day)
	}
	switch {
	case t.ExamIn > 0:
		d.towardExam(&t)
	case t.ExamIn == 0:
		d.takeDue(&t, d.budget())
	default:
		d.steady(&t)
	}
	if in.First && in.Done.New() < firstCards {
		t.limitNew(firstCards - in.Done.New())
	}
	t.New = t.Core + t.Further + t.Questions
	t.Due += t.Steps
	t.Minutes = minutes(d.cost(t.Due, t.New))
	t.Spare = d.spare(t)
	t.Why = d.why(t)
	return t
}

// limitNew keeps at most n new cards: core ones before others.
func (t *Today) limitNew(n int) {
	t.Core = min(t.Core, n)
	t.Further = min(t.Further, n-t.Core)
	t.Questions = min(t.Questions, n-t.Core-t.Further)
}

// minutes is d in whole minutes, and one for anything less.
func minutes(d time.Duration) int {
	return int((d + time.Minute - 1) / time.Minute)
}
