package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"dva/deck/strict"
	"dva/srs"
	"dva/srs/find"
)

// mostHits is how many hits are shown when nothing else is said.
const mostHits = 40

type searchOptions struct {
	Query string
	Limit int // 0 is all
}

func newSearch(run func(searchOptions) error) *cobra.Command {
	o := searchOptions{Limit: mostHits}
	c := &cobra.Command{
		Use:   "search WORDS...",
		Short: "Find cards and questions",
		Long: `Find cards and questions in which all words occur: in their text, id or service,
or as the number of a skill. A word may be the beginning of one, and a slip of
the finger is forgiven. The best come first.

Words with a colon choose by place and by how you stand with an item:
` + searchFields() + `
A comma means or, a minus takes out (after --, so that it is no flag).`,
		Example: `  dva search visibility timeout
  dva search ddb capacty
  dva search service:sqs is:leech
  dva search -- encryption -service:kms,s3`,
		Args: atLeast("WORDS"),
		RunE: func(_ *cobra.Command, args []string) error {
			o.Query = strings.Join(args, " ")
			return run(o)
		},
	}
	c.Flags().Var(amount{"limit", &o.Limit}, "limit", fmt.Sprintf("at most `N` lines, %d when it is not said; 0 is all", mostHits))
	return c
}

// searchFields are the words with a colon, in two paragraphs.
func searchFields() string {
	var examples []string
	for _, f := range find.Fields[:len(find.Fields)-1] {
		examples = append(examples, f.Example)
	}
	half := len(find.States) / 2
	return "  " + strings.Join(examples, "  ") + "\n  is: " + strings.Join(find.States[:half], " ") +
		"\n      " + strings.Join(find.States[half:], " ")
}

// search prints what it finds, a line each: kind, id, what it asks.
func (a *app) search(o searchOptions) (err error) {
	shelf, end, err := a.searched(o.Query)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, end()) }()
	found := shelf.Find(o.Query)
	switch {
	case found.Problem != "":
		return hint(usage("%s", found.Problem), "\"dva search --help\" lists the words")
	case len(found.At) == 0:
		return hint(errors.New("nothing matches "+strict.Clean(o.Query)), "try fewer words, or the beginning of one")
	}
	shown, last := 0, ""
	for _, at := range found.At {
		e := &shelf.Entries[at]
		id, kind := e.Item.Parent, e.Item.Kind.String()
		if find.Remembers(o.Query) { // each blank has a state of its own
			id = e.Item.ID
		}
		if e.Gone {
			kind = "gone"
		}
		if id == last {
			continue
		}
		last = id
		if shown++; o.Limit > 0 && shown > o.Limit {
			a.warn("there are more; add a word, or say --limit 0")
			return nil
		}
		front, _ := shelf.Deck.Sides(e.Item)
		title, _, _ := strings.Cut(front, "\n")
		line := fmt.Sprintf("%-8s  %s  %s", kind, strict.Clean(id), strict.Clean(title))
		if width := terminalWidth(a.out); width > 0 { // a person looks; others get all of it
			line = ansi.Truncate(line, width, "")
		}
		a.say("%s", strings.TrimRight(line, " "))
	}
	return nil
}

// searched is what a query is put to, and how to end it. The learner's file is
// opened only for a query that asks for what it knows.
func (a *app) searched(query string) (shelf *find.Shelf, end func() error, err error) {
	if !find.Remembers(query) {
		f, err := a.folders()
		if err != nil {
			return nil, nil, err
		}
		d, notes, err := a.openDeck(f)
		a.warnAll(notes)
		if err != nil {
			return nil, nil, err
		}
		return find.New(d, find.Known{}, srs.DayOf(a.now()), 0), func() error { return nil }, nil
	}
	ctx := context.Background()
	l, err := a.look(ctx)
	if err != nil {
		return nil, nil, err
	}
	shelf, err = l.Shelf(ctx)
	return shelf, l.close, err
}
