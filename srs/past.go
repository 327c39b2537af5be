package srs

// Past is one act in the history of a card. Of acts other than a review only ID,
// At, Before and After say anything.
type Past struct {
	Review
	Kind ActKind
	Note string // as it was left, of a note
}
