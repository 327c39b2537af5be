package main

import (
	"context"
	"errors"

	"dva/srs"
	"dva/srs/review"
)

// unbegun is the file of a learner who has not begun: nothing to read, and
// nothing may be written to it.
type unbegun struct{}

var _ review.Store = unbegun{}

var errUnbegun = errors.New("there is no progress file to write to")

func (unbegun) Cards(context.Context, srs.Filter) ([]srs.Card, error)       { return nil, nil }
func (unbegun) Seen(context.Context) ([]string, error)                      { return nil, nil }
func (unbegun) Today(context.Context, srs.Day) (t review.Tally, err error)  { return t, nil }
func (unbegun) Days(context.Context, srs.Day, srs.Day) ([]srs.Total, error) { return nil, nil }
func (unbegun) NextDue(context.Context, srs.Day) (srs.Day, error)           { return 0, nil }
func (unbegun) Note(context.Context, string) (string, error)                { return "", nil }

func (unbegun) Record(context.Context, srs.Review) (srs.ActID, error) { return 0, errUnbegun }
func (unbegun) Mark(context.Context, srs.Mark) (srs.ActID, error)     { return 0, errUnbegun }
func (unbegun) Undo(context.Context) (srs.Act, error)                 { return srs.Act{}, review.ErrNothingToUndo }

func (unbegun) Redo(context.Context) (srs.Act, error) { return srs.Act{}, review.ErrNothingToRedo }
