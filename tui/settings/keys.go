package settings

import (
	"github.com/charmbracelet/bubbles/key"

	"dva/tui/keys"
)

type keyMap struct {
	keys.List
	Previous, Next, Save, Cancel, Help key.Binding
}

func newKeyMap(arrows string) keyMap {
	k := keyMap{
		List:     keys.NewList(arrows, "change"),
		Previous: keys.New("left", "value before", "left", "h"),
		Next:     keys.New("right", "next value", "right", "l"),
		Save:     keys.New("enter", "save", "enter", "ctrl+j"),
		Cancel:   keys.New("esc", "leave as it was", "esc"),
		Help:     keys.New("?", "help", "?"),
	}
	k.Choose.SetKeys("enter", "ctrl+j", " ")
	return k
}

// ShortHelp are the keys in the last line.
func (s *Screen) ShortHelp() []key.Binding {
	if s.input != nil {
		return []key.Binding{s.keys.Save, s.keys.Cancel}
	}
	back := keys.New("esc", "back", "esc")
	return []key.Binding{s.keys.Choose, s.keys.Down, back, s.keys.Help}
}

// FullHelp are the keys for the guide.
func (s *Screen) FullHelp() [][]key.Binding {
	k := s.keys
	return [][]key.Binding{{k.Down, k.Choose, k.Next, k.Previous}, {k.Save, k.Cancel}}
}
