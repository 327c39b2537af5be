package main

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"golang.org/x/term"
)

// framesPerSecond is the most that Bubble Tea draws. At its usual 60 the first
// frame, and each answer to a key, comes 8 ms later.
const framesPerSecond = 120

// lastWord is how long a program that a signal ends may take to put the
// terminal right.
const lastWord = 400 * time.Millisecond

var errFault = hint(errors.New("dva met a fault of its own and had to stop; every answer is saved"),
	"\"dva check\" looks whether your file is sound")

// runProgram draws model until it quits. Unlike Bubble Tea by itself it puts the
// terminal right on every signal that ends a program, ends when the terminal is
// gone, and lets itself be suspended from outside.
func runProgram(model tea.Model, in, out *os.File) error {
	ends := make(chan os.Signal, 1)
	signal.Notify(ends, endingSignals...)
	defer signal.Stop(ends)
	suspend := newSuspender()
	defer suspend.close()
	gone := make(chan struct{}, 1)
	p := tea.NewProgram(model,
		tea.WithAltScreen(), tea.WithFPS(framesPerSecond),
		tea.WithInput(watched(in, gone)), tea.WithOutput(out),
		tea.WithoutSignalHandler(), tea.WithFilter(suspend.filter))

	modes, _ := term.GetState(int(in.Fd())) // nil when there is none to restore
	done := make(chan struct{})
	ended := make(chan error, 1)
	go func() {
		for {
			select {
			case s := <-ends:
				ended <- asError(s)
				time.AfterFunc(lastWord, func() { giveUp(int(in.Fd()), modes, asError(s)) })
				p.Quit()
				return
			case <-gone:
				ended <- errTerminalGone
				p.Quit()
				return
			case <-suspend.signals:
				suspend.handle(p)
			case <-done:
				return
			}
		}
	}()
	_, err := p.Run()
	close(done)
	select {
	case err := <-ended:
		return err
	default:
	}
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		return errFault
	case err != nil:
		return fmt.Errorf("draw on the terminal: %w", err)
	}
	return nil
}

// errTerminalGone ends the program as the hang-up of its terminal does.
var errTerminalGone error = signalError{hangUp}

// giveUp ends a program that cannot draw its last frame, as when the output of
// its terminal is held. Nothing is lost: what was answered is on disk.
func giveUp(fd int, modes *term.State, err error) {
	if modes != nil {
		_ = term.Restore(fd, modes)
	}
	os.Exit(exitCode(err))
}
