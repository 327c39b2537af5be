package tuitest

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"dva/tui/part"
	"dva/tui/render"
	"dva/tui/theme"
	"dva/tui/ui"
)

// Room hosts one screen by the shell's rules: its size and margins, keys held
// while it is busy and forgotten when its work fails, back and quit. What the
// screen asks of the shell is kept and not done.
type Room struct {
	Screen ui.Screen
	Theme  *theme.Theme

	Opened []ui.OpenMsg
	Raised int
	Closed bool
	Copied string

	held          []tea.KeyMsg
	width, height int
}

// Init starts the screen.
func (r *Room) Init() tea.Cmd { return r.Screen.Init() }

// Update takes what happened.
func (r *Room) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	worked := r.busy()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		r.width, r.height = msg.Width, msg.Height
		r.Screen.SetSize(r.column(), r.body())
	case tea.KeyMsg:
		r.hold(msg)
	case ui.OpenMsg:
		r.Opened = append(r.Opened, msg)
	case ui.RaiseMsg:
		r.Raised++
	case ui.BackMsg:
		r.Closed = true
	default:
		r.Screen, cmd = r.Screen.Update(msg)
	}
	if worked && !r.busy() && r.status().Bad {
		r.held = nil
	}
	cmds := []tea.Cmd{cmd}
	for len(r.held) > 0 && r.width > 0 && !r.busy() && !r.Closed {
		key := r.held[0]
		r.held = r.held[1:]
		cmds = append(cmds, r.press(key))
	}
	return r, tea.Batch(cmds...)
}

func (r *Room) hold(msg tea.KeyMsg) {
	if msg.Type != tea.KeyRunes || len(msg.Runes) < 2 {
		r.held = append(r.held, msg)
		return
	}
	for _, c := range msg.Runes {
		r.held = append(r.held, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{c}})
	}
}

func (r *Room) press(msg tea.KeyMsg) tea.Cmd {
	name := msg.String()
	if name == "esc" || name == "q" && !r.Screen.Typing() {
		if c, ok := r.Screen.(ui.Closer); !ok || !c.Back() {
			r.Closed = true
		}
		return nil
	}
	var cmd tea.Cmd
	r.Screen, cmd = r.Screen.Update(msg)
	return cmd
}

func (r *Room) busy() bool {
	w, ok := r.Screen.(ui.Worker)
	return ok && w.Busy()
}

func (r *Room) status() ui.Status {
	if s, ok := r.Screen.(ui.Speaker); ok {
		return s.Status()
	}
	return ui.Status{}
}

func (r *Room) margin() int {
	if r.width < 44 {
		return 1
	}
	return 2
}

func (r *Room) column() int {
	most := 88
	if w, ok := r.Screen.(ui.Wide); ok {
		most = w.Widest()
	}
	return min(r.width-2*r.margin(), most)
}

func (r *Room) body() int {
	if r.height >= 16 {
		return r.height - 3
	}
	return r.height - 2
}

// View is the screen with the line of its status and the line of its keys.
func (r *Room) View() string {
	if r.width == 0 {
		return ""
	}
	lines := make([]string, r.height-2-r.body(), r.height)
	lines = append(lines, part.Fit(strings.Split(r.Screen.View(), "\n"), r.column(), r.body())...)
	lines = append(lines, "", part.Help(*r.Theme, r.Screen.ShortHelp(), r.column()))
	status := r.status()
	if status.Copy != "" {
		r.Copied = status.Copy
	}
	said := part.Wrap(render.Line(status.Text), r.column())
	copy(lines[len(lines)-max(len(said), 2):], said)
	margin := strings.Repeat(" ", (r.width-r.column())/2)
	for i, l := range lines {
		if l != "" {
			lines[i] = margin + l
		}
	}
	frame := strings.Join(lines, "\n")
	if r.Theme.ASCII {
		frame = render.ASCII(frame)
	}
	return frame
}
