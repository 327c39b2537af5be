// Package words compares texts by their words, as someone does who does not
// understand them.
package words

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
)

// Split is the words of a text in lower case: runs of letters and digits.
// Markdown's marks and the s of possession are no part of them.
func Split(text string) []string {
	text = strings.ReplaceAll(strings.ToLower(text), "’", "'")
	fields := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	})
	out := fields[:0]
	for _, w := range fields {
		if w = strings.Trim(strings.TrimSuffix(w, "'s"), "'"); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// plain are words that join others and say nothing of the subject.
const plain = " a an and are as at be been but by can could do does for from had has have how if in into is it its may must no not of on or " +
	"should so than that the their them then there these they this those to was were what when where which while who will with would "

// Content is the words that say something, without the s of the plural.
func Content(all []string) []string {
	var out []string
	for _, w := range all {
		if strings.Contains(plain, " "+w+" ") {
			continue
		}
		if len(w) > 3 && !strings.HasSuffix(w, "ss") {
			w = strings.TrimSuffix(w, "s")
		}
		out = append(out, w)
	}
	return out
}

// Set is hashes of words or of runs of words: sorted, each once.
type Set []uint64

// NewSet is the set of runs of n words; of all words together when they are
// fewer.
func NewSet(all []string, n int) Set {
	s := Set(Runs(all, n))
	if len(s) == 0 && len(all) > 0 {
		s = Runs(all, len(all))
	}
	slices.Sort(s)
	return slices.Compact(s)
}

// Runs is the hash of each run of n words, in order; none when the words are
// fewer.
func Runs(all []string, n int) []uint64 {
	var out []uint64
	for i := 0; i+n <= len(all); i++ {
		h := fnv.New64a()
		for _, w := range all[i : i+n] {
			h.Write([]byte(w)) // never fails
			h.Write([]byte{0})
		}
		out = append(out, h.Sum64())
	}
	return out
}

// Has reports whether h is in the set.
func (s Set) Has(h uint64) bool {
	_, ok := slices.BinarySearch(s, h)
	return ok
}

// Common is how many members both sets have.
func (s Set) Common(o Set) int {
	n := 0
	for i, j := 0, 0; i < len(s) && j < len(o); {
		switch {
		case s[i] < o[j]:
			i++
		case s[i] > o[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// Jaccard is the share of all members that both sets have; 0 of two empty sets.
func (s Set) Jaccard(o Set) float64 {
	common := s.Common(o)
	all := len(s) + len(o) - common
	if all == 0 {
		return 0
	}
	return float64(common) / float64(all)
}
