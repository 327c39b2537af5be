package home

import (
	"github.com/charmbracelet/bubbles/key"

	"dva/tui/keys"
)

type keyMap struct {
	keys.List
	Review, More, Drill, Exam, Past, Statistics, Browse key.Binding
	When, Settings, Faults, Reload, Help, Quit          key.Binding
}

func newKeyMap(arrows string) keyMap {
	return keyMap{
		List:       keys.NewList(arrows, "open"),
		Review:     keys.New("r", "review what today holds", "r"),
		More:       keys.New("m", "more cards, weakest first", "m"),
		Drill:      keys.New("d", "drill a service, or what you missed", "d"),
		Exam:       keys.New("e", "mock exam", "e"),
		Past:       keys.New("p", "past exams", "p"),
		Statistics: keys.New("s", "statistics", "s"),
		Browse:     keys.New("b", "browse and search", "b", "/"),
		Faults:     keys.New("!", "what is wrong in your own decks", "!"),
		Reload:     keys.NewReload(),
		When:       keys.New("w", "set the date of your exam", "w"),
		Settings:   keys.New(",", "settings", ","),
		Help:       keys.New("?", "help", "?"),
		Quit:       keys.New("q", "quit", "q"),
	}
}

// ShortHelp are the keys in the last line.
func (s *Screen) ShortHelp() []key.Binding {
	return []key.Binding{s.keys.Choose, s.keys.Down, s.keys.Quit, s.keys.Help}
}

// FullHelp are the keys for the guide.
func (s *Screen) FullHelp() [][]key.Binding {
	k := s.keys
	return [][]key.Binding{
		{k.Down, k.Choose, k.Review, k.More, k.Drill, k.Exam, k.Past, k.Statistics, k.Browse},
		{k.When, k.Settings, k.Faults, k.Reload},
	}
}
