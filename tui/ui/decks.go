package ui

// DecksMsg tells everybody that the learner's own decks were read again: what is
// shown of them may be old.
type DecksMsg struct {
	Said string // what is wrong in them, in a sentence; empty when nothing is
	Bad  bool   // they could not be read, and the deck is as it was; Said says why
}
