package deck_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dva/deck"
)

const ownCards = `service: sqs
cards:
  - id: my-card
    front: What did I forget?
    back: "**This.**"
    skills: []
    doc: https://example.com/x
    checked: 2026-11-21
    level: core
    formerly: [my-old-card]
  - id: my-cloze
    cloze: "A {{c1::b}} c."
    skills: ["1.1.1"]
    facts: [n1]
    doc: https://example.com/x
    checked: 2026-11-21
    level: useful
`

// write puts files below dir, dated an hour back so that a cache trusts them.
func write(tb testing.TB, dir string, files map[string]string) {
	tb.Helper()
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			tb.Fatal(err)
		}
		date(tb, name, time.Hour)
	}
}

func date(tb testing.TB, name string, ago time.Duration) {
	tb.Helper()
	stat, err := os.Stat(tb.TempDir()) // the file system's clock
	if err != nil {
		tb.Fatal(err)
	}
	if then := stat.ModTime().Add(-ago); os.Chtimes(name, then, then) != nil {
		tb.Fatal("cannot date " + name)
	}
}

func base(tb testing.TB) *deck.Deck { return open(tb, load(tb).Index()) }

func ids(d *deck.Deck) string {
	var s []string
	for _, it := range d.Items {
		s = append(s, it.ID)
	}
	return strings.Join(s, " ")
}

func TestOwnDecksStandBesideOurs(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"notes.yaml": ownCards,
		"work/a/q.yml": strings.NewReplacer("service: sqs", "service: tool", "sqs-q-one", "my-q", "[sqs-vt]", "[my-card, sqs-vt]").
			Replace(questionsYAML[:strings.Index(questionsYAML, "  - id: sqs-q-two")]),
		"work/services.yaml": "services:\n  - {key: tool, name: Our tool, category: Own, in_scope: false, doc: https://example.com/t}\n",
		"readme.txt":         "not a deck",
		".git/x.yaml":        "not: a deck",
	})
	own, err := deck.LoadOwn(dir, base(t), "")
	if err != nil {
		t.Fatal(err)
	}
	d, err := deck.Join(base(t), own)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := ids(d), "sqs-vt sqs-rate#1 sqs-rate#2 sqs-q-one sqs-q-two my-card my-cloze#1 my-q"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for id, name := range map[string]string{"my-card": "notes", "my-cloze#1": "notes", "my-q": "work", "sqs-vt": ""} {
		if it, _ := d.Item(id); it == nil || it.Deck != name {
			t.Errorf("%s is in deck %+v, want %q", id, it, name)
		}
	}
	if d.Renamed()["my-old-card"] != "my-card" || d.Renamed()["sqs-visibility"] != "sqs-vt" {
		t.Errorf("former ids are %v", d.Renamed())
	}
	if s, ok := d.Service("our tool"); !ok || s.Key != "tool" {
		t.Errorf("found %+v", s)
	}
	for _, id := range []string{"my-card", "my-q", "sqs-vt"} {
		it, _ := d.Item(id)
		if front, _ := d.Sides(*it); front == "" {
			t.Errorf("%s has no front", id)
		}
	}
}

func TestWhatIsBrokenIsToldAndLeftOut(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"good.yaml":      ownCards,
		"entry.yaml":     strings.NewReplacer("my-", "your-", "level: core", "level: high").Replace(ownCards),
		"file.yaml":      "service: sqs\ncards: [",
		"kind.yaml":      "things: []",
		"service.yaml":   strings.NewReplacer("my-", "her-", "service: sqs", "service: sqx").Replace(ownCards),
		"taken.yaml":     "services:\n  - {key: sqs, name: Mine, category: Own, in_scope: false, doc: https://example.com/t}\n",
		"e\x1bscape.yml": "\x1b",
	})
	if err := os.Mkdir(filepath.Join(dir, "folder.yaml"), 0o755); err != nil {
		t.Fatal(err)
	}
	_ = os.Symlink("loop.yaml", filepath.Join(dir, "loop.yaml"))
	_ = os.Symlink(".", filepath.Join(dir, "again"))
	own, err := deck.LoadOwn(dir, base(t), "")
	got := strings.ReplaceAll(err.Error(), dir+"/", "")
	want := `e\x1bscape.yml:1:1: control character U+001B (remove it; editors may not show it)
entry.yaml:9:12: your-card: field "level" cannot be "high" (write core, useful, edge)
file.yaml:2:1: a text is missing, or begins with a sign that YAML uses, or a bracket is not closed (put the text in quotes)
folder.yaml:1:1: not a file but a folder
kind.yaml:1:1: no cards, questions or services (a file holds one of these lists)
loop.yaml:1:1: cannot be read: too many levels of symbolic links
service.yaml:1:10: no service is called "sqx" (did you mean "sqs"?)
taken.yaml:2:11: sqs: "sqs" is taken by Amazon SQS`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got, want := ids(own), "your-cloze#1 my-card my-cloze#1"; got != want {
		t.Errorf("loaded %s, want %s", got, want)
	}
}

func TestTheStampOfADeckIsAnotherAfterAnEdit(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"own/cards/a.yaml": ownCards, "readme.txt": "x"})
	last := deck.OwnStamp(dir)
	if again := deck.OwnStamp(dir); again != last {
		t.Errorf("the same files have the stamps %d and %d", last, again)
	}
	for _, step := range []struct {
		name    string
		edit    func() error
		another bool
	}{
		{"a text of another length", func() error { return os.WriteFile(filepath.Join(dir, "own/cards/a.yaml"), []byte("cards: []"), 0o644) }, true},
		{"the same length at another time", func() error { date(t, filepath.Join(dir, "own/cards/a.yaml"), 2*time.Hour); return nil }, true},
		{"a file more", func() error { return os.WriteFile(filepath.Join(dir, "b.yml"), nil, 0o644) }, true},
		{"a file renamed", func() error { return os.Rename(filepath.Join(dir, "b.yml"), filepath.Join(dir, "c.yml")) }, true},
		{"a file that is no deck", func() error { return os.WriteFile(filepath.Join(dir, "readme.txt"), []byte("xy"), 0o644) }, false},
		{"a file less", func() error { return os.Remove(filepath.Join(dir, "c.yml")) }, true},
		{"the folder gone", func() error { return os.RemoveAll(dir) }, true},
		{"the folder still gone", func() error { return nil }, false},
	} {
		if err := step.edit(); err != nil {
			t.Fatal(err)
		}
		stamp := deck.OwnStamp(dir)
		if (stamp != last) != step.another {
			t.Errorf("%s: from %d to %d", step.name, last, stamp)
		}
		last = stamp
	}
}

func BenchmarkOwnStamp(b *testing.B) {
	dir := b.TempDir()
	for i := range 100 {
		write(b, dir, map[string]string{fmt.Sprintf("own/cards/%d.yaml", i): "cards: []"})
	}
	for b.Loop() {
		deck.OwnStamp(dir)
	}
}

func TestAFolderThatIsNotThere(t *testing.T) {
	_, err := deck.LoadOwn(filepath.Join(t.TempDir(), "decks"), base(t), "")
	if !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestAnEntryThatIsLeftOutIsNotFound(t *testing.T) {
	dir, b := t.TempDir(), base(t)
	one, _, _ := strings.Cut(questionsYAML, "  - id: sqs-q-two")
	write(t, dir, map[string]string{
		"q.yaml": strings.NewReplacer("id: sqs-q-one", "id: sqs-vt", "cards: [sqs-vt]\n", "cards: [sqs-rate]\n").Replace(one),
		"c.yaml": strings.NewReplacer("my-card", "sqs-q-one").Replace(ownCards),
	})
	own, err := deck.LoadOwn(dir, b, "")
	if err != nil {
		t.Fatal(err)
	}
	d, err := deck.Join(b, own)
	if n := len(problems(t, err)); n != 2 {
		t.Fatalf("%d problems: %v", n, err)
	}
	if q, ok := d.Question("sqs-vt"); ok {
		t.Errorf("the card sqs-vt is found as the question %q", q.Stem)
	}
	if c, ok := d.Card("sqs-q-one"); ok {
		t.Errorf("the question sqs-q-one is found as the card %q", c.Front)
	}
}

func TestIdsThatAreTaken(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	write(t, dir, map[string]string{"a.yaml": strings.NewReplacer("my-card", "sqs-vt", "my-cloze", "sqs-visibility").Replace(ownCards)})
	write(t, other, map[string]string{"b.yaml": ownCards})
	b := base(t)
	var own []*deck.Deck
	for _, dir := range []string{dir, other, other} {
		d, err := deck.LoadOwn(dir, b, "")
		if err != nil {
			t.Fatal(err)
		}
		own = append(own, d)
	}
	d, err := deck.Join(b, own...)
	want := []string{
		"a.yaml:3:5: sqs-vt: id \"sqs-vt\" is taken by another deck (give it another id)",
		"a.yaml:11:5: sqs-visibility: id \"sqs-visibility\" is taken by another deck (give it another id)",
		"b.yaml:3:5: my-card: id \"my-card\" is taken by another deck (give it another id)",
		"b.yaml:11:5: my-cloze: id \"my-cloze\" is taken by another deck (give it another id)",
	}
	got := strings.NewReplacer(dir+"/", "", other+"/", "").Replace(err.Error())
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("no %s in\n%s", w, got)
		}
	}
	if n := len(problems(t, err)); n != len(want) {
		t.Errorf("%d problems, want %d", n, len(want))
	}
	if ids(d) != "sqs-vt sqs-rate#1 sqs-rate#2 sqs-q-one sqs-q-two my-card my-cloze#1" {
		t.Error(ids(d))
	}
	if len(b.Items) != 5 {
		t.Error("the base deck was changed")
	}
}

func BenchmarkLoadOwn(b *testing.B) {
	dir, cache := b.TempDir(), b.TempDir()
	text := string(bank(10_000)["cards/a.yaml"].Data)
	write(b, dir, map[string]string{"a.yaml": text})
	ours := base(b)
	if _, err := deck.LoadOwn(dir, ours, cache); err != nil { // fills the cache
		b.Fatal(err)
	}
	for name, cache := range map[string]string{"cached": cache, "parsed": ""} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				d, err := deck.LoadOwn(dir, ours, cache)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := deck.Join(ours, d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
