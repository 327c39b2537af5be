package study

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"dva/deck"
	"dva/tui/keys"
	"dva/tui/part"
	"dva/tui/render"
)

// openFacts shows the statements that the card rests on.
func (s *Screen) openFacts() {
	if len(s.turn.Facts) == 0 {
		s.say("this card names no notes that it comes from")
		return
	}
	s.panel = facts
	s.body.SetLines(nil, 0)
	s.layout()
}

func (s *Screen) pressFacts(msg tea.KeyMsg) {
	switch {
	case key.Matches(msg, s.keys.Close):
		s.Back()
	case s.body.Update(msg, s.keys.Scroll):
	case s.keys.Has(msg):
		s.say("all of it is on the screen")
	default:
		s.say(keys.Unused(msg))
	}
}

func (s *Screen) factLines() []string {
	var lines []string
	for i, id := range s.turn.Facts {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, s.factOf(id)...)
	}
	return lines
}

func (s *Screen) factOf(id string) []string {
	th := s.cfg.Theme
	f, ok := s.cfg.Fact(id)
	if !ok {
		return []string{th.Bold.Render(render.Line(id)) + th.Dim.Render("  is not in the notes any more")}
	}
	head := f.Verdict
	if head == "" {
		head = "from the documentation"
	}
	lines := []string{th.Bold.Render(render.Line(id)) + "  " + s.verdict(f, render.Line(head))}
	for _, p := range []struct{ name, text string }{
		{"where", f.Where}, {"the note", f.Says}, {"what holds", f.Claim}, {"today", f.Now}, {"why", f.Why}, {"in the exam", f.Exam},
	} {
		lines = append(lines, s.labelled(p.name, p.text)...)
	}
	return lines
}

// verdict draws how the note was judged, with a sign where it no longer holds.
func (s *Screen) verdict(f *deck.Fact, text string) string {
	th := s.cfg.Theme
	switch f.Verdict {
	case "outdated":
		return th.Changed.Render(th.Symbols.Changed) + " " + text
	case "wrong":
		return th.Wrong.Render(th.Symbols.Wrong) + " " + text
	case "current":
		return th.Right.Render(th.Symbols.Right) + " " + text
	}
	return th.Dim.Render(text)
}

// labelled is a dim label and a text that hangs beside it, nothing when the text
// is empty.
func (s *Screen) labelled(label, text string) []string {
	const wide = 13
	text = render.Line(text)
	if text == "" || text == "none" {
		return nil
	}
	if s.width < 60 {
		return append([]string{s.cfg.Theme.Dim.Render(label)}, part.Hang("  ", part.Wrap(text, s.width-2))...)
	}
	pad := label + "             "[min(len(label), wide):]
	return part.Hang(s.cfg.Theme.Dim.Render(pad), part.Wrap(text, s.width-wide))
}
