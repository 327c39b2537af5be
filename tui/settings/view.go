package settings

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dva/tui/part"
	"dva/tui/render"
)

// roomy is the height from which there are blank lines around the list.
const roomy = 14

// layout draws the list and keeps the pointer in sight.
func (s *Screen) layout() {
	s.body.SetSize(s.width, s.listHeight())
	lines := make([]string, len(s.options))
	wide := 0
	for _, o := range s.options {
		wide = max(wide, ansi.StringWidth(o.Label))
	}
	wide = min(wide, s.width/2)
	for i, o := range s.options {
		lines[i] = s.row(o, i == s.cursor, wide)
	}
	s.body.SetLines(lines, s.body.Offset())
	at := min(s.body.Offset(), s.cursor)
	at = max(at, s.cursor-s.body.Room()+1)
	s.body.SetLines(lines, at)
}

// listHeight is what the header, blank lines and the longest help leave, so that
// nothing moves with the pointer. At least three settings are seen.
func (s *Screen) listHeight() int {
	help := 0
	for i := range s.options {
		help = max(help, len(s.help(i)))
	}
	blank := 0
	if s.height >= roomy {
		blank = 2
	}
	return min(len(s.options), max(s.height-1-blank-help, 4))
}

func (s *Screen) row(o Option, here bool, wide int) string {
	t := s.cfg.Theme
	pointer, label := "  ", t.Plain
	if here {
		pointer, label = t.Symbols.Pointer+" ", t.Active
	}
	name := ansi.Truncate(o.Label, wide, t.Symbols.Ellipsis)
	left := t.Active.Render(pointer) + label.Render(name) + strings.Repeat(" ", wide-ansi.StringWidth(name)+2)
	room := max(s.width-ansi.StringWidth(left), 1)
	switch {
	case here && s.input != nil:
		return left + s.input.View(*t, room)
	case o.Value == Unset:
		return left + t.Dim.Render(o.Value)
	default:
		return left + ansi.Truncate(render.Line(o.Value), room, t.Symbols.Ellipsis)
	}
}

// View is the whole page.
func (s *Screen) View() string {
	t := s.cfg.Theme
	var blank []string
	if s.height >= roomy {
		blank = []string{""}
	}
	lines := append([]string{part.Header(*t, "Settings", "", s.width)}, blank...)
	lines = append(append(lines, s.body.View(*t)...), blank...)
	if len(s.options) > 0 {
		lines = append(lines, part.Styled(t.Dim.Render, s.help(s.cursor))...)
	}
	return strings.Join(part.Fit(lines, s.width, s.height), "\n")
}

// help says what a setting means.
func (s *Screen) help(i int) []string {
	return part.Wrap(render.Line(s.options[i].Help), s.width)
}
