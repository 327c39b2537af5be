package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	tea "github.com/charmbracelet/bubbletea"

	"dva/cmd/dva/internal/early"
	"dva/tui"
	"dva/tui/line"
)

var errNoTerminal = hint(usage("there is no terminal to draw on"),
	"use --plain to ask by lines, or \"dva due\", \"dva stats\" and \"dva search\" for results on standard output")

// interact opens the app where start says, drawn or by lines.
func (a *app) interact(start tui.Start) (err error) {
	v, notes := a.settings()
	byLines := a.lineMode(v)
	if !byLines && (!isTerminal(a.in) || !isTerminal(a.out)) {
		return errNoTerminal
	}
	l, err := a.study(context.Background(), v)
	if err != nil {
		a.warnAll(notes)
		return err
	}
	defer func() { err = errors.Join(err, l.close()) }()
	switch {
	case byLines && start.Exam != nil:
		return a.sitByLines(l, *start.Exam, notes)
	case byLines:
		return a.talk(l, start.Study, notes)
	}
	return a.draw(l, start, notes)
}

// draw runs the app in the whole terminal. The deck is loaded while the first
// frame is on its way, or before when that frame needs it.
func (a *app) draw(l *learner, start tui.Start, notes []string) (err error) {
	v := l.values()
	load := sync.OnceValues(l.load)
	if start.Exam != nil {
		if _, err := load(); err != nil {
			return err
		}
	}
	model := tui.New(tui.Config{
		Learner:  l,
		Exams:    l,
		Shelf:    l.Browse(),
		Settings: settingsPort{l},
		Now:      a.now,
		Renderer: a.renderer(a.out),
		Theme:    a.themeOf(v),
		ASCII:    a.asciiOnly(v),
		Start:    start,
		Notice:   notice(notes, `"dva config list"`),
	})
	following, stop := context.WithCancel(context.Background())
	defer l.rest()
	defer stop()
	err = runProgram(model, a.in.(*os.File), a.out.(*os.File), func(send func(tea.Msg)) error {
		more, err := load()
		early.Settle()
		if notes = append(notes, more...); len(more) > 0 {
			send(tui.NoticeMsg(notice(notes, faultsKey)))
		}
		if err == nil {
			l.follow(following, send)
		}
		return err
	})
	a.warnAll(l.reported())
	return err
}

// talk runs a sitting by lines. Without a request it says first what the day
// holds.
func (a *app) talk(l *learner, start *tui.StudyRequest, notes []string) error {
	ctx, stop := signalContext()
	defer stop()
	more, err := l.load()
	early.Settle()
	a.warnAll(append(notes, more...))
	if err != nil {
		return err
	}
	request := tui.StudyRequest{}
	c := line.Config{In: a.in, Out: a.out, Now: a.now, Deck: l.deck()}
	if !l.values().Accessible {
		c.Width = terminalWidth(a.out)
	}
	if start != nil {
		request = *start
	} else {
		today, err := l.Today(ctx)
		if err != nil {
			return err
		}
		c.Today = &today.Plan
		if today.Plan.Spare > 0 {
			c.More = func(ctx context.Context) (line.Sitting, error) { return l.Study(ctx, tui.StudyRequest{Spare: true}) }
		}
	}
	sitting, err := l.Study(ctx, request)
	if err != nil {
		return err
	}
	c.Sitting = sitting
	err = line.Run(ctx, c)
	a.warnAll(l.reported())
	if errors.Is(err, line.ErrInterrupted) {
		a.say("")
		return context.Cause(ctx)
	}
	return err
}

// faultsKey lists what is wrong in own decks while the app runs.
const faultsKey = "! at home"

// notice is what of notes fits into the status line: the first, with its file
// but not the folders, how many more there are and what lists them.
func notice(notes []string, lister string) string {
	if len(notes) == 0 {
		return ""
	}
	place, text, _ := strings.Cut(notes[0], ": ")
	first := filepath.Base(place) + ": " + text
	if len(notes) == 1 {
		return first
	}
	return fmt.Sprintf("%d problems in your own files: %s; %s lists them", len(notes), first, lister)
}

// warnAll writes each note to standard error.
func (a *app) warnAll(notes []string) {
	for _, n := range notes {
		a.warn("%s", n)
	}
}
