// Package result is the screens of exams that are over: what one says, the reading
// of its questions, and the history of all.
//
// Rules that it keeps:
//   - Everything is computed from the exam's record, texts included, so that an old
//     result stays what it was.
//   - A share is said with its interval and a verdict as a band, and only when the
//     evidence allows one. No scaled score is made up, and no progress is claimed
//     that chance alone would make.
package result

import (
	"context"
	"fmt"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"dva/deck"
	"dva/deck/exam"
	"dva/srs/readiness"
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
	// Load reads the exam, and the cards that it brought forward.
	Load func(context.Context) (r exam.Record, brought []string, err error)
	// Hash is of a question's text as the deck has it now; false when the deck has
	// it no longer.
	Hash    func(id string) (uint64, bool)
	Service func(key string) string // a service's name
	Scale   deck.Scale              // of the real exam
}

// stage is how far the screen has come.
type stage uint8

const (
	opening stage = iota
	failed        // the exam could not be read
	whole         // what the exam says as a whole
	reading       // its questions, one at a time
)

// Screen is one result.
type Screen struct {
	cfg     Config
	keys    keyMap
	stage   stage
	leaving bool // asked the shell for another screen
	status  ui.Status
	exam    sat

	filter filter // the one with the pointer, or being read
	at     int    // the place in its list
	linked bool   // the documentation's address is shown in full
	body   part.Scroll

	width, height int
}

// sat is an exam and what follows from it.
type sat struct {
	exam.Record
	score    exam.Result
	brought  []string
	lists    [filters][]int // the items that each filter lets through
	lacks    []string       // what a verdict would need; empty when there is one
	estimate readiness.Estimate
}

type loadedMsg struct {
	from *Screen
	exam sat
	err  error
}

// New makes the screen. Init reads the exam.
func New(c Config) *Screen { return &Screen{cfg: c, keys: newKeyMap(c.Theme)} }

// Init reads the exam.
func (s *Screen) Init() tea.Cmd { return s.loadCmd }

func (s *Screen) loadCmd() tea.Msg {
	r, brought, err := s.cfg.Load(context.Background())
	if err == nil && r.Run.Status != exam.Finished {
		err = fmt.Errorf("exam %d is %v and has no result", r.ID, r.Run.Status)
	}
	if err != nil {
		return loadedMsg{from: s, err: err}
	}
	return loadedMsg{from: s, exam: evaluate(r, brought)}
}

// evaluate computes what an exam says. It takes some 20 ms, so it is done away from
// the screen.
func evaluate(r exam.Record, brought []string) sat {
	e := sat{Record: r, score: exam.Score(r), brought: brought}
	e.lists = lists(r, e.score)
	if e.lacks = lacks(r, e.score); len(e.lacks) == 0 {
		e.estimate = readiness.Of(evidence(r, e.score))
	}
	return e
}

// Update takes what happened.
func (s *Screen) Update(msg tea.Msg) (ui.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case loadedMsg:
		if msg.from == s {
			s.loaded(msg)
		}
	case ui.ShownMsg:
		s.leaving = false
		s.layout()
	case ui.ChangedMsg:
		s.layout()
	case tea.KeyMsg:
		s.status = ui.Status{}
		return s, s.press(msg)
	}
	return s, nil
}

func (s *Screen) loaded(msg loadedMsg) {
	if msg.err != nil {
		s.stage = failed
		s.status = ui.Status{Text: "the exam could not be read: " + msg.err.Error(), Bad: true}
		return
	}
	s.exam, s.stage = msg.exam, whole
	for f, list := range s.exam.lists {
		if len(list) > 0 { // without misses: all
			s.filter = filter(f)
			break
		}
	}
	s.layout()
}

func (s *Screen) say(text string) { s.status = ui.Status{Text: text} }

// Busy says that the exam is being read or another screen was asked for.
func (s *Screen) Busy() bool { return s.stage == opening || s.leaving }

// Typing is never so here.
func (s *Screen) Typing() bool { return false }

// Status is what came of the last key.
func (s *Screen) Status() ui.Status { return s.status }

// Title names the screen in the guide.
func (s *Screen) Title() string { return "Result" }

// Back goes from the questions to the whole, and leaves the rest to the shell.
func (s *Screen) Back() bool {
	if s.stage != reading {
		return false
	}
	s.status, s.stage = ui.Status{}, whole
	s.body.SetLines(nil, 0)
	s.layout()
	return true
}

// SetSize tells the room for View.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}
