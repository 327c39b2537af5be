package browse

import (
	"github.com/charmbracelet/bubbles/key"

	"dva/tui/keys"
	"dva/tui/theme"
)

type keyMap struct {
	keys.Scroll
	Filter, Open, Before, After                           key.Binding
	Suspend, Bury, Flag, Note, Reset, Doc, Facts          key.Binding
	Undo, Redo, Reload                                    key.Binding
	Done, Save, Cancel, Confirm, Close, Retry, Back, Help key.Binding
}

// enter is also ctrl+j, which terminals that are not yet raw send.
var enter = []string{"enter", "ctrl+j"}

func newKeyMap(t *theme.Theme) keyMap {
	sides := "←→"
	if t.ASCII {
		sides = "h/l"
	}
	return keyMap{
		Scroll:  keys.NewScroll(t.Symbols.Arrows),
		Filter:  keys.New("/", "filter", "/"),
		Open:    keys.New("enter", "read", enter...),
		Before:  keys.New(sides, "the one before, the next", "left", "h"),
		After:   keys.New("l", "next", "right", "l"),
		Suspend: keys.New("s", "suspend, or bring back", "s"),
		Bury:    keys.New("b", "bury until tomorrow, or bring back", "b"),
		Flag:    keys.New("f", "flag, or take the flag off", "f"),
		Note:    keys.New("n", "own note", "n"),
		Reset:   keys.New("r", "reset to new (asks)", "r"),
		Doc:     keys.New("o", "open the doc page", "o"),
		Facts:   keys.New("t", "which notes it comes from", "t"),
		Undo:    keys.New("u", "undo", "u"),
		Redo:    keys.New("U", "redo", "U"),
		Reload:  keys.New("ctrl+r", "read your own decks anew", "ctrl+r"),
		Done:    keys.New("enter", "keep", enter...),
		Save:    keys.New("enter", "save", enter...),
		Cancel:  keys.New("esc", "leave as it was", "esc"),
		Confirm: keys.New("enter", "reset", append([]string{"y"}, enter...)...),
		Close:   keys.New("t", "close", append([]string{"t", " "}, enter...)...),
		Retry:   keys.New("enter", "try again", enter...),
		Back:    keys.New("esc", "back", "esc"),
		Help:    keys.New("?", "help", "?"),
	}
}

// ShortHelp are the keys in the last line: what can be done now.
func (s *Screen) ShortHelp() []key.Binding {
	k := s.keys
	short := func(b key.Binding, does string) key.Binding { return keys.New(b.Help().Key, does, b.Keys()...) }
	switch {
	case s.problem != "":
		return []key.Binding{k.Retry, k.Back, k.Help}
	case s.ask == filter:
		return []key.Binding{k.Done, short(k.Down, "move"), short(k.Cancel, "as it was")}
	case s.ask == note:
		return []key.Binding{k.Save, k.Cancel}
	case s.ask == reset:
		return []key.Binding{k.Confirm, k.Cancel}
	case s.panel == facts:
		return []key.Binding{k.Close, k.Down, k.Help}
	case s.entry() == nil:
		return []key.Binding{k.Filter, k.Undo, k.Back, k.Help}
	}
	acts := []key.Binding{
		short(k.Suspend, "suspend"), short(k.Flag, "flag"), short(k.Note, "note"), short(k.Facts, "notes"), short(k.Undo, "undo"), k.Help,
	}
	if s.panel == page {
		return append([]key.Binding{short(k.Before, "others"), k.Down}, acts...)
	}
	return append([]key.Binding{k.Filter, k.Open, short(k.Down, "move")}, acts...)
}

// FullHelp are all the keys for the guide.
func (s *Screen) FullHelp() [][]key.Binding {
	k := s.keys
	groups := [][]key.Binding{
		{keys.New("/", "filter by words, service:sqs, is:flagged and others"), k.Open, k.Before},
		{k.Suspend, k.Bury, k.Flag, k.Note, k.Reset, k.Doc, k.Facts, k.Undo, k.Redo},
		k.Scroll.All(),
	}
	if s.cfg.Reload != nil {
		groups[0] = append(groups[0], k.Reload)
	}
	return groups
}
