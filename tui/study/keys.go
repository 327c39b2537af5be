package study

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"dva/srs"
	"dva/tui/keys"
)

type keyMap struct {
	keys.Scroll
	Show, Grade, Good, Submit, Next, Choose, Move, Toggle key.Binding
	Undo, Redo, Suspend, Bury, Flag, Note, Open, Facts    key.Binding
	Save, Cancel, Close, Home, Retry, Back, Help          key.Binding
}

// enter is also ctrl+j, which terminals that are not yet raw send.
var enter = []string{"enter", "ctrl+j"}

func newKeyMap(arrows string) keyMap {
	forward := append([]string{" "}, enter...)
	return keyMap{
		Scroll:  keys.NewScroll(arrows),
		Show:    keys.New("space", "show answer", forward...),
		Grade:   keys.New("1-4", "again, hard, good, easy", "1", "2", "3", "4"),
		Good:    keys.New("space", "good", forward...),
		Submit:  keys.New("enter", "answer", enter...),
		Next:    keys.New("enter", "next", forward...),
		Choose:  keys.New("a-f", "choose, or 1-6", "a", "b", "c", "d", "e", "f", "1", "2", "3", "4", "5", "6"),
		Move:    keys.New(arrows, "move", "down", "up", "j", "k", "right", "left", "l", "h"),
		Toggle:  keys.New("space", "choose where the pointer is", " "),
		Undo:    keys.New("u", "undo", "u"),
		Redo:    keys.New("U", "redo", "U"),
		Suspend: keys.New("s", "suspend", "s"),
		Bury:    keys.New("b", "bury", "b"),
		Flag:    keys.New("f", "flag", "f"),
		Note:    keys.New("n", "own note", "n"),
		Open:    keys.New("o", "open the doc page", "o"),
		Facts:   keys.New("t", "which notes it comes from", "t"),
		Save:    keys.New("enter", "save", enter...),
		Cancel:  keys.New("esc", "leave as it was", "esc"),
		Close:   keys.New("t", "close", append([]string{"t"}, forward...)...),
		Home:    keys.New("enter", "home", forward...),
		Retry:   keys.New("enter", "try again", forward...),
		Back:    keys.New("esc", "back", "esc"),
		Help:    keys.New("?", "help", "?"),
	}
}

// grade is the grade that a key means.
func grade(msg tea.KeyMsg) srs.Grade {
	return srs.Grade(msg.String()[0] - '0')
}

// ShortHelp are the keys in the last line: what can be done now.
func (s *Screen) ShortHelp() []key.Binding {
	k := s.keys
	switch {
	case s.panel == noting:
		return []key.Binding{k.Save, k.Cancel}
	case s.panel == facts:
		return []key.Binding{k.Close, k.Down, k.Help}
	case s.stage == failed:
		return []key.Binding{k.Retry, k.Back, k.Help}
	case s.stage == over && s.summary.Moved != nil: // a drill, and below it may be its table
		return []key.Binding{s.short(k.Home, "back"), k.Undo, k.Help}
	case s.stage == over:
		return []key.Binding{k.Home, k.Undo, k.Help}
	case s.stage == front && s.turn.Question != nil:
		choose := keys.New("a-"+string(rune('a'+len(s.turn.Question.Choices)-1)), "choose", k.Choose.Keys()...)
		return []key.Binding{choose, k.Submit, k.Move, k.Suspend, k.Undo, k.Help}
	case s.stage == front:
		return []key.Binding{k.Show, k.Undo, k.Suspend, k.Bury, k.Flag, k.Help}
	case s.turn.Question != nil:
		return []key.Binding{k.Next, k.Undo, s.short(k.Facts, "notes"), s.short(k.Open, "doc"), k.Note, k.Help}
	case s.stage == back:
		return []key.Binding{s.short(k.Grade, "grade"), k.Good, k.Undo, s.short(k.Facts, "notes"), k.Note, k.Help}
	}
	return []key.Binding{k.Help}
}

// short is a binding with fewer words, for the last line.
func (s *Screen) short(b key.Binding, does string) key.Binding {
	return keys.New(b.Help().Key, does, b.Keys()...)
}

// FullHelp are all the keys for the guide.
func (s *Screen) FullHelp() [][]key.Binding {
	k := s.keys
	bury := keys.New("b", "bury: hide until tomorrow")
	flag := keys.New("f", "flag: a mark for yourself")
	suspend := keys.New("s", "suspend: keep out until you take it back")
	return [][]key.Binding{
		{keys.New("space", "show the answer; then: good"), k.Grade},
		{
			keys.New(k.Choose.Help().Key, "of a question: choose, or 1-6"),
			keys.New(k.Move.Help().Key, "of a question: move the choice"),
			keys.New(k.Toggle.Help().Key, "of several answers: choose at the pointer"),
			keys.New(k.Submit.Help().Key, "of a question: answer, then go on"),
		},
		{keys.New("u", "undo, as often as you like"), k.Redo, suspend, bury, flag, k.Note, k.Open, k.Facts},
		k.Scroll.All(),
	}
}
