package main

import (
	"cmp"
	"context"
	"errors"
	"time"

	"dva/cmd/dva/internal/early"
	"dva/deck"
	"dva/deck/exam"
	"dva/tui"
	"dva/tui/line"
	"dva/tui/paper"
)

// glance is how often an exam by lines looks at its clock: twice within
// exam.Gap, so that the time at the prompt counts.
const glance = exam.Gap / 2

// desk is where the screens begin exams and take them up.
type desk struct {
	l    *learner
	seed *uint64
}

// Desk is where exams are begun; without a seed each paper has one of the clock.
func (l *learner) Desk(seed *uint64) paper.Desk { return desk{l, seed} }

// Forms are the exams that can be sat, longest first.
func (l *learner) Forms() []exam.Form {
	var forms []exam.Form
	for _, length := range exam.Lengths {
		forms = append(forms, exam.FormOf(&l.deck().Exam, length))
	}
	return forms
}

// History is all exams, newest first.
func (l *learner) History(ctx context.Context) ([]exam.Listing, error) {
	history, err := l.exams().History(ctx)
	return history, spoken(err)
}

// Finished is an exam that was handed in, and the cards that it brought forward.
func (l *learner) Finished(ctx context.Context, id exam.ID) (r exam.Record, brought []string, err error) {
	if r, err = l.exams().Record(ctx, id); err == nil {
		brought, err = l.exams().Brought(ctx, id)
	}
	return r, brought, spoken(err)
}

// Hash is of a question's text as the deck has it now.
func (l *learner) Hash(question string) (uint64, bool) {
	it, ok := l.deck().Item(question)
	if !ok {
		return 0, false
	}
	return it.Hash, true
}

// Scale is that of the real exam's score.
func (l *learner) Scale() deck.Scale { return l.deck().Exam.Scale }

// Unfinished is the exam that is open, false when none is.
func (d desk) Unfinished(ctx context.Context) (exam.Listing, bool, error) {
	open, found, err := d.l.exams().Unfinished(ctx)
	return open, found, spoken(err)
}

// Draw makes a paper of this length without beginning it.
func (d desk) Draw(ctx context.Context, length exam.Length) (exam.Paper, error) {
	p, err := d.l.paper(ctx, length, d.seed)
	return p, spoken(err)
}

// Begin starts the clock of a paper.
func (d desk) Begin(ctx context.Context, p exam.Paper) (paper.Sitting, error) {
	return sitting(exam.Begin(ctx, d.l.exams(), p, d.l.now))
}

// Resume goes on with the exam that is open.
func (d desk) Resume(ctx context.Context) (paper.Sitting, error) {
	return sitting(exam.Resume(ctx, d.l.exams(), d.l.now))
}

// sitting is s for the screens, which tell a missing one by nil.
func sitting(s *exam.Sitting, err error) (paper.Sitting, error) {
	if s == nil {
		return nil, spoken(err)
	}
	return s, err
}

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
