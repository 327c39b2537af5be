package browse_test

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
	views := []struct {
		name string
		desk func(testing.TB) *desk
		keys string
	}{
		{"first", fresh, ""},
		{"list", seen, "down"},
		{"question", seen, "G up up"},
		{"filtering", seen, "/ v i s i b i l t y"},
		{"help", seen, "/"},
		{"filtered", seen, "/ i s : l e e c h enter"},
		{"nothing", seen, "/ x y z z y enter"},
		{"gone", seen, "/ i s : g o n e enter"},
		{"misunderstood", seen, "/ i s : f l a g e d"},
		{"page", seen, "down enter"},
		{"page_end", seen, "down enter G"},
		{"page_changed", seen, "down down enter"},
		{"facts", seen, "down down t"},
		{"doc", seen, "down o"},
		{"note", seen, "down n"},
		{"reset", seen, "down r"},
		{"failed", func(t testing.TB) *desk {
			d := seen(t)
			d.broken = errors.New("progress.db: the disk has gone")
			return d
		}, ""},
	}
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}} {
		for _, v := range views {
			name := fmt.Sprintf("%s_%dx%d", v.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				d := v.desk(t).at(size[0], size[1])
				d.Press(strings.Fields(v.keys)...)
				d.Golden(name)
			})
		}
	}
}

// TestGoldenLook draws a list in each theme as it is sent, and where neither
// colour nor anything beyond ASCII may be.
func TestGoldenLook(t *testing.T) {
	for _, look := range tuitest.Looks() {
		t.Run(look.Name, func(t *testing.T) {
			d := seen(t)
			d.theme, d.profile, d.ascii = look.Theme, look.Profile, look.ASCII
			d.at(120, 30)
			d.Press("down", "down")
			d.GoldenStyled("look_" + look.Name)
		})
	}
}
