package deck

import (
	"maps"
	"slices"
	"strings"
)

// wordIndex says in which cards and questions each word occurs. It is never
// changed once it is made.
type wordIndex struct {
	entries  []entry
	words    []string  // in order
	ends     []int32   // the postings of word i are ends[i] to ends[i+1]
	postings []posting // of each word in the order of entries
}

// entry is one card or question, its siblings taken together.
type entry struct {
	item  int32 // the first of the siblings
	title string
}

// posting is an entry and, in its lowest bits, the places in it that have the
// word.
type posting uint32

const placeBits = 5

func (p posting) entry() int { return int(p >> placeBits) }

// place is where in an entry a word stands. Lower ones are worth more.
type place uint8

const (
	inID place = iota
	inFront
	inSkill
	inService
	inBack
)

// worths are what a match in each place is worth.
var worths = [...]int32{inID: 8, inFront: 5, inSkill: 4, inService: 3, inBack: 1}

// worth is that of the best place.
func (p posting) worth() int32 {
	for at, w := range worths {
		if p&(1<<at) != 0 {
			return w
		}
	}
	return 0
}

// newWordIndex reads all texts of d.
func newWordIndex(d *Deck) *wordIndex {
	b := indexer{numbers: map[string]int32{}, services: map[string][]string{}}
	for at := range d.Items {
		it := &d.Items[at]
		if at > 0 && d.Items[at-1].Parent == it.Parent {
			continue
		}
		b.entries = append(b.entries, entry{item: int32(at)})
		b.add(d, it)
	}
	return b.index()
}

// indexer makes a wordIndex.
type indexer struct {
	entries  []entry
	numbers  map[string]int32 // of each word so far
	postings [][]posting      // by number
	services map[string][]string
}

// add indexes the card or question that it belongs to.
func (b *indexer) add(d *Deck, it *Item) {
	b.text(it.Parent, inID)
	for _, s := range it.Skills {
		b.word([]byte(s), inSkill)
	}
	b.service(d, it.Service, inService)
	for _, s := range it.Services {
		b.service(d, s, inBack)
	}
	last := &b.entries[len(b.entries)-1]
	front, _ := d.Sides(*it)
	last.title, _, _ = strings.Cut(front, "\n")
	if q, ok := d.Question(it.Parent); ok && it.Kind == Multiple {
		b.text(q.Stem, inFront)
		for _, c := range q.Choices {
			b.text(c.Text, inBack)
			if c.Correct {
				b.text(c.Why, inBack)
			}
		}
		return
	}
	c, ok := d.Card(it.Parent)
	if !ok {
		return
	}
	b.text(c.Front, inFront)
	b.text(c.Back, inBack)
	if c.Cloze != "" {
		b.cloze(c.Cloze)
	}
}

// cloze indexes a sentence with all its blanks filled in.
func (b *indexer) cloze(text string) {
	parts, err := spans(text)
	if err != nil { // refused when the card was loaded
		b.text(text, inFront)
		return
	}
	var whole strings.Builder
	for _, p := range parts {
		whole.WriteString(p.text)
	}
	b.text(whole.String(), inFront)
}

// service indexes the words that people type for a service.
func (b *indexer) service(d *Deck, key string, at place) {
	words, known := b.services[key]
	if !known {
		names := []string{key}
		if s, ok := d.Service(key); ok {
			names = append(append(names, s.Name), s.Aliases...)
		}
		for _, n := range names {
			eachWord(n, func(w []byte) { words = append(words, string(w)) })
		}
		b.services[key] = words
	}
	for _, w := range words {
		b.word([]byte(w), at)
	}
}

func (b *indexer) text(text string, at place) {
	eachWord(text, func(w []byte) { b.word(w, at) })
}

// word notes that the newest entry has w.
func (b *indexer) word(w []byte, at place) {
	n, known := b.numbers[string(w)]
	if !known {
		n = int32(len(b.postings))
		b.numbers[string(w)] = n
		b.postings = append(b.postings, nil)
	}
	e := len(b.entries) - 1
	list := b.postings[n]
	if last := len(list) - 1; last >= 0 && list[last].entry() == e {
		list[last] |= 1 << at
		return
	}
	b.postings[n] = append(list, posting(e<<placeBits|1<<at))
}

// index is what was added, in order and without room to grow.
func (b *indexer) index() *wordIndex {
	total := 0
	for _, list := range b.postings {
		total += len(list)
	}
	x := &wordIndex{
		entries: b.entries, words: slices.Sorted(maps.Keys(b.numbers)),
		ends: make([]int32, 1, len(b.numbers)+1), postings: make([]posting, 0, total),
	}
	for _, w := range x.words {
		x.postings = append(x.postings, b.postings[b.numbers[w]]...)
		x.ends = append(x.ends, int32(len(x.postings)))
	}
	return x
}
