// Package guide is the help screen: the keys of the screen one came from, then
// how the program works, in short.
package guide

import (
	"strings"

	"github.com/charmbracelet/bubbles/help"
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"dva/tui/keys"
	"dva/tui/part"
	"dva/tui/render"
	"dva/tui/theme"
	"dva/tui/ui"
)

// Config is what the screen is made of.
type Config struct {
	Theme  *theme.Theme
	Render *render.Renderer
	Title  string      // of the screen that Keys belong to
	Keys   help.KeyMap // of that screen
	Global keys.Global
}

// Screen is the guide.
type Screen struct {
	cfg    Config
	keys   keys.Scroll
	groups [][]key.Binding // as they were when the guide was opened
	body   part.Scroll
	status ui.Status

	width, height int
}

// New makes the screen.
func New(c Config) *Screen {
	s := &Screen{cfg: c, keys: keys.NewScroll(c.Theme.Symbols.Arrows)}
	s.groups = append(c.Keys.FullHelp(), c.Global.All())
	return s
}

// Init has nothing to load.
func (s *Screen) Init() tea.Cmd { return nil }

// Update takes what happened.
func (s *Screen) Update(msg tea.Msg) (ui.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case ui.ChangedMsg:
		s.layout()
	case tea.KeyMsg:
		s.status = ui.Status{}
		switch {
		case s.body.Update(msg, s.keys):
		case s.keys.Has(msg):
			s.status = ui.Status{Text: "this is all of it"}
		default:
			s.status = ui.Status{Text: keys.Unused(msg)}
		}
	}
	return s, nil
}

// SetSize tells the room for View.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}

func (s *Screen) layout() {
	s.body.Reflow(s.text(), s.width, max(s.height-2, 0))
}

// View is the whole page.
func (s *Screen) View() string {
	title := "Guide"
	if s.cfg.Title != "" {
		title += " " + s.cfg.Theme.Symbols.Pointer + " " + s.cfg.Title
	}
	lines := append([]string{part.Header(*s.cfg.Theme, title, "", s.width), ""}, s.body.View(*s.cfg.Theme)...)
	return strings.Join(part.Fit(lines, s.width, s.height), "\n")
}

func (s *Screen) text() []string {
	t := s.cfg.Theme
	wide := 0
	for _, g := range s.groups {
		for _, b := range g {
			wide = max(wide, ansi.StringWidth(b.Help().Key))
		}
	}
	var lines []string
	for _, g := range s.groups {
		for _, b := range g {
			name := b.Help().Key
			first := t.Key.Render(name) + strings.Repeat(" ", wide-ansi.StringWidth(name)+3)
			lines = append(lines, part.Hang(first, part.Wrap(b.Help().Desc, s.width-wide-3))...)
		}
		lines = append(lines, "")
	}
	return append(lines, s.cfg.Render.Markdown(howItWorks, s.width)...)
}

// Typing is never so here.
func (s *Screen) Typing() bool { return false }

// Status is what came of the last key.
func (s *Screen) Status() ui.Status { return s.status }

// ShortHelp are the keys in the last line.
func (s *Screen) ShortHelp() []key.Binding {
	return []key.Binding{s.keys.Down, s.keys.PageDown, s.cfg.Global.Back}
}

// FullHelp are the keys of the guide itself.
func (s *Screen) FullHelp() [][]key.Binding { return [][]key.Binding{s.keys.All()} }
