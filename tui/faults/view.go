package faults

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dva/tui/part"
	"dva/tui/render"
)

// roomy is the height from which there is a blank line below the header.
const roomy = 14

// View is the whole page.
func (s *Screen) View() string {
	lines := append([]string{part.Header(*s.cfg.Theme, s.Title(), s.total(), s.width)}, s.blank()...)
	lines = append(lines, s.body.View(*s.cfg.Theme)...)
	return strings.Join(part.Fit(lines, s.width, s.height), "\n")
}

func (s *Screen) blank() []string {
	if s.height < roomy {
		return nil
	}
	return []string{""}
}

// total is how many faults there are.
func (s *Screen) total() string {
	switch n := part.Number(len(s.faults)); {
	case len(s.faults) == 0:
		return ""
	case s.width < 60:
		return n
	default:
		return n + ", the rest is in use"
	}
}

func (s *Screen) layout() {
	s.body.Reflow(s.text(), s.width, max(s.height-1-len(s.blank()), 0))
}

// text is all faults, below the file that they are in.
func (s *Screen) text() []string {
	if len(s.faults) == 0 {
		return part.Wrap("Nothing is wrong in your own decks. After an edit ctrl+r reads them again; home does so by itself.", s.width)
	}
	var lines []string
	for i, f := range s.faults {
		if i == 0 || f.File != s.faults[i-1].File {
			if i > 0 {
				lines = append(lines, "")
			}
			lines = append(lines, part.Styled(s.cfg.Theme.Bold.Render, part.Wrap(render.Line(f.File), s.width))...)
		}
		lines = append(lines, s.fault(f)...)
	}
	return lines
}

// fault is the line and column, then what is wrong there and what to do.
func (s *Screen) fault(f Fault) []string {
	th := s.cfg.Theme
	place := fmt.Sprintf("line %d:%d", f.Line, f.Column)
	wide := max(ansi.StringWidth(place), len("line 100:10"))
	if f.File == "" {
		place, wide = "", 0
	}
	text := f.Message
	if f.ID != "" {
		text = f.ID + ": " + text
	}
	room := s.width - wide - 4
	first := "  "
	if wide > 0 {
		first += th.Wrong.Render(place) + strings.Repeat(" ", wide-ansi.StringWidth(place)+2)
	}
	lines := part.Wrap(render.Line(text), room)
	lines = append(lines, part.Styled(th.Dim.Render, part.Wrap(render.Line(f.Hint), room))...)
	return part.Hang(first, lines)
}
