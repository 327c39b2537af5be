package lint

import (
	"fmt"
	"regexp"
	"strings"

	"dva/deck"
)

// Rules on the stem of a question.

var negativeWords = regexp.MustCompile(`\b(?:NOT|EXCEPT)\b|\b[Aa]ll\b[^.?]*\bexcept\b[^.?]*\?|\b(?:[Ww]hich|[Ww]hat)\b[^.?]*\b(?:is|are) not (?:a |an )?(?:true|correct|valid|supported|possible|required)\b[^.?]*\?`)

// negativeStem reports whether a stem asks what is not so.
func negativeStem(stem string) bool { return negativeWords.MatchString(unfenced(stem)) }

// negative: with several correct choices, asking what is not so asks for a slip.
func (c *checker) negative(q *deck.Question) {
	if q.Correct() > 1 && negativeStem(q.Stem) {
		c.find("negative", Error, q.At, q.ID, "the stem asks what is NOT so and wants several choices; ask for what is so")
	}
}

// stem: a stem has room for a situation and no more than is read in a minute.
func (c *checker) stem(q *deck.Question) {
	const least, most, tooMany = 20, 90, 120
	switch n := len(strings.Fields(unfenced(q.Stem))); {
	case n > tooMany:
		c.find("stem", Error, q.At, q.ID, fmt.Sprintf("the stem has %d words outside code; keep it to %d", n, most))
	case n > most:
		c.find("stem", Warning, q.At, q.ID, fmt.Sprintf("the stem has %d words outside code; keep it to %d", n, most))
	case n < least:
		c.find("stem", Warning, q.At, q.ID, fmt.Sprintf("the stem has %d words outside code; give a situation of %d or more", n, least))
	}
}

// question: a stem ends with its question, outside of code, and can be answered
// without seeing the choices.
func (c *checker) question(q *deck.Question) {
	text := strings.TrimRight(unfenced(q.Stem), " \n\t*_\"”)")
	if !strings.HasSuffix(text, "?") {
		c.find("question", Error, q.At, q.ID, "the stem does not end with a question")
	}
}

var countWords = regexp.MustCompile(`(?i)\b(?:select|choose|pick|which|what) (one|two|three|four)\b`)

var counts = []string{1: "one", 2: "two", 3: "three", 4: "four"}

// count: a stem that says how many choices are correct says the right number.
func (c *checker) count(q *deck.Question) {
	found := countWords.FindStringSubmatch(lastSentence(q.Stem))
	if found == nil {
		return
	}
	if n := q.Correct(); strings.ToLower(found[1]) != counts[n] {
		c.find("count", Error, q.At, q.ID, fmt.Sprintf("the stem says %q, but %d of its choices are correct", found[0], n))
	}
}

// lastSentence is what a stem asks, and what follows it.
func lastSentence(stem string) string {
	text := strings.TrimSpace(unfenced(stem))
	before := text[:max(0, strings.LastIndexByte(text, '?'))]
	return text[strings.LastIndexAny(before, ".?!")+1:]
}
