package lint

import (
	"fmt"
	"regexp"
	"strings"

	"dva/deck"
	"dva/deck/lint/words"
)

// Rules on what a flashcard asks.

// twofold: a front asks one thing.
func (c *checker) twofold(card *deck.Card) {
	if strings.Count(unquoted(unfenced(card.Front)), "?") > 1 {
		c.find("twofold", Warning, card.At, card.ID, "the front has two questions; make two cards")
	}
}

var joined = regexp.MustCompile(`(?i), (?:and|or) (?:what|how|which|why|when|where|who|does|do|is|are|can)\b[^.]*\?`)

// joinedFronts is the share of fronts that join two questions with "and what" or
// the like. It is no fault of a single card: most of them ask for two that belong
// together, a cause and its remedy or one of two against the other.
func (b *bank) joinedFronts() Statistic {
	n := 0
	for _, card := range b.cards {
		if joined.MatchString(unquoted(unfenced(card.Front))) {
			n++
		}
	}
	s := Statistic{About: "fronts of flashcards that join two questions", Value: share(n, len(b.cards)), N: len(b.cards)}
	return s.judge(most(.15, 1), true)
}

var asksList = regexp.MustCompile(`(?i)^(?:name|list)\b|\b(?:which|what) (?:are the )?(?:two|three|four|five|six|seven|eight|nine|ten)\b|\bwhat are\b|\bwhich [a-z]+s\b`)

// list: nobody recalls a list of five.
func (c *checker) list(card *deck.Card) {
	const most = 4
	if !asksList.MatchString(card.Front) {
		return
	}
	n := 0
	for line := range strings.Lines(unfenced(card.Back)) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "* ") || numbered.MatchString(line) {
			n++
		}
	}
	if n > most {
		c.find("list", Warning, card.At, card.ID, fmt.Sprintf("the front asks for a list of %d; ask for one of them, or for what tells them apart", n))
	}
}

var numbered = regexp.MustCompile(`^[0-9]+[.)] `)

// fronts: no two cards ask the same.
func (c *checker) fronts(cards []*deck.Card) {
	const most = .8 // Jaccard index of all words
	sets := make([]words.Set, len(cards))
	for i, card := range cards {
		sets[i] = words.NewSet(words.Split(card.Front+" "+card.Cloze), 1)
	}
	for _, p := range words.Near(sets, most) {
		c.find("fronts", Warning, cards[p.B].At, cards[p.B].ID, fmt.Sprintf("the front is nearly that of %s; ask something else", cards[p.A].ID))
	}
}
