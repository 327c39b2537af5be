// Package schedule computes what each grade would do to a card: the four
// outcomes shown on the buttons, one of which is then applied as it stands.
package schedule

import (
	"time"

	"dva/srs"
)

// Outcome is what one grade makes of a card.
type Outcome struct {
	Grade srs.Grade
	After srs.Card
	// Wait is how long until the card is due, for the button: a step's
	// duration, or whole days of 24 hours.
	Wait time.Duration
}

// Outcomes are the four, in the order of srs.Grades.
type Outcomes [4]Outcome

// Scheduler turns grades into outcomes by a model, the learner's settings and
// calendar. It holds no state and may be shared.
type Scheduler struct {
	Model    srs.Model
	Settings srs.Settings
	Calendar srs.Calendar
}
