package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"dva/deck"
	"dva/deck/lint/words"
)

// Rules on the choices of a question.

// choice: a choice is read at a glance.
func (c *checker) choice(q *deck.Question) {
	const most, tooMany = 35, 50
	for _, choice := range q.Choices {
		severity := Warning
		n := len(strings.Fields(choice.Text))
		if n > tooMany {
			severity = Error
		}
		if n > most {
			c.find("choice", severity, q.At, q.ID, fmt.Sprintf("the choice %.40q has %d words; keep it to %d", choice.Text, n, most))
		}
	}
}

var vagueWords = regexp.MustCompile(`(?i)\b(?:often|usually|sometimes|generally|frequently|might)\b`)

// vague: a choice that holds now and then cannot be judged.
func (c *checker) vague(q *deck.Question) {
	for _, choice := range q.Choices {
		if found := vagueWords.FindString(unquoted(choice.Text)); found != "" {
			c.find("vague", Warning, q.At, q.ID, fmt.Sprintf("the choice %.40q says %q; say what holds", choice.Text, found))
		}
	}
}

var codeSpan = regexp.MustCompile("`[^`]*`")

// unquoted is a text without its code spans.
func unquoted(text string) string { return codeSpan.ReplaceAllString(text, "") }

// spread: choices are about equally long.
func (c *checker) spread(q *deck.Question) {
	const most, tooMuch = 2.2, 3
	switch r := spread(q); {
	case r > tooMuch:
		c.find("spread", Error, q.At, q.ID, fmt.Sprintf("the longest choice is %.1f times as long as the shortest; even them out", r))
	case r > most:
		c.find("spread", Warning, q.At, q.ID, fmt.Sprintf("the longest choice is %.1f times as long as the shortest; even them out", r))
	}
}

// spread is the length of the longest choice over that of the shortest; 1 when
// all are short.
func spread(q *deck.Question) float64 {
	const short = 25 // characters; below, a ratio says nothing
	longest, shortest := 0, 0
	for i, c := range q.Choices {
		n := utf8.RuneCountInString(c.Text)
		longest = max(longest, n)
		if i == 0 || n < shortest {
			shortest = n
		}
	}
	if longest < short {
		return 1
	}
	return float64(longest) / float64(max(1, shortest))
}

// same: two choices that say the same in the same words cannot be told apart.
// Code is compared as it is written.
func (c *checker) same(q *deck.Question) {
	for i, a := range q.Choices {
		for _, b := range q.Choices[:i] {
			if plainText(a.Text) == plainText(b.Text) {
				c.find("same", Error, q.At, q.ID, fmt.Sprintf("two choices say the same: %.40q", a.Text))
			}
		}
	}
}

// plainText is a text without what the eye passes over: marks of Markdown, a full
// stop, and, in plain words, case.
func plainText(text string) string {
	text = strings.TrimRight(strings.Join(strings.Fields(strings.ReplaceAll(text, "**", "")), " "), ".")
	if !strings.ContainsAny(text, "`{(\"") {
		text = strings.ToLower(text)
	}
	return text
}

// ends: all choices of a question end with a full stop, or none.
func (c *checker) ends(q *deck.Question) {
	stops := 0
	for _, choice := range q.Choices {
		if strings.HasSuffix(choice.Text, ".") {
			stops++
		}
	}
	if stops > 0 && stops < len(q.Choices) {
		c.find("ends", Warning, q.At, q.ID, fmt.Sprintf("%d of %d choices end with a full stop; end all alike", stops, len(q.Choices)))
	}
}

// article: a stem that ends in "a" or "an" fits some choices and not others.
func (c *checker) article(q *deck.Question) {
	all := words.Split(unfenced(q.Stem))
	if len(all) == 0 {
		return
	}
	if last := all[len(all)-1]; last == "a" || last == "an" {
		c.find("article", Error, q.At, q.ID, fmt.Sprintf("the stem ends in %q and so tells how the answer begins", last))
	}
}

// parallel: the choices of a question have one form, so that none stands out: all
// but one begin with a gerund, or with the same preposition, or with neither.
// Finer forms, such as verb against noun, cannot be told without a grammar.
func (c *checker) parallel(q *deck.Question) {
	count := map[string]int{}
	best := 0
	for _, choice := range q.Choices {
		form := opening(choice.Text)
		count[form]++
		best = max(best, count[form])
	}
	if best < len(q.Choices)-1 {
		c.find("parallel", Warning, q.At, q.ID, fmt.Sprintf("only %d of %d choices begin alike; give them one form", best, len(q.Choices)))
	}
}

// opening is the form in which a choice begins.
func opening(text string) string {
	all := strings.Fields(text)
	if len(all) == 0 {
		return ""
	}
	first := strings.ToLower(all[0])
	switch {
	case slices.Contains([]string{"in", "on", "with", "by", "from", "at", "after", "before", "through", "to", "when", "if", "because"}, first):
		return first
	case strings.HasSuffix(first, "ing") && all[0][1:] == first[1:]: // and not SecureString
		return "-ing"
	}
	return "word"
}
