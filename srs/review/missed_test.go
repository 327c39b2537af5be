package review_test

import (
	"context"
	"slices"
	"testing"
)

func TestMissedInTheLastExam(t *testing.T) {
	h := newHall(t)
	missed := func(want []string) {
		t.Helper()
		got, err := h.exams.Missed(context.Background())
		if err != nil || (got == nil) != (want == nil) || !slices.Equal(got, want) {
			t.Errorf("got %v, %v; want %v", got, err, want)
		}
	}
	missed(nil) // no exam yet
	r := h.examine(allRight(2, 4))
	missed([]string{r.Paper.Items[1].ID, r.Paper.Items[3].ID}) // wrong, and blank
	h.examine(allRight(0, 0))
	missed([]string{})
}
