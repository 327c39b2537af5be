package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"dva/deck"
	"dva/deck/strict"
	"dva/tui/faults"
	"dva/tui/ui"
)

// lookEvery is how often the own files are looked at while the app runs. Looking
// takes some ten microseconds and reads no file.
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
		return notice(notes, "dva lint DIR"), nil
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

// follow keeps the deck up with the own files until it is stopped, and tells the
// interface each time that they were read again.
func (l *learner) follow(send func(tea.Msg)) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	looks := time.NewTicker(lookEvery)
	var done sync.WaitGroup
	done.Go(func() { l.followBy(ctx, looks.C, func(m ui.DecksMsg) { send(m) }) })
	return func() {
		looks.Stop()
		cancel()
		done.Wait()
	}
}

// followBy looks at the files at each of looks. They are read once they stay as
// they are between two of them: an editor may be about to write the other half.
func (l *learner) followBy(ctx context.Context, looks <-chan time.Time, tell func(ui.DecksMsg)) {
	select {
	case <-l.loaded:
	case <-ctx.Done():
		return
	}
	read := l.decks.lastStamp()
	for seen := read; ; {
		select {
		case <-looks:
		case <-ctx.Done():
			return
		}
		now := l.decks.stampNow()
		if now != seen {
			seen = now
			continue
		}
		if now == read || now == l.decks.lastStamp() { // ctrl+r was first
			read = now
			continue
		}
		notes, err := l.reload(ctx)
		read = now
		switch {
		case ctx.Err() != nil:
		case err != nil:
			tell(ui.DecksMsg{Said: "your own decks could not be read again: " + spoken(err).Error(), Bad: true})
		default:
			tell(ui.DecksMsg{Said: notice(notes, "dva lint DIR")})
		}
	}
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
