package study

import (
	"fmt"
	"strings"

	"dva/srs"
	"dva/tui/part"
	"dva/tui/render"
)

// roomy is the height from which there are blank lines around the text.
const roomy = 14

// layout draws the text anew for the room there is, and stays about where the
// learner was in it.
func (s *Screen) layout() {
	lines, _ := s.lines()
	s.body.Spaced, s.body.Key = s.height >= roomy, ""
	if s.stage == front && s.turn.Question != nil && s.panel != facts {
		s.body.Key = s.keys.PageDown.Help().Key
	}
	s.body.Reflow(lines, s.width, s.bodyHeight())
}

// lines are the text of the screen as it stands, and the line to begin at.
func (s *Screen) lines() (lines []string, at int) {
	switch {
	case s.width < 1 || s.stage == opening || s.stage == failed:
		return nil, 0
	case s.stage == over:
		return s.summaryLines(), 0
	case s.panel == facts:
		return s.factLines(), 0
	case s.stage == front:
		return s.frontLines()
	default:
		return s.backLines()
	}
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
	if s.stage == opening {
		lines = append(lines, s.cfg.Theme.Dim.Render("opening "+s.cfg.Title))
	}
	lines = append(lines, s.body.View(*s.cfg.Theme)...)
	lines = append(lines, s.foot()...)
	return strings.Join(part.Fit(lines, s.width, s.height), "\n")
}

// header says what this is, of which service, and how far one has come.
func (s *Screen) header() string {
	th, c := s.cfg.Theme, s.turn.Counts
	if s.stage == opening || s.stage == failed || s.stage == over {
		return part.Header(*th, s.cfg.Title, "", s.width)
	}
	left := s.cfg.Title + " " + th.Symbols.Pointer + " " + render.Line(s.cfg.Service(s.turn.Item.Service))
	if s.panel == facts {
		left = s.cfg.Title + " " + th.Symbols.Pointer + " where this comes from"
	}
	var right []string
	if s.turn.Card.Marks.Flagged {
		right = append(right, th.Symbols.Flag+" flagged")
	}
	if s.turn.Reworded && s.width >= 50 {
		right = append(right, th.Symbols.Changed+" new wording")
	}
	if s.turn.Ahead && s.width >= 60 {
		right = append(right, "early")
	}
	right = append(right, fmt.Sprintf("%d of %d", c.Done+1, max(c.Done+c.Left(), c.Done+1)))
	if c.Again > 0 && s.width >= 50 {
		right = append(right, fmt.Sprintf("%d again", c.Again))
	}
	return part.Header(*th, left, strings.Join(right, "   "), s.width)
}

// foot is what stands below the text: the grades, or the line being typed.
func (s *Screen) foot() []string {
	var lines []string
	switch {
	case s.panel == noting:
		label := s.cfg.Theme.Bold.Render("note") + "  "
		lines = []string{label + s.input.View(*s.cfg.Theme, s.width-6)}
	case s.panel == facts || s.stage != back:
		return nil
	case s.turn.Question != nil && !s.mark.Right:
		wait := part.Wait(s.turn.Outcomes[srs.Again.Index()].Wait)
		lines = []string{s.cfg.Theme.Dim.Render("counts as again, comes back in " + wait)}
	case s.turn.Question != nil:
		lines = s.buttons(srs.Grades[1:])
	default:
		lines = s.buttons(srs.Grades[:])
	}
	return lines
}

// buttons are the grades, each with the time until the card would come back.
func (s *Screen) buttons(grades []srs.Grade) []string {
	th := s.cfg.Theme
	cell := min(s.width/len(grades), 15)
	var names, waits strings.Builder
	for _, g := range grades {
		key, word := fmt.Sprint(int(g)), g.String()
		wait := part.Wait(s.turn.Outcomes[g.Index()].Wait)
		names.WriteString(th.Key.Render(key) + " " + th.Bold.Render(word) + blank(cell-len(key)-1-len(word)))
		waits.WriteString("  " + th.Dim.Render(wait) + blank(cell-2-len(wait)))
	}
	return []string{names.String(), waits.String()}
}

func blank(n int) string { return strings.Repeat(" ", max(n, 0)) }
