package main

import (
	"github.com/spf13/cobra"

	"dva/tui"
)

// newHome is the root: "dva" alone opens the app at home.
func newHome(run func() error) *cobra.Command {
	return &cobra.Command{
		Use:   "dva",
		Short: "Study for the AWS Certified Developer - Associate exam in the terminal",
		Long: `Study for the AWS Certified Developer - Associate exam in the terminal.

"dva" alone opens the app. Cards come back when you are about to forget them;
every answer is saved before the next card is shown, so leave whenever you like.
Nothing leaves this machine.`,
		Example: `  dva                                      open the app
  dva review --service sqs                 review what is due of one service
  dva config set exam_date 2027-01-15      pace new cards toward your exam
  DVA_NOW=2027-01-01T09:00:00Z dva due     see what a day will bring`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return run() },
	}
}

// openHome opens the app at home.
func (a *app) openHome() error { return a.interact(tui.Start{}) }
