package main

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"dva/deck"
	"dva/deck/exam"
	"dva/srs"
	"dva/srs/fsrs"
	"dva/srs/stats"
)

type statsOptions struct {
	JSON bool
}

func newStats(run func(statsOptions) error) *cobra.Command {
	var o statsOptions
	c := &cobra.Command{
		Use:   "stats",
		Short: "Show reviews, retention and services",
		Long: `Show how much was reviewed, how well it was remembered, what comes due and where
each domain and service stands. True retention is the share of the cards on
review that you knew; beside it stands what was predicted of the same answers.
The streak forgives one missed day a week. As JSON it is all that the screen of
statistics shows; the app draws it.`,
		Example: `  dva stats
  dva stats --json | jq '.periods[] | {days, retention, predicted}'
  dva stats --json | jq '.services[] | select(.due > 0) | .key'`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return run(o) },
	}
	c.Flags().BoolVar(&o.JSON, "json", false, "as JSON")
	return c
}

func (a *app) stats(o statsOptions) (err error) {
	ctx := context.Background()
	l, err := a.look(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.close()) }()
	figures, err := l.Figures(ctx)
	if err != nil {
		return err
	}
	if o.JSON {
		return a.json(figures)
	}
	a.sayStats(figures)
	return nil
}

// Figures are the learner's statistics as they stand now.
func (l *learner) Figures(ctx context.Context) (stats.Figures, error) {
	d, today := l.deck(), calendar(l.values()).Day(l.now())
	in := stats.Input{
		Today: today, Items: statItems(d), Services: statServices(d), Domains: statDomains(d), Model: fsrs.Default(),
	}
	in.Recent = stats.NewRecent(today, in.Model)
	read := func() (err error) {
		if in.Cards, err = l.store.Cards(ctx, srs.Filter{All: true}); err != nil {
			return err
		}
		if in.Days, err = l.store.Days(ctx, 0, today); err != nil {
			return err
		}
		if l.own != nil { // before there is a file there are no answers
			err = l.own.Answers(ctx, today-stats.Window+1, stats.MostAnswers, in.Recent.Add)
			if err != nil {
				return err
			}
		}
		history, err := l.exams().History(ctx)
		in.Exams = statExams(history)
		return err
	}
	if err := read(); err != nil {
		return stats.Figures{}, spoken(err)
	}
	return stats.Compute(in), nil
}

// statExams are the finished exams, oldest first.
func statExams(history []exam.Listing) []stats.Exam {
	out := []stats.Exam{}
	for _, e := range slices.Backward(history) {
		if e.Run.Status != exam.Finished {
			continue
		}
		x := stats.Exam{
			ID: strconv.FormatInt(int64(e.ID), 10), Exam: e.Exam, Bank: e.Bank,
			Started: e.Run.Started.Format(time.RFC3339), Finished: e.Run.Ended.Format(time.RFC3339),
			Length: string(e.Length), Seed: e.Seed, Right: e.Right, Scored: e.Scored, RightAsked: e.RightAsked, Asked: e.Asked,
			Fresh: e.Fresh, Timed: e.Run.Timed(),
		}
		for _, d := range e.Domains {
			x.Domains = append(x.Domains, stats.Domain{ID: d.ID, Right: d.Right, Asked: d.Asked})
		}
		out = append(out, x)
	}
	return out
}

func statItems(d *deck.Deck) []stats.Item {
	items := make([]stats.Item, len(d.Items))
	for i, it := range d.Items {
		items[i] = stats.Item{ID: it.ID, Service: it.Service, Question: it.Kind == deck.Multiple}
		if len(it.Skills) > 0 {
			if domain, ok := d.Exam.Domain(it.Skills[0]); ok {
				items[i].Domain = domain.ID
			}
		}
	}
	return items
}

func statDomains(d *deck.Deck) []stats.Area {
	out := make([]stats.Area, len(d.Exam.Domains))
	for i, domain := range d.Exam.Domains {
		out[i] = stats.Area{ID: domain.ID, Name: domain.Name}
	}
	return out
}

// statServices are the services that have something to learn.
func statServices(d *deck.Deck) []stats.Service {
	has := map[string]bool{}
	for _, it := range d.Items {
		has[it.Service] = true
	}
	var out []stats.Service
	for _, s := range d.Services {
		if has[s.Key] {
			out = append(out, stats.Service{Key: s.Key, Name: s.Name})
		}
	}
	return out
}
