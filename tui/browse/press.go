package browse

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"dva/srs"
	"dva/tui/keys"
	"dva/tui/part"
)

// The most characters of what is typed on one line.
const (
	longestQuery = 200
	longestNote  = 500
)

// press finds what a key means now. A key that cannot be used says why.
func (s *Screen) press(msg tea.KeyMsg) tea.Cmd {
	switch {
	case s.problem != "":
		return s.pressFailed(msg)
	case s.ask == filter:
		return s.pressFilter(msg)
	case s.ask == note:
		return s.pressNote(msg)
	case s.ask == reset:
		return s.pressReset(msg)
	case s.panel == facts:
		s.pressFacts(msg)
		return nil
	case key.Matches(msg, s.keys.Filter):
		s.beginFilter()
		return nil
	case key.Matches(msg, s.keys.Undo):
		return s.takeBack("undone: ", s.cfg.Desk.Undo)
	case key.Matches(msg, s.keys.Redo):
		return s.takeBack("done again: ", s.cfg.Desk.Redo)
	case key.Matches(msg, s.keys.Reload) && s.cfg.Reload != nil:
		return s.reloadCmd()
	case s.entry() == nil:
		s.say("nothing is listed; / changes the filter")
		return nil
	}
	if cmd, mine := s.pressItem(msg); mine {
		return cmd
	}
	if s.panel == page {
		return s.pressPage(msg)
	}
	return s.pressList(msg)
}

// pressItem handles the keys that do something to the item with the pointer.
func (s *Screen) pressItem(msg tea.KeyMsg) (cmd tea.Cmd, mine bool) {
	k, e := s.keys, s.entry()
	switch {
	case key.Matches(msg, k.Suspend) && e.Card.Marks.Suspended:
		return s.do(srs.ActUnsuspend, "brought back"), true
	case key.Matches(msg, k.Suspend):
		return s.do(srs.ActSuspend, "suspended; s brings it back"), true
	case key.Matches(msg, k.Bury) && s.shelf.Is(e, "buried"):
		return s.do(srs.ActUnbury, "brought back"), true
	case key.Matches(msg, k.Bury):
		return s.do(srs.ActBury, "hidden until tomorrow; b brings it back"), true
	case key.Matches(msg, k.Flag) && e.Card.Marks.Flagged:
		return s.do(srs.ActUnflag, "flag taken off"), true
	case key.Matches(msg, k.Flag):
		return s.do(srs.ActFlag, "flagged"), true
	case key.Matches(msg, k.Note):
		s.ask, s.input = note, part.NewInput(e.Note, longestNote)
	case key.Matches(msg, k.Reset) && e.Card.State == srs.New:
		s.say("it is new already")
	case key.Matches(msg, k.Reset):
		s.ask = reset
	case key.Matches(msg, k.Doc):
		return s.openDoc(), true
	case key.Matches(msg, k.Facts):
		s.openFacts()
	default:
		return nil, false
	}
	s.layout()
	return nil, true
}

func (s *Screen) pressList(msg tea.KeyMsg) tea.Cmd {
	rows := max(s.listHeight(), 1)
	switch k := s.keys; {
	case key.Matches(msg, k.Up):
		return s.point(s.at - 1)
	case key.Matches(msg, k.Down):
		return s.point(s.at + 1)
	case key.Matches(msg, k.PageUp):
		return s.point(s.at - rows)
	case key.Matches(msg, k.PageDown):
		return s.point(s.at + rows)
	case key.Matches(msg, k.Top):
		return s.point(0)
	case key.Matches(msg, k.Bottom):
		return s.point(len(s.found.At) - 1)
	case key.Matches(msg, k.Open, k.After):
		s.panel = page
		return s.look()
	}
	s.say(keys.Unused(msg))
	return nil
}

// point puts the pointer on a place of the list, or as near as can be.
func (s *Screen) point(to int) tea.Cmd {
	to = max(min(to, len(s.found.At)-1), 0)
	if to == s.at {
		return nil
	}
	s.at = to
	return s.look()
}

func (s *Screen) pressPage(msg tea.KeyMsg) tea.Cmd {
	switch k := s.keys; {
	case key.Matches(msg, k.Before) && s.at == 0:
		s.say("this is the first of them")
	case key.Matches(msg, k.After) && s.at == len(s.found.At)-1:
		s.say("this is the last of them")
	case key.Matches(msg, k.Before):
		return s.point(s.at - 1)
	case key.Matches(msg, k.After):
		return s.point(s.at + 1)
	case key.Matches(msg, k.Open):
		s.Back()
	case s.body.Update(msg, k.Scroll):
	case k.Has(msg):
		s.say("all of it is on the screen")
	default:
		s.say(keys.Unused(msg))
	}
	return nil
}

func (s *Screen) pressFacts(msg tea.KeyMsg) {
	switch {
	case key.Matches(msg, s.keys.Close):
		s.Back()
	case s.body.Update(msg, s.keys.Scroll):
	case s.keys.Has(msg):
		s.say("all of it is on the screen")
	default:
		s.say(keys.Unused(msg))
	}
}

func (s *Screen) pressFailed(msg tea.KeyMsg) tea.Cmd {
	if !key.Matches(msg, s.keys.Retry) {
		s.say(keys.Unused(msg))
		return nil
	}
	s.busy = true
	return s.loadCmd
}

func (s *Screen) beginFilter() {
	s.panel, s.ask, s.kept = list, filter, s.query
	value := s.query
	if value != "" {
		value += " "
	}
	s.input = part.NewInput(value, longestQuery)
	s.layout()
}

// pressFilter finds anew with each change. The arrows move in the list meanwhile.
func (s *Screen) pressFilter(msg tea.KeyMsg) tea.Cmd {
	switch msg.Type {
	case tea.KeyUp:
		return s.point(s.at - 1)
	case tea.KeyDown:
		return s.point(s.at + 1)
	}
	if key.Matches(msg, s.keys.Done) {
		s.ask = nothing
		return s.look()
	}
	before := s.input.Value()
	s.input.Update(msg)
	if s.input.Value() == before {
		return nil
	}
	return s.refilter(s.input.Value())
}

// refilter shows what query finds, from the first.
func (s *Screen) refilter(query string) tea.Cmd {
	query = strings.Join(strings.Fields(query), " ")
	if query == s.query {
		return nil
	}
	s.query, s.at, s.top = query, 0, 0
	s.refind("")
	return s.look()
}

func (s *Screen) pressNote(msg tea.KeyMsg) tea.Cmd {
	if !key.Matches(msg, s.keys.Save) {
		s.input.Update(msg)
		return nil
	}
	s.ask = nothing
	s.layout()
	text := strings.TrimSpace(s.input.Value())
	if text == s.entry().Note {
		s.say("note left as it was")
		return nil
	}
	return s.noteCmd(text)
}

func (s *Screen) pressReset(msg tea.KeyMsg) tea.Cmd {
	if !key.Matches(msg, s.keys.Confirm) {
		s.say("enter resets it, esc leaves it as it was")
		return nil
	}
	s.ask = nothing
	s.layout()
	return s.do(srs.ActReset, "new again; u takes it back")
}
