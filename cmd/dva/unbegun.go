package main

import (
	"context"
	"errors"
	"time"

	"dva/deck/exam"
	"dva/srs"
	"dva/srs/review"
)

// unbegun is the file of a learner who has not begun: nothing to read, and
// nothing may be written to it.
type unbegun struct{}

var _ keeping = unbegun{}

var errUnbegun = errors.New("there is no progress file to write to")

func (unbegun) Cards(context.Context, srs.Filter) ([]srs.Card, error)       { return nil, nil }
func (unbegun) Seen(context.Context) ([]string, error)                      { return nil, nil }
func (unbegun) Today(context.Context, srs.Day) (t review.Tally, err error)  { return t, nil }
func (unbegun) Days(context.Context, srs.Day, srs.Day) ([]srs.Total, error) { return nil, nil }
func (unbegun) NextDue(context.Context, srs.Day) (srs.Day, error)           { return 0, nil }
func (unbegun) Note(context.Context, string) (string, error)                { return "", nil }

func (unbegun) Shown(context.Context, []string) (map[string]uint64, error) { return nil, nil }

func (unbegun) History(context.Context, string) ([]srs.Past, error) { return nil, nil }
func (unbegun) Notes(context.Context) (map[string]string, error)    { return nil, nil }

func (unbegun) Record(context.Context, srs.Review) (srs.ActID, error) { return 0, errUnbegun }
func (unbegun) Mark(context.Context, srs.Mark) (srs.ActID, error)     { return 0, errUnbegun }
func (unbegun) Undo(context.Context) (srs.Act, error)                 { return srs.Act{}, review.ErrNothingToUndo }

func (unbegun) Redo(context.Context) (srs.Act, error) { return srs.Act{}, review.ErrNothingToRedo }

func (unbegun) Exams(context.Context) ([]exam.Listing, error)             { return nil, nil }
func (unbegun) SeenInExams(context.Context) (map[string]time.Time, error) { return nil, nil }
func (unbegun) Brought(context.Context, exam.ID) ([]string, error)        { return nil, nil }

func (unbegun) Exam(context.Context, exam.ID) (exam.Record, error) {
	return exam.Record{}, exam.ErrNoExam
}

func (unbegun) Unfinished(context.Context) (exam.Listing, bool, error) {
	return exam.Listing{}, false, nil
}

func (unbegun) TakeExam(context.Context) (exam.Record, error) {
	return exam.Record{}, exam.ErrNoExam
}

func (unbegun) BeginExam(context.Context, exam.Paper, time.Time) (exam.Record, error) {
	return exam.Record{}, errUnbegun
}

func (unbegun) SaveExam(context.Context, exam.ID, exam.Change) error { return errUnbegun }

func (unbegun) EndExam(context.Context, exam.ID, exam.Change, review.Credit) error {
	return errUnbegun
}
