package study

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dva/tui/part"
)

func wide(s string) int { return ansi.StringWidth(s) }

// stem is the question's text, and how many answers it wants when more than one.
func (s *Screen) stem() []string {
	q := s.turn.Question
	text := strings.TrimSpace(q.Stem)
	if n := q.Correct(); n > 1 {
		text += " (Select " + strings.ToUpper(number(n)) + ".)"
	}
	return s.markdown(text)
}

// choiceLines are a question that is not answered yet.
func (s *Screen) choiceLines() (lines []string, at int) {
	th, q := s.cfg.Theme, s.turn.Question
	lines = append(s.stem(), "")
	at = s.body.Offset()
	for place, index := range s.order() {
		pointer, style := "  ", th.Plain
		if place == s.pick.at {
			pointer, style = th.Symbols.Pointer+" ", th.Active
		}
		first := th.Active.Render(pointer) + style.Render(letter(place)) + "  "
		if s.pick.need > 1 {
			box := "[ ] "
			if s.pick.chosen[place] {
				box = "[x] "
			}
			first += box
		}
		choice := part.Hang(first, s.cfg.Render.Markdown(q.Choices[index].Text, s.width-wide(first)))
		if place == s.pick.at {
			at = inSight(at, len(lines), len(lines)+len(choice), max(s.bodyHeight()-1, 1))
		}
		lines = append(lines, choice...)
	}
	return lines, at
}

// inSight is the first line to show so that lines from to to are seen, as near
// to at as can be.
func inSight(at, from, to, height int) int {
	return min(max(at, to-height), from)
}

// markedLines are a question after the answer: the verdict, then each choice
// with its reason.
func (s *Screen) markedLines() (lines []string, at int) {
	th, q := s.cfg.Theme, s.turn.Question
	lines = append(lines, s.stem()...)
	lines = append(lines, th.Rule(s.width))
	at = len(lines)
	lines = append(lines, s.verdictLines()...)
	for place, index := range s.order() {
		c := q.Choices[index]
		sign, text := " ", strings.TrimSpace(c.Text)
		switch {
		case c.Correct:
			sign = th.Right.Render(th.Symbols.Right)
		case s.pick.chosen[place]:
			sign = th.Wrong.Render(th.Symbols.Wrong)
		}
		first := sign + " " + th.Bold.Render(letter(place)) + "  "
		lines = append(append(lines, ""), part.Hang(first, s.cfg.Render.Markdown(text, s.width-wide(first)))...)
		if s.pick.chosen[place] {
			lines = s.atRight(lines, th.Bold.Render("your answer"))
		}
		under := blank(wide(first) + 2) // a reason is told from its choice without colour
		lines = append(lines, part.Hang(under, s.cfg.Render.Markdown(c.Why, s.width-wide(under)))...)
	}
	if len(q.Cards) > 0 {
		first := th.Dim.Render("learn it:") + " "
		lines = append(append(lines, ""), part.Hang(first, part.Wrap(strings.Join(q.Cards, ", "), s.width-wide(first)))...)
	}
	return lines, at
}

// atRight puts text at the right edge of the last line, or on a line of its own
// where there is no room.
func (s *Screen) atRight(lines []string, text string) []string {
	last := len(lines) - 1
	if gap := s.width - wide(lines[last]) - wide(text); gap >= 2 {
		lines[last] += blank(gap) + text
		return lines
	}
	return append(lines, blank(s.width-wide(text))+text)
}

// verdictLines say whether the answer was right, in a sign and in words.
func (s *Screen) verdictLines() []string {
	th := s.cfg.Theme
	var right, missed []int
	for place, index := range s.order() {
		switch correct := s.turn.Question.Choices[index].Correct; {
		case correct:
			right = append(right, place)
		case s.pick.chosen[place]:
			missed = append(missed, place)
		}
	}
	are := " is"
	if len(right) > 1 {
		are = " are"
	}
	sign, text := th.Right.Render(th.Symbols.Right), letters(right)+are+" right."
	if !s.mark.Right {
		not := " is not it. "
		if len(missed) > 1 {
			not = " are not it. "
		}
		sign, text = th.Wrong.Render(th.Symbols.Wrong), letters(missed)+not+letters(right)+are+"."
	}
	return part.Hang(sign+" ", part.Styled(th.Bold.Render, part.Wrap(text, s.width-2)))
}
