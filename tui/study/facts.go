package study

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"dva/tui/keys"
	"dva/tui/part"
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
	return part.Facts(*s.cfg.Theme, s.turn.Facts, s.cfg.Fact, s.width)
}
