package paper_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"dva/deck/exam"
	"dva/tui/tuitest"
)

// TestGolden draws what the screen can show at the sizes that people have. Read
// the files: they are the product.
func TestGolden(t *testing.T) {
	press := func(keys string) func(*desk) {
		return func(d *desk) { d.Press(strings.Fields(keys)...) }
	}
	views := []struct {
		name string
		set  func(*desk)
		play func(*desk)
	}{
		{"begin", nil, nil},
		{"begin_small", func(d *desk) { d.largest = exam.Sprint }, nil},
		{"question", nil, press("enter b")},
		{"question_two", nil, press("enter f n n a c e")},
		{"question_code", nil, press("enter a n n a n b")},
		{"question_long", nil, press("enter n n n n down down down down")},
		{"question_words", func(d *desk) { d.length = exam.Sprint }, func(d *desk) { d.Press("enter"); d.pass(10 * time.Minute) }},
		{"grid", nil, press("enter a f n b n a n f n g")},
		{"grid_last", func(d *desk) { d.length = exam.Sprint }, press("enter a n b n a f n n n n n n n n n")},
		{"grid_blank", nil, press("enter a n b n n f g tab tab")},
		{"finish", nil, press("enter a n b n a n f n n n c n f d S")},
		{"leave", nil, press("enter a esc down")},
		{"open", nil, func(d *desk) {
			d.Press("enter", "a", "n")
			d.pass(12 * time.Minute)
			d.Press("esc", "down", "enter")
			again := newDesk(d.t)
			again.file, again.clock = d.file, d.clock
			*d = *again.at(d.size[0], d.size[1])
		}},
		{"up", func(d *desk) { d.length = exam.Sprint }, func(d *desk) { d.Press("enter", "a"); d.pass(20 * time.Minute) }},
		{"up_failed", func(d *desk) { d.length = exam.Sprint }, func(d *desk) {
			d.Press("enter", "a")
			d.pass(19 * time.Minute)
			d.file.Fail = errors.New("the disk is full: /home/learner/progress.db")
			d.pass(time.Minute)
		}},
		{"elsewhere", nil, func(d *desk) {
			d.Press("enter", "a")
			if _, err := d.Resume(d.t.Context()); err != nil {
				d.t.Fatal(err)
			}
			d.Press("b")
		}},
	}
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}} {
		for _, v := range views {
			name := fmt.Sprintf("%s_%dx%d", v.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				d := newDesk(t)
				if v.set != nil {
					v.set(d)
				}
				d.at(size[0], size[1])
				if v.play != nil {
					v.play(d)
				}
				d.Golden(name)
			})
		}
	}
}

// TestGoldenLook draws a question and the grid in each theme as they are sent, and
// where neither colour nor anything beyond ASCII may be.
func TestGoldenLook(t *testing.T) {
	for _, look := range tuitest.Looks() {
		t.Run(look.Name, func(t *testing.T) {
			d := newDesk(t)
			d.theme, d.profile, d.ascii, d.length = look.Theme, look.Profile, look.ASCII, exam.Sprint
			d.at(80, 24).Press("enter", "n", "f", "n", "a", "b", "c")
			d.GoldenStyled("look_" + look.Name)
			d.Press("g")
			d.GoldenStyled("look_grid_" + look.Name)
		})
	}
}
