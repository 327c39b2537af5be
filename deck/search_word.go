package deck

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// eachWord calls yield for each word of text in lower case: runs of letters and
// digits. A number keeps its points and loses its commas, so that 4.3.1 is one
// word and 3,000 is 3000. A name such as ChangeMessageVisibility is one word and
// each of its parts another. What follows an apostrophe is dropped. Yield must not
// keep its word.
func eachWord(text string, yield func(word []byte)) {
	var buf [64]byte
	word := buf[:0] // in lower case
	part := 0       // where its newest part begins
	before := rune(0)
	end := func() {
		if part > 0 && part < len(word) {
			yield(word[part:])
		}
		if len(word) > 0 {
			yield(word)
		}
		word, part = word[:0], 0
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if before == '\'' {
				continue // until something else comes
			}
			if len(word) > 0 && unicode.IsUpper(r) && unicode.IsLower(before) {
				yield(word[part:])
				part = len(word)
			}
			word = utf8.AppendRune(word, unicode.ToLower(r))
		case unicode.IsDigit(before) && (r == '.' || r == ',') && digitAt(text, i+1):
			if r == '.' {
				word = append(word, '.')
			}
			continue // before stays the digit
		case r == '\'' || r == '’':
			wasWord := len(word) > 0
			end()
			if wasWord {
				r = '\''
			} else {
				r = ' '
			}
		default:
			end()
		}
		before = r
	}
	end()
}

func digitAt(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

// maxWanted is how many words of a search count.
const maxWanted = 16

// wantedWords are the words of a search, each once. A blank's number, as in an
// item's id, is none of them.
func wantedWords(text string) []string {
	var all []string
	for _, field := range strings.Fields(text) {
		if parent, blank, ok := strings.Cut(field, "#"); ok && digitAt(blank, 0) {
			field = parent
		}
		eachWord(strings.ToLower(field), func(w []byte) { // a name's parts are not wanted beside it
			if !slices.Contains(all, string(w)) {
				all = append(all, string(w))
			}
		})
	}
	telling := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return stopWords[w] })
	if len(telling) > 0 {
		all = telling
	}
	return all[:min(len(all), maxWanted)]
}

// stopWords say nothing about what a text is about.
var stopWords = setOf(`a about an and are as at be been but by can could did do does for from had has have how if
	in into is it its may might must my not of on or our shall should so such than that the their them then there these
	they this those to was were what when where which while who why will with would you your`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// singular is the word that w is the plural of, empty when w does not look like
// one.
func singular(w string) string {
	switch n := len(w); {
	case n < 5 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss"):
		return ""
	case strings.HasSuffix(w, "ies"):
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "shes"):
		return w[:n-2]
	}
	return w[:len(w)-1]
}
