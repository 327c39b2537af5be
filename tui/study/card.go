package study

import (
	"fmt"
	"strings"

	"dva/deck"
	"dva/tui/part"
	"dva/tui/render"
)

func (s *Screen) markdown(text string) []string { return s.cfg.Render.Markdown(text, s.width) }

// frontLines are what is asked. A question begins where the chosen choice can be
// seen.
func (s *Screen) frontLines() ([]string, int) {
	if s.turn.Question != nil {
		return s.choiceLines()
	}
	return s.markdown(s.turn.Front), 0
}

// backLines are the front, the answer, and what belongs to it. They begin at the
// answer when not all of it fits. A cloze is shown filled in, in place of its
// front.
func (s *Screen) backLines() (lines []string, at int) {
	switch {
	case s.turn.Question != nil:
		lines, at = s.markedLines()
	case s.turn.Item.Kind == deck.Cloze:
		lines = append(lines, s.markdown(s.turn.Back)...)
	default:
		lines = append(lines, s.markdown(s.turn.Front)...)
		lines = append(lines, s.cfg.Theme.Rule(s.width))
		at = len(lines)
		lines = append(lines, s.markdown(s.turn.Back)...)
	}
	return append(lines, s.extraLines()...), at
}

// extraLines are what is said below an answer, in blocks with a line between.
func (s *Screen) extraLines() []string {
	th := s.cfg.Theme
	var blocks [][]string
	add := func(first, text string) {
		if text = strings.TrimSpace(text); text != "" {
			blocks = append(blocks, part.Hang(first, s.cfg.Render.Markdown(text, s.width-wide(first))))
		}
	}
	add(th.Changed.Render(th.Symbols.Changed)+" changed  ", s.turn.Changed)
	if s.turn.Note != "" {
		first := th.Bold.Render("note") + "  "
		blocks = append(blocks, part.Hang(first, part.Wrap(render.Line(s.turn.Note), s.width-wide(first))))
	}
	if s.turn.Leech {
		text := fmt.Sprintf("Forgotten %d times. Help it with a note of your own (n), or suspend it (s).", s.turn.Card.Lapses)
		first := th.Changed.Render(th.Symbols.Changed) + " "
		blocks = append(blocks, part.Hang(first, part.Wrap(text, s.width-wide(first))))
	}
	if s.turn.Ahead {
		text := "Early: it is not due yet, and nothing else is left."
		blocks = append(blocks, part.Styled(th.Dim.Render, part.Wrap(text, s.width)))
	}
	blocks = append(blocks, s.doc().Lines(*th, s.width, s.linked))
	var lines []string
	for _, b := range blocks {
		if len(b) > 0 {
			lines = append(append(lines, ""), b...)
		}
	}
	return lines
}
