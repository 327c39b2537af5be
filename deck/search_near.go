package deck

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// forgiven is how many slips a word of n letters may have.
func forgiven(n int) int {
	switch {
	case n < 4:
		return 0
	case n < 8:
		return 1
	}
	return 2
}

// longestNear is the most letters of a word that slips are sought in.
const longestNear = 40

// near calls yield for each word of the index that is w but for a few slips, as a
// whole or in its beginning. A slip is a letter too many, too few, wrong or swapped
// with its neighbour: the Damerau-Levenshtein distance in its optimal string
// alignment form.
//
// The words stand in order, so that the rows of the distance for what a word has
// in common with the one before it are there already, and a beginning that is too
// far off is passed over with all words that have it.
func (x *wordIndex) near(w string, yield func(word, slips int, whole bool)) {
	wanted := []rune(w)
	most := forgiven(len(wanted))
	if most == 0 || len(wanted) > longestNear {
		return
	}
	n := nearness{wanted: wanted, most: most}
	n.start()
	for at := 0; at < len(x.words); {
		word := x.words[at]
		depth, dead := n.read(word)
		last := n.rows[depth]
		if !dead && last.slips() <= most {
			yield(at, last.slips(), true)
		} else if last.least <= most {
			yield(at, last.least, false)
		}
		at++
		if !dead {
			continue
		}
		begin := string(n.letters[:depth])
		for ; at < len(x.words) && strings.HasPrefix(x.words[at], begin); at++ {
			if last.least <= most {
				yield(at, last.least, false)
			}
		}
	}
}

// nearness holds the rows of the distance between wanted and the beginnings of one
// word.
type nearness struct {
	wanted  []rune
	most    int
	letters []rune // of the word, as far as they were read
	rows    []nearRow
}

// nearRow is the row for a beginning of the word.
type nearRow struct {
	cells []int // slips between it and each beginning of wanted
	min   int   // of cells
	least int   // slips between wanted and this beginning or a shorter one
}

func (r nearRow) slips() int { return r.cells[len(r.cells)-1] }

func (n *nearness) start() {
	first := nearRow{cells: make([]int, len(n.wanted)+1), least: len(n.wanted)}
	for j := range first.cells {
		first.cells[j] = j
	}
	n.rows = append(n.rows, first)
}

// read goes through the letters of word from where it differs from the one before.
// It stops at the depth from which no longer word can be near, and says so.
func (n *nearness) read(word string) (depth int, dead bool) {
	for depth < len(n.letters) {
		r, size := utf8.DecodeRuneInString(word)
		if size == 0 || r != n.letters[depth] {
			break
		}
		word = word[size:]
		depth++
	}
	n.letters = n.letters[:depth]
	for _, r := range word {
		n.letters = append(n.letters, r)
		depth++
		n.row(depth)
		if n.rows[depth].min > n.most && n.rows[depth-1].min >= n.most {
			return depth, true
		}
	}
	return depth, false
}

// row computes the row at depth from those above it.
func (n *nearness) row(depth int) {
	if depth == len(n.rows) {
		n.rows = append(n.rows, nearRow{cells: make([]int, len(n.wanted)+1)})
	}
	above, r := n.rows[depth-1].cells, n.rows[depth].cells
	letter := n.letters[depth-1]
	r[0] = depth
	for j, want := range n.wanted {
		wrong := 1
		if want == letter {
			wrong = 0
		}
		r[j+1] = min(above[j]+wrong, above[j+1]+1, r[j]+1)
		if depth > 1 && j > 0 && letter == n.wanted[j-1] && n.letters[depth-2] == want {
			r[j+1] = min(r[j+1], n.rows[depth-2].cells[j-1]+1)
		}
	}
	n.rows[depth].min = slices.Min(r)
	n.rows[depth].least = min(n.rows[depth-1].least, r[len(r)-1])
}
