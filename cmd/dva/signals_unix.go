//go:build linux || darwin || freebsd

package main

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"sync/atomic"
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

// suspender stops the program and brings it back, by its key and by the signal
// from outside. Bubble Tea by itself knows the key alone: it puts the terminal
// right and sends its process group the signal. A signal that Go has once been
// notified of no longer stops a process, so that one it is stopped by here.
type suspender struct {
	signals  chan os.Signal
	alone    bool        // nobody is there who could bring the program back
	stopping atomic.Bool // Bubble Tea has put the terminal right
}

func newSuspender() *suspender {
	s := &suspender{signals: make(chan os.Signal, 1), alone: leadsSession()}
	signal.Notify(s.signals, syscall.SIGTSTP)
	return s
}

func (s *suspender) close() { signal.Stop(s.signals) }

// handle takes a signal that came: the wish to be stopped, or Bubble Tea's go-ahead.
func (s *suspender) handle(p *tea.Program) {
	if s.stopping.Load() {
		_ = syscall.Kill(os.Getpid(), syscall.SIGSTOP) // cannot fail for oneself
		return
	}
	p.Send(tea.SuspendMsg{})
}

// filter sees each message before Bubble Tea does.
func (s *suspender) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case tea.SuspendMsg:
		if s.alone {
			return nil
		}
		s.stopping.Store(true)
	case tea.ResumeMsg:
		s.stopping.Store(false)
	}
	return msg
}

// leadsSession says that the program was started by no shell with job control,
// but by a terminal itself: once stopped it would stay so for ever.
func leadsSession() bool {
	session, _, _ := syscall.RawSyscall(syscall.SYS_GETSID, 0, 0, 0)
	return int(session) == os.Getpid()
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
