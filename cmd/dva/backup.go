package main

import (
	"context"
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"dva/deck/strict"
	"dva/srs/store"
)

type backupOptions struct {
	File  string // empty for one by date in the backups folder
	Force bool
}

func newBackup(run func(backupOptions) error) *cobra.Command {
	var o backupOptions
	c := &cobra.Command{
		Use:   "backup [FILE]",
		Short: "Copy your progress to a file",
		Long: `Copy your progress to a file, whole and sound even while the app is running.

The app takes a backup by itself once a day; seven daily and four weekly ones are
kept. One without a FILE goes beside them and is kept until you remove it.`,
		Example: `  dva backup
  dva backup /media/stick/dva.db`,
		Args: atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.File = first(args)
			return run(o)
		},
	}
	c.Flags().BoolVar(&o.Force, "force", false, "replace a file that is no backup of dva")
	return c
}

func (a *app) backup(o backupOptions) (err error) {
	ctx := context.Background()
	f, err := a.folders()
	if err != nil {
		return err
	}
	v, _ := a.settings()
	s, err := store.OpenRead(ctx, f.progress(), store.Options{Now: a.now, Calendar: calendar(v)})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if o.File != "" {
		if err := needFolder(filepath.Dir(o.File)); err != nil {
			return err
		}
	} else {
		o.File = filepath.Join(f.backups(), "manual-"+a.now().Format("2006-01-02-150405")+".db")
		if err := makeFolder(f.backups()); err != nil {
			return err
		}
	}
	if err := s.Backup(ctx, o.File, o.Force); err != nil {
		return err
	}
	a.say("%s", strict.Clean(o.File))
	return nil
}
