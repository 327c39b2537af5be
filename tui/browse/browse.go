// Package browse is the screen of all cards and questions: a list that a line of
// words filters, what each says, its memory and its history, and what can be done
// to it outside a sitting.
//
// Rules that it keeps:
//   - Finding runs with each key that is typed, over what was read when the screen
//     opened. Nothing is read again but the history of the item with the pointer,
//     and all of it when the screen is shown anew.
//   - What is done to an item is saved before the next key counts, and undo takes
//     it back.
//   - An item stays in the list when what was done to it takes it out of the
//     filter, until the filter is looked at anew: the pointer never jumps.
package browse

import (
	"context"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"dva/deck"
	"dva/srs"
	"dva/srs/find"
	"dva/tui/part"
	"dva/tui/render"
	"dva/tui/theme"
	"dva/tui/ui"
)

// Config is what the screen is made of.
type Config struct {
	Theme  *theme.Theme
	Render *render.Renderer
	Now    func() time.Time
	Query  string // what to find at first

	Desk Desk
	// Reload reads the learner's own decks anew and says what it found; nil when
	// they cannot change.
	Reload  func(context.Context) (said string, err error)
	Fact    func(string) (*deck.Fact, bool)
	Service func(key string) string // a service's name
}

// Desk is the learner's file and deck as the screen needs them. Calls that take a
// context may read or write the file and are made from commands.
type Desk interface {
	// Shelf reads everything that can be found. The screen owns what it returns.
	Shelf(ctx context.Context) (*find.Shelf, error)
	// History is what was done to an item, newest first.
	History(ctx context.Context, id string) ([]srs.Past, error)
	// Do carries out an act on an item and returns its card as it is then.
	Do(ctx context.Context, id string, kind srs.ActKind) (srs.Card, error)
	// SetNote keeps the learner's own note on an item; an empty one removes it.
	SetNote(ctx context.Context, id, text string) error
	// Undo takes back the newest act, wherever it was done, and Redo does it again.
	Undo(ctx context.Context) (srs.Act, error)
	Redo(ctx context.Context) (srs.Act, error)
	// Today is the study day, and Recall the chance, 0 to 1, that a card is
	// remembered on it.
	Today() srs.Day
	Recall(c srs.Card) float64
}

// panel is what lies over the list.
type panel uint8

const (
	list  panel = iota
	page        // one item, as much of the screen as there is
	facts       // the statements that it comes from
)

// asking is what is asked in the last lines, over any panel.
type asking uint8

const (
	nothing asking = iota
	filter         // the words to find
	note           // the learner's own note
	reset          // whether to make an item new
)

// Screen is the list of everything.
type Screen struct {
	cfg     Config
	keys    keyMap
	shelf   *find.Shelf // nil until it was read
	problem string      // why it could not be read
	busy    bool
	acts    atomic.Int64 // done here so far
	status  ui.Status

	panel panel
	from  panel // that facts lie over
	ask   asking
	input part.Input
	query string // what the list shows
	kept  string // the query before it was typed anew
	found find.Found
	at    int // the place in the list with the pointer
	top   int // the first place shown

	past   map[string][]srs.Past // of the items looked at since all was read
	linked bool                  // the documentation's address is shown in full
	body   part.Scroll           // the item with the pointer, or its facts

	width, height int
}

// New makes the screen. Init reads everything.
func New(c Config) *Screen {
	return &Screen{cfg: c, keys: newKeyMap(c.Theme), query: c.Query, busy: true, past: map[string][]srs.Past{}}
}

// Init reads everything.
func (s *Screen) Init() tea.Cmd { return s.loadCmd }

// Update takes what happened.
func (s *Screen) Update(msg tea.Msg) (ui.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case loadedMsg:
		if msg.from == s {
			return s, s.loaded(msg)
		}
	case pastMsg:
		if msg.from == s {
			s.learned(msg)
		}
	case actedMsg:
		if msg.from == s {
			return s, s.acted(msg)
		}
	case ui.ShownMsg:
		s.busy, s.status = true, ui.Status{}
		return s, s.loadCmd
	case ui.DecksMsg:
		return s, func() tea.Msg { return s.load(ui.Status{Text: msg.Said, Bad: msg.Bad}) }
	case ui.ChangedMsg:
		s.layout()
	case tea.KeyMsg:
		s.status = ui.Status{}
		return s, s.press(msg)
	}
	return s, nil
}

func (s *Screen) say(text string) { s.status = ui.Status{Text: text} }

// Busy says that something is being read or saved.
func (s *Screen) Busy() bool { return s.busy }

// Typing says that a filter or a note is being typed.
func (s *Screen) Typing() bool { return s.ask == filter || s.ask == note }

// Status is what came of the last key, or what is wrong.
func (s *Screen) Status() ui.Status {
	switch {
	case s.status.Text != "":
		return s.status
	case s.problem != "":
		return ui.Status{Text: s.problem, Bad: true}
	}
	return ui.Status{Text: s.found.Problem}
}

// Title names the screen in the guide.
func (s *Screen) Title() string { return "Browse" }

// Widest is the room that the list and an item beside it can use.
func (s *Screen) Widest() int { return 150 }

// SetSize tells the room for View.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}

// Back closes what is asked or lies over the list, then takes the filter off.
func (s *Screen) Back() bool {
	switch {
	case s.ask == filter:
		s.ask = nothing
		s.refilter(s.kept)
	case s.ask == note:
		s.ask = nothing
		s.say("note left as it was")
	case s.ask == reset:
		s.ask = nothing
		s.say("left as it was")
	case s.panel == facts:
		s.panel = s.from
		s.body.SetLines(nil, 0)
	case s.panel == page:
		s.panel = list
		s.body.SetLines(nil, 0)
	case s.query != "" && s.shelf != nil:
		s.refilter("")
	default:
		return false
	}
	s.layout()
	return true
}
