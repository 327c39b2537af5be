package main

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"dva/srs/review"
	"dva/tui"
)

type dueOptions struct {
	JSON  bool
	Quiet bool
}

func newDue(run func(dueOptions) error) *cobra.Command {
	var o dueOptions
	c := &cobra.Command{
		Use:   "due",
		Short: "Say what is due today",
		Long: `Say what is due today, for you, your shell's prompt and scripts.

It changes nothing of yours, asks the terminal nothing and takes some hundredths
of a second. The exit code is 0 whether something is due or not.

In a prompt, with --quiet so that nothing is shown when nothing is due:

  bash      PS1='$(dva due --quiet 2>/dev/null) '"$PS1"
  zsh       setopt prompt_subst; PROMPT='$(dva due --quiet 2>/dev/null) '"$PROMPT"
  fish      function fish_right_prompt; dva due --quiet 2>/dev/null; end
  starship  [custom.dva]
            command = "dva due --quiet"
            when = true`,
		Example: `  dva due
  dva due --json | jq .total`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			if o.JSON && o.Quiet {
				return usage("--json and --quiet exclude each other")
			}
			return run(o)
		},
	}
	c.Flags().BoolVar(&o.JSON, "json", false, "as JSON: now, study_day, new, learning, review, total, next_due")
	c.Flags().BoolVar(&o.Quiet, "quiet", false, "say nothing when nothing is due")
	return c
}

// dueReport is the JSON form; scripts rely on its names.
type dueReport struct {
	Now      time.Time  `json:"now"`
	StudyDay string     `json:"study_day"`
	New      int        `json:"new"`
	Learning int        `json:"learning"`
	Review   int        `json:"review"`
	Total    int        `json:"total"`
	NextDue  *time.Time `json:"next_due"` // null when nothing is learned yet
}

func (a *app) due(o dueOptions) (err error) {
	ctx := context.Background()
	l, err := a.look(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.close()) }()

	now := a.now()
	today, err := review.Today(ctx, l.options(tui.StudyRequest{}))
	if err != nil {
		return err
	}
	r := dueReport{
		Now: now.Truncate(time.Second), StudyDay: today.Day.String(),
		New: today.New, Learning: today.Steps, Review: today.Due - today.Steps, Total: today.New + today.Due,
	}
	if !today.NextDue.IsZero() {
		next := today.NextDue.In(now.Location())
		r.NextDue = &next
	}
	switch {
	case o.JSON:
		return a.json(r)
	case o.Quiet && r.Total == 0:
		return nil
	}
	a.say("%d due, %d new", today.Due, today.New)
	return nil
}
