// Package keys has the bindings that more than one screen uses, so that a key
// means one thing everywhere. Screens keep their own beside these; help is made
// from the same bindings that match.
package keys

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// New binds keys to what they do; label is how help writes them.
func New(label, does string, ks ...string) key.Binding {
	return key.NewBinding(key.WithKeys(ks...), key.WithHelp(label, does))
}

// Global are the keys that the shell handles on every screen.
type Global struct {
	Help, Back, Quit, Leave, Suspend, Redraw key.Binding
}

// NewGlobal returns the shell's keys. Leave works while text is typed too.
func NewGlobal() Global {
	return Global{
		Help:    New("?", "help", "?"),
		Back:    New("esc", "back", "esc"),
		Quit:    New("q", "back, or quit from home", "q"),
		Leave:   New("ctrl+c", "leave at once, all saved", "ctrl+c"),
		Suspend: New("ctrl+z", "suspend", "ctrl+z"),
		Redraw:  New("ctrl+l", "draw the screen anew", "ctrl+l"),
	}
}

// All are the shell's keys for the guide.
func (g Global) All() []key.Binding {
	return []key.Binding{g.Help, g.Back, g.Quit, g.Leave, g.Suspend, g.Redraw}
}

// List are the keys of a list. Terminals that are not yet raw send enter as
// ctrl+j.
type List struct{ Up, Down, Top, Bottom, Choose key.Binding }

// NewList returns the keys of a list; arrows is how help writes the arrow keys
// and choose what enter does.
func NewList(arrows, choose string) List {
	return List{
		Up:     New("k", "up", "up", "k"),
		Down:   New(arrows, "move", "down", "j"),
		Top:    New("g", "first", "home", "g"),
		Bottom: New("G", "last", "end", "G"),
		Choose: New("enter", choose, "enter", "ctrl+j", "right", "l"),
	}
}

// Scroll are the keys that move through a text longer than the screen.
type Scroll struct{ Up, Down, PageUp, PageDown, Top, Bottom key.Binding }

// NewScroll returns them.
func NewScroll(arrows string) Scroll {
	return Scroll{
		Up:       New("k", "line up", "up", "k"),
		Down:     New(arrows, "scroll", "down", "j"),
		PageUp:   New("pgup", "page up", "pgup", "ctrl+u"),
		PageDown: New("pgdn", "page down", "pgdown", "ctrl+d"),
		Top:      New("g", "top", "home", "g"),
		Bottom:   New("G", "end", "end", "G"),
	}
}

// NewPages returns the keys of a long text on a screen where the arrows and
// letters do something else.
func NewPages() Scroll {
	return Scroll{
		PageUp:   New("pgup", "page up", "pgup", "ctrl+u"),
		PageDown: New("pgdn", "page down", "pgdown", "ctrl+d"),
		Top:      New("home", "top", "home"),
		Bottom:   New("end", "end", "end"),
	}
}

// All are the keys for the guide.
func (s Scroll) All() []key.Binding {
	return []key.Binding{s.Down, s.PageDown, s.PageUp, s.Top, s.Bottom}
}

// Unused says in a sentence that a key does nothing on a screen.
func Unused(msg tea.KeyMsg) string {
	name := msg.String()
	if name == " " {
		name = "space"
	}
	if msg.Paste {
		name = "pasted text"
	}
	return name + " does nothing here; ? lists the keys"
}

// Has says that msg is one of the scrolling keys.
func (s Scroll) Has(msg tea.KeyMsg) bool {
	return key.Matches(msg, s.Up, s.Down, s.PageUp, s.PageDown, s.Top, s.Bottom)
}
