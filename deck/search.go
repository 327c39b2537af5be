package deck

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Hit is an item that a search found.
type Hit struct {
	Item  Item   // the first of its siblings
	Title string // the first line of its front
	Score int    // higher is better
}

// What a match in each text is worth.
const (
	inID      = 8
	inFront   = 5
	inService = 3
	inBack    = 1
)

// Search finds the cards and questions that have every word of words, each as
// the beginning of a word in the id, the front, the back or the service's name,
// in any case. The best come first, at most limit of them; 0 is no limit.
func (d *Deck) Search(words string, limit int) []Hit {
	wanted := strings.Fields(strings.ToLower(words))
	if len(wanted) == 0 {
		return nil
	}
	var hits []Hit
	last := ""
	for _, it := range d.Items {
		if it.Parent == last {
			continue
		}
		last = it.Parent
		front, back := d.Sides(it)
		if score := d.score(it, front, back, wanted); score > 0 {
			title, _, _ := strings.Cut(front, "\n")
			hits = append(hits, Hit{Item: it, Title: title, Score: score})
		}
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	if limit > 0 && len(hits) > limit {
		hits = hits[:limit]
	}
	return hits
}

// score is 0 when a word is nowhere.
func (d *Deck) score(it Item, front, back string, wanted []string) int {
	service := it.Service
	if s, ok := d.Service(it.Service); ok {
		service = s.Key + " " + s.Name + " " + strings.Join(s.Aliases, " ")
	}
	fields := []struct {
		text  string
		worth int
	}{{it.Parent, inID}, {front, inFront}, {service, inService}, {back, inBack}}
	for i := range fields {
		fields[i].text = strings.ToLower(fields[i].text)
	}
	total := 0
	for _, w := range wanted {
		best := 0
		for _, f := range fields {
			if f.worth > best && hasWord(f.text, w) {
				best = f.worth
			}
		}
		if best == 0 {
			return 0
		}
		total += best
	}
	return total
}

// hasWord reports whether a word of text begins with w.
func hasWord(text, w string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], w)
		if i < 0 {
			return false
		}
		at := from + i
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		if at == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before) {
			return true
		}
		from = at + 1
	}
}
