// Package faults is the screen that lists what is wrong in the learner's own
// decks: which file, which line, and what to do about it. The rest of the decks
// is studied meanwhile.
package faults

import (
	"context"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"dva/tui/keys"
	"dva/tui/part"
	"dva/tui/theme"
	"dva/tui/ui"
)

// Fault is one thing that is wrong.
type Fault struct {
	File         string // whole; empty when it is no file's
	Line, Column int    // from 1
	ID           string // the card or question; empty for a whole file
	Message      string
	Hint         string // what to do about it; may be empty
}

// Config is what the screen is made of.
type Config struct {
	Theme *theme.Theme
	// Faults are those that were found when the decks were last read, in the order
	// of files and lines. It reads no file.
	Faults func() []Fault
	// Reload reads the decks again and says in a sentence what it found.
	Reload func(context.Context) (said string, err error)
}

// Screen is the list.
type Screen struct {
	cfg    Config
	keys   keyMap
	faults []Fault
	body   part.Scroll
	busy   bool
	status ui.Status

	width, height int
}

type keyMap struct {
	keys.Scroll
	Reload, Back, Help key.Binding
}

type reloadedMsg struct {
	from *Screen
	said string
	err  error
}

// New makes the screen.
func New(c Config) *Screen {
	return &Screen{cfg: c, faults: c.Faults(), keys: keyMap{
		Scroll: keys.NewScroll(c.Theme.Symbols.Arrows),
		Reload: keys.NewReload(),
		Back:   keys.New("esc", "back", "esc"),
		Help:   keys.New("?", "help", "?"),
	}}
}

// Init has nothing to load.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes what happened.
func (s *Screen) Update(msg tea.Msg) (ui.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case reloadedMsg:
		if msg.from == s {
			s.reloaded(msg)
		}
	case ui.DecksMsg:
		s.refresh()
	case ui.ChangedMsg:
		s.layout()
	case tea.KeyMsg:
		s.status = ui.Status{}
		return s, s.press(msg)
	}
	return s, nil
}

// refresh shows the faults as they are now.
func (s *Screen) refresh() {
	s.faults = s.cfg.Faults()
	s.layout()
}

func (s *Screen) reloaded(msg reloadedMsg) {
	s.busy = false
	if msg.err != nil {
		s.status = ui.Status{Text: "your own decks could not be read again: " + msg.err.Error(), Bad: true}
		return
	}
	s.refresh()
	s.status = ui.Status{Text: msg.said}
	if len(s.faults) > 0 {
		s.status.Text = "read again: " + part.Count(len(s.faults), "problem") + " left"
	}
}

func (s *Screen) press(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, s.keys.Reload):
		s.busy = true
		return s.reloadCmd
	case s.body.Update(msg, s.keys.Scroll):
	case s.keys.Has(msg):
		s.status = ui.Status{Text: "this is all of it"}
	default:
		s.status = ui.Status{Text: keys.Unused(msg)}
	}
	return nil
}

func (s *Screen) reloadCmd() tea.Msg {
	said, err := s.cfg.Reload(context.Background())
	return reloadedMsg{s, said, err}
}

// Busy says that the decks are being read.
func (s *Screen) Busy() bool { return s.busy }

// Typing is never so here.
func (s *Screen) Typing() bool { return false }

// Status is what came of the last key.
func (s *Screen) Status() ui.Status { return s.status }

// Title names the screen in the guide.
func (s *Screen) Title() string { return "Problems" }

// SetSize tells the room for View.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}

// ShortHelp are the keys in the last line.
func (s *Screen) ShortHelp() []key.Binding {
	k := s.keys
	k.Down.SetEnabled(s.body.Long())
	return []key.Binding{keys.New("ctrl+r", "read again", "ctrl+r"), k.Down, k.Back, k.Help}
}

// FullHelp are all the keys for the guide.
func (s *Screen) FullHelp() [][]key.Binding {
	return [][]key.Binding{append([]key.Binding{s.keys.Reload}, s.keys.All()...)}
}
