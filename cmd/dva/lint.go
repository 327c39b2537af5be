package main

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"dva/content"
	"dva/deck"
	"dva/deck/lint"
	"dva/deck/strict"
)

type lintOptions struct {
	Dirs   []string // empty is what ships
	JSON   bool
	Strict bool
	Cheat  bool
}

func newLint(run func(lintOptions) error) *cobra.Command {
	var o lintOptions
	c := &cobra.Command{
		Use:   "lint [DIR...]",
		Short: "Check cards and questions: ours, or decks of your own",
		Long: `Check cards and questions: what cannot be loaded, what is unwise, and how much
of the facts, skills and services is covered. Without a DIR it looks at the
content that ships with this dva; a DIR is a folder of decks of your own, or a
whole content tree with its exam.yaml.

Statistics look for tells: whether the correct choices are found by their
length, their words or their place. Those beyond what is wished for are shown;
those beyond their limit are errors once the bank has 390 questions. --cheat
lets test-takers who know nothing sit 1,000 mock exams.

The exit code is 1 when there are errors, with --strict when there are warnings
too.`,
		Example: `  dva lint ~/.local/share/dva/decks
  dva lint --strict content
  dva lint --json | jq '.findings[].message'
  dva lint --cheat`,
		RunE: func(_ *cobra.Command, args []string) error {
			o.Dirs = args
			return run(o)
		},
	}
	c.Flags().BoolVar(&o.JSON, "json", false, "as JSON")
	c.Flags().BoolVar(&o.Strict, "strict", false, "fail on warnings too")
	c.Flags().BoolVar(&o.Cheat, "cheat", false, "sit mock exams without knowledge, and compare with chance")
	return c
}

func (a *app) lint(o lintOptions) error {
	d, options, folder, err := lintDeck(o.Dirs)
	if err != nil {
		return err
	}
	options.Now = a.now()
	r := lint.Check(d, options)
	for i := range r.Findings {
		r.Findings[i].File = filepath.Join(folder, r.Findings[i].File)
	}
	if o.Cheat {
		if r.Cheat, err = sitBlind(d, options.Own); err != nil {
			return err
		}
	}
	if o.JSON {
		err = a.json(r)
	} else {
		a.sayLint(r, options.Own)
	}
	if err == nil && r.Failed(o.Strict) {
		err = errFailed
	}
	return err
}

// lintDeck loads what is to be checked. Folder is what the names of files are
// relative to.
func lintDeck(dirs []string) (d *deck.Deck, o lint.Options, folder string, err error) {
	for _, dir := range dirs {
		if _, err := os.Stat(filepath.Join(dir, "exam.yaml")); err != nil {
			continue
		}
		if len(dirs) > 1 {
			return nil, o, "", usage("%s is a whole content tree and is checked alone", dir)
		}
		d, err := deck.Load(os.DirFS(dir))
		errors.As(err, &o.Problems)
		return d, o, dir, nil
	}
	base, err := deck.Open(content.Index)
	if err != nil || len(dirs) == 0 {
		return base, o, "content", err
	}
	o.Own = true
	var own []*deck.Deck
	for _, dir := range dirs {
		d, err := ownDeck(dir, base, "")
		if d == nil {
			return nil, o, "", err
		}
		o.Problems = append(o.Problems, problems(err)...)
		own = append(own, d)
	}
	d, err = deck.Join(base, own...)
	o.Problems = append(o.Problems, problems(err)...)
	return d, o, "", nil
}

func problems(err error) (ps strict.Problems) {
	errors.As(err, &ps)
	return ps
}

func (a *app) sayFindings(findings []lint.Finding) {
	for _, f := range findings {
		id := ""
		if f.ID != "" {
			id = f.ID + ": "
		}
		where := strict.Clean(f.File)
		if f.Line > 0 {
			where += ":" + strconv.Itoa(f.Line)
		}
		a.say("%s: %s: %s%s (%s)", where, f.Severity, id, f.Message, f.Rule)
	}
}

func (a *app) sayLint(r lint.Report, own bool) {
	a.sayFindings(r.Findings)
	a.say("%s, %s", count(r.Cards, "card"), count(r.Questions, "question"))
	if !own {
		a.say("facts     %d of %d of the notes; of the documentation %d of %d core, %d of %d useful",
			r.Facts.Covered, r.Facts.Total, r.Facts.DocsCoreCovered, r.Facts.DocsCore, r.Facts.DocsUsefulCovered, r.Facts.DocsUseful)
		a.say("skills    %d of %d with cards, %d with questions", r.Skills.WithCards, r.Skills.Total, r.Skills.WithQuestions)
		a.say("services  %d of %d in scope with cards, %d with questions", r.Services.WithCards, r.Services.InScope, r.Services.WithQuestions)
	}
	a.sayStatistics(r)
	if r.Cheat != nil {
		a.sayCheat(r.Cheat)
	}
	a.say("%s", count(len(r.Findings), "finding"))
}

// sayStatistics tells how many statistics are as wished for, and which are not.
func (a *app) sayStatistics(r lint.Report) {
	fine, judged := 0, 0
	for _, s := range r.Statistics {
		if s.Level != lint.Few {
			judged++
		}
		if s.Level == lint.Fine {
			fine++
		}
	}
	if judged == 0 {
		return
	}
	a.say("bank      %d of %d statistics as wished for", fine, judged)
	for _, id := range r.Rules() {
		s := r.Statistics[id]
		if s.Level == lint.Watch || s.Level == lint.Fail {
			a.say("  %-5s  %s: %s", s.Level, id, s)
		}
		for _, p := range s.Parts {
			if p.Level == lint.Watch {
				a.say("  %-5s  %s in %s: %.3g of %d, z %.1f", p.Level, id, strict.Clean(p.Name), p.Value, p.N, p.Z)
			}
		}
	}
	if judged > fine {
		a.say("  dva lint --json names the questions to look at first")
	}
}
