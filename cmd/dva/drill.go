package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dva/deck"
	"dva/srs/drill"
	"dva/tui"
	"dva/tui/ui"
)

// usualDrill is how many items a drill has when nothing else is said.
const usualDrill = 20

type drillOptions struct {
	Service          string // as written; empty is all
	Cards, Questions bool
	Limit            int // 0 is all
	Domain, Skill    string
	Misses           string // week or exam; empty is not said
	Flagged, Leeches bool
	Seen             bool
}

func newDrill(run func(drillOptions) error, services cobra.CompletionFunc) *cobra.Command {
	o := drillOptions{Limit: usualDrill}
	c := &cobra.Command{
		Use:   "drill [SERVICE]",
		Short: "Drill a service, a skill or what you missed",
		Long: `Drill a service, a part of the exam, what you missed, flagged or keep forgetting.

What you are least likely to know today comes first, then what you never saw.
The answers are reviews like all others, but count against nothing that today
holds. Alone it opens the table of services, where all this can be chosen.`,
		Example: `  dva drill                        choose from the table
  dva drill ddb                    DynamoDB, by an alias
  dva drill lambda --questions     exam questions about Lambda
  dva drill --misses               what you answered wrong in the last week
  dva drill --misses=exam          what the last mock exam showed to be missing
  dva drill --skill 4.3 --limit 0  all there is about one task of the exam`,
		Args: atMost(1),
		RunE: func(c *cobra.Command, args []string) error {
			o.Service = first(args)
			return run(o)
		},
		ValidArgsFunction: func(c *cobra.Command, args []string, to string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return services(c, args, to)
		},
	}
	f := c.Flags()
	f.BoolVar(&o.Cards, "cards", false, "cards only")
	f.BoolVar(&o.Questions, "questions", false, "exam questions only")
	f.Var(amount{"limit", &o.Limit}, "limit", fmt.Sprintf("at most `N` items, %d when it is not said; 0 is all", usualDrill))
	f.StringVar(&o.Domain, "domain", "", "only the domain with this `NUMBER`, such as 4")
	f.StringVar(&o.Skill, "skill", "", "only the task or skill with this `NUMBER`, such as 4.3 or 4.3.1")
	f.StringVar(&o.Misses, "misses", "", "what you missed in the last `WHICH`: week or exam")
	f.Lookup("misses").NoOptDefVal = "week"
	f.BoolVar(&o.Flagged, "flagged", false, "what you flagged")
	f.BoolVar(&o.Leeches, "leeches", false, "what you keep forgetting")
	f.BoolVar(&o.Seen, "seen", false, "nothing that you never saw")
	return c
}

// bare says that nothing was chosen.
func (o drillOptions) bare() bool { return o == drillOptions{Limit: usualDrill} }

// wish is what was asked for, with the service by its key.
func (o drillOptions) wish(service []string) (drill.Wish, error) {
	w := drill.Wish{Services: service, Skill: o.Skill, SeenOnly: o.Seen, Limit: o.Limit}
	groups := 0
	for _, g := range []struct {
		asked bool
		group drill.Group
	}{
		{o.Misses == "week", drill.LastDays},
		{o.Misses == "exam", drill.LastExam},
		{o.Flagged, drill.Flagged},
		{o.Leeches, drill.Leeches},
	} {
		if g.asked {
			groups++
			w.Group = g.group
		}
	}
	switch {
	case o.Cards && o.Questions: // both, as without them
	case o.Cards:
		w.Kind = drill.Cards
	case o.Questions:
		w.Kind = drill.Questions
	}
	switch {
	case o.Misses != "" && o.Misses != "week" && o.Misses != "exam":
		return w, hint(usage("--misses is %q", o.Misses), "--misses is what you missed in the last week, --misses=exam in the last exam")
	case groups > 1:
		return w, usage("--misses, --flagged and --leeches cannot be drilled together")
	case o.Domain != "" && o.Skill != "":
		return w, usage("--domain and --skill cannot be drilled together")
	case o.Domain != "":
		w.Skill = o.Domain
	}
	return w, nil
}

// drill opens the app within a drill, or at the table when nothing was chosen.
// By lines there is no table: then it is whatever is weakest.
func (a *app) drill(o drillOptions) error {
	v, _ := a.settings() // its notes are told with the sitting
	if o.bare() && !a.lineMode(v) {
		return a.interact(tui.Start{Place: ui.Drill})
	}
	w, err := o.wish(nil)
	if err != nil {
		return err
	}
	if o.Misses != "" && o.Service == "exam" { // a flag with a default takes no word after a blank
		return hint(usage("there is no service \"exam\""), "did you mean --misses=exam?")
	}
	if o.Service != "" {
		if w.Services, err = a.services([]string{o.Service}); err != nil {
			return err
		}
	}
	if err := a.knowsSkill(w.Skill); err != nil {
		return err
	}
	return a.interact(tui.Start{Study: &tui.StudyRequest{Drill: true, Wish: &w}})
}

// knowsSkill refuses what is no domain, task or skill of the exam.
func (a *app) knowsSkill(id string) error {
	if id == "" {
		return nil
	}
	f, err := a.folders()
	if err != nil {
		return err
	}
	d, _, err := a.openDeck(f)
	if err != nil {
		return err
	}
	return findSkill(&d.Exam, id)
}

func findSkill(e *deck.Exam, id string) error {
	var domains []string
	for _, d := range e.Domains {
		domains = append(domains, d.ID+" "+d.Name)
		for _, t := range d.Tasks {
			if id == d.ID || id == t.ID {
				return nil
			}
		}
	}
	if _, ok := e.Skill(id); ok {
		return nil
	}
	err := usage("the exam has no domain, task or skill %q", id)
	if t, ok := e.Task(id); ok && len(t.Skills) > 0 {
		return hint(err, "task %s has the skills %s to %s", t.ID, t.Skills[0].ID, t.Skills[len(t.Skills)-1].ID)
	}
	if d, ok := e.Domain(id); ok && len(d.Tasks) > 0 {
		return hint(err, "domain %s has the tasks %s to %s", d.ID, d.Tasks[0].ID, d.Tasks[len(d.Tasks)-1].ID)
	}
	return hint(err, "its domains are %s", strings.Join(domains, ", "))
}

// wished are the items that fulfil a wish now. There is always at least one.
func (l *learner) wished(ctx context.Context, w drill.Wish) ([]string, error) {
	book, err := l.Drills(ctx)
	if err != nil {
		return nil, err
	}
	if ids := book.Pick(w); len(ids) > 0 {
		return ids, nil
	}
	return nil, l.nothingToDrill(book, w)
}

// nothingToDrill says why a wish finds nothing.
func (l *learner) nothingToDrill(book *drill.Book, w drill.Wish) error {
	if book.Count(drill.Wish{Group: w.Group, Services: w.Services}) > 0 {
		return hint(errors.New("there are some, but none of this kind"), "leave out --cards, --questions, --seen, --domain or --skill")
	}
	if w.Group != drill.All && book.Count(drill.Wish{Group: w.Group}) > 0 {
		return hint(fmt.Errorf("there are some, but none of %s", l.Service(w.Services[0])), "leave out the service")
	}
	switch w.Group {
	case drill.LastDays:
		return fmt.Errorf("nothing was answered wrong in the last %d days", drill.MissedDays)
	case drill.LastExam:
		if !book.Sat {
			return hint(errors.New("no mock exam has been handed in yet"), "\"dva exam --length sprint\" is a short one")
		}
		return errors.New("nothing was missed in the last mock exam")
	case drill.Flagged:
		return hint(errors.New("nothing is flagged"), "f flags a card while it is asked")
	case drill.Leeches:
		return errors.New("nothing has been forgotten so often that it is a leech")
	}
	if len(w.Services) == 0 {
		return errors.New("there is nothing to drill")
	}
	return hint(fmt.Errorf("the exam asks nothing about %s, and you have seen none of it", l.Service(w.Services[0])), "\"dva drill\" shows what there is")
}
