package drill

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"dva/srs/drill"
	"dva/tui/keys"
	"dva/tui/part"
	"dva/tui/ui"
)

// press finds what a key means now.
func (s *Screen) press(msg tea.KeyMsg) tea.Cmd {
	switch {
	case s.book == nil:
		return s.pressFailed(msg)
	case s.input != nil:
		return s.typed(msg)
	case s.move(msg):
		s.layout()
		return nil
	case s.scoping:
		s.pressScope(msg)
		return nil
	case key.Matches(msg, s.keys.Choose):
		return s.drill()
	case key.Matches(msg, s.keys.Filter):
		input := part.NewInput(s.filter, longest)
		s.input = &input
		s.layout()
	case key.Matches(msg, s.keys.Scope):
		s.openScopes()
	case s.choose(msg):
		s.refill()
	case s.sort(msg):
		s.fill()
		s.at, s.placed = s.firstRow(), false
		s.layout()
	default:
		s.say(keys.Unused(msg))
	}
	return nil
}

func (s *Screen) pressFailed(msg tea.KeyMsg) tea.Cmd {
	if !key.Matches(msg, s.keys.Retry) {
		s.say("the table could not be read; enter tries again")
		return nil
	}
	s.busy, s.problem = true, ""
	return s.loadCmd
}

// move moves the pointer and says whether the key was one of those that do.
func (s *Screen) move(msg tea.KeyMsg) bool {
	last := len(s.entries) - 1
	switch {
	case key.Matches(msg, s.keys.Up):
		s.at--
	case key.Matches(msg, s.keys.Down):
		s.at++
	case key.Matches(msg, s.keys.PageUp):
		s.at -= s.page()
	case key.Matches(msg, s.keys.PageDown):
		s.at += s.page()
	case key.Matches(msg, s.keys.Top):
		s.at = 0
	case key.Matches(msg, s.keys.Bottom):
		s.at = last
	default:
		return false
	}
	s.at = max(min(s.at, last), 0)
	return true
}

// page is by how much a page moves.
func (s *Screen) page() int { return max(s.body.Room()-2, 1) }

// choose changes what is asked for and says whether the key was one of those that
// do.
func (s *Screen) choose(msg tea.KeyMsg) bool {
	switch {
	case key.Matches(msg, s.keys.Cards):
		s.wish.Kind = drill.Cards
	case key.Matches(msg, s.keys.Questions):
		s.wish.Kind = drill.Questions
	case key.Matches(msg, s.keys.Both):
		s.wish.Kind = drill.Both
	case key.Matches(msg, s.keys.Unseen):
		s.wish.SeenOnly = !s.wish.SeenOnly
	case key.Matches(msg, s.keys.Order):
		s.wish.InOrder = !s.wish.InOrder
	case key.Matches(msg, s.keys.More):
		s.resize(+1, "a drill of all there is has no more")
	case key.Matches(msg, s.keys.Fewer):
		s.resize(-1, "a drill has no fewer than five")
	default:
		return false
	}
	return true
}

// sort changes the order of the services and says whether the key was one of
// those that do. The pointer then goes to the first of them.
func (s *Screen) sort(msg tea.KeyMsg) bool {
	switch {
	case key.Matches(msg, s.keys.ByWeakness):
		s.order = drill.ByWeakness
	case key.Matches(msg, s.keys.ByWeight):
		s.order = drill.ByWeight
	case key.Matches(msg, s.keys.ByName):
		s.order = drill.ByName
	default:
		return false
	}
	return true
}

func (s *Screen) resize(by int, end string) {
	if s.size+by < 0 || s.size+by >= len(sizes) {
		s.say(end)
		return
	}
	s.size += by
}

// typed takes a key of the filter. The arrows move the pointer all the while.
func (s *Screen) typed(msg tea.KeyMsg) tea.Cmd {
	switch {
	case msg.Type == tea.KeyUp || msg.Type == tea.KeyDown:
		s.move(msg)
		s.layout()
	case key.Matches(msg, s.keys.Keep):
		s.input = nil
		s.layout()
	default:
		s.input.Update(msg)
		if s.filter != s.input.Value() {
			s.filter = s.input.Value()
			s.fill()
			s.at = s.best()
		}
		s.layout()
	}
	return nil
}

// drill asks for the sitting that the line with the pointer stands for. One that
// holds nothing says why.
func (s *Screen) drill() tea.Cmd {
	if len(s.entries) == 0 {
		s.say("no service is called so; esc clears the filter")
		return nil
	}
	e := s.entries[s.at]
	if e.sprint {
		return s.open(ui.OpenMsg{Place: ui.Sprint})
	}
	w := s.wished(e)
	w.Limit = sizes[s.size]
	ids := s.book.Pick(w)
	if len(ids) == 0 {
		s.say(s.none(w))
		return nil
	}
	return s.open(ui.OpenMsg{Place: ui.Drilling, IDs: ids})
}

// openScopes shows the parts of the blueprint, the pointer on the one chosen.
func (s *Screen) openScopes() {
	s.scoping, s.filter = true, ""
	s.scopes = s.book.Scopes(s.wish.Kind)
	s.fill()
	s.at = 0
	for i, e := range s.entries {
		if e.scope != nil && e.scope.ID == s.wish.Skill {
			s.at = i
		}
	}
	s.layout()
}

// pressScope chooses a part of the blueprint. The pointer goes on the line that
// drills all of it.
func (s *Screen) pressScope(msg tea.KeyMsg) {
	switch {
	case key.Matches(msg, s.keys.Choose):
		s.wish.Skill = ""
		if scope := s.entries[s.at].scope; scope != nil {
			s.wish.Skill = scope.ID
		}
		s.scoping = false
		s.fill()
		s.at = 0
		if s.wish.Skill == "" {
			s.at = s.firstRow()
		}
		s.layout()
	case key.Matches(msg, s.keys.Scope):
		s.scoping = false
		s.refill()
	default:
		s.say(keys.Unused(msg))
	}
}
