package strict

import "slices"

// Closest is the word that someone who typed word most likely meant, empty
// when none is near: at most one slip in a short word, two in a longer one, a
// slip being a letter too many, too few, wrong or swapped with its neighbour.
func Closest(word string, words []string) string {
	const longest = 80
	if len(word) > longest {
		return ""
	}
	best, least := "", 1+min(2, len(word)/3)
	for _, w := range words {
		if len(w)-len(word) >= least || len(word)-len(w) >= least {
			continue
		}
		if d := slips(word, w); d < least {
			best, least = w, d
		}
	}
	return best
}

// DidYouMean is a hint that names the closest of words, empty when none is.
func DidYouMean(word string, words []string) string {
	if w := Closest(word, words); w != "" {
		return "did you mean " + short(w) + "?"
	}
	return ""
}

// slips is the Damerau-Levenshtein distance of a and b in bytes, in its
// optimal string alignment form.
func slips(a, b string) int {
	before := make([]int, len(b)+1)
	row := make([]int, len(b)+1)
	next := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		next[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			next[j+1] = slices.Min([]int{row[j] + cost, row[j+1] + 1, next[j] + 1})
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}
