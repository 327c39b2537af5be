//go:build linux || darwin || freebsd

package main

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"dva/cmd/dva/internal/ptytest"
	"dva/srs"
	"dva/srs/store"
)

// typed are the keys of a text.
func typed(text string) []string { return strings.Split(text, "") }

// A learner looks for a card with a slip of the finger, suspends and flags it,
// leaves, finds it by that, and brings it back. A review then asks nothing that is
// suspended, and undo takes back what was done in the list.
func TestACardIsFoundSuspendedAndBroughtBack(t *testing.T) {
	home := t.TempDir()
	p := open(t, home)
	p.See("10 new")
	p.Press("b")
	p.See("/ filter: words")
	p.Press("/")
	p.Press(typed("visibilty timeot")...)
	p.See("sqs-visibility-timeout ·")
	p.Press("enter", "s")
	p.See("suspended; s brings it back")
	p.Press("f")
	p.See("flagged")
	p.Press("ctrl+c")
	p.Exit(soon)
	if c := stored(t, home, "sqs-visibility-timeout"); !c.Marks.Suspended || !c.Marks.Flagged {
		t.Fatalf("the card is %+v", c)
	}

	p = open(t, home)
	p.See("10 new")
	p.Press("b", "/")
	p.Press(typed("is:suspended is:flagged")...)
	p.See("1 of")
	p.Press("enter", "u")
	p.See("undone: flag on sqs-visibility-timeout")
	p.See("0 of")
	p.Press("u")
	p.See("undone: suspend on sqs-visibility-timeout")
	p.Press("u")
	p.See("there is nothing to undo")
	p.Press("ctrl+c")
	p.Exit(soon)
	if c := stored(t, home, "sqs-visibility-timeout"); c != (srs.Card{ID: c.ID}) {
		t.Errorf("the card is %+v", c)
	}
	soundWith(t, home, 0)
}

// What was answered has a history and a memory beside the list.
func TestTheListKnowsWhatWasReviewed(t *testing.T) {
	home := t.TempDir()
	p := open(t, home, "drill", "sqs", "--cards", "--limit", "1")
	p.See("1 of 1")
	answer(p, "4")
	p.Press("ctrl+c")
	p.Exit(soon)

	c := command(t, home)
	c.Env = append(c.Env, "DVA_NOW=2026-11-23T09:00:00Z")
	p = ptytest.Start(t, 120, 40, c) // wide enough for the item beside the list
	p.See("20 new")
	p.Press("b", "/")
	p.Press(typed("is:young")...)
	p.See("1 of")
	p.See("until recall falls to 90 %")
	p.See("easy   drill   then")
	p.Press("ctrl+c")
	p.Exit(soon)
	soundWith(t, home, 1)
}

// stored is a card in the learner's file.
func stored(t *testing.T, home, id string) srs.Card {
	t.Helper()
	ctx := context.Background()
	s, err := store.OpenRead(ctx, filepath.Join(home, "progress.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	cards, err := s.Cards(ctx, srs.Filter{IDs: []string{id}})
	if err != nil {
		t.Fatal(err)
	}
	if len(cards) == 0 {
		return srs.Card{ID: id}
	}
	return cards[0]
}
