package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

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
		Long: `Show how much was reviewed, how well it was remembered and where each service
stands. True retention is the share of due cards that you knew in the last 30
days. The streak forgives one missed day a week.`,
		Example: `  dva stats
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
	read := func() (err error) {
		if in.Cards, err = l.store.Cards(ctx, srs.Filter{All: true}); err != nil {
			return err
		}
		if in.Days, err = l.store.Days(ctx, 0, today); err != nil {
			return err
		}
		if in.Answers, err = l.answers(ctx, today-stats.Window+1); err != nil {
			return err
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

// answers are those that statistics look at one by one; none before there is a
// file.
func (l *learner) answers(ctx context.Context, since srs.Day) (all []srs.Answer, err error) {
	if l.own == nil {
		return nil, nil
	}
	err = l.own.Answers(ctx, since, stats.MostAnswers, func(a srs.Answer) error {
		all = append(all, a)
		return nil
	})
	return all, err
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

func (a *app) sayStats(f stats.Figures) {
	g := f.Reviews.ByGrade
	a.say("%s, %d today: %d again, %d hard, %d good, %d easy", count(f.Reviews.Total, "review"), f.Reviews.Today, g.Again, g.Hard, g.Good, g.Easy)
	a.say("Studied on %s in a row", count(f.StreakDays, "day"))
	a.say("True retention, 30 days: %s", percent(f.TrueRetention.Days30))
	i := f.Items
	a.say("%s, %s: %d new, %d learning, %d young, %d mature, %d suspended",
		count(i.Cards, "card"), count(i.Questions, "question"), i.New, i.Learning, i.Young, i.Mature, i.Suspended)
	if n := len(f.Exams); n > 0 {
		last := f.Exams[n-1]
		a.say("%s; the last, on %s: %d of %d right", count(n, "mock exam"), last.Finished[:len("2006-01-02")], last.Right, last.Scored)
	}
	a.say("")
	a.sayServices(f.Services)
}

// sayServices is a table of keys and names as wide as they are, at most 80 for
// those that ship, and of figures.
func (a *app) sayServices(services []stats.ServiceFigures) {
	key, name := len("Key"), len("Service")
	for _, s := range services {
		key, name = max(key, utf8.RuneCountInString(s.Key)), max(name, utf8.RuneCountInString(s.Name))
	}
	a.say("%-*s %-*s %5s %9s %4s %6s %4s", key, "Key", name, "Service", "cards", "questions", "seen", "recall", "due")
	for _, s := range services {
		a.say("%-*s %-*s %5d %9d %4d %6s %4d", key, s.Key, name, s.Name, s.Cards, s.Questions, s.Seen, percent(s.Recall), s.Due)
	}
}

// percent is a share for people; a missing one is a dash.
func percent(x *float64) string {
	if x == nil {
		return "-"
	}
	return fmt.Sprintf("%d %%", int(math.Round(*x*100)))
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
