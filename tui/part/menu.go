package part

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"dva/tui/keys"
	"dva/tui/theme"
)

// Option is one thing that a menu offers.
type Option struct{ Label, Detail string }

// Menu is a few options, one of which has the pointer.
type Menu struct {
	Options []Option
	At      int
}

// Update moves the pointer when msg is one of the moving keys in k, and says
// whether it was.
func (m *Menu) Update(msg tea.KeyMsg, k keys.List) bool {
	last := len(m.Options) - 1
	switch {
	case key.Matches(msg, k.Up):
		m.At = max(m.At-1, 0)
	case key.Matches(msg, k.Down):
		m.At = min(m.At+1, last)
	case key.Matches(msg, k.Top):
		m.At = 0
	case key.Matches(msg, k.Bottom):
		m.At = last
	default:
		return false
	}
	return true
}

// column is the width from which a detail is pleasant to read on several lines.
const column = 34

// Lines draws the menu: details beside the labels where there is room, else
// below them. From and to are the lines of the option with the pointer.
func (m *Menu) Lines(t theme.Theme, width int) (lines []string, from, to int) {
	wide, detail := 0, 0
	for _, o := range m.Options {
		wide, detail = max(wide, ansi.StringWidth(o.Label)), max(detail, ansi.StringWidth(o.Detail))
	}
	room := width - wide - 4
	for i, o := range m.Options {
		pointer, label := "  ", t.Plain
		if i == m.At {
			pointer, label, from = t.Symbols.Pointer+" ", t.Active, len(lines)
		}
		first := t.Active.Render(pointer) + label.Render(o.Label)
		if o.Detail != "" && room >= min(detail, column) {
			first += strings.Repeat(" ", wide-ansi.StringWidth(o.Label)+2)
			lines = append(lines, Hang(first, Styled(t.Dim.Render, Wrap(o.Detail, room)))...)
		} else {
			lines = append(lines, first)
			for _, l := range Wrap(o.Detail, width-4) {
				lines = append(lines, "    "+t.Dim.Render(l))
			}
		}
		if i == m.At {
			to = len(lines)
		}
	}
	return lines, from, to
}
