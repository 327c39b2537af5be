package tui_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/muesli/termenv"

	"dva/tui/home"
	"dva/tui/theme"
	"dva/tui/tuitest"
)

// TestGolden draws every screen at the sizes that people have. Read the files:
// they are the product.
func TestGolden(t *testing.T) {
	screens := []struct {
		name string
		desk func() *desk
		keys []string
	}{
		{"home_first", func() *desk { d := newDesk(); d.day.Today, d.details = firstDay(), home.Details{}; return d }, nil},
		{"home_busy", func() *desk { return newDesk() }, nil},
		{"home_idle", func() *desk { d := newDesk(); d.day.Today = idleDay(); return d }, nil},
		{"home_exam_open", func() *desk { return newDesk().withOpenExam() }, nil},
		{"home_exams", func() *desk { return newDesk().withPastExams() }, nil},
		{"study_front", func() *desk { return newDesk(basic(), cloze()) }, []string{"r"}},
		{"study_back", func() *desk { return newDesk(basic(), cloze()) }, []string{"r", "space"}},
		{"study_doc", func() *desk { return newDesk(basic(), cloze()) }, []string{"r", "space", "o"}},
		{"study_facts", func() *desk { return newDesk(basic(), cloze()) }, []string{"r", "space", "t"}},
		{"study_note", func() *desk { return newDesk(basic(), cloze()) }, []string{"r", "space", "n", "see #4"}},
		{"study_flagged_leech", func() *desk {
			b := basic()
			b.Leech, b.Ahead, b.Card.Lapses, b.Note, b.Changed = true, true, 8, "think of a ticket in a drawer", ""
			return newDesk(b)
		}, []string{"r", "f", "space", "pgdown"}},
		{"study_cloze_front", func() *desk { return newDesk(cloze()) }, []string{"r"}},
		{"study_cloze_back", func() *desk { return newDesk(cloze()) }, []string{"r", "space"}},
		{"study_question", func() *desk { return newDesk(single()) }, []string{"r", "b"}},
		{"study_question_wrong", func() *desk { return newDesk(single()) }, []string{"r", "b", "enter"}},
		{"study_question_right", func() *desk { return newDesk(single()) }, []string{"r", "a", "enter"}},
		{"study_question_two", func() *desk { return newDesk(double()) }, []string{"r", "b", "e"}},
		{"study_summary", func() *desk { return newDesk(basic(), cloze()) }, []string{"r", "space", "1", "space", "3", "space", "3"}},
		{"study_empty", func() *desk { return newDesk() }, []string{"r"}},
		{"settings", func() *desk { return newDesk() }, []string{",", "down", "down"}},
		{"settings_exam", func() *desk { return newDesk() }, []string{"w", "2027-01"}},
		{"guide", func() *desk { return newDesk(basic()) }, []string{"r", "?"}},
	}
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}} {
		for _, s := range screens {
			name := fmt.Sprintf("%s_%dx%d", s.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				d := tuitest.New(t, s.desk().app(), size[0], size[1])
				d.Press(s.keys...)
				d.Golden(name)
			})
		}
	}
}

// TestGoldenLook draws one card in each theme as it is sent, and where neither
// colour nor anything beyond ASCII may be.
func TestGoldenLook(t *testing.T) {
	looks := []struct {
		name    string
		theme   theme.Choice
		profile termenv.Profile
		ascii   bool
	}{
		{"auto", theme.Auto, termenv.ANSI, false},
		{"dark", theme.Dark, termenv.ANSI, false},
		{"light", theme.Light, termenv.ANSI, false},
		{"mono", theme.Mono, termenv.ANSI, false},
		{"no_color", theme.Auto, termenv.Ascii, false},
		{"ascii", theme.Auto, termenv.Ascii, true},
	}
	for _, l := range looks {
		t.Run(l.name, func(t *testing.T) {
			k := newDesk(single())
			k.theme, k.profile, k.ascii = l.theme, l.profile, l.ascii
			d := k.reviewing(t)
			d.Press("b", "enter")
			k.clock.Advance(time.Second)
			d.GoldenStyled("look_question_" + l.name)
			d.Press("q")
			d.GoldenStyled("look_home_" + l.name)
		})
	}
}
