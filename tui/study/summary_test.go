package study

import (
	"slices"
	"testing"

	"dva/srs/review"
)

func TestWhatADrillMovedIsSaid(t *testing.T) {
	for _, tt := range []struct {
		name  string
		moved *review.Moved
		want  []row
	}{
		{"nothing of a review", nil, nil},
		{"nothing when nothing was answered", &review.Moved{}, nil},
		{"known and new ones apart", &review.Moved{Known: 16, New: 4, Before: 0.524, After: 0.81}, []row{
			{"moved", "81 % of the 16 items seen before would be known in a week, without this drill 52 %"},
			{"new", "4 seen for the first time"},
		}},
		{"by the exam's day", &review.Moved{Exam: true, Known: 1, Before: 0.5, After: 0.4}, []row{
			{"moved", "40 % of the 1 item seen before would be known on the exam's day, without this drill 50 %"},
		}},
		{"new ones alone", &review.Moved{New: 20}, []row{{"new", "20 seen for the first time"}}},
	} {
		if got := movedRows(tt.moved); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
