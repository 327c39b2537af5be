package drill_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"dva/tui/tuitest"
)

// TestGolden draws what the screen can show at the sizes that people have. Read
// the files: they are the product.
func TestGolden(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}} {
		for _, v := range []struct {
			name string
			set  func(*desk)
			keys string
		}{
			{"table", nil, ""},
			{"top", nil, "g"},
			{"end", nil, "G"},
			{"weight", nil, "x c + +"},
			{"filter", nil, "/ d d b"},
			{"filter_none", nil, "/ d d x"},
			{"scopes", nil, "d j j j"},
			{"scoped", nil, "d j j j enter"},
			{"none", nil, "g j j j j enter"},
			{"unbegun", (*desk).unbegun, ""},
			{"failed", func(d *desk) { d.fail = errors.New("read cards: the file is locked") }, ""},
		} {
			name := fmt.Sprintf("%s_%dx%d", v.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				d := newDesk(t)
				if v.set != nil {
					v.set(d)
				}
				d.at(size[0], size[1]).Press(strings.Fields(v.keys)...)
				d.Golden(name)
			})
		}
	}
}

// TestGoldenLook draws the table in each theme as it is sent, and where neither
// colour nor anything beyond ASCII may be.
func TestGoldenLook(t *testing.T) {
	for _, look := range tuitest.Looks() {
		t.Run(look.Name, func(t *testing.T) {
			d := newDesk(t)
			d.theme, d.profile, d.ascii = look.Theme, look.Profile, look.ASCII
			d.at(80, 24)
			d.GoldenStyled("look_" + look.Name)
		})
	}
}
