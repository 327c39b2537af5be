package deck

import (
	"cmp"
	"slices"
	"strings"
)

// Hit is an item that a search found.
type Hit struct {
	Item  Item   // the first of its siblings
	Title string // the first line of its front
	Score int    // higher is better
}

// Search finds the cards and questions that have all of words, in any case: in
// the id, the front, the back, the service's names and aliases, or as the number
// of a skill, such as 4.3.1. Words that carry no meaning, such as "the", count
// only when there are no others.
//
// A word is found as a whole or as the beginning of one. When no item has all of
// them so, slips of the finger are forgiven: one in a word of 4 to 7 letters, two
// in a longer one. When that finds nothing either, one of three or more words may
// be missing.
//
// The best come first, at most limit of them; 0 is no limit. What is equally good
// stays in the order of the deck. The first call reads all texts and makes an
// index of their words, which later calls use.
func (d *Deck) Search(words string, limit int) []Hit {
	wanted := wantedWords(words)
	if len(wanted) == 0 {
		return nil
	}
	x := d.searchIndex()
	found := x.search(wanted)
	if limit > 0 && len(found) > limit {
		found = found[:limit]
	}
	hits := make([]Hit, len(found))
	for i, f := range found {
		e := &x.entries[f.entry]
		hits[i] = Hit{Item: d.Items[e.item], Title: e.title, Score: int(f.score)}
	}
	return hits
}

// searchIndex is made on first use. A deck made by hand keeps none.
func (d *Deck) searchIndex() *wordIndex {
	if d.look == nil {
		return newWordIndex(d)
	}
	d.look.searching.Do(func() { d.look.words = newWordIndex(d) })
	return d.look.words
}

// found is an entry of the index and how well it matches.
type found struct{ entry, score int32 }

// search tries ever more forgiving ways until one finds something.
func (x *wordIndex) search(wanted []string) []found {
	out := x.match(wanted, false, len(wanted))
	if out == nil {
		out = x.match(wanted, true, len(wanted))
	}
	if out == nil && len(wanted) > 2 {
		out = x.match(wanted, true, len(wanted)-1)
	}
	slices.SortFunc(out, func(a, b found) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.entry, b.entry))
	})
	return out
}

// match finds the entries that have at least least of the words.
func (x *wordIndex) match(wanted []string, forgiving bool, least int) []found {
	total := make([]int32, len(x.entries))
	has := make([]int8, len(x.entries))
	best := make([]int32, len(x.entries)) // for the word at hand
	for _, w := range wanted {
		clear(best)
		x.each(w, forgiving, func(word int, quality int32) {
			for _, p := range x.postings[x.ends[word]:x.ends[word+1]] {
				e := p.entry()
				best[e] = max(best[e], quality*p.worth())
			}
		})
		for e, score := range best {
			if score > 0 {
				total[e] += score
				has[e]++
			}
		}
	}
	var out []found
	for e, n := range has {
		if int(n) >= least {
			out = append(out, found{int32(e), total[e]})
		}
	}
	return out
}

// How good a match is: a word itself is better than one that begins so, that
// better than one that is a slip away.
const (
	asItself    = 12
	asBeginning = 8
	asNear      = 4 // a slip less for each further one
	asNearStart = 2
)

// each calls yield for each word of the index that w means.
func (x *wordIndex) each(w string, forgiving bool, yield func(word int, quality int32)) {
	at, _ := slices.BinarySearch(x.words, w)
	for ; at < len(x.words) && strings.HasPrefix(x.words[at], w); at++ {
		if len(x.words[at]) == len(w) {
			yield(at, asItself)
		} else {
			yield(at, asBeginning)
		}
	}
	if one := singular(w); one != "" {
		if at, ok := slices.BinarySearch(x.words, one); ok {
			yield(at, asBeginning)
		}
	}
	if forgiving {
		x.near(w, func(word, slips int, whole bool) {
			if whole {
				yield(word, int32(asNear+1-slips))
			} else {
				yield(word, int32(asNearStart+1-slips))
			}
		})
	}
}
