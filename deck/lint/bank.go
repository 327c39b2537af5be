package lint

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"dva/deck"
	"dva/deck/lint/tells"
)

// statistic is a rule over the whole bank.
type statistic struct {
	id        string
	blueprint bool // measured against the exam's blueprint, which own decks need not follow
	measure   func(*bank) Statistic
}

// statistics are the rules over the whole bank.
var statistics = slices.Concat(lengthStatistics, placeStatistics, cueStatistics, modelStatistics, manyStatistics, blueprintStatistics)

// bankRules look at the questions together and find fault with single ones.
var bankRules = []func(*bank, *checker){(*bank).alike, (*bank).twice, (*bank).leaks, (*bank).cardLike, (*bank).original}

// bank is the questions together, as the statistics see them.
type bank struct {
	deck      *deck.Deck
	cards     []*deck.Card
	questions []*deck.Question
	now       time.Time
	words     map[string][]string // by which each service is named
	tells     *tells.Bank
	parts     []slice // the domains, then large files
}

// slice is a part of the bank: its questions with one correct choice of four.
type slice struct {
	name    string
	domain  bool
	singles []*tells.Item
}

func newBank(c *checker, cards []*deck.Card, questions []*deck.Question) *bank {
	b := &bank{deck: c.deck, cards: cards, questions: questions, now: c.now, words: c.words}
	var items []*tells.Item
	for _, q := range questions {
		items = append(items, newItem(q))
	}
	b.tells = tells.NewBank(items)
	b.cut()
	return b
}

func newItem(q *deck.Question) *tells.Item {
	it := &tells.Item{ID: q.ID, Stem: tells.NewStem(q.Stem), Keys: q.Correct(), Enemies: q.Enemies}
	if len(q.Skills) > 0 {
		it.Group = q.Skills[0]
	} else {
		it.Group = "of " + q.Service
	}
	for _, c := range q.Choices {
		it.Choices = append(it.Choices, tells.NewChoice(c.Text, c.Correct))
	}
	return it
}

// cut finds the parts.
func (b *bank) cut() {
	const large = 25 // questions of a file that is looked at by itself
	domains, files := map[string][]*tells.Item{}, map[string][]*tells.Item{}
	for i, q := range b.questions {
		it := b.tells.Items[i]
		if !it.Single() {
			continue
		}
		if len(q.Skills) > 0 {
			if d, ok := b.deck.Exam.Domain(q.Skills[0]); ok {
				domains[d.ID] = append(domains[d.ID], it)
			}
		}
		files[q.At.File] = append(files[q.At.File], it)
	}
	for _, id := range slices.SortedFunc(maps.Keys(domains), cmp.Compare[string]) {
		b.parts = append(b.parts, slice{"domain " + id, true, domains[id]})
	}
	for _, file := range slices.SortedFunc(maps.Keys(files), cmp.Compare[string]) {
		if len(files[file]) >= large {
			b.parts = append(b.parts, slice{file, false, files[file]})
		}
	}
}
