package lint

import (
	"fmt"
	"regexp"
	"strings"

	"dva/deck"
)

// questionRules run on each question.
var questionRules = []func(*checker, *deck.Question){
	(*checker).questionChecked, (*checker).questionLink, (*checker).questionFence,
	(*checker).stem, (*checker).question, (*checker).count, (*checker).negative,
	(*checker).choice, (*checker).vague, (*checker).spread, (*checker).same, (*checker).ends, (*checker).article, (*checker).parallel,
	(*checker).order, (*checker).why,
}

var orderWords = regexp.MustCompile(`(?i)\b(?:(?:option|answer|choice)s? [a-f](?:\b| and)|both [a-f] and [a-f]|(?:all|none|both|any|neither) of the above|the (?:above|previous|preceding|following|first|second|third|fourth|last) (?:options?|choices?|answers?))\b`)

// order: no choice speaks of letters or places, since choices are shuffled.
func (c *checker) order(q *deck.Question) {
	for _, choice := range q.Choices {
		for _, text := range []string{choice.Text, choice.Why} {
			if found := orderWords.FindString(text); found != "" {
				c.find("order", Error, q.At, q.ID, fmt.Sprintf("a choice says %q, but choices are shuffled", found))
			}
		}
	}
}

// why: each choice says why it is right, or exactly why it is wrong.
func (c *checker) why(q *deck.Question) {
	const least = 8
	for _, choice := range q.Choices {
		if n := len(strings.Fields(choice.Why)); n < least {
			c.find("why", Warning, q.At, q.ID, fmt.Sprintf("the why of %.40q has %d words; give a reason of %d or more", choice.Text, n, least))
		}
	}
}

func (c *checker) questionChecked(q *deck.Question) { c.checked(q.Checked, q.At, q.ID) }
func (c *checker) questionLink(q *deck.Question)    { c.link(q.Doc, q.At, q.ID) }

func (c *checker) questionFence(q *deck.Question) {
	c.fence(q.At, q.ID, texts(q)...)
}
