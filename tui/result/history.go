package result

import (
	"context"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"dva/deck/exam"
	"dva/tui/keys"
	"dva/tui/part"
	"dva/tui/theme"
	"dva/tui/ui"
)

// HistoryConfig is what the history is made of.
type HistoryConfig struct {
	Theme *theme.Theme
	Now   func() time.Time
	// Load reads all exams, newest first.
	Load func(context.Context) ([]exam.Listing, error)
}

// History is the screen of all exams.
type History struct {
	cfg     HistoryConfig
	keys    historyKeys
	exams   []exam.Listing
	loaded  bool
	problem string // why they could not be read
	leaving bool   // asked the shell for another screen
	at      int
	status  ui.Status
	body    part.Scroll

	width, height int
}

type historyKeys struct {
	keys.List
	Retry, Back, Help key.Binding
}

type listedMsg struct {
	from  *History
	exams []exam.Listing
	err   error
}

// NewHistory makes the screen. Init reads the exams.
func NewHistory(c HistoryConfig) *History {
	return &History{cfg: c, keys: historyKeys{
		List:  keys.NewList(c.Theme.Symbols.Arrows, "open"),
		Retry: keys.New("enter", "try again", enter...),
		Back:  keys.New("esc", "back", "esc"),
		Help:  keys.New("?", "help", "?"),
	}}
}

// Init reads the exams.
func (s *History) Init() tea.Cmd { return s.loadCmd }

func (s *History) loadCmd() tea.Msg {
	exams, err := s.cfg.Load(context.Background())
	return listedMsg{s, exams, err}
}

// Update takes what happened.
func (s *History) Update(msg tea.Msg) (ui.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case listedMsg:
		if msg.from == s {
			s.listed(msg)
		}
	case ui.ShownMsg:
		s.leaving = false
		return s, s.loadCmd
	case ui.ChangedMsg:
		s.layout()
	case tea.KeyMsg:
		s.status = ui.Status{}
		return s, s.press(msg)
	}
	return s, nil
}

// listed keeps the pointer on the exam that it was on.
func (s *History) listed(msg listedMsg) {
	s.loaded, s.problem = msg.err == nil, ""
	if msg.err != nil {
		s.problem = "the exams could not be read: " + msg.err.Error()
		return
	}
	var here exam.ID
	if s.at < len(s.exams) {
		here = s.exams[s.at].ID
	}
	s.exams, s.at = msg.exams, 0
	for i, e := range s.exams {
		if e.ID == here {
			s.at = i
		}
	}
	s.layout()
}

func (s *History) press(msg tea.KeyMsg) tea.Cmd {
	k, last := s.keys, len(s.exams)-1
	switch {
	case s.problem != "" && key.Matches(msg, k.Retry):
		return s.loadCmd
	case last < 0:
		s.say(keys.Unused(msg))
	case key.Matches(msg, k.Up):
		s.at = max(s.at-1, 0)
	case key.Matches(msg, k.Down):
		s.at = min(s.at+1, last)
	case key.Matches(msg, k.Top):
		s.at = 0
	case key.Matches(msg, k.Bottom):
		s.at = last
	case key.Matches(msg, k.Choose):
		return s.choose()
	default:
		s.say(keys.Unused(msg))
	}
	s.layout()
	return nil
}

// choose opens what the pointer is on: a result, or the exam that is open.
func (s *History) choose() tea.Cmd {
	e := s.exams[s.at]
	ask := ui.OpenMsg{Place: ui.Result, ID: int64(e.ID)}
	switch e.Run.Status {
	case exam.Abandoned:
		s.say("this exam was given up, so it has no result")
		return nil
	case exam.Open:
		ask = ui.OpenMsg{Place: ui.Resume}
	}
	s.leaving = true
	return func() tea.Msg { return ask }
}

func (s *History) say(text string) { s.status = ui.Status{Text: text} }

// Busy says that the exams are being read or another screen was asked for.
func (s *History) Busy() bool { return s.leaving || !s.loaded && s.problem == "" }

// Typing is never so here.
func (s *History) Typing() bool { return false }

// Status is what came of the last key, or why the exams could not be read.
func (s *History) Status() ui.Status {
	if s.status.Text == "" && s.problem != "" {
		return ui.Status{Text: s.problem, Bad: true}
	}
	return s.status
}

// Title names the screen in the guide.
func (s *History) Title() string { return "Past exams" }

// SetSize tells the room for View.
func (s *History) SetSize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}

// ShortHelp are the keys in the last line.
func (s *History) ShortHelp() []key.Binding {
	k := s.keys
	switch {
	case s.problem != "":
		return []key.Binding{k.Retry, k.Back, k.Help}
	case len(s.exams) == 0:
		return []key.Binding{k.Back, k.Help}
	}
	return []key.Binding{k.Choose, k.Down, k.Back, k.Help}
}

// FullHelp are all the keys for the guide.
func (s *History) FullHelp() [][]key.Binding {
	k := s.keys
	return [][]key.Binding{{k.Down, k.Top, k.Bottom, keys.New("enter", "open a result, or go on with the exam that is open")}}
}
