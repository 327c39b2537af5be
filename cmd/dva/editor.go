package main

import (
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strings"
)

// editor is the learner's: VISUAL, else EDITOR; empty when neither is set. A
// terminal that can only write lines has no use for a visual one.
func (a *app) editor() string {
	if e := strings.TrimSpace(a.env("VISUAL")); e != "" && a.env("TERM") != "dumb" {
		return e
	}
	return strings.TrimSpace(a.env("EDITOR"))
}

// special are the characters for which an editor's name is given to the shell, as
// git does it, so that arguments and quotes work.
const special = "|&;<>()$`\\\"' \t\n*?[#~=%"

// editorCommand opens file.
func editorCommand(editor, file string) *exec.Cmd {
	switch {
	case !strings.ContainsAny(editor, special):
		return exec.Command(editor, file)
	case runtime.GOOS != "windows":
		return exec.Command("sh", "-c", shellLine(editor), editor, file)
	}
	if _, err := exec.LookPath(editor); err == nil {
		return exec.Command(editor, file)
	}
	words := strings.Fields(editor)
	return exec.Command(words[0], append(words[1:], file)...)
}

// shellLine is what the shell runs. It gives way to an editor that is one plain
// command; beside any other it must not be interrupted by keys that are meant for
// the editor.
func shellLine(editor string) string {
	if !strings.ContainsAny(editor, "|&;<>()=") {
		return "exec " + editor + ` "$@"`
	}
	return "trap : INT QUIT\n" + editor + ` "$@"`
}

// edit runs the editor until it ends. Keys that interrupt are meant for it; what
// else ends programs is passed on to it, and then ends this one.
func (a *app) edit(editor, file string) error {
	c := editorCommand(editor, file)
	c.Stdin, c.Stdout, c.Stderr = a.in, a.out, a.err
	ends := make(chan os.Signal, 4)
	signal.Notify(ends, endingSignals...)
	defer signal.Stop(ends)
	if err := c.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	var why error
	for {
		select {
		case s := <-ends:
			if s != os.Interrupt {
				why = asError(s)
				_ = c.Process.Signal(s) // it may be gone already
			}
		case err := <-ended:
			if why != nil {
				return why
			}
			return err
		}
	}
}
