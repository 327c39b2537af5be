package report

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dva/srs"
	"dva/tui/part"
)

// roomy is the height from which there are blank lines around the text.
const roomy = 14

// layout draws the page for the room there is, and stays about where it was.
func (s *Screen) layout() {
	if s.width < 1 || !s.loaded {
		return
	}
	var lines []string
	switch s.tab {
	case today:
		lines = s.todayLines()
	case memory:
		lines = s.memoryLines()
	case spent:
		lines = s.timeLines()
	case places:
		lines = s.placesLines()
	case exams:
		lines = s.examLines()
	}
	s.body.Spaced = s.height >= roomy
	s.body.Reflow(lines, s.width, max(s.height-s.above(), 0))
}

// above is how many lines stand over the page.
func (s *Screen) above() int {
	if s.height >= roomy {
		return 3
	}
	return 2
}

// View is the whole page.
func (s *Screen) View() string {
	lines := []string{s.header()}
	switch {
	case s.opening:
		lines = append(lines, "", s.cfg.Theme.Dim.Render("reading"))
	case !s.loaded:
		lines = append(lines, "", "Enter tries again.")
	default:
		lines = append(lines, s.tabLine())
		if s.height >= roomy {
			lines = append(lines, "")
		}
		lines = append(lines, s.body.View(*s.cfg.Theme)...)
	}
	return strings.Join(part.Fit(lines, s.width, s.height), "\n")
}

func (s *Screen) header() string {
	right := ""
	if s.loaded {
		right = s.day(s.figures.StudyDay, "Monday, 2 January 2006")
		if s.width < wide {
			right = s.day(s.figures.StudyDay, "2 Jan 2006")
		}
	}
	return part.Header(*s.cfg.Theme, "Statistics", right, s.width)
}

// day writes a study day of the figures by a layout.
func (s *Screen) day(d, layout string) string {
	day, err := srs.ParseDay(d)
	if err != nil {
		return d
	}
	return dayOf(day).Format(layout)
}

// tabLine names the pages, where room is short only the one that is shown.
func (s *Screen) tabLine() string {
	th := s.cfg.Theme
	line := func(short bool) string {
		var cells []string
		for i := tab(0); i < tabs; i++ {
			label := fmt.Sprintf("%d %s", i+1, tabNames[i])
			switch {
			case i == s.tab:
				cells = append(cells, th.Active.Render(th.Symbols.Pointer+" "+label))
			case short:
				cells = append(cells, "  "+th.Dim.Render(label[:1]))
			default:
				cells = append(cells, "  "+th.Dim.Render(label))
			}
		}
		return strings.Join(cells, " ")
	}
	if all := line(false); ansi.StringWidth(all) <= s.width {
		return all
	}
	return line(true)
}
