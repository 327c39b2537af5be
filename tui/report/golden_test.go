package report_test

import (
	"errors"
	"fmt"
	"testing"

	"dva/tui/tuitest"
)

var pages = []string{"today", "memory", "time", "services", "exams"}

// TestGolden draws each page at the sizes that people have, and once as a whole.
// Read the files: they are the product.
func TestGolden(t *testing.T) {
	f := full()
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}, {80, 70}, {40, 80}} {
		for i, page := range pages {
			name := fmt.Sprintf("%s_%dx%d", page, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				d := newDesk(t, f).at(size[0], size[1])
				d.Press(fmt.Sprint(i + 1))
				d.Golden(name)
			})
		}
	}
}

// TestGoldenBeginner draws what there is to see before the first answer, and on
// the first days.
func TestGoldenBeginner(t *testing.T) {
	for name, f := range map[string]func(testing.TB) *desk{
		"none": func(t testing.TB) *desk { return newDesk(t, studied(1, 0)) },
		"few":  func(t testing.TB) *desk { return newDesk(t, studied(3, 60)) },
	} {
		for i, page := range pages {
			t.Run(name+"_"+page, func(t *testing.T) {
				d := f(t).at(80, 50)
				d.Press(fmt.Sprint(i + 1))
				d.Golden(name + "_" + page)
			})
		}
	}
}

func TestGoldenFailed(t *testing.T) {
	d := newDesk(t, full())
	d.fail = errors.New("the file is damaged: /home/learner/progress.db")
	d.at(80, 24).Golden("failed")
}

// TestGoldenLook draws the pages with most signs in each theme as they are sent,
// and where neither colour nor anything beyond ASCII may be.
func TestGoldenLook(t *testing.T) {
	f := full()
	for _, look := range tuitest.Looks() {
		t.Run(look.Name, func(t *testing.T) {
			d := newDesk(t, f)
			d.theme, d.profile, d.ascii = look.Theme, look.Profile, look.ASCII
			d.at(80, 60)
			for key, page := range map[string]string{"2": "memory", "3": "time"} {
				d.Press(key)
				d.GoldenStyled("look_" + page + "_" + look.Name)
			}
		})
	}
}
