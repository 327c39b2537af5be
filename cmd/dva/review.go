package main

import (
	"github.com/spf13/cobra"

	"dva/tui"
)

type reviewOptions struct {
	Services []string // keys or other names; empty is all
	Limit    int      // 0 is the whole day
}

func newReview(run func(reviewOptions) error, services cobra.CompletionFunc) *cobra.Command {
	var o reviewOptions
	c := &cobra.Command{
		Use:   "review",
		Short: "Review what is due today",
		Example: `  dva review                     all that today holds
  dva review --service sqs,sns   of two services only
  dva review --limit 20          twenty cards at most
  dva review --plain             as plain lines, for screen readers and slow links`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return run(o) },
	}
	c.Flags().StringSliceVar(&o.Services, "service", nil, "only this `SERVICE` (may be repeated)")
	c.Flags().Var(amount{"limit", &o.Limit}, "limit", "at most `N` cards")
	_ = c.RegisterFlagCompletionFunc("service", services) // fails only for a flag that is not there
	return c
}

// completeServices offers the services that have cards.
func (a *app) completeServices(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	f, err := a.folders()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	d, _, err := a.openDeck(f)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var out []string
	for _, s := range statServices(d) {
		out = append(out, s.Key+"\t"+s.Name)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// review opens the app within today's review.
func (a *app) review(o reviewOptions) error {
	keys, err := a.services(o.Services)
	if err != nil {
		return err
	}
	return a.interact(tui.Start{Study: &tui.StudyRequest{Services: keys, Limit: o.Limit}})
}
