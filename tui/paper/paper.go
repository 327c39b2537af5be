// Package paper is the screen of a mock exam: choosing one, sitting it, handing
// it in.
//
// Rules that it keeps:
//   - What is shown is saved. While an act is being saved the screen is Busy and
//     the shell holds keys; when saving fails nothing has moved and pressing again
//     works.
//   - The clock is in sight from the first question to the end. It goes on while
//     another screen lies on top, and when it has run out the exam is handed in,
//     once, whatever was being asked.
//   - Nothing says right or wrong before the end, and nothing is blocked: a wrong
//     number of choices is only told.
package paper

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"dva/deck/exam"
	"dva/tui/part"
	"dva/tui/render"
	"dva/tui/theme"
	"dva/tui/ui"
)

// Sitting is what the screen needs of an exam under way; *exam.Sitting is one.
// It may be called from several commands at once.
type Sitting interface {
	State() exam.State
	Record() exam.Record
	Toggle(ctx context.Context, choice int) (exam.State, error)
	Flag(ctx context.Context) (exam.State, error)
	Go(ctx context.Context, item int) (exam.State, error)
	Beat(ctx context.Context) (exam.State, error)
	Pause(ctx context.Context) (exam.State, error)
	Submit(ctx context.Context) (exam.Result, error)
	Abandon(ctx context.Context) error
}

// Desk is where exams are taken up. Its calls are made from commands.
type Desk interface {
	// Unfinished is the exam that is open, false when none is.
	Unfinished(ctx context.Context) (exam.Listing, bool, error)
	// Draw makes a paper of this length without beginning it. A
	// *exam.TooSmallError says that the bank cannot.
	Draw(ctx context.Context, l exam.Length) (exam.Paper, error)
	// Begin starts the clock of a paper. exam.ErrUnfinished when another exam is
	// open.
	Begin(ctx context.Context, p exam.Paper) (Sitting, error)
	// Resume goes on with the exam that is open. exam.ErrNoExam when none is.
	Resume(ctx context.Context) (Sitting, error)
}

// Config is what the screen is made of. All but Length, Resume and After is
// needed.
type Config struct {
	Theme  *theme.Theme
	Render *render.Renderer
	Now    func() time.Time
	Desk   Desk
	Forms  []exam.Form // that can be chosen, longest first
	Length exam.Length // chosen at first; empty is the longest
	Resume bool        // straight on with the exam that is open
	// After gives a message back when some time has passed; nil is tea.Tick.
	After func(time.Duration, tea.Msg) tea.Cmd
}

// stage is how far the exam has come.
type stage uint8

const (
	opening   stage = iota
	failed          // the learner's file could not be read
	asking          // another exam is open: which of the two
	choosing        // a form, before the clock runs
	sitting         // the clock runs
	up              // the time is up, handing in
	handed          // the time was up, handed in
	elsewhere       // another dva has the exam, or it has ended there
	leaves          // the shell is about to close or replace the screen
)

// panel is what lies over the question.
type panel uint8

const (
	none      panel = iota
	all             // the grid of all questions
	leaving         // how to leave
	finishing       // whether to hand in
)

// Screen is one mock exam.
type Screen struct {
	cfg    Config
	keys   keyMap
	stage  stage
	panel  panel
	busy   bool
	began  time.Time // when the last act was begun
	status ui.Status
	again  func() tea.Cmd // what failed, in stage failed

	// before the clock runs
	open  exam.Listing // the exam that is open
	form  int          // the one chosen, of cfg.Forms
	drawn map[exam.Length]drawn

	// under way
	sitting Sitting
	state   exam.State
	watch   watch
	sheet   sheet
	grid    grid
	ended   time.Time // when the time was up

	menu part.Menu   // of a question to the learner
	page part.Scroll // all that is no question of the exam

	width, height int
}

// New makes the screen. Init begins.
func New(c Config) *Screen {
	if c.After == nil {
		c.After = after
	}
	s := &Screen{cfg: c, keys: newKeyMap(c.Theme.Symbols.Arrows), busy: true, drawn: map[exam.Length]drawn{}}
	for i, f := range c.Forms {
		if f.Length == c.Length {
			s.form = i
		}
	}
	return s
}

// Init looks for an exam that is open, or goes on with it.
func (s *Screen) Init() tea.Cmd {
	if s.cfg.Resume {
		return s.resume()
	}
	return s.look()
}

// Update takes what happened.
func (s *Screen) Update(msg tea.Msg) (ui.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case lookedMsg:
		if msg.from == s {
			return s, s.looked(msg)
		}
	case drawnMsg:
		if msg.from == s {
			s.drew(msg)
		}
	case satMsg:
		if msg.from == s {
			return s, s.sat(msg)
		}
	case actedMsg:
		if msg.from == s {
			return s, s.acted(msg)
		}
	case beatMsg:
		if msg.from == s {
			return s, s.beaten(msg)
		}
	case endedMsg:
		if msg.from == s {
			return s, s.finished(msg)
		}
	case tickMsg:
		if msg.from == s {
			return s, s.tick()
		}
	case ui.ChangedMsg, ui.ShownMsg:
		s.sheet.width = 0 // drawn in another look
		s.layout()
	case tea.KeyMsg:
		s.status = ui.Status{}
		return s, s.press(msg)
	}
	return s, nil
}

func (s *Screen) say(text string) { s.status = ui.Status{Text: text} }

// Busy says that something is being saved or read.
func (s *Screen) Busy() bool { return s.busy }

// Typing is never so here.
func (s *Screen) Typing() bool { return false }

// Title names the screen in the guide.
func (s *Screen) Title() string { return "Mock exam" }

// patience is how long saving may take before a key is told that it waits.
const patience = 300 * time.Millisecond

// Status is what came of the last key, that keys wait for a slow disk, or that
// the clock is not being saved.
func (s *Screen) Status() ui.Status {
	switch {
	case s.busy && !s.began.IsZero() && s.cfg.Now().Sub(s.began) > patience:
		return ui.Status{Text: "still saving; your keys wait"}
	case s.status.Text == "" && s.watch.unsaved != "":
		return ui.Status{Text: s.watch.unsaved, Bad: true}
	}
	return s.status
}

// Back closes what lies over the question, and over a question asks how to leave.
// Before the clock runs and after the end it leaves the key to the shell.
func (s *Screen) Back() bool {
	s.status = ui.Status{}
	switch {
	case s.stage != sitting:
		return false
	case s.panel == none:
		s.ask(leaving, stayOptions)
	default:
		s.close()
	}
	return true
}

// SetSize tells the room for View.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.layout()
}
