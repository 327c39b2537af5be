package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"dva/deck/strict"
)

// mostHits is how many hits are shown.
const mostHits = 40

func newSearch(run func(words string) error) *cobra.Command {
	return &cobra.Command{
		Use:   "search WORDS...",
		Short: "Find cards and questions",
		Long: `Find cards and questions in which all words occur: in their text, id or service.
A word may be the beginning of one.`,
		Example: `  dva search visibility timeout
  dva search cognito refresh`,
		Args: atLeast("WORDS"),
		RunE: func(_ *cobra.Command, args []string) error { return run(strings.Join(args, " ")) },
	}
}

func (a *app) search(words string) error {
	f, err := a.folders()
	if err != nil {
		return err
	}
	d, notes, err := a.openDeck(f)
	a.warnAll(notes)
	if err != nil {
		return err
	}
	hits := d.Search(words, mostHits+1)
	if len(hits) == 0 {
		return hint(errors.New("nothing matches "+strict.Clean(words)), "try fewer words, or the beginning of one")
	}
	for i, h := range hits {
		if i == mostHits {
			a.say("... and more; add a word to narrow the search")
			break
		}
		a.say("%-8s  %s  %s", h.Item.Kind, h.Item.Parent, strict.Clean(h.Title))
	}
	return nil
}
