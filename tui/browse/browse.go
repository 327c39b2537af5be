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

type loadedMsg struct {
	from  *Screen
	shelf *find.Shelf
	said  ui.Status
	acts  int64 // how many had been done when it began to be read
	err   error
}

type pastMsg struct {
	from *Screen
	id   string
	past []srs.Past
	err  error
}

// New makes the screen. Init reads everything.
func New(c Config) *Screen {
	return &Screen{cfg: c, keys: newKeyMap(c.Theme), query: c.Query, busy: true, past: map[string][]srs.Past{}}
}

// Init reads everything.
func (s *Screen) Init() tea.Cmd { return s.loadCmd }

func (s *Screen) loadCmd() tea.Msg { return s.load(ui.Status{}) }

// load reads everything; said is told when it has worked. What was said before stays
// when there is nothing new to say.
func (s *Screen) load(said ui.Status) tea.Msg {
	acts := s.acts.Load()
	shelf, err := s.cfg.Desk.Shelf(context.Background())
	return loadedMsg{s, shelf, said, acts, err}
}

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

// loaded keeps the pointer on the item that it was on. The index of words is made
// beside the screen, so that the first key typed need not wait for it.
func (s *Screen) loaded(msg loadedMsg) tea.Cmd {
	if msg.acts != s.acts.Load() { // what was read is older than what was done
		return func() tea.Msg { return s.load(msg.said) }
	}
	s.busy, s.problem = false, ""
	if msg.err != nil {
		s.problem = "the cards could not be read: " + msg.err.Error()
		return nil
	}
	here := ""
	if e := s.entry(); e != nil {
		here = e.Item.ID
	}
	s.shelf = msg.shelf
	if msg.said.Text != "" {
		s.status = msg.said
	}
	clear(s.past)
	s.refind(here)
	if e := s.entry(); e == nil || e.Item.ID != here {
		s.leave()
	}
	d := s.shelf.Deck
	return tea.Batch(s.look(), func() tea.Msg { d.Search("a", 1); return nil })
}

// refind finds anew and puts the pointer on the item here, or as near as can be.
func (s *Screen) refind(here string) {
	s.found = s.shelf.Find(s.query)
	place := -1
	if at, ok := s.shelf.At(here); ok {
		for i, other := range s.found.At {
			if other == at {
				place = i
			}
		}
	}
	if place >= 0 {
		s.at = place
	}
	s.at = max(min(s.at, len(s.found.At)-1), 0)
}

// leave closes what was open for an item that is not there any more.
func (s *Screen) leave() {
	if s.ask == note || s.ask == reset {
		s.ask = nothing
	}
	if s.ask != filter {
		s.panel = list
	}
}

// entry is the item with the pointer, nil when the list is empty.
func (s *Screen) entry() *find.Entry {
	if s.shelf == nil || s.at >= len(s.found.At) {
		return nil
	}
	return &s.shelf.Entries[s.found.At[s.at]]
}

// look lays out the item with the pointer, and reads its history if need be.
func (s *Screen) look() tea.Cmd {
	s.linked = false
	s.body.SetLines(nil, 0)
	s.layout()
	e := s.entry()
	if e == nil || !s.shows() {
		return nil
	}
	id := e.Item.ID
	if _, known := s.past[id]; known {
		return nil
	}
	return func() tea.Msg {
		past, err := s.cfg.Desk.History(context.Background(), id)
		return pastMsg{s, id, past, err}
	}
}

func (s *Screen) learned(msg pastMsg) {
	if msg.err != nil {
		s.status = ui.Status{Text: "its history could not be read: " + msg.err.Error(), Bad: true}
		return
	}
	s.past[msg.id] = msg.past
	if e := s.entry(); e != nil && e.Item.ID == msg.id {
		s.layout()
	}
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
