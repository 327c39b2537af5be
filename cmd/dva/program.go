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

// program is Bubble Tea's, and what it does not see to by itself: the terminal
// is put right on every signal that ends a program, the program ends when its
// terminal is gone, and it can be suspended from outside.
type program struct {
	*tea.Program
	in      *os.File
	modes   *term.State // of the terminal before; nil when there are none
	ends    chan os.Signal
	gone    chan struct{} // the terminal is
	suspend *suspender
	ended   chan error // why it ends, when not by itself
	done    chan struct{}
}

// runProgram draws model until it quits, and does work meanwhile, whose error
// ends it.
func runProgram(model tea.Model, in, out *os.File, work func(send func(tea.Msg)) error) error {
	p := &program{
		in: in, ends: make(chan os.Signal, 1), gone: make(chan struct{}, 1), suspend: newSuspender(),
		ended: make(chan error, 2), done: make(chan struct{}),
	}
	p.modes, _ = term.GetState(int(in.Fd()))
	signal.Notify(p.ends, endingSignals...)
	defer signal.Stop(p.ends)
	defer p.suspend.close()
	p.Program = tea.NewProgram(model,
		tea.WithAltScreen(), tea.WithFPS(framesPerSecond),
		tea.WithInput(watched(in, p.gone)), tea.WithOutput(out),
		tea.WithoutSignalHandler(), tea.WithFilter(p.suspend.filter))
	go func() {
		if err := guarded(func() error { return work(p.Send) }); err != nil {
			p.end(err)
		}
	}()
	go p.watch()
	_, err := p.Run()
	close(p.done)
	return p.reason(err)
}

// watch takes what happens outside until the program is done.
func (p *program) watch() {
	for {
		select {
		case s := <-p.ends:
			last := time.AfterFunc(lastWord, func() { p.giveUp(asError(s)) })
			p.end(asError(s))
			<-p.done
			last.Stop()
			return
		case <-p.gone:
			p.end(signalError{hangUp})
			return
		case <-p.suspend.signals:
			p.suspend.handle(p.Program)
		case <-p.done:
			return
		}
	}
}

func (p *program) end(why error) {
	p.ended <- why
	p.Quit()
}

// giveUp ends a program that cannot draw its last frame, as when the output of
// its terminal is held. Nothing is lost: what was answered is on disk.
func (p *program) giveUp(why error) {
	if p.modes != nil {
		_ = term.Restore(int(p.in.Fd()), p.modes)
	}
	os.Exit(exitCode(why))
}

// reason is why the program ended; err is Bubble Tea's own.
func (p *program) reason(err error) error {
	select {
	case why := <-p.ended:
		return why
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

// guarded makes an error of a panic, which would end the program and leave the
// terminal as it is.
func guarded(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w (%v)", errFault, r)
		}
	}()
	return f()
}
