// Package study is the screen of a sitting: it asks a card or a question, shows
// the answer, takes the grade. Review and drill differ only in the sitting that
// they hand it.
//
// Rules that it keeps:
//   - The next card is drawn only when the answer is on disk. While it is being
//     saved the screen is Busy, and the shell holds keys.
//   - When saving fails the card stays as it was, answer shown, and the learner
//     can press again.
//   - A held key cannot grade. The key that showed the answer counts as held
//     until it has rested for Rest.
package study

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"dva/deck"
	"dva/srs/review"
	"dva/tui/part"
	"dva/tui/render"
	"dva/tui/theme"
	"dva/tui/ui"
)

// Rest is how long space and enter must rest after showing an answer before they
// grade it. Keyboards repeat a held key every 20 to 50 ms.
const Rest = 150 * time.Millisecond

// patience is how long saving may take before a key is told that it waits.
const patience = 300 * time.Millisecond

// Config is what the screen is made of.
type Config struct {
	Title   string // what the sitting is called, such as Review
	Theme   *theme.Theme
	Render  *render.Renderer
	Now     func() time.Time
	Open    func(context.Context) (Sitting, error)
	Fact    func(id string) (*deck.Fact, bool)
	Service func(key string) string // a service's name
}

// stage is how far the present turn has come.
type stage uint8

const (
	opening stage = iota
	failed        // the sitting could not be opened
	front
	back // answer shown; of a question: marked
	over // nothing is left; the summary
)

// panel is what lies over the turn.
type panel uint8

const (
	none panel = iota
	facts
	noting
)

// Screen is one sitting.
type Screen struct {
	cfg     Config
	keys    keyMap
	sitting Sitting
	stage   stage
	panel   panel
	busy    bool
	status  ui.Status

	turn    review.Turn
	summary review.Summary
	pick    picker    // of a question
	mark    deck.Mark // once the question is answered
	asked   time.Time // when the front was shown
	began   time.Time // when the last act was begun
	pressed time.Time // when space or enter last showed or tried to grade
	linked  bool      // the documentation's address is shown in full

	body  part.Scroll
	input part.Input

	width, height int
}

type openedMsg struct {
	from    *Screen
	sitting Sitting
	err     error
}

type summaryMsg struct {
	from    *Screen
	summary review.Summary
	err     error
}

// New makes the screen. Init opens the sitting.
func New(c Config) *Screen {
	return &Screen{cfg: c, keys: newKeyMap(c.Theme.Symbols.Arrows), busy: true}
}

// Init opens the sitting.
func (s *Screen) Init() tea.Cmd { return s.openCmd }

// Update takes what happened.
func (s *Screen) Update(msg tea.Msg) (ui.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case openedMsg:
		if msg.from == s {
			return s, s.opened(msg)
		}
	case actedMsg:
		if msg.from == s {
			return s, s.acted(msg)
		}
	case summaryMsg:
		if msg.from == s {
			s.summarised(msg)
		}
	case ui.ChangedMsg, ui.ShownMsg:
		s.layout()
	case tea.KeyMsg:
		s.status = ui.Status{}
		return s, s.press(msg)
	}
	return s, nil
}

func (s *Screen) opened(msg openedMsg) tea.Cmd {
	s.busy = false
	if msg.err != nil {
		s.stage = failed
		s.status = ui.Status{Text: msg.err.Error(), Bad: true}
		return nil
	}
	s.sitting = msg.sitting
	return s.show(s.sitting.Turn())
}

// show begins a turn: its front, or the summary when there is none. The other
// side is drawn in the background while the learner reads.
func (s *Screen) show(t review.Turn) tea.Cmd {
	s.turn, s.panel, s.linked = t, none, false
	s.mark, s.pick = deck.Mark{}, picker{}
	if t.Over {
		s.stage, s.busy = over, true
		return s.summaryCmd
	}
	s.stage, s.asked = front, s.cfg.Now()
	if t.Question != nil {
		s.pick = newPicker(len(t.Question.Choices), t.Question.Correct())
	}
	s.body.SetLines(nil, 0)
	s.layout()
	return s.prepareCmd(t.Back, s.width)
}

func (s *Screen) summarised(msg summaryMsg) {
	s.busy = false
	s.summary = msg.summary
	if msg.err != nil {
		s.summary = review.Summary{Counts: s.turn.Counts}
		s.status = ui.Status{Text: "the summary could not be read: " + msg.err.Error(), Bad: true}
	}
	s.layout()
}

func (s *Screen) say(text string) { s.status = ui.Status{Text: text} }

// Busy says that something is being saved or read.
func (s *Screen) Busy() bool { return s.busy }

// Typing says that a note is being typed.
func (s *Screen) Typing() bool { return s.panel == noting }

// Status is what came of the last key, or that keys wait for a slow disk.
func (s *Screen) Status() ui.Status {
	if s.busy && !s.began.IsZero() && s.cfg.Now().Sub(s.began) > patience {
		return ui.Status{Text: "still saving; your keys wait"}
	}
	return s.status
}

// Title names the screen in the guide.
func (s *Screen) Title() string { return s.cfg.Title }

// Back closes the panel that is open.
func (s *Screen) Back() bool {
	if s.panel == none {
		return false
	}
	if s.panel == noting {
		s.say("note left as it was")
	}
	s.panel = none
	s.layout()
	return true
}

// SetSize tells the room for View.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}

func (s *Screen) openCmd() tea.Msg {
	sitting, err := s.cfg.Open(context.Background())
	return openedMsg{s, sitting, err}
}

func (s *Screen) summaryCmd() tea.Msg {
	sum, err := s.sitting.Summary(context.Background())
	return summaryMsg{s, sum, err}
}

func (s *Screen) prepareCmd(text string, width int) tea.Cmd {
	return func() tea.Msg {
		s.cfg.Render.Markdown(text, width)
		return nil
	}
}
