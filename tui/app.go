// Package tui is the shell of the interface: a stack of screens, the size, the
// keys that work everywhere, and the frame around what the top screen draws.
//
// It knows neither files nor content. What it needs of them it asks of a
// Learner and a settings.Port, so that two interfaces with other renderers and
// other learners could run in one process.
package tui

import (
	"context"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"dva/deck"
	"dva/deck/exam"
	"dva/srs/drill"
	"dva/srs/stats"
	"dva/tui/browse"
	"dva/tui/faults"
	"dva/tui/home"
	"dva/tui/keys"
	"dva/tui/render"
	"dva/tui/settings"
	"dva/tui/study"
	"dva/tui/theme"
	"dva/tui/ui"
)

// Learner is the one who studies: what the day holds, sittings, and the deck's
// texts. Calls that take a context may read the learner's file and are made
// from commands, never from View.
type Learner interface {
	// Today is the day's plan.
	Today(ctx context.Context) (home.Today, error)
	// Details are what home shows as soon as it is known.
	Details(ctx context.Context) (home.Details, error)
	// Figures are the statistics as they stand.
	Figures(ctx context.Context) (stats.Figures, error)
	// Drills is what can be drilled.
	Drills(ctx context.Context) (*drill.Book, error)
	// Reload reads the learner's own decks again and says what it found; Faults are
	// what was wrong in them.
	Reload(ctx context.Context) (said string, err error)
	Faults() []faults.Fault
	// Study opens a sitting.
	Study(ctx context.Context, r StudyRequest) (study.Sitting, error)
	// Fact is a statement that cards rest on.
	Fact(id string) (*deck.Fact, bool)
	// Service is the name of the service with this key, or the key.
	Service(key string) string
}

// StudyRequest says what a sitting asks. The zero value is today's review.
type StudyRequest struct {
	Services []string // only these; empty is all
	Limit    int      // turns at most; 0 is no limit
	Spare    bool     // what the plan offers beyond today
	Items    []string // when not nil, just these, by id and in this order
	Drill    bool     // they were asked for by hand, and count as a drill
	// Wish, of a drill without Items, is what to pick when the sitting opens.
	Wish *drill.Wish
}

// ExamRequest says what exam to sit.
type ExamRequest struct {
	Length exam.Length // empty asks for it
	Seed   *uint64     // nil takes one from the clock
	Resume bool        // go on with the open one
}

// Start says where the interface opens, with home behind it. The zero value is
// home.
type Start struct {
	Study *StudyRequest
	Exam  *ExamRequest
	Place ui.Place
}

// Config is what the interface is made of. All fields but Start, After and
// Notice are needed.
type Config struct {
	Learner  Learner
	Exams    Exams
	Shelf    browse.Desk // all cards and questions, to look through
	Settings settings.Port
	Now      func() time.Time
	Renderer *lipgloss.Renderer // with its colour profile set
	Theme    theme.Choice
	ASCII    bool
	Start    Start
	// After gives a message back when some time has passed; nil is tea.Tick.
	After  func(time.Duration, tea.Msg) tea.Cmd
	Notice string // said in the status line until the first key
}

// NoticeMsg is said in the status line until the next key, as Config.Notice is,
// when it becomes known only while the app runs.
type NoticeMsg string

// App is the shell. It is a tea.Model.
type App struct {
	cfg    Config
	keys   keys.Global
	theme  *theme.Theme // shared with the screens; a new choice changes it in place
	render *render.Renderer
	stack  []ui.Screen // the top is last; never empty

	held    []tea.KeyMsg // typed and not yet given to a screen
	leaving bool         // ctrl+c waits for work to end
	notice  string

	width, height int
}

// New makes the interface. It starts nothing: Init does.
func New(cfg Config) *App {
	t := theme.New(cfg.Renderer, cfg.Theme, cfg.ASCII)
	a := &App{cfg: cfg, keys: keys.NewGlobal(), theme: &t, render: render.New(t), notice: cfg.Notice}
	a.stack = []ui.Screen{home.New(home.Config{
		Theme: a.theme, Load: cfg.Learner.Today, Details: cfg.Learner.Details, Reload: cfg.Learner.Reload, Now: cfg.Now,
	})}
	switch start := cfg.Start; {
	case start.Study != nil:
		a.stack = append(a.stack, a.study(*start.Study))
	case start.Exam != nil:
		a.stack = append(a.stack, a.paper(*start.Exam))
	case start.Place != 0:
		a.stack = append(a.stack, a.screen(ui.OpenMsg{Place: start.Place}))
	}
	return a
}

// Init starts the top screen. Home behind a sitting loads when it is shown.
func (a *App) Init() tea.Cmd { return a.top().Init() }

func (a *App) top() ui.Screen { return a.stack[len(a.stack)-1] }

// Update takes what happened. Every key goes through one queue; see give.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	worker, worked := a.top(), a.busy()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.resize(msg.Width, msg.Height)
	case tea.KeyMsg:
		if cmd := a.hold(msg); cmd != nil {
			return a, cmd
		}
	case NoticeMsg:
		a.notice = string(msg)
	case ui.OpenMsg:
		cmd = a.goTo(msg)
	case ui.RaiseMsg:
		cmd = a.raise(msg.Screen)
	case ui.BackMsg:
		cmd = a.back()
	case ui.ChangedMsg:
		a.changed(msg)
		cmd = a.tell(msg)
	default:
		cmd = a.tell(msg)
	}
	if worked && worker == a.top() && !a.busy() && a.status().Bad {
		a.held, a.leaving = nil, false
	}
	return a, tea.Batch(cmd, a.give())
}

// tell hands a message to every screen of the stack: results of work find the
// screen that began it wherever it now stands.
func (a *App) tell(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for i := range a.stack {
		var cmd tea.Cmd
		a.stack[i], cmd = a.stack[i].Update(msg)
		cmds = append(cmds, cmd)
	}
	return tea.Batch(cmds...)
}

func (a *App) busy() bool {
	w, ok := a.top().(ui.Worker)
	return ok && w.Busy()
}

func (a *App) status() ui.Status {
	if a.notice != "" {
		return ui.Status{Text: a.notice}
	}
	if s, ok := a.top().(ui.Speaker); ok {
		return s.Status()
	}
	return ui.Status{}
}

// press handles one key: the shell's own first, then the screen's.
func (a *App) press(msg tea.KeyMsg) tea.Cmd {
	a.notice = ""
	top := a.top()
	closer, _ := top.(ui.Closer)
	switch {
	case key.Matches(msg, a.keys.Leave):
		return tea.Quit
	case key.Matches(msg, a.keys.Suspend):
		return tea.Suspend
	case key.Matches(msg, a.keys.Redraw):
		return tea.ClearScreen
	case key.Matches(msg, a.keys.Back):
		if closer != nil && closer.Back() {
			return nil
		}
		return a.back()
	case top.Typing():
	case key.Matches(msg, a.keys.Quit):
		if closer != nil && closer.Back() {
			return nil
		}
		if len(a.stack) == 1 {
			return tea.Quit
		}
		return a.back()
	case key.Matches(msg, a.keys.Help):
		return a.openGuide()
	}
	var cmd tea.Cmd
	a.stack[len(a.stack)-1], cmd = top.Update(msg)
	return cmd
}
