// Package drill says what can be drilled: how each service stands, and which
// items to ask for a wish, in which order.
//
// It works on values and reads neither clock nor file. What can be drilled is
// every item of the deck that was seen before, and of the others those that the
// learner's plan would begin some day. Suspended items stay out; buried ones do
// not, since a drill is asked for by hand.
package drill

import (
	"strings"

	"dva/deck"
	"dva/srs"
)

// MissedDays is how many study days, today included, the misses of the last
// days are taken from.
const MissedDays = 7

// Input is what a Book is made of.
type Input struct {
	Today    srs.Day
	Exam     *deck.Exam     // the blueprint
	Items    []deck.Item    // of the deck, in its order
	Services []deck.Service // in the order in which equal ones are shown
	Weight   func(service string) float64
	Cards    []srs.Card // every card that was answered or marked
	Model    srs.Model
	// Comes says whether an item that was never seen is ever begun.
	Comes func(*deck.Item) bool
	// LeechAt is from how many lapses a card is a leech; 0 is never.
	LeechAt int
	// ExamMissed are the questions that were not right in the last exam, nil when
	// none has been handed in. Again are the items that were answered again in the
	// last MissedDays days.
	ExamMissed, Again []string
}

// Book is everything that can be drilled, with what is known of it today. It
// does not change.
type Book struct {
	// Sat says that an exam has been handed in.
	Sat bool

	exam     *deck.Exam
	services []deck.Service
	weight   func(string) float64
	entries  []entry // in the order of the deck
}

// entry is one item that can be drilled.
type entry struct {
	item      *deck.Item
	at        int // in the deck
	seen, due bool
	recall    float64 // expected today; of an item never seen 0
	stability float64
	groups    [groups]bool
}

// New makes the book.
func New(in Input) *Book {
	b := &Book{Sat: in.ExamMissed != nil, exam: in.Exam, services: in.Services, weight: in.Weight, entries: make([]entry, 0, len(in.Items))}
	cards := make(map[string]*srs.Card, len(in.Cards))
	for i := range in.Cards {
		cards[in.Cards[i].ID] = &in.Cards[i]
	}
	again, missed := set(in.Again), set(in.ExamMissed)
	behind := map[string]bool{} // the flashcards that teach what was missed
	for i := range in.Items {
		it := &in.Items[i]
		card, known := cards[it.ID]
		if !known {
			card = &srs.Card{}
		}
		seen := card.State != srs.New
		if card.Marks.Suspended || !seen && !card.Marks.Flagged && !in.Comes(it) {
			continue
		}
		e := entry{item: it, at: i, seen: seen, due: card.DueBy(in.Today) && !card.Marks.Hidden(in.Today)}
		if seen {
			e.recall, e.stability = in.Model.Recall(card.Memory, card.Elapsed(in.Today)), card.Memory.Stability
		}
		e.groups[All] = true
		e.groups[LastExam] = missed[it.ID]
		e.groups[LastDays] = again[it.ID]
		e.groups[Flagged] = card.Marks.Flagged
		e.groups[Leeches] = in.LeechAt > 0 && card.Lapses >= in.LeechAt
		if e.groups[LastExam] {
			for _, parent := range it.Needs {
				behind[parent] = true
			}
		}
		b.entries = append(b.entries, e)
	}
	for i := range b.entries {
		e := &b.entries[i]
		e.groups[LastExam] = e.groups[LastExam] || e.item.Kind != deck.Multiple && behind[e.item.Parent]
	}
	return b
}

func set(ids []string) map[string]bool {
	m := make(map[string]bool, len(ids))
	for _, id := range ids {
		m[id] = true
	}
	return m
}

// within says that a skill is the one with this id, or belongs to the task or
// domain with it. Everything is within "".
func within(skill, id string) bool {
	return id == "" || skill == id || strings.HasPrefix(skill, id+".")
}
