package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"dva/deck/exam"
	"dva/tui"
)

type examOptions struct {
	Length string // as typed; empty is not said
	Seed   seedFlag
	Resume bool
	JSON   bool // of paper
}

func newExam(run, paper func(examOptions) error) *cobra.Command {
	var o examOptions
	c := &cobra.Command{
		Use:   "exam",
		Short: "Sit a timed mock exam",
		Long: `Sit a timed mock exam: questions by the blueprint, a clock, no word of right or
wrong before the end, then the reasons for every choice.

full is the real exam's 65 questions in 130 minutes, half 33 in 65, sprint 10 in
20. Questions that you have not seen come first. Every answer and the clock are
saved as they happen; after a crash, a closed terminal or a closed lid the exam
goes on where it was.`,
		Example: `  dva exam                         choose a length and begin
  dva exam --length sprint         ten questions in twenty minutes
  dva exam --resume                go on with the one that is not finished
  dva exam paper --seed 7 --json   what an exam would ask`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			if o.Resume && (o.Length != "" || o.Seed.seed != nil) {
				return usage("--resume goes on with the exam as it was begun, without --length and --seed")
			}
			return run(o)
		},
	}
	length := "the `LENGTH`: full, half or sprint"
	c.PersistentFlags().StringVar(&o.Length, "length", "", length)
	c.PersistentFlags().Var(&o.Seed, "seed", "shuffle by this `NUMBER`, to draw the same questions again")
	c.Flags().BoolVar(&o.Resume, "resume", false, "go on with the exam that is not finished")
	_ = c.RegisterFlagCompletionFunc("length", completeLengths) // fails only for a flag that is not there

	p := &cobra.Command{
		Use:   "paper",
		Short: "Print the questions that an exam would ask",
		Long: `Print the questions that an exam would ask you now, without beginning it. The
same seed draws the same questions as long as neither the bank nor what you have
seen of it changes.`,
		Example: `  dva exam paper --length half
  dva exam paper --seed 1 --json | jq '.items | group_by(.domain) | map(length)'`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return paper(o) },
	}
	p.Flags().BoolVar(&o.JSON, "json", false, "as JSON: exam, length, seed, minutes, items")
	c.AddCommand(p)
	return c
}

func completeLengths(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var out []string
	for _, l := range exam.Lengths {
		out = append(out, string(l))
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// seedFlag is a seed that may be given, nil when it is not.
type seedFlag struct{ seed *uint64 }

func (f *seedFlag) String() string { return "random" }
func (f *seedFlag) Type() string   { return "int" }

// Set reads a seed. The error names the flag and the value.
func (f *seedFlag) Set(s string) error {
	n, err := strconv.ParseUint(s, 10, 64)
	if err != nil {
		return usage("--seed is %q, which is no whole number from 0", s)
	}
	f.seed = &n
	return nil
}

// length is the length asked for, empty when none is.
func (o examOptions) length() (exam.Length, error) {
	if o.Length == "" {
		return "", nil
	}
	l, err := exam.ParseLength(o.Length)
	if err != nil {
		return "", hint(usage("%v", err), "full has 65 questions, half 33, sprint 10")
	}
	return l, nil
}

// exam opens the app where an exam begins or goes on.
func (a *app) exam(o examOptions) error {
	length, err := o.length()
	if err != nil {
		return err
	}
	return a.interact(tui.Start{Exam: &tui.ExamRequest{Length: length, Seed: o.Seed.seed, Resume: o.Resume}})
}

// paperReport is the JSON form; scripts rely on its names.
type paperReport struct {
	Exam    string      `json:"exam"`
	Length  exam.Length `json:"length"`
	Seed    uint64      `json:"seed"`
	Minutes int         `json:"minutes"`
	Items   []paperItem `json:"items"`
}

type paperItem struct {
	ID       string `json:"id"`
	Domain   string `json:"domain"`
	Skill    string `json:"skill"`
	Service  string `json:"service"`
	Multiple bool   `json:"multiple"`
	Scored   bool   `json:"scored"`
}

func (a *app) paper(o examOptions) (err error) {
	length, err := o.length()
	if err != nil {
		return err
	}
	ctx := context.Background()
	l, err := a.look(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.close()) }()
	p, err := l.paper(ctx, cmp.Or(length, exam.Full), o.Seed.seed)
	if err != nil {
		return err
	}
	if o.JSON {
		return a.json(reportPaper(p))
	}
	a.sayPaper(p)
	return nil
}

func reportPaper(p exam.Paper) paperReport {
	r := paperReport{Exam: p.Exam, Length: p.Length, Seed: p.Seed, Minutes: int(p.Limit.Minutes())}
	for _, it := range p.Items {
		r.Items = append(r.Items, paperItem{
			ID: it.ID, Domain: it.Domain, Skill: it.Skill, Service: it.Service, Multiple: it.Multiple(), Scored: it.Scored,
		})
	}
	return r
}

func (a *app) sayPaper(p exam.Paper) {
	a.say("%s, %s: %s in %d minutes, %d not seen before; seed %d", p.Exam, p.Length, count(len(p.Items), "question"), int(p.Limit.Minutes()), p.Fresh(), p.Seed)
	a.say("")
	wide := len("id")
	for _, it := range p.Items {
		wide = max(wide, len(it.ID))
	}
	a.say("%3s  %-*s %-6s %-6s", "", wide, "id", "skill", "notes")
	for i, it := range p.Items {
		notes := ""
		if it.Multiple() {
			notes = "several answers"
		}
		if !it.Scored {
			notes = join(notes, "not scored")
		}
		a.say("%s", strings.TrimRight(fmt.Sprintf("%3d  %-*s %-6s %s", i+1, wide, it.ID, it.Skill, notes), " "))
	}
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

// paper makes a paper for this learner, with a seed of the clock unless one is
// given.
func (l *learner) paper(ctx context.Context, length exam.Length, seed *uint64) (exam.Paper, error) {
	r := exam.Request{Deck: l.deck(), Length: length, Extra: l.values().ExtraTime}
	if seed != nil {
		r.Seed = *seed
	} else {
		r.Seed = uint64(l.now().UnixMilli()) % 1_000_000 // short enough to type again
	}
	var err error
	if r.Seen, err = l.exams().Seen(ctx); err != nil {
		return exam.Paper{}, err
	}
	if r.Without, err = l.exams().Suspended(ctx); err != nil {
		return exam.Paper{}, err
	}
	p, err := exam.Assemble(r)
	var small *exam.TooSmallError
	if errors.As(err, &small) && small.Largest != "" {
		return p, hint(err, "it is large enough for \"--length %s\"", small.Largest)
	}
	return p, err
}
