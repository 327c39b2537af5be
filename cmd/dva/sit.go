package main

import (
	"cmp"
	"context"
	"errors"
	"time"

	"dva/cmd/dva/internal/early"
	"dva/deck/exam"
	"dva/tui"
	"dva/tui/line"
)

// glance is how often an exam by lines looks at its clock: twice within
// exam.Gap, so that the time at the prompt counts.
const glance = exam.Gap / 2

// sitByLines runs an exam by lines.
func (a *app) sitByLines(l *learner, r tui.ExamRequest, notes []string) error {
	ctx, stop := signalContext()
	defer stop()
	more, err := l.load()
	early.Settle()
	a.warnAll(append(notes, more...))
	if err != nil {
		return err
	}
	s, err := l.sit(ctx, r)
	if err != nil {
		return err
	}
	tick := time.NewTicker(glance)
	defer tick.Stop()
	c := line.ExamConfig{In: a.in, Out: a.out, Now: a.now, Exam: s, Tick: tick.C}
	if !l.values().Accessible {
		c.Width = terminalWidth(a.out)
	}
	err = line.RunExam(ctx, c)
	a.warnAll(l.reported())
	if errors.Is(err, line.ErrInterrupted) {
		a.say("")
		return context.Cause(ctx)
	}
	return err
}

// sit begins an exam, or goes on with the open one.
func (l *learner) sit(ctx context.Context, r tui.ExamRequest) (*exam.Sitting, error) {
	if r.Resume {
		s, err := exam.Resume(ctx, l.exams(), l.now)
		if errors.Is(err, exam.ErrNoExam) {
			return nil, errNothingToResume
		}
		return s, err
	}
	if _, open, err := l.exams().Unfinished(ctx); err != nil || open {
		return nil, errors.Join(err, openExam(open))
	}
	p, err := l.paper(ctx, cmp.Or(r.Length, exam.Full), r.Seed)
	if err != nil {
		return nil, err
	}
	return exam.Begin(ctx, l.exams(), p, l.now)
}

var errNothingToResume = hint(errors.New("there is no exam to go on with"), "\"dva exam\" begins one")

func openExam(open bool) error {
	if !open {
		return nil
	}
	return hint(exam.ErrUnfinished, "\"dva exam --resume\" goes on with it; q there gives it up")
}
