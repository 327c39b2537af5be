// Package lint reports on content: what the loader refuses, what is readable
// but unwise, and how much of the facts, skills and services is covered. One
// function a rule.
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
	Findings   []Finding            `json:"findings"`
}

// Statistic is a number over the whole bank and the limit it should keep.
type Statistic struct {
	Value float64 `json:"value"`
	Limit float64 `json:"limit"`
	OK    bool    `json:"ok"`
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
	for _, q := range questions {
		for _, rule := range questionRules {
			rule(c, q)
		}
	}
	slices.SortStableFunc(c.findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	r := Report{Cards: len(cards), Questions: len(questions), Statistics: map[string]Statistic{}, Findings: c.findings}
	r.cover(d, cards, questions)
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
