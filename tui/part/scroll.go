package part

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"dva/tui/keys"
	"dva/tui/theme"
)

// Scroll shows lines in a room that may be too low for them. The zero value is
// empty.
type Scroll struct {
	lines         []string
	offset        int
	width, height int
}

// SetLines replaces the text and goes to line at, or as near as it can.
func (s *Scroll) SetLines(lines []string, at int) {
	s.lines = lines
	s.to(at)
}

// Reflow replaces the text by the same text wrapped for another room and stays
// about where it was.
func (s *Scroll) Reflow(lines []string, width, height int) {
	at := 0
	if n := len(s.lines); n > 0 {
		at = (s.offset*len(lines) + n/2) / n
	}
	s.width, s.height = width, height
	s.SetLines(lines, at)
}

// SetSize tells the room in cells.
func (s *Scroll) SetSize(width, height int) {
	s.width, s.height = width, height
	s.to(s.offset)
}

// Offset is the number of the first line shown.
func (s *Scroll) Offset() int { return s.offset }

// Long says that the text does not fit.
func (s *Scroll) Long() bool { return len(s.lines) > s.height }

// End goes to the end of the text.
func (s *Scroll) End() { s.to(len(s.lines)) }

func (s *Scroll) to(line int) {
	s.offset = max(0, min(line, len(s.lines)-s.height))
}

// Update moves when msg is one of the keys in k and there is something to move
// through, and says whether it was.
func (s *Scroll) Update(msg tea.KeyMsg, k keys.Scroll) bool {
	page := max(1, s.height-2)
	switch {
	case !s.Long():
		return false
	case key.Matches(msg, k.Up):
		s.to(s.offset - 1)
	case key.Matches(msg, k.Down):
		s.to(s.offset + 1)
	case key.Matches(msg, k.PageUp):
		s.to(s.offset - page)
	case key.Matches(msg, k.PageDown):
		s.to(s.offset + page)
	case key.Matches(msg, k.Top):
		s.to(0)
	case key.Matches(msg, k.Bottom):
		s.End()
	default:
		return false
	}
	return true
}

// View is the part of the text that is in the room, exactly as many lines as the
// room is high, with a sign at the right edge where there is more.
func (s *Scroll) View(t theme.Theme) []string {
	out := Fit(s.lines[min(s.offset, len(s.lines)):], s.width, s.height)
	if !s.Long() || s.height < 1 {
		return out
	}
	if s.offset > 0 && s.height > 1 {
		out[0] = s.sign(t, out[0], t.Symbols.Up, s.offset)
	}
	if below := len(s.lines) - s.offset - s.height; below > 0 {
		last := len(out) - 1
		out[last] = s.sign(t, out[last], t.Symbols.Down, below)
	}
	return out
}

// sign writes how many lines are hidden over the right end of a line.
func (s *Scroll) sign(t theme.Theme, line, arrow string, n int) string {
	text := fmt.Sprintf(" %s %d more", arrow, n)
	if s.width < 30 {
		text = " " + arrow
	}
	room := max(s.width-ansi.StringWidth(text), 0)
	line = ansi.Truncate(line, room, t.Symbols.Ellipsis)
	return line + strings.Repeat(" ", room-ansi.StringWidth(line)) + t.Dim.Render(text)
}
