package result

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dva/deck/exam"
	"dva/tui/part"
	"dva/tui/render"
)

// roomy is the height from which there are blank lines around the text.
const roomy = 14

// layout draws the text anew for the room there is, and stays about where the
// learner was in it.
func (s *Screen) layout() {
	if s.width < 1 {
		return
	}
	var lines []string
	switch s.stage {
	case whole:
		lines = s.wholeLines()
	case reading:
		lines = s.readLines()
	}
	s.body.Spaced = s.height >= roomy
	s.body.Reflow(lines, s.width, s.bodyHeight())
}

// bodyHeight is what the header and the foot leave.
func (s *Screen) bodyHeight() int {
	h := s.height - 1 - len(s.foot())
	if s.height >= roomy {
		h--
	}
	return max(h, 0)
}

// View is the whole page.
func (s *Screen) View() string {
	lines := []string{s.header()}
	if s.height >= roomy {
		lines = append(lines, "")
	}
	switch s.stage {
	case opening:
		lines = append(lines, s.cfg.Theme.Dim.Render("reading the exam"))
	case failed:
		lines = append(lines, "Enter tries again.")
	default:
		lines = append(append(lines, s.body.View(*s.cfg.Theme)...), s.foot()...)
	}
	return strings.Join(part.Fit(lines, s.width, s.height), "\n")
}

// header says which exam this is, or which question of it and of which.
func (s *Screen) header() string {
	th := *s.cfg.Theme
	switch s.stage {
	case whole:
		right := s.exam.Run.Started.In(s.cfg.Now().Location()).Format("2 Jan 2006")
		if !s.exam.Run.Timed() {
			right += ", paused"
		}
		return part.Header(th, "Result "+th.Symbols.Pointer+" "+formName(s.exam.Paper.Length), right, s.width)
	case reading:
		left := fmt.Sprintf("%s %s %d of %d", title(s.filter), th.Symbols.Pointer, s.at+1, len(s.list()))
		it := s.exam.Paper.Items[s.item()]
		right := fmt.Sprintf("question %d", s.item()+1)
		if name := render.Line(s.cfg.Service(it.Service)); ansi.StringWidth(left)+ansi.StringWidth(right)+len(name)+6 <= s.width {
			right += ", " + name
		}
		return part.Header(th, left, right, s.width)
	}
	return part.Header(th, "Result", "", s.width)
}

func title(f filter) string { return strings.ToUpper(filterNames[f][:1]) + filterNames[f][1:] }

// formName names a form as a title.
func formName(l exam.Length) string {
	switch l {
	case exam.Full:
		return "full exam"
	case exam.Half:
		return "half exam"
	}
	return string(l)
}

// foot is the menu of what can be read, one line or as many as it needs.
func (s *Screen) foot() []string {
	if s.stage != whole {
		return nil
	}
	th := s.cfg.Theme
	var lines []string
	line := th.Dim.Render("Read")
	for f := filter(0); f < filters; f++ {
		pointer, style := "  ", th.Plain
		switch {
		case f == s.filter:
			pointer, style = th.Active.Render(th.Symbols.Pointer+" "), th.Active
		case len(s.exam.lists[f]) == 0:
			style = th.Dim
		}
		cell := " " + pointer + style.Render(s.label(f))
		if ansi.StringWidth(line)+ansi.StringWidth(cell) > s.width {
			lines = append(lines, line)
			line = "    "
		}
		line += cell
	}
	return append(lines, line)
}
