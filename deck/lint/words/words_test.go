package words_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dva/deck/lint/words"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"case and marks fall away", "Use **Amazon S3**, `PutItem`!", "use amazon s3 putitem"},
		{"the s of possession falls away", "the function's and the team’s", "the function and the team"},
		{"hyphens and numbers part", "dead-letter queue of 3,000", "dead letter queue of 3 000"},
		{"a quoted word", "'not' it", "not it"},
		{"nothing but marks", "-- ** '", ""},
	} {
		if got := strings.Join(words.Split(c.text), " "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestContentLeavesThePlainWordsOut(t *testing.T) {
	got := strings.Join(words.Content(words.Split("The queues should pass the access policy to a bus")), " ")
	if want := "queue pass access policy bus"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestJaccard(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		n          int
		want       float64
	}{
		{"the same words in another order", "one two three", "three two one", 1, 1},
		{"the same words in another order, as runs", "one two three", "three two one", 2, 0},
		{"half in common", "one two three", "two three four", 1, .5},
		{"a repeated word counts once", "one one two", "two one", 1, 1},
		{"texts shorter than a run", "one two", "one two", 3, 1},
		{"nothing at all", "", "", 3, 0},
	} {
		a, b := words.NewSet(words.Split(c.a), c.n), words.NewSet(words.Split(c.b), c.n)
		if got := a.Jaccard(b); got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestNearFindsWhatComparingAllFinds(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, least := range []float64{.2, .4, .5, .8} {
		sets := make([]words.Set, 60)
		for i := range sets {
			var all []string
			for range random.IntN(9) {
				all = append(all, string(rune('a'+random.IntN(12))))
			}
			sets[i] = words.NewSet(all, 1)
		}
		var want []words.Pair
		for a := range sets {
			for b := a + 1; b < len(sets); b++ {
				if like := sets[a].Jaccard(sets[b]); like > least {
					want = append(want, words.Pair{A: a, B: b, Like: like})
				}
			}
		}
		if got := words.Near(sets, least); !slices.Equal(got, want) || len(want) == 0 {
			t.Errorf("above %v: got %v, want %v", least, got, want)
		}
	}
}
