package report

import (
	"github.com/charmbracelet/bubbles/key"

	"dva/tui/keys"
	"dva/tui/theme"
)

type keyMap struct {
	keys.Scroll
	Tab, Next, Previous, Past, Retry, Back, Help key.Binding
}

func newKeyMap(t *theme.Theme) keyMap {
	sides := "←→"
	if t.ASCII {
		sides = "h/l"
	}
	return keyMap{
		Scroll:   keys.NewScroll(t.Symbols.Arrows),
		Tab:      keys.New("1-5", "page", "1", "2", "3", "4", "5"),
		Next:     keys.New(sides, "page", "right", "l", "tab"),
		Previous: keys.New("h", "page before", "left", "h", "shift+tab"),
		Past:     keys.New("p", "past exams", "p"),
		Retry:    keys.New("enter", "try again", "enter", "ctrl+j"),
		Back:     keys.New("esc", "back", "esc"),
		Help:     keys.New("?", "help", "?"),
	}
}

// ShortHelp are the keys in the last line.
func (s *Screen) ShortHelp() []key.Binding {
	k := s.keys
	switch {
	case s.opening:
		return []key.Binding{k.Help}
	case s.problem != "":
		return []key.Binding{k.Retry, k.Back, k.Help}
	case s.tab == exams && len(s.figures.Exams) > 0:
		return []key.Binding{k.Tab, k.Next, k.Past, k.Down, k.Back, k.Help}
	}
	return []key.Binding{k.Tab, k.Next, k.Down, k.Back, k.Help}
}

// FullHelp are all the keys for the guide.
func (s *Screen) FullHelp() [][]key.Binding {
	k := s.keys
	return [][]key.Binding{
		{
			keys.New("1-5", "today, memory, time, services and domains, exams"),
			keys.New(k.Next.Help().Key, "the page before, the next"),
			keys.New("p", "past exams, to be read again"),
		},
		k.Scroll.All(),
	}
}
