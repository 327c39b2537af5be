package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"dva/srs"
	"dva/srs/review"
	"dva/tui"
	"dva/tui/ui"
)

// studying is a learner with a file and own decks in an empty home, whose deck is
// loaded; write puts a file among the own decks.
func studying(t testing.TB) (l *learner, write func(name, text string)) {
	t.Helper()
	home := t.TempDir()
	a := &app{home: home, env: func(string) string { return "" }, now: noon}
	v, _ := a.settings()
	l, err := a.study(context.Background(), v)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.close() })
	write = func(name, text string) {
		t.Helper()
		file := filepath.Join(home, "decks", name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return l, write
}

// catCard is a card of one's own with this id, front and what else it has.
func catCard(id, front, more string) string {
	return "service: general\ncards:\n  - id: " + id + "\n    front: " + front + "\n    back: \"**Meow**\"\n    skills: []\n" +
		"    doc: https://docs.aws.amazon.com/\n    checked: 2026-11-20\n    level: core\n" + more
}

func TestReloadPicksUpAnEditAndKeepsProgress(t *testing.T) {
	ctx := context.Background()
	l, write := studying(t)
	write("cats.yaml", catCard("my-cat", "What does a cat say?", ""))
	if notes, err := l.load(); err != nil || len(notes) > 0 {
		t.Fatal(notes, err)
	}
	s, err := l.Study(ctx, tui.StudyRequest{Items: []string{"my-cat"}})
	if err != nil {
		t.Fatal(err)
	}
	write("cats.yaml", catCard("my-feline", "What does a feline say?", "    formerly: [my-cat]\n"))
	if said, err := l.Reload(ctx); err != nil || said != "your own decks were read again: 1 card, 0 questions" {
		t.Errorf("said %q, %v", said, err)
	}

	// The sitting under way goes on with the card that it shows.
	if front := s.Turn().Front; front != "What does a cat say?" {
		t.Errorf("the sitting asks %q", front)
	}
	if _, err := s.Grade(ctx, srs.Good, time.Second); err != nil {
		t.Fatal(err)
	}
	if said, err := l.Reload(ctx); err != nil {
		t.Fatal(said, err)
	}
	cards, err := l.store.Cards(ctx, srs.Filter{All: true})
	if err != nil || len(cards) != 1 || cards[0].ID != "my-feline" || cards[0].Reps != 1 {
		t.Errorf("cards are %+v, %v", cards, err)
	}
	if it, ok := l.deck().Item("my-feline"); !ok || it.Deck != "cats" {
		t.Errorf("the deck has %+v", it)
	}
	if _, ok := l.deck().Item("my-cat"); ok {
		t.Error("the deck has the former id too")
	}
}

func TestReloadTellsWhatIsWrongAndKeepsTheRest(t *testing.T) {
	ctx := context.Background()
	l, write := studying(t)
	if notes, err := l.load(); err != nil || len(notes) > 0 {
		t.Fatal(notes, err)
	}
	if said, err := l.Reload(ctx); err != nil || said != "your own decks were read again: there are none" {
		t.Errorf("said %q, %v", said, err)
	}
	write("cats.yaml", catCard("my-cat", "What does a cat say?", ""))
	write("dogs.yaml", catCard("my-dog", "What does a dog say?", "    frnt: x\n"))
	said, err := l.Reload(ctx)
	if want := `dogs.yaml:10:5: my-dog: unknown field "frnt" (did you mean "front"?)`; err != nil || said != want {
		t.Errorf("said %q, %v; want %q", said, err, want)
	}
	found := l.Faults()
	if len(found) != 1 || found[0].Line != 10 || found[0].ID != "my-dog" || found[0].Hint != `did you mean "front"?` || !strings.HasSuffix(found[0].File, "dogs.yaml") {
		t.Errorf("faults are %+v", found)
	}
	if _, ok := l.deck().Item("my-cat"); !ok {
		t.Error("the sound file is left out")
	}
	write("dogs.yaml", catCard("my-dog", "What does a dog say?", ""))
	if said, err := l.Reload(ctx); err != nil || said != "your own decks were read again: 2 cards, 0 questions" {
		t.Errorf("said %q, %v", said, err)
	}
	if found := l.Faults(); len(found) > 0 {
		t.Errorf("faults are %+v", found)
	}
}

func TestAReloadThatFailsLeavesTheDeckAsItWas(t *testing.T) {
	l, write := studying(t)
	write("cats.yaml", catCard("my-cat", "What does a cat say?", ""))
	if notes, err := l.load(); err != nil || len(notes) > 0 {
		t.Fatal(notes, err)
	}
	if err := l.close(); err != nil { // progress can no longer follow a renamed card
		t.Fatal(err)
	}
	before := l.deck()
	write("cats.yaml", catCard("my-feline", "What does a feline say?", "    formerly: [my-cat]\n"))
	if said, err := l.Reload(context.Background()); err == nil {
		t.Errorf("said %q", said)
	}
	if l.deck() != before {
		t.Error("the deck is another")
	}
}

// An edit is taken up once the file has rested from one look to the next, and
// told once.
func TestAnEditIsFollowed(t *testing.T) {
	ctx := context.Background()
	l, write := studying(t)
	if notes, err := l.load(); err != nil || len(notes) > 0 {
		t.Fatal(notes, err)
	}
	f := newFollower(l)
	looks := func(want ...bool) (said ui.DecksMsg) {
		t.Helper()
		for i, w := range want {
			m, reread := f.look(ctx)
			if reread != w {
				t.Errorf("look %d: read again %v, %+v", i+1, reread, m)
			}
			if reread {
				said = m
			}
		}
		return said
	}
	has := func(want bool) {
		t.Helper()
		if _, ok := l.deck().Item("my-cat"); ok != want {
			t.Errorf("the card is there: %v", ok)
		}
	}
	cat := catCard("my-cat", "What does a cat say?", "")
	looks(false, false)
	write("cats.yaml", cat[:60]) // half of it
	looks(false)
	write("cats.yaml", cat)
	if said := looks(false, true, false, false); said != (ui.DecksMsg{}) {
		t.Errorf("said %+v", said)
	}
	has(true)
	write("cats.yaml", cat+"    frnt: x\n")
	if said := looks(false, true, false); said.Bad || !strings.Contains(said.Said, "frnt") {
		t.Errorf("said %+v", said)
	}
	has(false)
	write("cats.yaml", cat)
	if _, err := l.Reload(ctx); err != nil { // by hand, before the next look
		t.Fatal(err)
	}
	has(true)
	looks(false, false, false)

	if err := l.close(); err != nil { // progress can no longer follow a renamed card
		t.Fatal(err)
	}
	write("cats.yaml", catCard("my-feline", "What does a cat say?", "    formerly: [my-cat]\n"))
	if said := looks(false, true, false); !said.Bad || said.Said == "" {
		t.Errorf("said %+v", said)
	}
	has(true)
}

// Everything that the screens ask for may be asked for while the deck is read
// again. It says more under -race.
func TestReloadBesideEverything(t *testing.T) {
	ctx := context.Background()
	l, write := studying(t)
	write("cats.yaml", catCard("my-cat", "What does a cat say?", ""))
	loading := make(chan error)
	go func() {
		_, err := l.load()
		loading <- err
	}()
	var done sync.WaitGroup
	for _, ask := range []func(i int) error{
		func(int) error { _, err := l.Today(ctx); return err },
		func(int) error {
			s, err := review.Open(ctx, l.options(tui.StudyRequest{}))
			if err == nil {
				_ = s.Turn().Front
			}
			return err
		},
		func(int) error { l.Service("sqs"); l.Faults(); l.deck().Search("visibility", 5); return nil },
		func(i int) error {
			write("cats.yaml", catCard("my-cat", "What does a cat say "+strings.Repeat("a", i+1)+"?", ""))
			_, err := l.Reload(ctx)
			return err
		},
		func(int) error { _, err := l.Reload(ctx); return err },
	} {
		done.Go(func() {
			for i := range 5 {
				if err := ask(i); err != nil {
					t.Error(err)
				}
			}
		})
	}
	done.Wait()
	if err := <-loading; err != nil {
		t.Error(err)
	}
}

// BenchmarkReload is one look at a deck of a hundred files, and reading it again
// after one was edited.
func BenchmarkReload(b *testing.B) {
	ctx := context.Background()
	l, write := studying(b)
	for i := range 100 {
		write(fmt.Sprintf("%d.yaml", i), catCard(fmt.Sprintf("my-cat-%d", i), "What does a cat say?", ""))
	}
	if notes, err := l.load(); err != nil || len(notes) > 0 {
		b.Fatal(notes, err)
	}
	b.Run("look", func(b *testing.B) {
		f := newFollower(l)
		for b.Loop() {
			f.look(ctx)
		}
	})
	b.Run("edited", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			write("0.yaml", catCard("my-cat-0", fmt.Sprintf("What does cat %d say?", i), ""))
			if _, err := l.reload(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
}
