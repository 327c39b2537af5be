//go:build !linux && !darwin && !freebsd

package main

import (
	"io"
	"os"

	tea "github.com/charmbracelet/bubbletea"
)

const hangUp = 1

// endingSignals end a program, which then has the terminal to put right.
var endingSignals = []os.Signal{os.Interrupt}

func asError(os.Signal) error { return signalError{2} }

// suspender does nothing where programs cannot be stopped.
type suspender struct{ signals chan os.Signal }

func newSuspender() *suspender                               { return &suspender{} }
func (s *suspender) close()                                  {}
func (s *suspender) handle(*tea.Program)                     {}
func (s *suspender) filter(_ tea.Model, msg tea.Msg) tea.Msg { return msg }

// watched is f itself: a console that is not os.Stdin would not tell its size.
func watched(f *os.File, _ chan<- struct{}) io.Reader { return f }
