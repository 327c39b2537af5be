//go:build !unix

package main

import (
	"io"
	"os"
	"os/signal"

	tea "github.com/charmbracelet/bubbletea"
)

const hangUp = 1

// endingSignals end a program, which then has the terminal to put right.
var endingSignals = []os.Signal{os.Interrupt}

func asError(os.Signal) error { return signalError{2} }

func notifySuspend(chan os.Signal) {}

func suspendFilter(chan os.Signal) func(tea.Model, tea.Msg) tea.Msg {
	return func(_ tea.Model, msg tea.Msg) tea.Msg { return msg }
}

// watched is f itself: a console that is not os.Stdin would not tell its size.
func watched(f *os.File, _ chan<- struct{}) io.Reader { return f }
