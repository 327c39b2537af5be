package lint

import (
	"fmt"
	"slices"

	"dva/deck"
	"dva/deck/lint/words"
)

// original: a question is in our own words. Its longest run of words in common
// with the notes is short, and with the claims of the facts, which are our words
// for what the documentation says, not very long. The documentation itself and
// other banks are not at hand here.
func (b *bank) original(c *checker) {
	const most, copied = 9, 12
	notes, claims := newQuotes(most+1), newQuotes(copied+1)
	for _, f := range b.deck.Facts() {
		notes.add(f.ID, f.Says)
		claims.add(f.ID, f.Claim)
		claims.add(f.ID, f.Now)
	}
	for _, q := range b.questions {
		longest, of := 0, ""
		for _, text := range texts(q) {
			all := words.Split(text)
			for _, source := range []quotes{notes, claims} {
				if n, id := source.longest(all); n > longest {
					longest, of = n, id
				}
			}
		}
		severity := Warning
		if longest > copied {
			severity = Error
		}
		if longest > 0 {
			c.find("original", severity, q.At, q.ID, fmt.Sprintf("%d words in a row are those of fact %s; say it in other words", longest, of))
		}
	}
}

// texts are all that a question says.
func texts(q *deck.Question) []string {
	all := []string{q.Stem}
	for _, choice := range q.Choices {
		all = append(all, choice.Text, choice.Why)
	}
	return all
}

// quotes finds runs of words again.
type quotes struct {
	run  int // words from which on a run counts
	runs map[uint64][]quote
}

type quote struct {
	fact string
	text []string
}

func newQuotes(run int) quotes { return quotes{run, map[uint64][]quote{}} }

func (s quotes) add(fact, text string) {
	all := words.Split(text)
	for _, h := range words.Runs(all, s.run) {
		s.runs[h] = append(s.runs[h], quote{fact, all})
	}
}

// longest is the longest run that the words have in common with a text; 0 when
// none is long enough.
func (s quotes) longest(all []string) (longest int, fact string) {
	for _, h := range words.Runs(all, s.run) {
		for _, q := range s.runs[h] {
			if n := longestRun(all, q.text); n > longest {
				longest, fact = n, q.fact
			}
		}
	}
	return longest, fact
}

// longestRun is how many words in a row both have.
func longestRun(a, b []string) int {
	longest := 0
	ends := make([]int, len(b)+1) // the run that ends at each word of b
	for _, w := range a {
		next := make([]int, len(b)+1)
		for j, v := range b {
			if v == w {
				next[j+1] = ends[j] + 1
			}
		}
		longest = max(longest, slices.Max(next))
		ends = next
	}
	return longest
}
