package exam

import (
	"context"
	"errors"
	"slices"
	"time"
)

// fake is a file of one exam in memory. It keeps what it is given and nothing of
// the sitting's own.
type fake struct {
	record Record
	open   bool
	saves  int
	ends   int
	fail   error // the next writing call fails with it
}

func (f *fake) failing() error {
	err := f.fail
	f.fail = nil
	return err
}

func (f *fake) Begin(_ context.Context, p Paper, at time.Time) (Record, error) {
	if err := f.failing(); err != nil {
		return Record{}, err
	}
	if f.open {
		return Record{}, ErrUnfinished
	}
	f.open = true
	f.record = Record{ID: f.record.ID + 1, Holder: 1, Paper: p, Run: Run{Started: at}, Answers: make([]Answer, len(p.Items))}
	return f.copy(), nil
}

func (f *fake) Take(context.Context) (Record, error) {
	if !f.open {
		return Record{}, ErrNoExam
	}
	f.record.Holder++
	return f.copy(), nil
}

func (f *fake) Save(_ context.Context, id ID, c Change) error {
	if err := f.allowed(id, c); err != nil {
		return err
	}
	f.saves++
	f.apply(c)
	return nil
}

func (f *fake) End(_ context.Context, r Record, c Change) error {
	if err := f.allowed(r.ID, c); err != nil {
		return err
	}
	if c.Run.Status == Open || c.Run.Ended.IsZero() {
		return errors.New("the run has not ended")
	}
	f.ends++
	f.apply(c)
	f.open = false
	return nil
}

func (f *fake) allowed(id ID, c Change) error {
	switch err := f.failing(); {
	case err != nil:
		return err
	case id != f.record.ID:
		return ErrNoExam
	case !f.open:
		return ErrEnded
	case c.Holder != f.record.Holder:
		return ErrTaken
	}
	return nil
}

func (f *fake) apply(c Change) {
	f.record.Run = c.Run
	for _, it := range c.Items {
		f.record.Answers[it.Index] = it.Answer
	}
}

// copy is the record as a file gives it: nothing is shared.
func (f *fake) copy() Record {
	r := f.record
	r.Answers = slices.Clone(r.Answers)
	for i := range r.Answers {
		r.Answers[i].Picked = slices.Clone(r.Answers[i].Picked)
		r.Answers[i].First = slices.Clone(r.Answers[i].First)
	}
	return r
}
