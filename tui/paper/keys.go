package paper

import (
	"github.com/charmbracelet/bubbles/key"

	"dva/tui/keys"
)

type keyMap struct {
	keys.Scroll
	Menu                                                       keys.List
	Choose, Up, Down, Toggle, Next, Previous, Flag, Grid       key.Binding
	Finish, HandIn, Filter, There, Move, Jump, Close, Go, Stay key.Binding
	Back, Help                                                 key.Binding
}

// enter is also ctrl+j, which terminals that are not yet raw send.
var enter = []string{"enter", "ctrl+j"}

func newKeyMap(arrows string) keyMap {
	menu := keys.NewList(arrows, "choose")
	menu.Choose = keys.New("enter", "choose", enter...)
	return keyMap{
		Scroll:   keys.NewPages(),
		Menu:     menu,
		Choose:   keys.New("a-f", "choose", "a", "b", "c", "d", "e", "f", "1", "2", "3", "4", "5", "6"),
		Up:       keys.New("k", "up", "up", "k"),
		Down:     keys.New(arrows, "move", "down", "j"),
		Toggle:   keys.New("space", "choose where the pointer is", " "),
		Next:     keys.New("enter", "next", append([]string{"right", "l", "n"}, enter...)...),
		Previous: keys.New("p", "previous", "left", "h", "p"),
		Flag:     keys.New("f", "flag", "f", "F"),
		Grid:     keys.New("g", "all", "g"),
		Finish:   keys.New("S", "finish", "S"),
		HandIn:   keys.New("S", "hand in", "S", "y", "Y"),
		Filter:   keys.New("tab", "flagged, blank, all", "tab"),
		There:    keys.New("enter", "go there", enter...),
		Move:     keys.New(arrows, "move", "up", "down", "left", "right", "k", "j", "h", "l"),
		Jump:     keys.New("1-9", "jump", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0"),
		Close:    keys.New("g", "close", "g"),
		Go:       keys.New("enter", "go on", append([]string{" "}, enter...)...),
		Stay:     keys.New("esc", "go on with the exam", "esc"),
		Back:     keys.New("esc", "back", "esc"),
		Help:     keys.New("?", "help", "?"),
	}
}

// ShortHelp are the keys in the last line: what can be done now.
func (s *Screen) ShortHelp() []key.Binding {
	k := s.keys
	switch s.stage {
	case failed, up:
		return []key.Binding{named(k.Go, "try again"), k.Back, k.Help}
	case asking:
		return []key.Binding{k.Menu.Choose, k.Menu.Down, k.Back, k.Help}
	case choosing:
		return []key.Binding{named(k.Menu.Choose, "begin"), k.Menu.Down, k.Back, k.Help}
	case handed:
		return []key.Binding{named(k.Go, "the result"), k.Help}
	case elsewhere:
		return []key.Binding{named(k.Go, "leave"), k.Help}
	case sitting:
		return s.sittingHelp()
	}
	return []key.Binding{k.Help}
}

func (s *Screen) sittingHelp() []key.Binding {
	k := s.keys
	switch s.panel {
	case all:
		return []key.Binding{k.There, k.Filter, k.Finish, k.Close, k.Move, k.Jump, k.Help}
	case leaving:
		return []key.Binding{k.Menu.Choose, k.Menu.Down, named(k.Stay, "stay"), k.Help}
	case finishing:
		return []key.Binding{k.HandIn, k.Stay, k.Help}
	}
	last := len(s.item().Order) - 1
	choose := keys.New("a-"+string(rune('a'+last)), "choose", k.Choose.Keys()...)
	return []key.Binding{choose, k.Next, k.Previous, s.flagKey(), k.Grid, k.Finish, k.Help}
}

// flagKey is how help writes the key that flags: where f is a choice, it is F.
func (s *Screen) flagKey() key.Binding {
	if len(s.item().Order) == 6 {
		return keys.New("F", "flag", "F")
	}
	return s.keys.Flag
}

// named is a binding with other words.
func named(b key.Binding, does string) key.Binding {
	return keys.New(b.Help().Key, does, b.Keys()...)
}

// FullHelp are all the keys for the guide.
func (s *Screen) FullHelp() [][]key.Binding {
	k := s.keys
	sides := "←→"
	if s.cfg.Theme.ASCII {
		sides = "h/l"
	}
	return [][]key.Binding{
		{
			keys.New("a-f", "choose an answer, or take it back; also 1-6"),
			keys.New(k.Down.Help().Key, "move the pointer, and read what does not fit"),
			k.Toggle,
			keys.New("enter, n", "the next question; after the last, all of them"),
			keys.New("p", "the previous question"),
			keys.New(sides, "previous and next, too"),
			keys.New("f", "flag a question to come back to; F where f is a choice"),
			keys.New("g", "all questions: answered, blank, flagged; digits jump"),
			keys.New("S", "finish: names what is blank, then asks"),
			keys.New("esc", "leave: go on later, or give up"),
		},
		{
			keys.New("+4 min", "how far ahead of an even pace you are"),
		},
		{k.PageDown, k.PageUp, k.Top, k.Bottom},
	}
}
