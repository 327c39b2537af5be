// Package tuitest drives the interface as a person at the keyboard: press keys,
// see text. Commands run at once and in order, so that nothing waits and nothing
// is left to chance.
package tuitest

import (
	"reflect"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// Clock is a clock that only moves when told to.
type Clock struct{ At time.Time }

// Now is the clock's time.
func (c *Clock) Now() time.Time { return c.At }

// Advance moves the clock on.
func (c *Clock) Advance(d time.Duration) { c.At = c.At.Add(d) }

// Driver sits at the keyboard of one model. After each message it checks that
// the frame fits its window.
type Driver struct {
	// Hold keeps commands from running until Run, as if a disk were slow.
	Hold bool
	// Left says that the model asked to quit, Suspended and Redrawn that it
	// asked for that.
	Left, Suspended, Redrawn bool

	tb            testing.TB
	model         tea.Model
	pending       []tea.Cmd
	width, height int
}

// New starts a model in a window.
func New(tb testing.TB, m tea.Model, width, height int) *Driver {
	tb.Helper()
	d := &Driver{tb: tb, model: m}
	d.do(m.Init())
	d.Resize(width, height)
	return d
}

// NewHeld is New with Hold, so that the first frame is seen before anything is
// loaded.
func NewHeld(tb testing.TB, m tea.Model, width, height int) *Driver {
	tb.Helper()
	d := &Driver{tb: tb, model: m, Hold: true}
	d.do(m.Init())
	d.Resize(width, height)
	return d
}

// Resize gives the window another size.
func (d *Driver) Resize(width, height int) {
	d.tb.Helper()
	d.width, d.height = width, height
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
}

// Press presses keys by their names: "space", "enter", "ctrl+c", "3".
func (d *Driver) Press(names ...string) {
	d.tb.Helper()
	for _, name := range names {
		d.send(Key(name))
	}
}

// Burst lets letters arrive together, as a terminal reports a fast typist's.
func (d *Driver) Burst(letters string) {
	d.tb.Helper()
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(letters)})
}

// Type presses one key for each letter.
func (d *Driver) Type(text string) {
	d.tb.Helper()
	for _, r := range text {
		d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
	}
}

// Run runs the commands that Hold kept, and those that come of them.
func (d *Driver) Run() {
	d.tb.Helper()
	for len(d.pending) > 0 {
		cmd := d.pending[0]
		d.pending = d.pending[1:]
		d.took(cmd())
	}
}

// RunLast runs only the command that came last, as when the others hang.
func (d *Driver) RunLast() {
	d.tb.Helper()
	last := len(d.pending) - 1
	cmd := d.pending[last]
	d.pending = d.pending[:last]
	d.took(cmd())
}

// Send gives the model any message.
func (d *Driver) Send(msg tea.Msg) {
	d.tb.Helper()
	d.send(msg)
}

func (d *Driver) send(msg tea.Msg) {
	d.tb.Helper()
	var cmd tea.Cmd
	d.model, cmd = d.model.Update(msg)
	d.fits()
	d.do(cmd)
}

func (d *Driver) do(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	d.pending = append(d.pending, cmd)
	if !d.Hold {
		d.Run()
	}
}

// took handles what a command returned as a running program would. Bubble Tea's
// message for a sequence is its own; it is known by its form.
func (d *Driver) took(msg tea.Msg) {
	d.tb.Helper()
	switch msg.(type) {
	case nil:
		return
	case tea.QuitMsg:
		d.Left = true
		return
	case tea.SuspendMsg:
		d.Suspended = true
		return
	}
	if reflect.TypeOf(msg) == reflect.TypeOf(tea.ClearScreen()) {
		d.Redrawn = true
		return
	}
	if v := reflect.ValueOf(msg); v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
		for i := range v.Len() {
			if cmd, _ := v.Index(i).Interface().(tea.Cmd); cmd != nil {
				d.pending = append(d.pending, cmd)
			}
		}
		return
	}
	d.send(msg)
}

// fits fails the test when the frame is larger than the window.
func (d *Driver) fits() {
	d.tb.Helper()
	lines := strings.Split(d.model.View(), "\n")
	if len(lines) > max(d.height, 1) {
		d.tb.Fatalf("%d lines in a window of %dx%d", len(lines), d.width, d.height)
	}
	for _, l := range lines {
		if w := ansi.StringWidth(l); w > d.width {
			d.tb.Fatalf("%d cells in a window of %dx%d: %q", w, d.width, d.height, l)
		}
	}
}

// Raw is the frame as it is sent.
func (d *Driver) Raw() string { return d.model.View() }

// View is the frame without styles, links and spaces at line ends.
func (d *Driver) View() string {
	lines := strings.Split(ansi.Strip(d.model.View()), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}

// See fails the test unless every text is on the screen. Line breaks count as
// spaces.
func (d *Driver) See(texts ...string) {
	d.tb.Helper()
	for _, text := range texts {
		if !strings.Contains(words(d.View()), words(text)) {
			d.tb.Fatalf("%q is not on the screen:\n%s", text, d.View())
		}
	}
}

// NotSee fails the test when a text is on the screen.
func (d *Driver) NotSee(texts ...string) {
	d.tb.Helper()
	for _, text := range texts {
		if strings.Contains(words(d.View()), words(text)) {
			d.tb.Fatalf("%q is on the screen:\n%s", text, d.View())
		}
	}
}

func words(s string) string { return strings.Join(strings.Fields(s), " ") }
