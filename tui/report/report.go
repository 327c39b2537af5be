// Package report is the screen of statistics: five tabs of figures, each said in
// words beside its picture.
//
// Rules that it keeps:
//   - What is drawn is said in numbers too, and no picture needs colour.
//   - A share of few answers comes with its interval, and nothing is called better
//     or worse that chance alone would make.
//   - It computes nothing that dva stats --json does not have.
package report

import (
	"context"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"dva/srs/stats"
	"dva/tui/keys"
	"dva/tui/part"
	"dva/tui/theme"
	"dva/tui/ui"
)

// Config is what the screen is made of.
type Config struct {
	Theme *theme.Theme
	Now   func() time.Time
	// Load computes the figures as they stand.
	Load func(context.Context) (stats.Figures, error)
}

// tab is one page of figures.
type tab uint8

const (
	today tab = iota
	memory
	spent
	places
	exams
	tabs
)

var tabNames = [tabs]string{today: "today", memory: "memory", spent: "time", places: "services", exams: "exams"}

// Screen is the statistics.
type Screen struct {
	cfg     Config
	keys    keyMap
	figures stats.Figures
	loaded  bool
	opening bool   // nothing to show yet, and being read
	leaving bool   // asked the shell for another screen
	problem string // why the figures could not be read
	status  ui.Status

	tab  tab
	at   [tabs]int // the first line shown of each
	body part.Scroll

	width, height int
}

type loadedMsg struct {
	from    *Screen
	figures stats.Figures
	err     error
}

// New makes the screen on its first tab. Init reads the figures.
func New(c Config) *Screen { return &Screen{cfg: c, keys: newKeyMap(c.Theme), opening: true} }

// Init reads the figures.
func (s *Screen) Init() tea.Cmd { return s.loadCmd }

func (s *Screen) loadCmd() tea.Msg {
	f, err := s.cfg.Load(context.Background())
	return loadedMsg{s, f, err}
}

// Update takes what happened.
func (s *Screen) Update(msg tea.Msg) (ui.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case loadedMsg:
		if msg.from == s {
			s.load(msg)
		}
	case ui.ShownMsg:
		s.leaving, s.status = false, ui.Status{}
		s.layout()
		return s, s.loadCmd
	case tea.ResumeMsg:
		return s, s.loadCmd
	case ui.ChangedMsg:
		s.layout()
	case tea.KeyMsg:
		s.status = ui.Status{}
		return s, s.press(msg)
	}
	return s, nil
}

// load takes what was read. When it was read before, the old figures stay as
// long as new ones cannot be had.
func (s *Screen) load(msg loadedMsg) {
	s.opening, s.problem = false, ""
	if msg.err != nil {
		s.problem = "the statistics could not be read: " + msg.err.Error()
		return
	}
	s.figures, s.loaded = msg.figures, true
	s.layout()
}

func (s *Screen) press(msg tea.KeyMsg) tea.Cmd {
	k := s.keys
	switch {
	case s.problem != "" && key.Matches(msg, k.Retry):
		s.opening = !s.loaded
		return s.loadCmd
	case !s.loaded:
		s.say(keys.Unused(msg))
	case key.Matches(msg, k.Tab):
		s.turn(tab(msg.String()[0] - '1'))
	case key.Matches(msg, k.Next):
		s.turn((s.tab + 1) % tabs)
	case key.Matches(msg, k.Previous):
		s.turn((s.tab + tabs - 1) % tabs)
	case key.Matches(msg, k.Past):
		return s.past()
	case s.body.Update(msg, k.Scroll):
	case k.Has(msg):
		s.say("all of it is on the screen")
	default:
		s.say(keys.Unused(msg))
	}
	return nil
}

// turn shows a tab where it was left.
func (s *Screen) turn(to tab) {
	s.at[s.tab] = s.body.Offset()
	s.tab = to
	s.layout()
	s.body.To(s.at[to])
}

// past asks for the list of exams, where each can be read.
func (s *Screen) past() tea.Cmd {
	if len(s.figures.Exams) == 0 {
		s.say("no mock exam has been finished yet")
		return nil
	}
	s.leaving = true
	return func() tea.Msg { return ui.OpenMsg{Place: ui.Exams} }
}

func (s *Screen) say(text string) { s.status = ui.Status{Text: text} }

// Busy says that the first figures are being read or another screen was asked
// for.
func (s *Screen) Busy() bool { return s.opening || s.leaving }

// Typing is never so here.
func (s *Screen) Typing() bool { return false }

// Status is what came of the last key, or why the figures could not be read.
func (s *Screen) Status() ui.Status {
	if s.status.Text == "" && s.problem != "" {
		return ui.Status{Text: s.problem, Bad: true}
	}
	return s.status
}

// Title names the screen in the guide.
func (s *Screen) Title() string { return "Statistics" }

// SetSize tells the room for View.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}
