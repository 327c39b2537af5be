package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dva/cmd/dva/internal/settings"
	"dva/deck/strict"
	"dva/tui/render"
)

func newConfig(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:   "config",
		Short: "Show and change settings",
		Long: `Show and change settings. They are kept in a YAML file, config.yaml, which may
be edited by hand too; the settings screen of the app changes the same file.`,
		Example: `  dva config list
  dva config set exam_date 2027-01-15
  dva config set learning_steps "1m 10m"
  dva config get retention`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return a.configList() },
	}
	c.AddCommand(
		&cobra.Command{
			Use: "list", Short: "Show all settings, and what they may be", Args: noArgs,
			RunE: func(*cobra.Command, []string) error { return a.configList() },
		},
		&cobra.Command{
			Use: "get KEY", Short: "Show one setting", Args: exactly("KEY"), ValidArgsFunction: completeKeys,
			RunE: func(_ *cobra.Command, args []string) error { return a.configGet(args[0]) },
		},
		newConfigSet(a.configSet),
		&cobra.Command{
			Use: "path", Short: "Show where settings, progress, backups and decks are kept", Args: noArgs,
			RunE: func(*cobra.Command, []string) error { return a.configPath() },
		},
	)
	return c
}

func newConfigSet(run func(key, value string) error) *cobra.Command {
	c := &cobra.Command{
		Use: "set KEY VALUE", Short: "Change one setting", Args: atLeast("KEY", "VALUE"), ValidArgsFunction: completeKeys,
		RunE: func(_ *cobra.Command, args []string) error { return run(args[0], strings.Join(args[1:], " ")) },
	}
	c.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		before := c.Flags().Args()
		o, ok := settings.Find(first(before))
		if !ok || len(before) > 1 {
			return wrongFlag(c, err)
		}
		return hint(usage("%s cannot be what begins with a dash", o.Key), "%s may be %s", o.Key, o.Range)
	})
	return c
}

// completeKeys offers the keys of settings, and then what a key may be.
func completeKeys(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	switch {
	case len(args) == 0:
		var out []string
		for _, o := range settings.Options() {
			out = append(out, o.Key+"\t"+o.Help)
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	case len(args) == 1 && c.Name() == "set":
		o, _ := settings.Find(args[0])
		return o.Choices, cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

func (a *app) configList() error {
	v, notes := a.settings()
	a.warnAll(notes)
	width := terminalWidth(a.out)
	for _, o := range settings.Options() {
		value := o.Get(v)
		if value != o.Default() {
			value += " *"
		}
		a.say("%s", hanging(fmt.Sprintf("%-17s %-14s ", o.Key, value), o.Help+" "+bracketed(o), width))
	}
	a.say("\n* is changed from the default")
	return nil
}

// hanging is text beside head, broken into lines of at most width cells, all of
// which begin in the same column. A width of 0 breaks nothing; where there is
// little room beside head, text goes below it.
func hanging(head, text string, width int) string {
	const least, indent = 24, 2
	column := len(head)
	switch {
	case width <= 0:
		return head + text
	case width-column < least:
		head, column = strings.TrimRight(head, " ")+"\n"+strings.Repeat(" ", indent), indent
	}
	lines := render.Break(text, max(1, width-column))
	return head + strings.ReplaceAll(lines, "\n", "\n"+strings.Repeat(" ", column))
}

// bracketed is what an option may be, and is by default.
func bracketed(o settings.Option) string {
	return fmt.Sprintf("(%s; default %s)", o.Range, o.Default())
}

func (a *app) configGet(key string) error {
	o, err := findOption(key)
	if err != nil {
		return err
	}
	v, notes := a.settings()
	a.warnAll(notes)
	a.say("%s", o.Get(v))
	return nil
}

func (a *app) configSet(key, value string) error {
	o, err := findOption(key)
	if err != nil {
		return err
	}
	v := settings.Defaults()
	if err := o.Set(&v, value); err != nil {
		return usage("%w", err)
	}
	if err := notPast(o, v, a.now()); err != nil {
		return err
	}
	f, err := a.folders()
	if err != nil {
		return err
	}
	if err := settings.Set(f.settings(), o.Key, value); err != nil {
		return err
	}
	a.say("%s is now %s", o.Key, o.Get(v))
	return nil
}

// notPast refuses an exam that was before today, when o is what sets it: one
// that has passed since may stay.
func notPast(o settings.Option, v settings.Values, now time.Time) error {
	today := calendar(v).Day(now)
	if o.Key != settings.ExamDate || v.ExamDay == 0 || v.ExamDay >= today {
		return nil
	}
	return hint(usage("%s cannot be %q: that day is past", o.Key, v.ExamDay), "today is %s; \"none\" takes the date away", today)
}

func (a *app) configPath() error {
	f, err := a.folders()
	if err != nil {
		return err
	}
	for _, p := range [][2]string{
		{"settings", f.settings()}, {"progress", f.progress()}, {"backups", f.backups()}, {"decks", f.decks()}, {"cache", f.Cache},
	} {
		a.say("%-9s %s", p[0], strict.Clean(p[1]))
	}
	return nil
}

// findOption is the option with this key, or an error that guesses which was
// meant.
func findOption(key string) (settings.Option, error) {
	if o, ok := settings.Find(strings.ToLower(key)); ok {
		return o, nil
	}
	err := usage("there is no setting %q", key)
	if near := strict.Closest(key, settings.Keys()); near != "" {
		return settings.Option{}, hint(err, "did you mean %q?", near)
	}
	return settings.Option{}, hint(err, "\"dva config list\" shows all")
}
