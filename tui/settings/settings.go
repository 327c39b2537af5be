package settings

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"dva/tui/keys"
	"dva/tui/part"
	"dva/tui/theme"
	"dva/tui/ui"
)

// longest is how many characters a value may have.
const longest = 200

// Config is what the screen is made of.
type Config struct {
	Theme *theme.Theme
	Port  Port
	// Only names the one setting to ask for; the screen closes when it is saved.
	// Empty shows all.
	Only string
}

// Screen lists the settings; enter changes one in place.
type Screen struct {
	cfg     Config
	keys    keyMap
	options []Option
	cursor  int
	input   *part.Input // set while a value is typed
	busy    bool
	status  ui.Status
	body    part.Scroll

	width, height int
}

type savedMsg struct {
	from       *Screen
	key, value string
	err        error
}

// New makes the screen. With Only it opens on typing that value.
func New(c Config) *Screen {
	s := &Screen{cfg: c, keys: newKeyMap(c.Theme.Symbols.Arrows), options: c.Port.Options()}
	if c.Only != "" {
		s.options = only(s.options, c.Only)
		s.edit()
	}
	return s
}

func only(options []Option, name string) []Option {
	for _, o := range options {
		if o.Key == name {
			return []Option{o}
		}
	}
	return nil
}

// Init has nothing to load.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes what happened.
func (s *Screen) Update(msg tea.Msg) (ui.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case savedMsg:
		if msg.from == s {
			return s, s.saved(msg)
		}
	case tea.KeyMsg:
		s.status = ui.Status{}
		if s.input != nil {
			return s, s.typed(msg)
		}
		return s, s.press(msg)
	}
	return s, nil
}

// saved closes the input when the value was taken and leaves it open, with the
// reason, when it was not.
func (s *Screen) saved(msg savedMsg) tea.Cmd {
	s.busy = false
	if msg.err != nil {
		s.status = ui.Status{Text: msg.err.Error(), Bad: true}
		return nil
	}
	s.input = nil
	s.options = s.cfg.Port.Options()
	changed := func() tea.Msg { return ui.ChangedMsg{Key: msg.key, Value: msg.value} }
	if s.cfg.Only != "" {
		s.options = only(s.options, s.cfg.Only)
		s.busy = true // until the shell has closed this screen
		return tea.Sequence(changed, func() tea.Msg { return ui.BackMsg{} })
	}
	s.status = ui.Status{Text: "saved"}
	s.layout()
	return changed
}

func (s *Screen) press(msg tea.KeyMsg) tea.Cmd {
	last := len(s.options) - 1
	switch {
	case last < 0:
	case key.Matches(msg, s.keys.Up):
		s.cursor = max(s.cursor-1, 0)
	case key.Matches(msg, s.keys.Down):
		s.cursor = min(s.cursor+1, last)
	case key.Matches(msg, s.keys.Top):
		s.cursor = 0
	case key.Matches(msg, s.keys.Bottom):
		s.cursor = last
	case key.Matches(msg, s.keys.Previous):
		return s.step(-1)
	case key.Matches(msg, s.keys.Next):
		return s.step(+1)
	case key.Matches(msg, s.keys.Choose):
		if len(s.options[s.cursor].Allowed) > 0 {
			return s.step(+1)
		}
		s.edit()
	default:
		s.status = ui.Status{Text: keys.Unused(msg)}
	}
	s.layout()
	return nil
}

func (s *Screen) edit() {
	if len(s.options) == 0 {
		return
	}
	value := s.options[s.cursor].Value
	if value == Unset { // nobody wants to rub it out before typing a date
		value = ""
	}
	input := part.NewInput(value, longest)
	s.input = &input
}

// step saves the next of the allowed values, round and round.
func (s *Screen) step(by int) tea.Cmd {
	o := s.options[s.cursor]
	n := len(o.Allowed)
	if n == 0 {
		s.status = ui.Status{Text: "enter types a value for this one"}
		return nil
	}
	at := 0
	for i, v := range o.Allowed {
		if v == o.Value {
			at = i
		}
	}
	return s.save(o.Key, o.Allowed[(at+by+n)%n])
}

func (s *Screen) typed(msg tea.KeyMsg) tea.Cmd {
	if key.Matches(msg, s.keys.Save) {
		o, value := s.options[s.cursor], strings.TrimSpace(s.input.Value())
		if value == "" && (o.Value == Unset || o.Key == ExamDate) {
			value = Unset
		}
		return s.save(o.Key, value)
	}
	s.input.Update(msg)
	s.layout()
	return nil
}

func (s *Screen) save(name, value string) tea.Cmd {
	s.busy = true
	return func() tea.Msg { return savedMsg{s, name, value, s.cfg.Port.Set(name, value)} }
}

// Back leaves a value as it was.
func (s *Screen) Back() bool {
	if s.input == nil || s.cfg.Only != "" {
		return false
	}
	s.input = nil
	s.status = ui.Status{Text: "left as it was"}
	s.layout()
	return true
}

// Busy says that a value is being saved.
func (s *Screen) Busy() bool { return s.busy }

// Typing says that a value is being typed.
func (s *Screen) Typing() bool { return s.input != nil }

// Status is what came of the last key.
func (s *Screen) Status() ui.Status { return s.status }

// Title names the screen in the guide.
func (s *Screen) Title() string { return "Settings" }

// SetSize tells the room for View.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}
