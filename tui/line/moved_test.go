package line_test

import (
	"context"
	"strings"
	"testing"

	"dva/srs/review"
	"dva/tui/line"
)

// moving is a sitting whose summary says what it moved.
type moving struct {
	*sitting
	moved review.Moved
}

func (m moving) Summary(ctx context.Context) (review.Summary, error) {
	sum, err := m.sitting.Summary(ctx)
	sum.Moved = &m.moved
	return sum, err
}

func TestWhatADrillMovedIsSaid(t *testing.T) {
	for _, tt := range []struct {
		name  string
		input string
		moved review.Moved
		says  string
	}{
		{"known and new ones apart", "\n3\n", review.Moved{Known: 16, New: 4, Before: 0.524, After: 0.81}, "Of the 16 items seen before, 81 % would be known in a week; without this drill 52 %.\nSeen for the first time: 4.\n"},
		{"by the exam's day", "\n3\n", review.Moved{Exam: true, Known: 1, Before: 0.5, After: 0.4}, "Of the 1 item seen before, 40 % would be known on the exam's day; without this drill 50 %.\nTomorrow"},
		{"nothing was answered", "", review.Moved{}, "Nothing was drilled.\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := &sitting{}
			if tt.input != "" {
				s.turns = []review.Turn{card("sqs-1", "front", "back")}
			}
			got := talk(t, s, tt.input, func(c *line.Config) { c.Sitting = moving{s, tt.moved} })
			if !strings.Contains(got, tt.says) {
				t.Errorf("%q is not said:\n%s", tt.says, got)
			}
		})
	}
}
