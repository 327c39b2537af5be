package deck_test

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"dva/content"
	"dva/deck"
)

func shipped(tb testing.TB) *deck.Deck {
	tb.Helper()
	d, err := deck.Load(os.DirFS("../content"))
	if err != nil {
		tb.Fatalf("the content does not load:\n%v", err)
	}
	return d
}

func open(tb testing.TB, index string) *deck.Deck {
	tb.Helper()
	d, err := deck.Open(index)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func TestIndexIsWhatTheYAMLSays(t *testing.T) {
	if shipped(t).Index() != content.Index {
		t.Error("content/index.bin is not what the YAML says; hint: run go generate ./content")
	}
}

func TestOpenGivesBackWhatWasLoaded(t *testing.T) {
	want := shipped(t)
	got := open(t, want.Index())
	same(t, "the exam", got.Exam, want.Exam)
	same(t, "the services", got.Services, want.Services)
	same(t, "the items", got.Items, want.Items)
	same(t, "the former ids", got.Renamed(), want.Renamed())
	for _, f := range want.Facts() {
		g, _ := got.Fact(f.ID)
		same(t, "fact "+f.ID, g, f)
	}
	same(t, "the number of facts", len(got.Facts()), len(want.Facts()))
	for _, it := range want.Items {
		c, _ := want.Card(it.Parent)
		d, _ := got.Card(it.Parent)
		same(t, "card "+it.Parent, d, c)
		q, _ := want.Question(it.Parent)
		r, _ := got.Question(it.Parent)
		same(t, "question "+it.Parent, r, q)
	}
	if got.Index() != want.Index() {
		t.Error("its index is another")
	}
}

// same shows two values that differ from just before where they do.
func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if reflect.DeepEqual(got, want) {
		return
	}
	g, w := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want)
	at := 0
	for at < min(len(g), len(w)) && g[at] == w[at] {
		at++
	}
	from := max(at-60, 0)
	t.Fatalf("%s: got\n%.120q\nwant\n%.120q", what, g[from:], w[from:])
}

func TestTextsAreDecodedOnceForAllReaders(t *testing.T) {
	d := open(t, load(t).Index())
	var wg sync.WaitGroup
	cards := make([]*deck.Card, 8)
	for i := range cards {
		wg.Go(func() {
			cards[i], _ = d.Card("sqs-vt")
			d.Fact("n1")
			d.Service("simple queue service")
			d.Search("queue", 3)
		})
	}
	wg.Wait()
	for _, c := range cards {
		if c == nil || c != cards[0] {
			t.Fatalf("got %p and %p", c, cards[0])
		}
	}
}

func TestADamagedIndexIsRefusedOrReadInPart(t *testing.T) {
	index := load(t).Index()
	for n := range index {
		for _, damaged := range []string{index[:n], flipped(index, n)} {
			d, err := deck.Open(damaged)
			if err != nil {
				continue
			}
			for _, it := range d.Items {
				d.Sides(it) // must not panic
			}
			d.Facts()
		}
	}
	if _, err := deck.Open(flipped(index, 10)); err != deck.ErrVersion {
		t.Errorf("an index of another version gives %v", err)
	}
}

func flipped(s string, n int) string {
	return s[:n] + string([]byte{s[n] ^ 0xff}) + s[n+1:]
}

// bank is a content tree of about n made-up items of the size of real ones.
func bank(n int) fstest.MapFS {
	back := strings.Repeat("A sentence of a back that says why. ", 8)
	var cards, questions strings.Builder
	cards.WriteString("service: sqs\ncards:\n")
	questions.WriteString("service: sqs\nquestions:\n")
	for i := range n {
		if i%4 > 0 {
			fmt.Fprintf(&cards, "  - id: sqs-made-up-card-%d\n    front: What is number %d of Amazon SQS?\n    back: |\n      **%d**. %s\n    skills: [\"1.1.1\", \"1.1.2\"]\n    facts: [n1, d-1]\n    doc: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/c.html\n    checked: 2026-11-21\n    level: core\n", i, i, i, back)
			continue
		}
		fmt.Fprintf(&questions, "  - id: sqs-q-made-up-%d\n    stem: %s Which is number %d?\n    choices:\n", i, back, i)
		for j := range 4 {
			fmt.Fprintf(&questions, "      - {text: \"Choice %d\", correct: %v, why: \"%s\"}\n", j, j == 0, back[:100])
		}
		fmt.Fprintf(&questions, "    skills: [\"1.1.1\"]\n    services: [sns]\n    cards: [sqs-made-up-card-1, sqs-made-up-card-2]\n    difficulty: 2\n    doc: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/c.html\n    checked: 2026-11-21\n")
	}
	return fstest.MapFS{
		"exam.yaml": {Data: []byte(examYAML)}, "services.yaml": {Data: []byte(servicesYAML)}, "facts/a.yaml": {Data: []byte(factsYAML)},
		"facts/b.yaml": {Data: []byte(docsYAML)}, "cards/a.yaml": {Data: []byte(cards.String())}, "questions/a.yaml": {Data: []byte(questions.String())},
	}
}

func loadBank(tb testing.TB, n int) *deck.Deck {
	tb.Helper()
	fsys := bank(n)
	for name := range fsys { // a file holds 4 MiB at most
		if len(fsys[name].Data) > 4<<20 {
			half(fsys, name)
		}
	}
	d, err := deck.Load(fsys)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// half cuts a file of entries in two.
func half(fsys fstest.MapFS, name string) {
	text := string(fsys[name].Data)
	header, rest, _ := strings.Cut(text, "  - id:")
	middle := len(rest)/2 + strings.Index(rest[len(rest)/2:], "  - id:")
	fsys[name] = &fstest.MapFile{Data: []byte(header + "  - id:" + rest[:middle])}
	fsys[strings.TrimSuffix(name, ".yaml")+"-2.yaml"] = &fstest.MapFile{Data: []byte(header + rest[middle:])}
}

func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{1_500, 10_000} {
		index := loadBank(b, n).Index()
		b.Run(fmt.Sprintf("%d items", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := deck.Open(index); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("shipped", func(b *testing.B) {
		for b.Loop() {
			if _, err := deck.Open(content.Index); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkOpenAndReadAll is all texts of 1,500 items from the index, to hold
// against BenchmarkLoad of the same.
func BenchmarkOpenAndReadAll(b *testing.B) {
	index := loadBank(b, 1_500).Index()
	b.ReportAllocs()
	for b.Loop() {
		d := open(b, index)
		for _, it := range d.Items {
			d.Sides(it)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	fsys := bank(1_500)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := deck.Load(fsys); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFirstCard(b *testing.B) {
	index := loadBank(b, 10_000).Index()
	for b.Loop() {
		d := open(b, index)
		d.Sides(d.Items[len(d.Items)/2])
	}
}
