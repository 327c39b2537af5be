package lint

import (
	"fmt"
	"regexp"
	"strings"

	"dva/deck"
)

// cardRules run on each card.
var cardRules = []func(*checker, *deck.Card){
	(*checker).cardChecked, (*checker).cardLink, (*checker).cardFence,
	(*checker).bold, (*checker).long, (*checker).asks, (*checker).names,
	(*checker).twofold, (*checker).list,
}

var boldText = regexp.MustCompile(`\*\*[^*\s](?:[^*]|\*[^*])*\*\*`)

// bold: the first line of the back has the answer in bold, so that the eye finds
// it.
func (c *checker) bold(card *deck.Card) {
	first, _, _ := strings.Cut(card.Back, "\n")
	if card.Cloze == "" && !boldText.MatchString(first) {
		c.find("bold", Warning, card.At, card.ID, "no **answer** in bold in the first line of the back")
	}
}

// long: a back is read in one breath.
func (c *checker) long(card *deck.Card) {
	const most = 60
	if n := len(strings.Fields(unfenced(card.Back))); n > most {
		c.find("long", Warning, card.At, card.ID, fmt.Sprintf("the back has %d words outside code; keep it to %d, or make two cards", n, most))
	}
}

// asks: a front can be answered.
func (c *checker) asks(card *deck.Card) {
	if card.Cloze == "" && !strings.Contains(card.Front, "?") && !strings.Contains(card.Front, "___") {
		c.find("asks", Warning, card.At, card.ID, "the front has no question mark and no ___ to fill")
	}
}

// names: a front says which service it is about, since cards come mixed.
func (c *checker) names(card *deck.Card) {
	text := strings.ToLower(card.Front + " " + card.Cloze)
	for _, words := range c.words {
		for _, w := range words {
			if hasWords(text, w) {
				return
			}
		}
	}
	c.find("names", Warning, card.At, card.ID, "the front names no service")
}

// serviceWords are the words by which each service may be named, in lower case:
// its name, with and without Amazon or AWS, its key and its aliases.
func serviceWords(d *deck.Deck) map[string][]string {
	words := map[string][]string{}
	for _, s := range d.Services {
		name := strings.ToLower(s.Name)
		full, _, _ := strings.Cut(name, " (")
		bare := strings.TrimPrefix(strings.TrimPrefix(full, "amazon "), "aws ")
		words[s.Key] = append([]string{full, bare, strings.ReplaceAll(s.Key, "-", " ")}, s.Aliases...)
	}
	return words
}

// hasWords reports whether text holds w between bounds of words.
func hasWords(text, w string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], w)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(w)
		if (start == 0 || !letter(text[start-1])) && (end == len(text) || !letter(text[end]) || text[end:] == "s") {
			return true
		}
		from = start + 1
	}
}

func letter(b byte) bool { return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' }

func (c *checker) cardChecked(card *deck.Card) { c.checked(card.Checked, card.At, card.ID) }
func (c *checker) cardLink(card *deck.Card)    { c.link(card.Doc, card.At, card.ID) }

func (c *checker) cardFence(card *deck.Card) {
	c.fence(card.At, card.ID, card.Front, card.Back, card.Cloze)
}
