package line

import (
	"time"

	"dva/deck"
	"dva/srs/review"
)

// phase is what the learner is asked for now.
type phase int

const (
	asking  phase = iota // the front or the question is said, the answer is not
	grading              // the answer is said
	ended                // nothing is left
)

// talk is a conversation about cards as far as it has come.
type talk struct {
	Config
	*voice
	turn  review.Turn
	phase phase
	mark  *deck.Mark // how the answer to a question was judged, while grading
	asked time.Time  // when the front was said
	shown time.Time  // when the answer was said
	quit  bool
}

func (t *talk) prompt() string {
	switch {
	case t.phase == asking:
		return "answer> "
	case t.phase == ended:
		return "end> "
	case t.mark != nil && !t.mark.Right:
		return "next> "
	}
	return "grade> "
}
