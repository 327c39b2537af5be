package result_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dva/deck/exam"
)

// placed is where one is among the questions being read.
var placed = regexp.MustCompile(`(Misses|All|Flagged|Slow|Lucky) › \d+ of \d+ `)

// TestAnyKeysOfAnyExamAtAnySize reads results of random exams at random. The
// driver checks that each frame fits.
func TestAnyKeysOfAnyExamAtAnySize(t *testing.T) {
	keys := strings.Fields("enter n p tab left right up down j k g G pgdown pgup o esc x")
	forms := []struct {
		l exam.Length
		n int
	}{{exam.Sprint, 10}, {exam.Half, 33}}
	rapid.Check(t, func(r *rapid.T) {
		f := rapid.SampledFrom(forms).Draw(r, "form")
		d := with(t, f.l, f.n, func(i int, it exam.Item, a *exam.Answer) {
			a.Picked = rapid.SampledFrom([][]int{nil, right(it), wrong(it), {0, 2, 3}}).Draw(r, "picked")
			a.First = rapid.SampledFrom([][]int{nil, right(it), wrong(it)}).Draw(r, "first")
			a.Flagged, a.Visited = rapid.Bool().Draw(r, "flagged"), rapid.Bool().Draw(r, "visited")
			a.Spent = time.Duration(rapid.IntRange(0, 400).Draw(r, "spent")) * time.Second
		})
		d.at(80, 24)
		for range rapid.IntRange(1, 30).Draw(r, "steps") {
			if rapid.IntRange(0, 5).Draw(r, "what") == 0 {
				d.Resize(rapid.IntRange(40, 130).Draw(r, "width"), rapid.IntRange(12, 50).Draw(r, "height"))
				continue
			}
			d.Press(rapid.SampledFrom(keys).Draw(r, "key"))
			if d.room.Closed {
				break
			}
			if view := d.View(); !strings.Contains(view, "Result") && !placed.MatchString(view) {
				r.Fatalf("neither a result nor a question:\n%s", view)
			}
		}
	})
}
