//go:build unix

package main

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"
)

const hangUp = int(syscall.SIGHUP)

// endingSignals end a program, which then has the terminal to put right.
var endingSignals = []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT}

func asError(s os.Signal) error {
	n, _ := s.(syscall.Signal)
	return signalError{int(n)}
}

// notifySuspend sends the signal that suspends a program to c instead.
func notifySuspend(c chan os.Signal) { signal.Notify(c, syscall.SIGTSTP) }

// suspendFilter lets the signal through while Bubble Tea suspends the program,
// which it does by that very signal.
func suspendFilter(c chan os.Signal) func(tea.Model, tea.Msg) tea.Msg {
	return func(_ tea.Model, msg tea.Msg) tea.Msg {
		switch msg.(type) {
		case tea.SuspendMsg:
			signal.Reset(syscall.SIGTSTP)
		case tea.ResumeMsg:
			notifySuspend(c)
		}
		return msg
	}
}

// watched is a terminal's input that says when the terminal is gone, which
// Bubble Tea does not notice while the signal for it is ignored (nohup).
func watched(f *os.File, gone chan<- struct{}) io.Reader { return &watchedInput{f, gone} }

type watchedInput struct {
	*os.File
	gone chan<- struct{}
}

func (w *watchedInput) Read(b []byte) (int, error) {
	n, err := w.File.Read(b)
	if errors.Is(err, io.EOF) || errors.Is(err, syscall.EIO) {
		select {
		case w.gone <- struct{}{}:
		default:
		}
	}
	return n, err
}
