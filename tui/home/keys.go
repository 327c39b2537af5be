package home

import (
	"github.com/charmbracelet/bubbles/key"

	"dva/tui/keys"
)

type keyMap struct {
	keys.List
	Review, More, Exam, Past, When, Settings, Help, Quit key.Binding
}

func newKeyMap(arrows string) keyMap {
	return keyMap{
		List:     keys.NewList(arrows, "open"),
		Review:   keys.New("r", "review what today holds", "r"),
		More:     keys.New("m", "more cards, weakest first", "m"),
		Exam:     keys.New("e", "mock exam", "e"),
		Past:     keys.New("p", "past exams", "p"),
		When:     keys.New("w", "set the date of your exam", "w"),
		Settings: keys.New(",", "settings", ","),
		Help:     keys.New("?", "help", "?"),
		Quit:     keys.New("q", "quit", "q"),
	}
}

// ShortHelp are the keys in the last line.
func (s *Screen) ShortHelp() []key.Binding {
	return []key.Binding{s.keys.Choose, s.keys.Down, s.keys.Quit, s.keys.Help}
}

// FullHelp are the keys for the guide.
func (s *Screen) FullHelp() [][]key.Binding {
	k := s.keys
	return [][]key.Binding{{k.Down, k.Choose, k.Review, k.More, k.Exam, k.Past, k.When, k.Settings}}
}
