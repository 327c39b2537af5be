// Package home is the screen where the program opens: what today holds, why,
// and what to do next.
package home

import (
	"context"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"dva/deck/exam"
	"dva/srs/plan"
	"dva/tui/keys"
	"dva/tui/theme"
	"dva/tui/ui"
)

// Today is what home shows.
type Today struct {
	Plan plan.Today
	Exam string // the exam's code, such as DVA-C03
	Days []int  // answers on each of the last days, oldest first; empty draws nothing
	// Open is the mock exam that is not finished, Last the one finished last; nil
	// when there is none. Sat is how many there have been, given up ones too.
	Open, Last *exam.Listing
	Sat        int
	// Cards and Questions are all there are; Faults is how many things are wrong in
	// the learner's own decks.
	Cards, Questions, Faults int
}

// Details are what takes longer to read: they are filled in after the rest.
type Details struct {
	Weakest   []string // names of services, the weakest first
	Retention *float64 // share of due answers that were right in 30 days; nil without any
}

// fresh is how long what was read of the day is taken to hold. An app that was
// left open overnight must not greet with yesterday.
const fresh = time.Minute

// Config is what the screen is made of.
type Config struct {
	Theme *theme.Theme
	Load  func(context.Context) (Today, error)
	// Details reads what is filled in later; a failure leaves it out.
	Details func(context.Context) (Details, error)
	// Reload reads the learner's own decks again and says what it found.
	Reload func(context.Context) (said string, err error)
	Now    func() time.Time
}

// Screen is home. It draws its frame before the numbers are known and fills
// them in where room was kept, so that nothing moves.
type Screen struct {
	cfg     Config
	keys    keyMap
	today   Today
	details Details
	loaded  bool
	problem string    // why the day could not be read
	read    time.Time // when the day was last asked for
	leaving bool      // asked the shell for another screen
	arrived bool      // the day is not known yet since the screen was shown
	reading bool      // the own decks are read again
	cursor  int
	status  ui.Status

	width, height int
}

type loadedMsg struct {
	today Today
	err   error
}

type detailsMsg struct {
	details Details
	err     error
}

type reloadedMsg struct {
	from *Screen
	said string
	err  error
}

// New makes the screen with Review under the pointer.
func New(c Config) *Screen {
	return &Screen{cfg: c, keys: newKeyMap(c.Theme.Symbols.Arrows), arrived: true}
}

// Init loads the day.
func (s *Screen) Init() tea.Cmd { return s.reload() }

// Update takes what happened.
func (s *Screen) Update(msg tea.Msg) (ui.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case loadedMsg:
		return s, s.load(msg)
	case detailsMsg:
		if msg.err == nil {
			s.details = msg.details
		}
	case reloadedMsg:
		if msg.from == s {
			return s, s.reread(msg)
		}
	case ui.DecksMsg:
		s.status = ui.Status{Text: msg.Said, Bad: msg.Bad}
		return s, s.reload()
	case ui.ShownMsg:
		s.leaving, s.arrived, s.status = false, true, ui.Status{}
		return s, s.reload()
	case tea.ResumeMsg:
		return s, s.reload()
	case tea.KeyMsg:
		cmd := s.press(msg)
		if s.cfg.Now().Sub(s.read) > fresh && !s.leaving {
			cmd = tea.Batch(cmd, s.reload())
		}
		return s, cmd
	}
	return s, nil
}

// reload reads the day anew.
func (s *Screen) reload() tea.Cmd {
	s.read = s.cfg.Now()
	return s.loadCmd
}

func (s *Screen) load(msg loadedMsg) tea.Cmd {
	if msg.err != nil {
		s.problem = "today's plan could not be read: " + msg.err.Error()
		return nil
	}
	here := s.menu()[s.cursor].place
	first, arrived := !s.loaded, s.arrived
	s.today, s.loaded, s.arrived, s.problem = msg.today, true, false, ""
	switch t := s.today.Plan; {
	case first && s.today.Open != nil:
		here = ui.Resume // the clock of an exam is the one thing that cannot wait
	case arrived && here == ui.Review && t.Due+t.New == 0 && t.Spare > 0:
		here = ui.More // which is what today has left
	}
	s.point(here)
	return s.detailsCmd
}

// reread takes what came of reading the own decks again.
func (s *Screen) reread(msg reloadedMsg) tea.Cmd {
	s.reading = false
	if msg.err != nil {
		s.status = ui.Status{Text: "your own decks could not be read: " + msg.err.Error(), Bad: true}
		return nil
	}
	s.say(msg.said)
	return s.reload()
}

// point puts the pointer on a place, or where it was in a menu that has it no
// longer.
func (s *Screen) point(p ui.Place) {
	menu := s.menu()
	s.cursor = min(s.cursor, len(menu)-1)
	for i, it := range menu {
		if it.place == p {
			s.cursor = i
		}
	}
}

func (s *Screen) press(msg tea.KeyMsg) tea.Cmd {
	s.status = ui.Status{}
	menu := s.menu()
	switch {
	case key.Matches(msg, s.keys.Up):
		s.cursor = max(s.cursor-1, 0)
	case key.Matches(msg, s.keys.Down):
		s.cursor = min(s.cursor+1, len(menu)-1)
	case key.Matches(msg, s.keys.Top):
		s.cursor = 0
	case key.Matches(msg, s.keys.Bottom):
		s.cursor = len(menu) - 1
	case key.Matches(msg, s.keys.Choose):
		return s.goTo(menu[s.cursor].place)
	case key.Matches(msg, s.keys.Reload):
		s.reading = true
		return s.reloadCmd
	default:
		return s.pressPlace(msg)
	}
	return nil
}

// pressPlace opens the place that a letter means, and says why not when it cannot.
func (s *Screen) pressPlace(msg tea.KeyMsg) tea.Cmd {
	switch k := s.keys; {
	case key.Matches(msg, k.Review):
		return s.goTo(ui.Review)
	case key.Matches(msg, k.More) && s.today.Plan.Spare == 0:
		s.say("today's plan leaves no cards to offer beyond it")
	case key.Matches(msg, k.More):
		return s.goTo(ui.More)
	case key.Matches(msg, k.Drill):
		return s.goTo(ui.Drill)
	case key.Matches(msg, k.Exam) && s.today.Open != nil:
		return s.goTo(ui.Resume)
	case key.Matches(msg, k.Exam):
		return s.goTo(ui.Paper)
	case key.Matches(msg, k.Past) && s.today.Sat == 0:
		s.say("no mock exam has been sat yet; e begins one")
	case key.Matches(msg, k.Past):
		return s.goTo(ui.Exams)
	case key.Matches(msg, k.Statistics):
		return s.goTo(ui.Statistics)
	case key.Matches(msg, k.Browse):
		return s.goTo(ui.Browse)
	case key.Matches(msg, k.When):
		return s.goTo(ui.ExamDate)
	case key.Matches(msg, k.Settings):
		return s.goTo(ui.Settings)
	case key.Matches(msg, k.Faults) && s.today.Faults == 0:
		s.say("nothing is wrong in your own decks")
	case key.Matches(msg, k.Faults):
		return s.goTo(ui.Faults)
	default:
		s.say(keys.Unused(msg))
	}
	return nil
}

func (s *Screen) say(text string) { s.status = ui.Status{Text: text} }

func (s *Screen) goTo(p ui.Place) tea.Cmd {
	s.leaving = true
	return func() tea.Msg { return ui.OpenMsg{Place: p} }
}

// Busy says that another screen was asked for and keys are meant for it, or that
// decks are being read.
func (s *Screen) Busy() bool { return s.leaving || s.reading }

// Status is what the last key did, or why the day could not be read.
func (s *Screen) Status() ui.Status {
	if s.status.Text == "" && s.problem != "" {
		return ui.Status{Text: s.problem, Bad: true}
	}
	return s.status
}

// SetSize tells the room for View.
func (s *Screen) SetSize(width, height int) { s.width, s.height = width, height }

// Typing is never so here.
func (s *Screen) Typing() bool { return false }

// Title names the screen in the guide.
func (s *Screen) Title() string { return "Home" }

func (s *Screen) detailsCmd() tea.Msg {
	d, err := s.cfg.Details(context.Background())
	return detailsMsg{d, err}
}

func (s *Screen) reloadCmd() tea.Msg {
	said, err := s.cfg.Reload(context.Background())
	return reloadedMsg{s, said, err}
}

func (s *Screen) loadCmd() tea.Msg {
	today, err := s.cfg.Load(context.Background())
	return loadedMsg{today, err}
}
