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
	return s.markdown(part.Stem(q.Stem, q.Correct()))
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
		first := th.Active.Render(pointer) + style.Render(part.Letter(place)) + "  "
		if s.pick.need > 1 {
			box := "[ ] "
			if s.pick.chosen[place] {
				box = "[x] "
			}
			first += box
		}
		choice := part.Hang(first, s.cfg.Render.Markdown(q.Choices[index].Text, s.width-wide(first)))
		if place == s.pick.at {
			at = part.InSight(at, len(lines), len(lines)+len(choice), max(s.bodyHeight()-1, 1))
		}
		lines = append(lines, choice...)
	}
	return lines, at
}

// markedLines are a question after the answer: the verdict, then each choice
// with its reason.
func (s *Screen) markedLines() (lines []string, at int) {
	th, q := s.cfg.Theme, s.turn.Question
	lines = append(lines, s.stem()...)
	lines = append(lines, th.Rule(s.width))
	at = len(lines)
	choices := make([]part.Choice, len(q.Choices))
	for place, index := range s.order() {
		c := q.Choices[index]
		choices[place] = part.Choice{Text: c.Text, Why: c.Why, Correct: c.Correct, Picked: s.pick.chosen[place]}
	}
	lines = append(lines, part.Verdict(*th, choices, s.width)...)
	lines = append(lines, part.Reasons(*th, s.cfg.Render, choices, s.width)...)
	if len(q.Cards) > 0 {
		first := th.Dim.Render("learn it:") + " "
		lines = append(append(lines, ""), part.Hang(first, part.Wrap(strings.Join(q.Cards, ", "), s.width-wide(first)))...)
	}
	return lines, at
}
