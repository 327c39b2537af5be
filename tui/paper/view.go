package paper

import (
	"strings"

	"dva/tui/part"
)

// roomy is the height from which there are blank lines around the text.
const roomy = 14

// bodyHeight is what the line on top leaves.
func (s *Screen) bodyHeight() int {
	if s.height >= roomy {
		return s.height - 2
	}
	return max(s.height-1, 0)
}

// layout draws the text anew for the room there is.
func (s *Screen) layout() {
	if s.width < 1 || s.stage == leaves {
		return
	}
	if s.stage == sitting {
		s.layoutSheet()
		if s.panel == none {
			return
		}
	}
	lines, from, to := s.pageLines()
	s.page.Key = s.keys.PageDown.Help().Key
	s.page.SetSize(s.width, s.bodyHeight())
	at := s.page.Offset()
	s.page.SetLines(lines, at)
	if to > from {
		s.page.To(part.InSight(at, from, to, s.page.Room()))
	}
}

// pageLines are all that is no question of the exam, and the lines in it that
// must be seen.
func (s *Screen) pageLines() (lines []string, from, to int) {
	switch {
	case s.stage == asking:
		return s.openLines()
	case s.stage == choosing:
		return s.beginLines()
	case s.stage != sitting:
		return s.said(), 0, 0
	case s.panel == all:
		return s.gridLines()
	case s.panel == leaving:
		return s.leavingLines()
	}
	return s.finishLines(), 0, 0
}

// View is the whole page.
func (s *Screen) View() string {
	lines := make([]string, 0, s.height)
	if s.state.Paper == nil {
		lines = append(lines, part.Header(*s.cfg.Theme, "Mock exam", "", s.width))
	} else {
		lines = append(lines, s.head())
	}
	if s.height >= roomy {
		lines = append(lines, "")
	}
	if s.stage == sitting && s.panel == none {
		lines = append(lines, s.sheet.body.View(*s.cfg.Theme)...)
	} else {
		lines = append(lines, s.page.View(*s.cfg.Theme)...)
	}
	return strings.Join(part.Fit(lines, s.width, s.height), "\n")
}
