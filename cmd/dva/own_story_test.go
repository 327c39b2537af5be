//go:build linux || darwin || freebsd

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const ctrlR = "\x12"

// A learner finds a broken file in their deck, mends it while the app runs, adds
// a card in the middle of a sitting, and reviews it.
func TestAnOwnDeckIsMendedWhileTheAppRuns(t *testing.T) {
	home := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		file := filepath.Join(home, "decks", name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	card := func(id, front, more string) string {
		return strings.Replace(catCard(id, front, more), "service: general", "service: pets", 1)
	}
	write("services.yaml", "services:\n  - {key: pets, name: My pets, category: Other, in_scope: false, doc: https://docs.aws.amazon.com/}\n")
	write("cats.yaml", card("my-cat", "What does a cat say?", ""))
	write("dogs.yaml", card("my-dog", "What does a dog say?", "    frnt: x\n"))

	p := open(t, home)
	p.See("dogs.yaml:10:5: my-dog: unknown field", "Your decks", "1 problem in them")
	p.Press("!")
	p.See("Problems", "line 10:5", "my-dog: unknown field", `did you mean "front"?`)
	write("dogs.yaml", card("my-dog", "What does a dog say?", ""))
	p.See("Nothing is wrong in your own decks.") // by itself
	p.Press("esc")
	p.See("When is your exam?")
	p.SeeNot("Your decks")

	p.Press("r")
	p.See("show answer")
	p.Press("space")
	p.See("space good")
	write("birds.yaml", card("my-bird", "What does a bird say?", "    frnt: x\n"))
	p.Press("3")
	p.See("show answer")
	p.Press("esc")
	p.See("1 problem in them")
	write("birds.yaml", card("my-bird", "What does a bird say?", ""))
	p.Press(ctrlR)
	p.See("your own decks were read again: 3 cards, 0 questions")
	p.Press("q")
	if code := p.Exit(soon); code != exitFine {
		t.Errorf("exit %d", code)
	}
	soundWith(t, home, 1)

	p = open(t, home, "review", "--service", "pets")
	p.See("Review › My pets", "What does a")
	answer(p, "4")
	p.Press("ctrl+c")
	p.Exit(soon)
	soundWith(t, home, 2)
}
