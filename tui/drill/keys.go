package drill

import (
	"github.com/charmbracelet/bubbles/key"

	"dva/tui/keys"
)

type keyMap struct {
	keys.List
	PageUp, PageDown                      key.Binding
	Filter, Scope                         key.Binding
	Cards, Questions, Both, Unseen, Order key.Binding
	More, Fewer                           key.Binding
	ByWeakness, ByWeight, ByName          key.Binding
	Keep, Clear, Back, Retry, Help        key.Binding
}

func newKeyMap(arrows string) keyMap {
	return keyMap{
		List:       keys.NewList(arrows, "drill"),
		PageUp:     keys.New("pgup", "page up", "pgup", "ctrl+u"),
		PageDown:   keys.New("pgdn", "page down", "pgdown", "ctrl+d"),
		Filter:     keys.New("/", "filter by name or alias", "/"),
		Scope:      keys.New("d", "domain, task or skill", "d"),
		Cards:      keys.New("c", "cards only", "c"),
		Questions:  keys.New("e", "exam questions only", "e"),
		Both:       keys.New("b", "both", "b"),
		Unseen:     keys.New("u", "with or without what was never seen", "u"),
		Order:      keys.New("o", "weakest first, or as they come", "o"),
		More:       keys.New("+", "more of them", "+", "="),
		Fewer:      keys.New("-", "fewer of them", "-"),
		ByWeakness: keys.New("w", "sort by weakness", "w"),
		ByWeight:   keys.New("x", "sort by exam weight", "x"),
		ByName:     keys.New("n", "sort by name", "n"),
		Keep:       keys.New("enter", "keep the filter", "enter", "ctrl+j"),
		Clear:      keys.New("esc", "clear it", "esc"),
		Back:       keys.New("esc", "back", "esc"),
		Retry:      keys.New("enter", "try again", "enter", "ctrl+j", " "),
		Help:       keys.New("?", "help", "?"),
	}
}

// short is a binding with fewer words, for the last line.
func short(b key.Binding, does string) key.Binding {
	return keys.New(b.Help().Key, does, b.Keys()...)
}

// ShortHelp are the keys in the last line: what can be done now.
func (s *Screen) ShortHelp() []key.Binding {
	k := s.keys
	switch {
	case s.input != nil:
		return []key.Binding{k.Keep, k.Clear}
	case s.scoping:
		return []key.Binding{short(k.Choose, "choose"), k.Down, k.Back, k.Help}
	case s.problem != "":
		return []key.Binding{k.Retry, k.Back, k.Help}
	case s.filter != "":
		return []key.Binding{k.Choose, short(k.Clear, "clear the filter"), short(k.Filter, "filter"), k.Help}
	}
	return []key.Binding{
		k.Choose, short(k.Filter, "filter"), short(k.Scope, "domain"), keys.New("c e b", "kind", "c"), keys.New("+ -", "how many", "+"), k.Help,
	}
}

// FullHelp are all the keys for the guide.
func (s *Screen) FullHelp() [][]key.Binding {
	k := s.keys
	return [][]key.Binding{
		{k.Down, k.PageDown, k.PageUp, k.Top, k.Bottom, k.Choose},
		{k.Filter, k.Scope, k.ByWeakness, k.ByWeight, k.ByName},
		{k.Cards, k.Questions, k.Both, k.More, k.Fewer, k.Order, k.Unseen},
	}
}
