package tells_test

import (
	"fmt"
	"math"
	"testing"

	"dva/deck/lint/tells"
)

// item is a question whose first choices are correct.
func item(id string, keys int, stem string, choices ...string) *tells.Item {
	it := &tells.Item{ID: id, Group: id, Stem: tells.NewStem(stem), Keys: keys}
	for i, c := range choices {
		it.Choices = append(it.Choices, tells.NewChoice(c, i < keys))
	}
	return it
}

func TestCues(t *testing.T) {
	for _, c := range []struct {
		name    string
		cue     tells.Cue
		item    *tells.Item
		want    float64 // how often it finds the answer
		chances float64
	}{
		{"the longest alone", tells.Longest, item("a", 1, "", "xxxx", "x", "x", "x"), 1, .25},
		{"marks do not make it longer", tells.Longest, item("a", 1, "", "**`x`**", "xx", "x", "x"), 0, .25},
		{"one of two longest", tells.Longest, item("a", 1, "", "xx", "xx", "x", "x"), .5, .25},
		{"all alike", tells.Longest, item("a", 1, "", "x", "x", "x", "x"), .25, .25},
		{"the two longest of five", tells.Longest, item("a", 2, "", "xxxx", "xxx", "x", "x", "xx"), 1, .1},
		{"a correct one that is third", tells.Longest, item("a", 2, "", "xxxx", "x", "xxx", "xx", "xx"), 0, .1},
		{"the longest and one of three level", tells.Longest, item("a", 2, "", "xxxx", "xx", "xx", "xx", "x"), 1. / 3, .1},
		{"the shortest", tells.Shortest, item("a", 1, "", "x", "xx", "xx", "xx"), 1, .25},
		{"what it has in common", tells.Convergence, item("a", 1, "", "red queue now", "red topic now", "blue queue now", "green bus"), 1, .25},
		{"plain words are not in common", tells.Convergence, item("a", 1, "", "the of to and", "the red", "a red", "and red"), 0, .25},
		{"words of the stem", tells.Overlap, item("a", 1, "the red queue is slow", "use red queues", "use red", "use blue", "use it"), 1, .25},
		{"no word of the stem", tells.Overlap, item("a", 1, "the red queue is slow", "use blue", "use it", "use that", "use them"), .25, .25},
		{"one without an absolute word", tells.Absolutes, item("a", 1, "", "x", "always x", "never x", "only x"), 1, .25},
		{"one of two without", tells.Absolutes, item("a", 1, "", "x", "x", "never x", "only x"), .5, .25},
		{"a word that has one inside", tells.Absolutes, item("a", 1, "", "x", "x allways", "x onlyness", "x neverland"), .25, .25},
		{"the first word stands out", tells.OddOne, item("a", 1, "", "Use x", "Add x", "Add y", "Add z"), 1, .25},
		{"two first words stand out", tells.OddOne, item("a", 1, "", "Use x", "Use w", "Add y", "Add z"), .25, .25},
		{"the one without a number", tells.OddOne, item("a", 1, "", "x a", "x 1", "x 2", "x 3"), 1, .25},
		{"the one with code", tells.OddOne, item("a", 1, "", "x PutItem", "x a", "x b", "x C"), 1, .25},
		{"the first place", tells.Letter(0), item("a", 1, "", "x", "x", "x", "x"), 1, .25},
		{"the last place, and so the first", tells.Letter(3), item("a", 2, "", "x", "x", "x", "x", "x"), 0, .1},
		{"two places", tells.Places(0, 1), item("a", 2, "", "x", "x", "x", "x", "x"), 1, .1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.cue.Sit([]*tells.Item{c.item})
			if math.Abs(s.Rate()-c.want) > 1e-12 || math.Abs(s.Chance()-c.chances) > 1e-12 {
				t.Errorf("found %v by chance %v, want %v by %v", s.Rate(), s.Chance(), c.want, c.chances)
			}
		})
	}
}

// TestLuckIsWhatDrawingTheAnswersGives counts all ways in which the correct
// choices could have been drawn.
func TestLuckIsWhatDrawingTheAnswersGives(t *testing.T) {
	for _, texts := range [][]string{
		{"x", "xx", "xxx", "xxxx", "xxxxx"}, {"x", "x", "xx", "xx", "xx"}, {"x", "x", "x", "x", "x"}, {"x", "x", "x", "xx", "xxx"},
	} {
		var mean, square, ways float64
		var luck float64
		for i := range texts {
			for j := range i {
				it := item("a", 0, "", texts...)
				it.Keys, it.Choices[i].Key, it.Choices[j].Key = 2, true, true
				s := tells.Longest.Sit([]*tells.Item{it})
				mean, square, ways, luck = mean+s.Rate(), square+s.Rate()*s.Rate(), ways+1, s.Variance
			}
		}
		mean, square = mean/ways, square/ways
		if math.Abs(mean-.1) > 1e-12 || math.Abs(square-mean*mean-luck) > 1e-12 {
			t.Errorf("%v: mean %v, variance %v, said %v", texts, mean, square-mean*mean, luck)
		}
	}
}

func TestPriorLearnsFromOthersOnly(t *testing.T) {
	bank := func(enemies bool) *tells.Bank {
		var items []*tells.Item
		for i := range 10 {
			it := item(fmt.Sprint(i), 1, "", fmt.Sprint("good", i/2), fmt.Sprint("bad", i/2), "x", "y")
			if enemies && i%2 == 1 {
				it.Enemies = []string{fmt.Sprint(i - 1)}
			}
			items = append(items, it)
		}
		return tells.NewBank(items)
	}
	b := bank(false)
	if s := b.Prior().Sit(b.Items); s.Rate() != 1 {
		t.Errorf("with a like question in the bank it finds %v", s.Rate())
	}
	b = bank(true)
	first := b.Prior()
	if s := first.Sit(b.Items); s.Rate() > .5 {
		t.Errorf("with a like question among the enemies it finds %v", s.Rate())
	}
	if again := first.Sit(b.Items); again != first.Sit(b.Items) {
		t.Error("asking again changes the answer")
	}
}

func TestAllCuesLearnFromOtherSkillsOnly(t *testing.T) {
	// The longest is right in every skill, or in one alone.
	bank := func(all bool) *tells.Bank {
		var items []*tells.Item
		for i := range 100 {
			texts := []string{"a long one", "b", "c", "d"}
			if !all && i >= 20 {
				texts[0], texts[1+i%3] = texts[1+i%3], texts[0]
			}
			it := item(fmt.Sprint(i), 1, "", texts...)
			it.Group = fmt.Sprint("skill", i/20)
			items = append(items, it)
		}
		return tells.NewBank(items)
	}
	b := bank(true)
	if s := b.All().Sit(b.Items); s.Rate() != 1 {
		t.Errorf("found %v", s.Rate())
	}
	b = bank(false)
	if s := b.All().Sit(b.Items[:20]); s.Rate() != 0 {
		t.Errorf("the skill taught itself: found %v", s.Rate())
	}
}

func TestEnmityIsMutual(t *testing.T) {
	a, b, c := item("a", 1, "", "x"), item("b", 1, "", "x"), item("c", 1, "", "x")
	a.Enemies = []string{"b", "nobody"}
	bank := tells.NewBank([]*tells.Item{a, b, c})
	if !bank.Twins(a, b) || !bank.Twins(b, a) || bank.Twins(a, c) {
		t.Error("a and b alone are enemies")
	}
}

func TestSurestAreThoseWithTheWidestLead(t *testing.T) {
	items := []*tells.Item{
		item("by one", 1, "", "xx", "x", "x", "x"),
		item("level", 1, "", "xx", "xx", "x", "x"),
		item("by three", 1, "", "xxxx", "x", "x", "x"),
		item("not at all", 1, "", "x", "xx", "x", "x"),
		item("two correct", 2, "", "xx", "xx", "x", "x", "x"),
	}
	if got := fmt.Sprint(tells.Longest.Surest(items)); got != "[by three by one]" {
		t.Error(got)
	}
}
