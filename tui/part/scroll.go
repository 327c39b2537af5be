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

// Scroll shows lines in a room that may be too low for them. Its last line then
// says how much more there is, so that no text is covered. The zero value is
// empty.
type Scroll struct {
	// Spaced keeps the last line free for that sign even when all fits, as the
	// space to what stands below.
	Spaced bool
	// Key is named beside what is hidden below, where the arrows do something
	// else than scroll.
	Key string

	lines         []string
	offset        int
	width, height int
}

// SetLines replaces the text and goes to line at, or as near as it can.
func (s *Scroll) SetLines(lines []string, at int) {
	s.lines = lines
	s.To(at)
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
	s.To(s.offset)
}

// Offset is the number of the first line shown.
func (s *Scroll) Offset() int { return s.offset }

// Long says that the text does not fit.
func (s *Scroll) Long() bool {
	if s.Spaced {
		return len(s.lines) > s.height-1
	}
	return len(s.lines) > s.height
}

// Room is how many lines of the text are seen at once.
func (s *Scroll) Room() int {
	if s.Spaced || s.Long() {
		return max(s.height-1, 0)
	}
	return s.height
}

// End goes to the end of the text.
func (s *Scroll) End() { s.To(len(s.lines)) }

// To goes to a line, or as near as it can.
func (s *Scroll) To(line int) {
	s.offset = max(0, min(line, len(s.lines)-s.Room()))
}

// Update moves when msg is one of the keys in k and there is something to move
// through, and says whether it was.
func (s *Scroll) Update(msg tea.KeyMsg, k keys.Scroll) bool {
	page := max(1, s.Room()-1)
	switch {
	case !s.Long():
		return false
	case key.Matches(msg, k.Up):
		s.To(s.offset - 1)
	case key.Matches(msg, k.Down):
		s.To(s.offset + 1)
	case key.Matches(msg, k.PageUp):
		s.To(s.offset - page)
	case key.Matches(msg, k.PageDown):
		s.To(s.offset + page)
	case key.Matches(msg, k.Top):
		s.To(0)
	case key.Matches(msg, k.Bottom):
		s.End()
	default:
		return false
	}
	return true
}

// View is the part of the text that is in the room, exactly as many lines as the
// room is high.
func (s *Scroll) View(t theme.Theme) []string {
	room := s.Room()
	out := Fit(s.lines[min(s.offset, len(s.lines)):], s.width, room)
	if room < s.height {
		out = append(out, s.sign(t, s.offset, len(s.lines)-s.offset-room))
	}
	return out
}

// sign says at the right edge how many lines are hidden above and below.
func (s *Scroll) sign(t theme.Theme, above, below int) string {
	var parts []string
	if s.Long() && above > 0 {
		parts = append(parts, fmt.Sprintf("%s %d", t.Symbols.Up, above))
	}
	if s.Long() && below > 0 {
		more := fmt.Sprintf("%s %d more", t.Symbols.Down, below)
		if s.Key != "" {
			more += ", " + s.Key
		}
		parts = append(parts, more)
	}
	text := strings.Join(parts, "   ")
	if text == "" {
		return ""
	}
	return strings.Repeat(" ", max(s.width-ansi.StringWidth(text), 0)) + t.Dim.Render(ansi.Truncate(text, max(s.width, 0), ""))
}
