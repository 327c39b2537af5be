// Package drill is the screen where a drill is chosen: what was missed, what is
// flagged, a part of the exam, or a service, each with how well it stands.
//
// The list is read whole; everything that is chosen on the screen only counts
// and sorts it anew. The items are picked from what the screen shows, so that
// what is asked is what was promised.
package drill

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"dva/srs/drill"
	"dva/tui/part"
	"dva/tui/theme"
	"dva/tui/ui"
)

// sizes are how many items a drill may have; 0 is all. usual is where it begins.
var sizes = []int{5, 10, 15, 20, 30, 50, 100, 0}

const usual = 3

// fewRows is how many services must be in sight at first; where fewer are, the
// lines above the table are scrolled away.
const fewRows = 5

// longest is how many characters a filter may have.
const longest = 60

// Config is what the screen is made of.
type Config struct {
	Theme *theme.Theme
	// Load reads what can be drilled, as it is now.
	Load func(context.Context) (*drill.Book, error)
}

// Screen is the table.
type Screen struct {
	cfg     Config
	keys    keyMap
	book    *drill.Book // nil until it is loaded
	problem string      // why it could not be; one read before stays
	busy    bool
	status  ui.Status

	wish  drill.Wish // but for the line with the pointer
	size  int        // in sizes
	order drill.Order

	filter string
	input  *part.Input // set while the filter is typed

	scoping bool // the parts of the blueprint are shown in place of the table
	scopes  []drill.Scope

	entries []entry
	at      int            // the entry with the pointer
	placed  bool           // the first service was brought into sight
	kept    map[int]string // entries without the pointer, as drawn
	heading int            // the line of the table's headings, -1 without a table
	body    part.Scroll

	width, height int
}

type loadedMsg struct {
	from *Screen
	book *drill.Book
	err  error
}

// New makes the screen. Init loads what it shows.
func New(c Config) *Screen {
	return &Screen{cfg: c, keys: newKeyMap(c.Theme.Symbols.Arrows), size: usual, busy: true}
}

// Init loads the table.
func (s *Screen) Init() tea.Cmd { return s.loadCmd }

// Update takes what happened.
func (s *Screen) Update(msg tea.Msg) (ui.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case loadedMsg:
		if msg.from == s {
			s.loaded(msg)
		}
	case ui.ShownMsg:
		s.busy, s.status = true, ui.Status{}
		return s, s.loadCmd
	case ui.ChangedMsg:
		s.redraw()
	case tea.KeyMsg:
		s.status = ui.Status{}
		return s, s.press(msg)
	}
	return s, nil
}

// loaded takes the table. When it comes anew the pointer stays on what it was on.
func (s *Screen) loaded(msg loadedMsg) {
	s.busy = false
	first := s.book == nil
	if msg.err != nil {
		s.status = ui.Status{Text: msg.err.Error(), Bad: true}
		if first {
			s.problem = msg.err.Error()
		}
		return
	}
	s.book, s.problem = msg.book, ""
	s.refill()
	if !first {
		return
	}
	s.at = s.firstRow()
	s.layout()
}

// firstRow is the entry of the first service, or the first of all.
func (s *Screen) firstRow() int {
	for i, e := range s.entries {
		if e.row != nil {
			return i
		}
	}
	return 0
}

func (s *Screen) say(text string) { s.status = ui.Status{Text: text} }

// open asks the shell for another screen; keys typed meanwhile are meant for it.
func (s *Screen) open(msg ui.OpenMsg) tea.Cmd {
	s.busy = true
	return func() tea.Msg { return msg }
}

// Busy says that the table is being read, or another screen was asked for.
func (s *Screen) Busy() bool { return s.busy }

// Typing says that a filter is being typed.
func (s *Screen) Typing() bool { return s.input != nil }

// Status is what came of the last key, or why the table could not be read.
func (s *Screen) Status() ui.Status {
	if s.status.Text == "" && s.problem != "" {
		return ui.Status{Text: s.problem, Bad: true}
	}
	return s.status
}

// Title names the screen in the guide.
func (s *Screen) Title() string { return "Drill" }

// Back closes the list of parts, or clears the filter.
func (s *Screen) Back() bool {
	switch {
	case s.input != nil || s.filter != "":
		s.input, s.filter = nil, ""
	case s.scoping:
		s.scoping = false
	default:
		return false
	}
	s.refill()
	return true
}

// SetSize tells the room for View.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.redraw()
}

func (s *Screen) loadCmd() tea.Msg {
	book, err := s.cfg.Load(context.Background())
	return loadedMsg{s, book, err}
}
