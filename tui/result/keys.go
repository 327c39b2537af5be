package result

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"dva/tui/keys"
	"dva/tui/theme"
)

type keyMap struct {
	keys.Scroll
	Left, Right, Filter, Read, Study, Open, Retry, Back, Help key.Binding
}

// enter is also ctrl+j, which terminals that are not yet raw send.
var enter = []string{"enter", "ctrl+j"}

func newKeyMap(t *theme.Theme) keyMap {
	sides := "←→"
	if t.ASCII {
		sides = "h/l"
	}
	return keyMap{
		Scroll: keys.NewScroll(t.Symbols.Arrows),
		Left:   keys.New(sides, "choose", "left", "h", "p"),
		Right:  keys.New("n", "next", "right", "l", "n"),
		Filter: keys.New("tab", "others", "tab"),
		Read:   keys.New("enter", "read them", enter...),
		Study:  keys.New("c", "study the cards behind the misses", "c"),
		Open:   keys.New("o", "open the doc page", "o"),
		Retry:  keys.New("enter", "try again", enter...),
		Back:   keys.New("esc", "home", "esc"),
		Help:   keys.New("?", "help", "?"),
	}
}

// press finds what a key means now. A key that cannot be used says why.
func (s *Screen) press(msg tea.KeyMsg) tea.Cmd {
	k := s.keys
	switch {
	case s.stage == failed && key.Matches(msg, k.Retry):
		s.stage = opening
		return s.loadCmd
	case s.stage == failed:
		s.say(keys.Unused(msg))
	case key.Matches(msg, k.Study):
		if ask, ok := s.study(); ok {
			return func() tea.Msg { return ask }
		}
	case s.stage == reading:
		s.pressReading(msg)
	default:
		s.pressWhole(msg)
	}
	return nil
}

func (s *Screen) pressWhole(msg tea.KeyMsg) {
	k := s.keys
	switch {
	case key.Matches(msg, k.Left):
		s.filter = (s.filter + filters - 1) % filters
	case key.Matches(msg, k.Right, k.Filter):
		s.filter = (s.filter + 1) % filters
	case key.Matches(msg, k.Read):
		s.read()
	case key.Matches(msg, k.Open):
		s.say("read a question first; its page opens there")
	default:
		s.scroll(msg)
	}
}

func (s *Screen) pressReading(msg tea.KeyMsg) {
	k := s.keys
	switch {
	case key.Matches(msg, k.Left):
		s.step(-1)
	case key.Matches(msg, k.Right, k.Read):
		s.step(1)
	case key.Matches(msg, k.Filter):
		s.refilter()
	case key.Matches(msg, k.Open):
		s.openDoc()
	default:
		s.scroll(msg)
	}
}

func (s *Screen) scroll(msg tea.KeyMsg) {
	switch {
	case s.body.Update(msg, s.keys.Scroll):
	case s.keys.Has(msg):
		s.say("all of it is on the screen")
	default:
		s.say(keys.Unused(msg))
	}
}

// ShortHelp are the keys in the last line.
func (s *Screen) ShortHelp() []key.Binding {
	k := s.keys
	switch s.stage {
	case failed:
		return []key.Binding{k.Retry, k.Back, k.Help}
	case whole:
		return []key.Binding{k.Read, k.Left, keys.New("c", "study cards", "c"), k.Down, k.Back, k.Help}
	case reading:
		sides := keys.New(k.Left.Help().Key, "question", k.Left.Keys()...)
		return []key.Binding{sides, k.Filter, keys.New("o", "doc", "o"), k.Down, keys.New("c", "cards", "c"), keys.New("esc", "back", "esc"), k.Help}
	}
	return []key.Binding{k.Help}
}

// FullHelp are all the keys for the guide.
func (s *Screen) FullHelp() [][]key.Binding {
	k := s.keys
	return [][]key.Binding{
		{
			keys.New(k.Left.Help().Key, "choose which questions, then: the one before, the next"),
			k.Read,
			keys.New("tab", "misses, all, flagged, slow, lucky: right, but flagged or rushed"),
			k.Study, k.Open,
		},
		k.Scroll.All(),
	}
}
