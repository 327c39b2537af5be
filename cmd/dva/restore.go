package main

import (
	"context"
	"errors"
	"io/fs"

	"github.com/spf13/cobra"

	"dva/deck/strict"
	"dva/srs/store"
)

func newRestore(run func(file string) error) *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE",
		Short: "Bring your progress back from a backup",
		Long: `Bring your progress back from a backup. The backup is checked first; the file
that it replaces is kept beside it, and you are told where.`,
		Example: `  dva config path                     where the backups are
  dva restore ~/.local/share/dva/backups/progress-2026-11-21.db`,
		Args: exactly("FILE"),
		RunE: func(_ *cobra.Command, args []string) error { return run(args[0]) },
	}
}

func (a *app) restore(file string) error {
	f, err := a.folders()
	if err != nil {
		return err
	}
	v, _ := a.settings()
	kept, err := store.Restore(context.Background(), f.progress(), file, store.Options{Now: a.now, Calendar: calendar(v)})
	if errors.Is(err, store.ErrForeign) || errors.Is(err, store.ErrDamaged) || errors.Is(err, fs.ErrNotExist) {
		return hint(err, "\"dva config path\" says where the backups are")
	}
	if err != nil {
		return err
	}
	a.say("restored %s", strict.Clean(f.progress()))
	if kept != "" {
		a.say("the file before it is kept as %s", strict.Clean(kept))
	}
	return nil
}
