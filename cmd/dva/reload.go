package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"dva/deck"
	"dva/deck/strict"
	"dva/tui/faults"
	"dva/tui/ui"
)

// lookEvery is how often the own files are looked at while the app runs. A look
// reads none of them and takes a third of a millisecond for a hundred.
const lookEvery = time.Second

// reload reads the learner's own decks again, as they are now. Whoever asks for
// the deck from then on gets the new one; a sitting or an exam goes on with what
// it has. Progress is kept by id. The notes are what is wrong in the own files,
// which stops nothing; after an error the deck is as it was.
func (l *learner) reload(ctx context.Context) (notes []string, err error) {
	select {
	case <-l.loaded:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	l.reloading.Lock()
	defer l.reloading.Unlock()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	d, wrong, err := l.open(context.WithoutCancel(ctx)) // it writes
	if err != nil {
		return nil, err
	}
	l.put(d, wrong)
	return sentencesOf(wrong), nil
}

// put makes d the deck from now on.
func (l *learner) put(d *deck.Deck, wrong []error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cards, l.wrong = d, wrong
}

// Reload reads the own decks again and says what it found.
func (l *learner) Reload(ctx context.Context) (said string, err error) {
	notes, err := l.reload(ctx)
	if err != nil {
		return "", spoken(err)
	}
	cards, questions := ownEntries(l.deck())
	switch {
	case len(notes) > 0:
		return notice(notes, faultsKey), nil
	case cards+questions == 0:
		return "your own decks were read again: there are none", nil
	}
	return fmt.Sprintf("your own decks were read again: %s, %s", count(cards, "card"), count(questions, "question")), nil
}

// ownEntries counts the learner's own cards and questions as written.
func ownEntries(d *deck.Deck) (cards, questions int) {
	last := ""
	for i := range d.Items {
		it := &d.Items[i]
		if it.Deck == "" || it.Parent == last {
			continue
		}
		last = it.Parent
		if it.Kind == deck.Multiple {
			questions++
		} else {
			cards++
		}
	}
	return cards, questions
}

// follow keeps the deck up with the own files until ctx ends, and tells the
// interface each time that they were read again. The deck is loaded.
func (l *learner) follow(ctx context.Context, send func(tea.Msg)) {
	looks := time.NewTicker(lookEvery)
	defer looks.Stop()
	for f := newFollower(l); ; {
		select {
		case <-ctx.Done():
			return
		case <-looks.C:
		}
		if said, reread := f.look(ctx); reread && ctx.Err() == nil {
			send(said)
		}
	}
}

// follower knows the own files as it last saw them.
type follower struct {
	l          *learner
	seen, read uint64 // stamps at the last look, and when they were last read
}

func newFollower(l *learner) *follower {
	stamp := l.decks.lastStamp()
	return &follower{l, stamp, stamp}
}

// look reads the files again when they are others than those read last and have
// not changed since the last look: an editor may be about to write the other half.
func (f *follower) look(ctx context.Context) (said ui.DecksMsg, reread bool) {
	now := f.l.decks.stampNow()
	if now != f.seen {
		f.seen = now
		return said, false
	}
	if now == f.read || now == f.l.decks.lastStamp() { // the learner's key was first
		f.read = now
		return said, false
	}
	f.read = now
	notes, err := f.l.reload(ctx)
	if err != nil {
		return ui.DecksMsg{Said: "your own decks could not be read again: " + spoken(err).Error(), Bad: true}, true
	}
	return ui.DecksMsg{Said: notice(notes, faultsKey)}, true
}

// rest waits for a reload that has begun, so that the file may be closed.
func (l *learner) rest() {
	l.reloading.Lock()
	defer l.reloading.Unlock()
}

// Faults are what is wrong in the learner's own files, as they were last read.
func (l *learner) Faults() []faults.Fault {
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []faults.Fault
	for _, err := range l.wrong {
		var ps strict.Problems
		if !errors.As(err, &ps) {
			out = append(out, faults.Fault{Message: err.Error(), Hint: hintFor(err)})
		}
		for _, p := range ps {
			out = append(out, faults.Fault{File: p.File, Line: p.Line, Column: p.Column, ID: p.ID, Message: p.Message, Hint: p.Hint})
		}
	}
	return out
}

// sentencesOf are the single findings that errs are made of.
func sentencesOf(errs []error) (notes []string) {
	for _, err := range errs {
		notes = append(notes, sentences(err)...)
	}
	return notes
}
