package faults_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"dva/tui/faults"
	"dva/tui/theme"
	"dva/tui/tuitest"
	"dva/tui/ui"
)

// own are a learner's decks: what is wrong in them now, and after they are read
// again.
type own struct {
	now, next []faults.Fault
	err       error
	asked     int
}

func (o *own) reload(context.Context) (string, error) {
	o.asked++
	if o.err != nil {
		return "", o.err
	}
	o.now = o.next
	return "your own decks were read again: 4 cards, 0 questions", nil
}

func open(t *testing.T, o *own, width, height int, look func(*theme.Theme)) (*tuitest.Driver, *tuitest.Room) {
	t.Helper()
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.ANSI)
	th := theme.New(r, theme.Auto, false)
	if look != nil {
		look(&th)
	}
	room := &tuitest.Room{Theme: &th, Screen: faults.New(faults.Config{
		Theme: &th, Faults: func() []faults.Fault { return o.now }, Reload: o.reload,
	})}
	return tuitest.New(t, room, width, height), room
}

const decks = "/home/me/.local/share/dva/decks/"

func broken() []faults.Fault {
	return []faults.Fault{
		{File: decks + "own/cards/sqs.yaml", Line: 13, Column: 11, ID: "my-sqs-1", Message: `field "back" is empty`, Hint: "fill it or remove it"},
		{File: decks + "own/cards/sqs.yaml", Line: 120, Column: 5, ID: "my-sqs-7", Message: `unknown field "fornt"`, Hint: `did you mean "front"?`},
		{File: decks + "team/全角の名前/questions.yaml", Line: 1, Column: 1, Message: "a text is missing, or begins with a sign that YAML uses, or a bracket is not closed", Hint: "put the text in quotes"},
		{Message: "there is no folder /mnt/stick/decks", Hint: "make it first, or name another"},
	}
}

func TestGolden(t *testing.T) {
	many := func() (fs []faults.Fault) {
		for i := range 30 {
			fs = append(fs, faults.Fault{File: decks + "long.yaml", Line: 7 * (i + 1), Column: 5, ID: fmt.Sprint("card-", i), Message: `missing field "level"`})
		}
		return fs
	}
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}} {
		name := fmt.Sprintf("_%dx%d", size[0], size[1])
		d, _ := open(t, &own{now: broken()}, size[0], size[1], nil)
		d.Golden("broken" + name)
		d, _ = open(t, &own{now: many()}, size[0], size[1], nil)
		d.Press("G")
		d.Golden("many_end" + name)
		d, _ = open(t, &own{}, size[0], size[1], nil)
		d.Golden("none" + name)
	}
	for name, look := range map[string]func(*theme.Theme){
		"look_light": func(th *theme.Theme) { *th = theme.New(colours(termenv.ANSI), theme.Light, false) },
		"look_mono":  func(th *theme.Theme) { *th = theme.New(colours(termenv.Ascii), theme.Auto, false) },
		"look_ascii": func(th *theme.Theme) { *th = theme.New(colours(termenv.ANSI), theme.Dark, true) },
	} {
		d, _ := open(t, &own{now: broken()}, 80, 24, look)
		d.GoldenStyled(name)
	}
}

func colours(p termenv.Profile) *lipgloss.Renderer {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(p)
	return r
}

func TestAMendedFileIsReadAgain(t *testing.T) {
	o := &own{now: broken(), next: broken()[1:2]}
	d, _ := open(t, o, 80, 24, nil)
	d.See("4, the rest is in use", "line 13:11", "no folder /mnt/stick/decks")
	d.Press("ctrl+r")
	d.See("read again: 1 problem left", "1, the rest is in use", `did you mean "front"?`)
	d.NotSee("line 13:11")
	o.next = nil
	d.Press("ctrl+r")
	d.See("your own decks were read again: 4 cards, 0 questions", "Nothing is wrong in your own decks.")
}

func TestDecksThatCannotBeReadLeaveTheListAsItWas(t *testing.T) {
	o := &own{now: broken(), err: errors.New("the disk is gone")}
	d, _ := open(t, o, 80, 24, nil)
	d.Press("ctrl+r")
	d.See("your own decks could not be read again: the disk is gone", "line 13:11")
}

// Keys that are pressed while the decks are read wait, so that none is lost.
func TestKeysWaitWhileTheDecksAreRead(t *testing.T) {
	o := &own{now: broken()}
	d, room := open(t, o, 80, 24, nil)
	d.Hold = true
	d.Press("ctrl+r", "ctrl+r", "esc")
	if room.Closed || o.asked != 0 {
		t.Fatal("the screen did not wait")
	}
	d.Run()
	if !room.Closed || o.asked != 2 {
		t.Errorf("closed %v, read %d times", room.Closed, o.asked)
	}
}

func TestWhatIsReadBehindTheScreenIsShown(t *testing.T) {
	o := &own{now: broken()}
	d, _ := open(t, o, 80, 24, nil)
	o.now = nil
	d.Send(ui.DecksMsg{})
	d.See("Nothing is wrong in your own decks.")
}

func TestAKeyThatDoesNothingSaysSo(t *testing.T) {
	d, _ := open(t, &own{now: broken()}, 120, 40, nil)
	d.Press("j")
	d.See("this is all of it")
	d.Press("x")
	d.See("x does nothing here")
}

// A fault may quote a file that would command the terminal.
func TestNoFaultReachesTheTerminalRaw(t *testing.T) {
	d, _ := open(t, &own{now: []faults.Fault{{File: "a\x1b[2J.yaml", Line: 1, Column: 1, ID: "\x1b[6n", Message: "\u202e\a\x1b]52;c;eA==\a", Hint: "\u009b2J"}}}, 80, 24, func(th *theme.Theme) {
		*th = theme.New(colours(termenv.Ascii), theme.Auto, false)
	})
	if raw := d.Raw(); strings.ContainsAny(raw, "\x1b\a\u202e\u009b") {
		t.Errorf("the frame is %q", raw)
	}
}
