package browse

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"dva/srs"
	"dva/srs/find"
	"dva/tui/ui"
)

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

func (s *Screen) loadCmd() tea.Msg { return s.load(ui.Status{}) }

// load reads everything; said is told when it has worked. What was said before stays
// when there is nothing new to say.
func (s *Screen) load(said ui.Status) tea.Msg {
	acts := s.acts.Load()
	shelf, err := s.cfg.Desk.Shelf(context.Background())
	return loadedMsg{s, shelf, said, acts, err}
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
	if _, known := s.past[msg.id]; known { // read after an act, and so newer
		return
	}
	s.past[msg.id] = msg.past
	if e := s.entry(); e != nil && e.Item.ID == msg.id {
		s.layout()
	}
}
