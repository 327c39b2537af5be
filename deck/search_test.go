package deck_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"dva/deck"
)

func parents(hits []deck.Hit) string {
	var got []string
	for _, h := range hits {
		got = append(got, h.Item.Parent)
	}
	return strings.Join(got, " ")
}

func TestSearch(t *testing.T) {
	d := load(t)
	for _, c := range []struct{ name, words, want string }{
		{"finds a word of a front", "hidden", "sqs-vt"},
		{"finds the beginning of a word in any case", "HID", "sqs-vt"},
		{"does not find the middle of a word", "dden", ""},
		{"finds a cloze once", "fifo", "sqs-rate"},
		{"finds a cloze by its answers, with and without commas", "3000 messages", "sqs-rate"},
		{"puts an id before a back", "rate", "sqs-rate"},
		{"wants every word", "hidden seconds", "sqs-vt"},
		{"wants every word somewhere", "hidden nowhere", ""},
		{"takes two of three words when nothing has all", "hidden seconds nowhere", "sqs-vt"},
		{"passes over words that say nothing", "how is the hidden", "sqs-vt"},
		{"takes such words when there are no others", "how", "sqs-vt"},
		{"finds by the service's other names", "simple hidden", "sqs-vt"},
		{"puts a front before the service's name", "queue", "sqs-vt sqs-rate sqs-q-one sqs-q-two"},
		{"finds nothing without words", "  ", ""},
		{"finds nothing by signs alone", "?!", ""},
		{"forgives a letter too few in a word of six", "hiden", "sqs-vt"},
		{"forgives letters swapped", "hdiden", "sqs-vt"},
		{"forgives one slip while the word is still being typed", "hdid", "sqs-vt"},
		{"forgives two slips in a longer word", "mesagge", ""},
		{"forgives nothing in a word of three letters", "hld", ""},
		{"finds a plural's singular", "defaults", "sqs-vt"},
		{"finds by the number of a skill", "2.1.1", "sqs-q-two"},
		{"finds by the number of a task", "1.1 hidden", "sqs-vt"},
		{"finds by the id of a blank", "sqs-rate#2", "sqs-rate"},
		{"finds a question by a service that it involves", "sns", "sqs-q-one"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := parents(d.Search(c.words, 0)); got != c.want {
				t.Errorf("got %v, want %s", got, c.want)
			}
		})
	}
	if got := d.Search("sqs", 2); len(got) != 2 || got[0].Title != "How long is a message of Amazon SQS hidden?" {
		t.Errorf("got %+v", got)
	}
	if got := d.Search("fifo", 0); got[0].Item.ID != "sqs-rate#1" || !strings.HasPrefix(got[0].Title, "FIFO takes [...] calls") {
		t.Errorf("got %+v", got)
	}
}

// What is found in the content that ships, as people type it.
func TestSearchOfTheShippedContent(t *testing.T) {
	d := shipped(t)
	for _, c := range []struct{ name, words, service string }{
		{"an alias", "ddb capacity", "dynamodb"},
		{"a typo in each word", "visibilty timeot", "sqs"},
		{"a whole question", "What is the default visibility timeout of a queue?", "sqs"},
		{"a word that is being typed", "change message visib", "sqs"},
		{"a name in camel case", "ChangeMessageVisibility", "sqs"},
		{"a part of such a name", "visibility", "sqs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			hits := d.Search(c.words, 5)
			if len(hits) == 0 || hits[0].Item.Service != c.service {
				t.Errorf("%q finds %s", c.words, parents(hits))
			}
		})
	}
	for _, h := range d.Search("4.3.1", 0) {
		if !strings.Contains(" "+strings.Join(h.Item.Skills, " ")+" ", " 4.3.1 ") {
			t.Errorf("4.3.1 finds %s, which is of %v", h.Item.Parent, h.Item.Skills)
		}
	}
	// Each card is the first of those that are found by its id.
	for _, it := range d.Items {
		if hits := d.Search(it.ID, 0); len(hits) == 0 || hits[0].Item.Parent != it.Parent && hits[0].Score > scoreOf(hits, it.Parent) {
			t.Errorf("%s finds %s", it.ID, parents(hits[:min(3, len(hits))]))
		}
	}
}

func scoreOf(hits []deck.Hit, parent string) int {
	for _, h := range hits {
		if h.Item.Parent == parent {
			return h.Score
		}
	}
	return 0
}

func TestSearchIsStable(t *testing.T) {
	words := []string{"queue", "lambda timeout", "visibilty", "s"}
	for _, w := range words {
		first, second := shipped(t).Search(w, 0), shipped(t).Search(w, 0)
		if parents(first) != parents(second) {
			t.Errorf("%q finds other things the second time", w)
		}
		for i := 1; i < len(first); i++ {
			if first[i].Score > first[i-1].Score {
				t.Errorf("%q: %s stands behind %s, which is worse", w, first[i].Item.Parent, first[i-1].Item.Parent)
			}
		}
	}
}

// many is a learner's own deck of n cards with words in the frequencies of a
// language: most of them rare.
func many(tb testing.TB, n int) *deck.Deck {
	tb.Helper()
	rng := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(rng, 1.1, 4, 30_000)
	text := func(words int) string {
		var b strings.Builder
		for range words {
			fmt.Fprintf(&b, "%s ", word(zipf.Uint64()))
		}
		return b.String()
	}
	dir := tb.TempDir()
	for file := range n / 1000 {
		var b strings.Builder
		b.WriteString("service: sqs\ncards:\n")
		for i := range 1000 {
			fmt.Fprintf(&b, "  - {id: many-%05d, front: %q, back: %q, skills: [], doc: \"https://docs.aws.amazon.com/x.html\", checked: 2026-11-21, level: core}\n",
				file*1000+i, text(15), text(45))
		}
		write(tb, dir, map[string]string{fmt.Sprintf("many-%02d.yaml", file): b.String()})
	}
	cache := filepath.Join(tb.TempDir(), "cache")
	if _, err := deck.LoadOwn(dir, base(tb), cache); err != nil {
		tb.Fatal(err)
	}
	own, err := deck.LoadOwn(dir, base(tb), cache) // as it comes the second time
	if err != nil {
		tb.Fatal(err)
	}
	return own
}

// joined is own beside a small deck, without an index as yet.
func joined(tb testing.TB, own *deck.Deck) *deck.Deck {
	tb.Helper()
	d, err := deck.Join(base(tb), own)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// word is the n-th word of a made-up language.
func word(n uint64) string {
	syllables := []string{"ka", "lo", "mi", "ter", "vis", "que", "an", "do", "ser", "tion", "re", "bu", "cet", "lam", "in", "ex"}
	w := ""
	for i := 0; i < 2 || n > 0; i++ {
		w += syllables[n%16]
		n /= 16
	}
	return w
}

// BenchmarkSearch is a key stroke with 10,000 cards, and the first, which makes
// the index.
func BenchmarkSearch(b *testing.B) {
	b.Run("index", func(b *testing.B) {
		var before, after runtime.MemStats
		own := many(b, 10_000)
		joined(b, own).Search("x", 0) // decodes the texts
		for b.Loop() {
			b.StopTimer()
			d := joined(b, own)
			runtime.GC()
			runtime.ReadMemStats(&before)
			b.StartTimer()
			d.Search("x", 0)
			b.StopTimer()
			runtime.GC()
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "MB")
			runtime.KeepAlive(d)
			b.StartTimer()
		}
	})
	d := joined(b, many(b, 10_000))
	d.Search("x", 0)
	common, rare, long := word(0), word(25_000), word(123)+word(77)
	for _, c := range []struct{ name, words string }{
		{"one letter", common[:1]},
		{"a common word", common},
		{"a rare word", rare},
		{"three words", common + " " + word(3) + " " + word(9)},
		{"a typo", "x" + rare},
		{"nothing like it", long + "zz"},
		{"eight words, typos in all", strings.Repeat("z"+rare+" "+"q"+common+" "+word(300)+"y "+long+"w ", 2)},
	} {
		b.Run(c.name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				n = len(d.Search(c.words, 0))
			}
			b.ReportMetric(float64(n), "hits")
		})
	}
}
