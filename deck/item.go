package deck

import "strconv"

// Level says how early a new card comes: Core first, then Useful; Edge only
// on wish.
type Level uint8

// The levels, in the order in which new cards come.
const (
	Core Level = iota
	Useful
	Edge
)

var levelNames = [...]string{Core: "core", Useful: "useful", Edge: "edge"}

// String returns the word that the YAML uses.
func (l Level) String() string {
	if int(l) < len(levelNames) {
		return levelNames[l]
	}
	return "level " + strconv.Itoa(int(l))
}

// Kind says how an item is asked.
type Kind uint8

// The kinds of items.
const (
	Basic    Kind = iota // a front and a back
	Cloze                // a sentence with one blank asked
	Multiple             // an exam question with choices
)

var kindNames = [...]string{Basic: "card", Cloze: "cloze", Multiple: "question"}

// String returns the kind in words: "card", "cloze" or "question".
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "kind " + strconv.Itoa(int(k))
}

// Item is one thing that a learner remembers: a flashcard, one blank of a
// cloze, or a question. It holds what choosing and ordering need and none of
// the text, so that a whole deck of items is small and quick to read.
type Item struct {
	// ID is what progress hangs on, unique over all decks. A cloze blank is
	// the card's id, '#' and the number of the blank.
	ID string
	// Parent is the id as written in the YAML. Items with one Parent are
	// siblings.
	Parent string
	Kind   Kind
	// Blank is the number of the cloze blank, 0 for other kinds.
	Blank   int
	Service string
	// Services are the others that a question involves.
	Services []string
	// Skills are blueprint skills. An item without any is outside the exam
	// and so outside the default deck.
	Skills []string
	Level  Level
	// Needs are the cards that teach a question, by Parent id.
	Needs []string
	// Place is the position in the file; fundamentals stand before details.
	Place int
	// Deck names the learner's own deck; empty for the content that ships.
	Deck string
	// Hash is of the text as shown, to tell when it changed since last seen.
	Hash uint64
}
