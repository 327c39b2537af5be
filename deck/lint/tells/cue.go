package tells

import (
	"slices"
	"strings"
	"unicode"
)

// Cue is a strategy: it scores the choices of an item, and whoever follows it
// picks as many as are asked for, the highest first, ties by lot.
type Cue struct {
	Name  string
	Score func(*Item) []float64
}

// each makes a cue of a score that looks at one choice at a time.
func each(name string, score func(*Item, *Choice) float64) Cue {
	return Cue{name, func(it *Item) []float64 {
		out := make([]float64, len(it.Choices))
		for i := range it.Choices {
			out[i] = score(it, &it.Choices[i])
		}
		return out
	}}
}

// Longest picks the longest choice.
var Longest = each("longest", func(_ *Item, c *Choice) float64 { return float64(c.Length) })

// Shortest picks the shortest choice.
var Shortest = each("shortest", func(_ *Item, c *Choice) float64 { return -float64(c.Length) })

// Convergence picks the choice that has most in common with the others: writers
// make wrong choices by changing parts of the right one.
var Convergence = each("convergence", func(it *Item, c *Choice) float64 {
	n := 0
	for i := range it.Choices {
		if o := &it.Choices[i]; o != c {
			n += c.Says.Common(o.Says)
		}
	}
	return float64(n)
})

// Overlap picks the choice that repeats most words of the stem.
var Overlap = each("stem overlap", func(it *Item, c *Choice) float64 { return float64(c.Says.Common(it.Stem)) })

// Absolutes avoids choices that hold without exception.
var Absolutes = each("no absolutes", func(_ *Item, c *Choice) float64 {
	if c.Absolute() {
		return 0
	}
	return 1
})

// OddOne picks the choice whose form stands out.
var OddOne = Cue{"odd one out", odd}

// absolute reports whether a word leaves no exception.
func absolute(word string) bool {
	switch word {
	case "all", "always", "any", "cannot", "completely", "entirely", "every", "everything", "exclusively", "impossible", "must", "never", "no", "none", "nothing",
		"only", "solely":
		return true
	}
	return false
}

// Absolute reports whether the choice has a word that leaves no exception.
func (c *Choice) Absolute() bool { return c.absolute }

// Number reports whether the choice has a digit.
func (c *Choice) Number() bool { return strings.ContainsFunc(c.Text, unicode.IsDigit) }

// Code reports whether the choice has code in it: a span of it, a brace, or a
// word with a capital inside.
func (c *Choice) Code() bool {
	return strings.ContainsAny(c.Text, "`{_=") || slices.ContainsFunc(strings.Fields(c.Text), camel)
}

func camel(word string) bool {
	lower := false
	for _, r := range word {
		if lower && unicode.IsUpper(r) {
			return true
		}
		lower = unicode.IsLower(r)
	}
	return false
}

// forms are what a choice can stand out by. The first word is compared as text,
// which is why all are.
var forms = [...]func(*Choice) string{
	func(c *Choice) string { return c.First },
	func(c *Choice) string { return yes(c.Number()) },
	func(c *Choice) string { return yes(c.Code()) },
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// odd counts by how many forms each choice stands alone against all others,
// which are alike.
func odd(it *Item) []float64 {
	out := make([]float64, len(it.Choices))
	for _, form := range forms {
		if i, ok := alone(it, form); ok {
			out[i]++
		}
	}
	return out
}

func alone(it *Item, form func(*Choice) string) (int, bool) {
	having := map[string][]int{}
	for i := range it.Choices {
		f := form(&it.Choices[i])
		having[f] = append(having[f], i)
	}
	if len(having) != 2 || len(it.Choices) < 3 {
		return 0, false
	}
	for _, places := range having {
		if len(places) == 1 {
			return places[0], true
		}
	}
	return 0, false
}

// HasOdd reports whether one choice of the item stands out.
func HasOdd(it *Item) bool { return slices.Max(odd(it)) > 0 }

// Letter always picks this place and the next ones, as many as are asked for.
func Letter(place int) Cue {
	return Cue{"always " + string(rune('A'+place)), func(it *Item) []float64 {
		out := make([]float64, len(it.Choices))
		for i := range out {
			out[i] = -float64((i - place + len(out)) % len(out))
		}
		return out
	}}
}

// Places picks these places.
func Places(places ...int) Cue {
	return Cue{"always the same places", func(it *Item) []float64 {
		out := make([]float64, len(it.Choices))
		for _, p := range places {
			out[p] = 1
		}
		return out
	}}
}
