package deck

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// slipsSlowly is the distance of a and b by the definition.
func slipsSlowly(a, b []rune) int {
	if len(a) == 0 || len(b) == 0 {
		return len(a) + len(b)
	}
	last := 1
	if a[len(a)-1] == b[len(b)-1] {
		last = 0
	}
	n := min(slipsSlowly(a[:len(a)-1], b[:len(b)-1])+last, slipsSlowly(a[:len(a)-1], b)+1, slipsSlowly(a, b[:len(b)-1])+1)
	if len(a) > 1 && len(b) > 1 && a[len(a)-1] == b[len(b)-2] && a[len(a)-2] == b[len(b)-1] {
		n = min(n, slipsSlowly(a[:len(a)-2], b[:len(b)-2])+1)
	}
	return n
}

func TestNearFindsWhatTheSlowSearchFinds(t *testing.T) {
	letters := rapid.StringMatching(`[abü]{1,7}`)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfDistinct(letters, rapid.ID).Draw(t, "words")
		slices.Sort(words)
		w := rapid.StringMatching(`[abü]{1,8}`).Draw(t, "wanted")
		wanted := []rune(w)
		most := forgiven(len(wanted))

		var want []string
		for at, word := range words {
			letters := []rune(word)
			least := len(wanted)
			for i := range letters {
				least = min(least, slipsSlowly(letters[:i+1], wanted))
			}
			switch whole := slipsSlowly(letters, wanted); {
			case most == 0:
			case whole <= most:
				want = append(want, fmt.Sprint(at, whole, true))
			case least <= most:
				want = append(want, fmt.Sprint(at, least, false))
			}
		}
		var got []string
		x := &wordIndex{words: words}
		x.near(w, func(word, slips int, whole bool) { got = append(got, fmt.Sprint(word, slips, whole)) })
		if !slices.Equal(got, want) {
			t.Fatalf("%q in %q: got %q, want %q", w, words, got, want)
		}
	})
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"signs part words", "auto-scaling, s3://bucket_name", "auto scaling s3 bucket name"},
		{"a number keeps its points", "4.3.1 or 1.2.", "4.3.1 or 1.2"},
		{"a number loses its commas", "3,000 and 1,2", "3000 and 12"},
		{"a name in camel case is whole and in parts", "ChangeMessageVisibility", "change message visibility changemessagevisibility"},
		{"capitals alone are one word", "SQS FIFOs", "sqs fifos"},
		{"what follows an apostrophe is dropped", "the queue's 'own' don’t", "the queue own don"},
		{"letters of any language", "Über größe", "über größe"},
		{"nothing", " -- ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			eachWord(c.text, func(w []byte) { got = append(got, string(w)) })
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %v, want %s", got, c.want)
			}
		})
	}
}

func TestSingular(t *testing.T) {
	for w, want := range map[string]string{
		"queues": "queue", "policies": "policy", "classes": "class", "batches": "batch", "boxes": "box",
		"access": "", "sqs": "", "dns": "", "queue": "", "cors": "",
	} {
		if got := singular(w); got != want {
			t.Errorf("%s is the plural of %q, want %q", w, got, want)
		}
	}
}
