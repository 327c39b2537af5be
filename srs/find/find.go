// Package find picks items by what they say, where they belong, and how the
// learner stands with them: "visibility service:sqs is:leech".
//
// It knows the deck and the learner's cards, and nothing of files or screens.
package find

import (
	"cmp"
	"slices"
	"strings"

	"dva/deck"
	"dva/srs"
)

// Known is what the learner's file says of all cards.
type Known struct {
	Cards []srs.Card
	// Shown is the hash of the text at each card's last review.
	Shown map[string]uint64
	// Notes are the learner's own, by card.
	Notes map[string]string
}

// Entry is an item and how the learner stands with it.
type Entry struct {
	Item deck.Item // of one that is Gone only ID and Parent
	Card srs.Card  // a new one when it was never touched
	Note string
	// Changed says that the text is another than at the last review.
	Changed bool
	// Gone says that the item has left the deck and only progress is there.
	Gone bool
}

// Shelf holds everything that can be found. It is not changed by finding; Update
// changes one entry.
type Shelf struct {
	Deck    *deck.Deck
	Entries []Entry // in the order of the deck, those that are gone at the end

	today    srs.Day
	leechAt  int
	byParent map[string]int // its first entry
	byID     map[string]int
}

// New makes a shelf for study day today. A card with leechAt lapses is a leech; 0
// is never.
func New(d *deck.Deck, k Known, today srs.Day, leechAt int) *Shelf {
	s := &Shelf{
		Deck: d, Entries: make([]Entry, len(d.Items), len(d.Items)+8), today: today, leechAt: leechAt,
		byParent: make(map[string]int, len(d.Items)), byID: make(map[string]int, len(d.Items)),
	}
	for i, it := range d.Items {
		s.Entries[i] = Entry{Item: it, Card: srs.Card{ID: it.ID}}
		s.byID[it.ID] = i
		if _, ok := s.byParent[it.Parent]; !ok {
			s.byParent[it.Parent] = i
		}
	}
	var gone []Entry
	for _, c := range k.Cards {
		i, ok := s.byID[c.ID]
		if !ok {
			parent, _, _ := strings.Cut(c.ID, "#")
			gone = append(gone, Entry{Item: deck.Item{ID: c.ID, Parent: parent}, Card: c, Gone: true})
			continue
		}
		e := &s.Entries[i]
		e.Card = c
		shown, ok := k.Shown[c.ID]
		e.Changed = ok && shown != e.Item.Hash && c.State != srs.New
	}
	slices.SortFunc(gone, func(a, b Entry) int { return cmp.Compare(a.Item.ID, b.Item.ID) })
	for _, e := range gone {
		s.byID[e.Item.ID] = len(s.Entries)
		s.Entries = append(s.Entries, e)
	}
	for id, note := range k.Notes {
		if i, ok := s.byID[id]; ok {
			s.Entries[i].Note = note
		}
	}
	return s
}

// At is the place of the item with this id among Entries.
func (s *Shelf) At(id string) (int, bool) {
	i, ok := s.byID[id]
	return i, ok
}

// Leech says that a card was forgotten so often that it wants help.
func (s *Shelf) Leech(c srs.Card) bool { return s.leechAt > 0 && c.Lapses >= s.leechAt }

// Found is what a query finds.
type Found struct {
	At []int // places among Entries, the best first
	// Problem is what cannot be understood of the query, in a sentence; nothing is
	// found then.
	Problem string
}

// Find finds the entries that fit all words of query. Words of the form field:value
// choose by where an item belongs or how it stands, see Words; what is left is
// searched for as deck.Search does. Without any, everything fits, in the order of
// the deck. Items that are gone are found by is:gone alone.
func (s *Shelf) Find(query string) Found {
	q, problem := s.parse(query)
	if problem != "" {
		return Found{Problem: problem}
	}
	var out Found
	if q.text != "" {
		for _, h := range s.Deck.Search(q.text, 0) {
			for i := s.byParent[h.Item.Parent]; i < len(s.Deck.Items) && s.Entries[i].Item.Parent == h.Item.Parent; i++ {
				s.keep(q, i, &out)
			}
		}
	} else {
		for i := range s.Deck.Items {
			s.keep(q, i, &out)
		}
	}
	for i := len(s.Deck.Items); i < len(s.Entries) && q.gone; i++ {
		if s.named(q.text, i) {
			s.keep(q, i, &out)
		}
	}
	return out
}

func (s *Shelf) keep(q query, at int, out *Found) {
	e := &s.Entries[at]
	if e.Gone && !q.gone {
		return
	}
	for _, t := range q.terms {
		if t.fits(e) == t.not {
			return
		}
	}
	out.At = append(out.At, at)
}

// named says whether the id of an item that is gone has all words.
func (s *Shelf) named(text string, at int) bool {
	for _, w := range strings.Fields(strings.ToLower(text)) {
		if !strings.Contains(s.Entries[at].Item.ID, w) {
			return false
		}
	}
	return true
}
