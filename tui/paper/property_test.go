package paper_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dva/deck/exam"
)

// TestAnyKeysAtAnySize plays at random. Whatever is pressed, the frame fits (the
// driver checks), the time left is on the first line while it runs, the question
// on the screen shows what the file has, and the exam ends at most once.
func TestAnyKeysAtAnySize(t *testing.T) {
	keys := strings.Fields("a b c d e f F g n n n p l h j k up down left right space enter tab esc q S y 1 5 0 pgdown pgup home end x")
	rapid.Check(t, func(r *rapid.T) {
		d := newDesk(t)
		d.length = exam.Sprint
		d.at(80, 24)
		for range rapid.IntRange(1, 40).Draw(r, "steps") {
			switch rapid.IntRange(0, 9).Draw(r, "what") {
			case 0:
				d.Resize(rapid.IntRange(40, 130).Draw(r, "width"), rapid.IntRange(12, 50).Draw(r, "height"))
			case 1:
				d.pass(time.Duration(rapid.IntRange(0, 90).Draw(r, "seconds")) * time.Second)
			default:
				d.Press(rapid.SampledFrom(keys).Draw(r, "key"))
			}
			if d.room.Closed || len(d.room.Opened) > 0 {
				break
			}
			d.holds(r)
		}
		if d.file.Ends > 1 {
			r.Fatalf("ended %d times", d.file.Ends)
		}
	})
}

// holds checks one frame against the file.
func (d *desk) holds(r *rapid.T) {
	if _, open, _ := d.file.Unfinished(d.t.Context()); !open {
		return
	}
	record := d.file.Record(1)
	head := d.headLine()
	if !strings.Contains(head, ":") && !strings.Contains(head, "min left") {
		r.Fatalf("no clock in %q", head)
	}
	if !strings.Contains(d.View(), " A ") {
		return
	}
	n := record.Run.At + 1
	letters := picked(d, n)
	for _, l := range strings.Split(d.View(), "\n") {
		f := strings.Fields(strings.TrimPrefix(strings.TrimSpace(l), "› "))
		if len(f) < 2 || len(f[0]) != 1 || !strings.ContainsAny(f[1], "[(") {
			continue
		}
		on := strings.Contains(f[1], "x")
		if has := slices.Contains(letters, strings.ToLower(f[0])); on != has {
			r.Fatalf("question %d: %q, and the file has %v", n, l, letters)
		}
	}
}
