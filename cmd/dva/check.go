package main

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"dva/deck/strict"
	"dva/srs"
	"dva/srs/fsrs"
	"dva/srs/store"
)

type checkOptions struct {
	Rebuild bool
}

func newCheck(run func(checkOptions) error) *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:   "check",
		Short: "Check the integrity of your progress",
		Long: `Check that your progress file is sound and that its parts agree: what is known
of each card must be what follows from the log of your answers. The exit code is
1 when something is wrong, and each finding names its cure.

--rebuild makes all that follows from the log anew, after a backup. A sound file
is the same afterwards.`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return run(o) },
	}
	c.Flags().BoolVar(&o.Rebuild, "rebuild", false, "make cards, notes and totals anew from the log first")
	return c
}

func (a *app) check(o checkOptions) (err error) {
	ctx := context.Background()
	f, err := a.folders()
	if err != nil {
		return err
	}
	v, _ := a.settings()
	open := store.OpenRead
	if o.Rebuild {
		open = openThere
	}
	s, err := open(ctx, f.progress(), store.Options{Now: a.now, Calendar: calendar(v)})
	if errors.Is(err, store.ErrNoFile) {
		a.say("nothing to check: there is no progress yet")
		return nil
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if o.Rebuild {
		if err := s.Rebuild(ctx); err != nil {
			return err
		}
		a.say("rebuilt from the log")
	}
	report, err := s.Check(ctx, model)
	if err != nil {
		return err
	}
	return a.sayCheck(report)
}

// openThere opens a file that is there, and never makes one.
func openThere(ctx context.Context, path string, o store.Options) (*store.Store, error) {
	s, err := store.OpenRead(ctx, path, o)
	if err == nil {
		err = s.Close()
	}
	if err != nil && !errors.Is(err, store.ErrOlder) {
		return nil, err
	}
	return store.Open(ctx, path, o)
}

func (a *app) sayCheck(r store.Report) error {
	a.say("%s, %s", count(r.Cards, "card"), count(r.Reviews, "review"))
	if r.Unproved > 0 {
		a.say("%s by a model that this dva does not know were taken as they are", count(r.Unproved, "review"))
	}
	for _, fault := range r.Faults {
		a.say("fault: %s; %s", strict.Clean(fault.What), fault.Cure)
	}
	if len(r.Faults) > 0 {
		return errFailed
	}
	a.say("sound")
	return nil
}

// model is the model that made reviews of this version.
func model(version string) (srs.Model, bool) {
	m := fsrs.Default()
	return m, strings.EqualFold(version, m.Version())
}
