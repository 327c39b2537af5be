package deck

import (
	"hash/fnv"
	"strings"
)

// Sides are the two sides of an item, as Markdown. A cloze has its blank as
// [...] or [hint] on the front; its back is the sentence with the answer bold,
// then what else the card says. The front of a question is its stem with how
// many to choose, its back the correct choices and why. Both are empty when the
// item is not of this deck.
func (d *Deck) Sides(it Item) (front, back string) {
	if it.Kind == Multiple {
		if q, ok := d.Question(it.Parent); ok {
			return q.sides()
		}
		return "", ""
	}
	if c, ok := d.Card(it.Parent); ok {
		return c.sides(it.Blank)
	}
	return "", ""
}

func (c *Card) sides(blank int) (front, back string) {
	if c.Cloze == "" {
		return c.Front, c.Back
	}
	parts, err := spans(c.Cloze)
	if err != nil { // refused when the card was loaded
		return c.Cloze, c.Back
	}
	front, back = clozeSides(parts, blank)
	if c.Back != "" {
		back += "\n\n" + c.Back
	}
	return front, back
}

// numberWords are the counts of correct choices as the exam writes them.
var numberWords = [...]string{2: "TWO", 3: "THREE"}

func (q *Question) sides() (front, back string) {
	front = q.Stem
	if n := q.Correct(); n > 1 && n < len(numberWords) {
		front += " (Select " + numberWords[n] + ".)"
	}
	var b strings.Builder
	for _, c := range q.Choices {
		if c.Correct {
			if b.Len() > 0 {
				b.WriteString("\n\n")
			}
			b.WriteString("**" + c.Text + "**\n\n" + c.Why)
		}
	}
	return front, b.String()
}

// hash is FNV-1a of the texts, each ended so that moving a word from one to
// the next changes it.
func hash(texts ...string) uint64 {
	h := fnv.New64a()
	for _, t := range texts {
		h.Write([]byte(t))
		h.Write([]byte{0})
	}
	return h.Sum64()
}

func (q *Question) hash() uint64 {
	texts := []string{q.Stem}
	for _, c := range q.Choices {
		right := "wrong"
		if c.Correct {
			right = "right"
		}
		texts = append(texts, c.Text, right, c.Why)
	}
	return hash(texts...)
}
