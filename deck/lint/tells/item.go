// Package tells is the test-taker who knows nothing: strategies that look at
// the form of a question alone, how often they find the correct choices, and
// how often luck would.
package tells

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dva/deck/lint/words"
)

// Item is a question as its form shows it.
type Item struct {
	ID      string
	Group   string // skill by which it counts
	Stem    words.Set
	Choices []Choice
	Keys    int      // how many choices are correct
	Enemies []string // ids of questions that are never in one exam with it

	cluster int // items of one cluster never teach a strategy about each other
	place   int // in its bank
}

// Choice is one answer that an item offers.
type Choice struct {
	Text   string
	Key    bool
	Length int       // characters, without Markdown's marks
	Words  words.Set // all of them
	Says   words.Set // those that say something of the subject
	First  string    // word

	absolute bool // has a word that leaves no exception
}

// NewChoice looks at the text of a choice.
func NewChoice(text string, key bool) Choice {
	all := words.Split(text)
	c := Choice{
		Text: text, Key: key, Length: utf8.RuneCountInString(strings.ReplaceAll(strings.ReplaceAll(text, "`", ""), "**", "")),
		Words: words.NewSet(all, 1), Says: words.NewSet(words.Content(all), 1), absolute: slices.ContainsFunc(all, absolute),
	}
	if len(all) > 0 {
		c.First = all[0]
	}
	return c
}

// NewStem is what a strategy sees of a stem.
func NewStem(text string) words.Set { return words.NewSet(words.Content(words.Split(text)), 1) }

// Single reports whether the item has one correct choice of four.
func (it *Item) Single() bool { return it.Keys == 1 && len(it.Choices) == 4 }

// Bank is the items that strategies learn from.
type Bank struct {
	Items   []*Item
	Singles []*Item // one correct of four
	Many    []*Item // several correct

	enemies map[*Item][]*Item
}

// NewBank puts items together. Enemies are mutual: it is enough that one of the
// two names the other.
func NewBank(items []*Item) *Bank {
	b := &Bank{Items: items, enemies: map[*Item][]*Item{}}
	byID := map[string]*Item{}
	for i, it := range items {
		it.place = i
		byID[it.ID] = it
		if it.Single() {
			b.Singles = append(b.Singles, it)
		} else {
			b.Many = append(b.Many, it)
		}
	}
	for _, it := range items {
		for _, id := range it.Enemies {
			if other := byID[id]; other != nil && other != it && !slices.Contains(b.enemies[it], other) {
				b.enemies[it] = append(b.enemies[it], other)
				b.enemies[other] = append(b.enemies[other], it)
			}
		}
	}
	b.cluster()
	return b
}

// Twins reports whether two items are enemies.
func (b *Bank) Twins(x, y *Item) bool { return slices.Contains(b.enemies[x], y) }

// cluster numbers the clusters: items of one skill, and what is tied to them by
// enmity.
func (b *Bank) cluster() {
	root := make([]int, len(b.Items))
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	first := map[string]int{}
	for i, it := range b.Items {
		j, ok := first[it.Group]
		if !ok {
			j = i
			first[it.Group] = i
		}
		root[find(i)] = find(j)
		for _, e := range b.enemies[it] {
			root[find(i)] = find(e.place)
		}
	}
	for i, it := range b.Items {
		it.cluster = find(i)
	}
}
