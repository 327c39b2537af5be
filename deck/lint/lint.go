// Package lint reports on content: what the loader refuses, what is readable
// but unwise, and how much of the facts, skills and services is covered. One
// function a rule.
//
// A fault of a single card or question that its author can mend is a warning, or
// an error when nobody should see the entry so; both name file and line.
//
// Statistics look for tells: whether someone who knows nothing finds the correct
// choices by their length, their words or their place. A rate is refused when it
// is so far above chance that it matters and, at the same time, further than luck
// goes once in a hundred times. A statistic that is refused is an error once the
// bank has the questions of six exams; one that is only to be watched is shown and
// never fails a check, strict or not: among two dozen numbers one is a little off
// in every sound bank, and rewriting questions to please it would be fitting noise.
//
// Not here: how often learners choose each answer, and whether those who are good
// choose the correct one more often. That takes the answers of fifty learners and
// more to one question, and no answer leaves a learner's machine. Nor can it be
// seen whether a wrong choice stands for a misconception that learners have; of
// the reasons only the length is checked.
package lint

import (
	"cmp"
	"slices"
	"time"

	"dva/deck"
	"dva/deck/strict"
)

// Severity says whether a finding breaks the content or could be better.
type Severity string

// The severities.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Finding is one thing that a rule found.
type Finding struct {
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	ID       string   `json:"id"` // the card, question or fact; empty for a whole file
	Message  string   `json:"message"`
}

// Report is the whole result. Its JSON is what dva lint --json promises to
// scripts: fields may be added and never renamed.
type Report struct {
	Cards      int                  `json:"cards"` // as written: a cloze of three blanks is one
	Questions  int                  `json:"questions"`
	Facts      Facts                `json:"facts"`
	Skills     Skills               `json:"skills"`
	Services   Services             `json:"services"`
	Statistics map[string]Statistic `json:"statistics"`
	Cheat      *Cheat               `json:"cheat,omitempty"` // on wish, see Sit
	Findings   []Finding            `json:"findings"`
}

// Options say how to look.
type Options struct {
	Now time.Time
	// Problems are what the loader refused.
	Problems strict.Problems
	// Own looks at the learner's own decks alone and not at the content that
	// ships.
	Own bool
}

// Check reports on the deck.
func Check(d *deck.Deck, o Options) Report {
	c := &checker{deck: d, now: o.Now, words: serviceWords(d), findings: []Finding{}}
	for _, p := range o.Problems {
		message := p.Message
		if p.Hint != "" {
			message += " (" + p.Hint + ")"
		}
		c.findings = append(c.findings, Finding{"load", Error, p.File, p.Line, p.ID, message})
	}
	cards, questions := entries(d, o.Own)
	for _, card := range cards {
		for _, rule := range cardRules {
			rule(c, card)
		}
	}
	c.fronts(cards)
	for _, q := range questions {
		for _, rule := range questionRules {
			rule(c, q)
		}
	}
	r := Report{Cards: len(cards), Questions: len(questions), Statistics: map[string]Statistic{}}
	r.cover(d, cards, questions)
	if len(questions) > 0 {
		b := newBank(c, cards, questions)
		for _, rule := range bankRules {
			rule(b, c)
		}
		c.findings = append(c.findings, r.measure(b, o.Own)...)
	}
	r.Findings = c.findings
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return r
}

// Failed reports whether the content is not to be shipped: it has errors, or
// warnings when strict.
func (r Report) Failed(strict bool) bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return strict || f.Severity == Error })
}

// entries are the cards and questions as written, in the order of the deck.
func entries(d *deck.Deck, own bool) (cards []*deck.Card, questions []*deck.Question) {
	seen := map[string]bool{}
	for _, it := range d.Items {
		if seen[it.Parent] || own && it.Deck == "" {
			continue
		}
		seen[it.Parent] = true
		if q, ok := d.Question(it.Parent); ok {
			questions = append(questions, q)
		} else if c, ok := d.Card(it.Parent); ok {
			cards = append(cards, c)
		}
	}
	return cards, questions
}

// checker collects findings.
type checker struct {
	deck     *deck.Deck
	now      time.Time
	words    map[string][]string
	findings []Finding
}

func (c *checker) find(rule string, s Severity, at deck.Place, id, message string) {
	c.findings = append(c.findings, Finding{rule, s, at.File, at.Line, id, message})
}
