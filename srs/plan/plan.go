// Package plan paces the days before an exam: how many new cards today, in
// what order against the reviews that are due, and what to do with minutes
// that are left.
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
	NextDue  time.Time // when the next card not counted above comes due; zero when there is none
	Why      string    // one or two plain sentences for home
}
