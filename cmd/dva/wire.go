package main

import (
	"context"
	"errors"

	"dva/cmd/dva/internal/settings"
	"dva/deck"
	"dva/deck/strict"
	"dva/srs/store"
)

// settings are the learner's. What is wrong in the file never stops anybody: it
// comes back as notes, and the rest counts.
func (a *app) settings() (v settings.Values, notes []string) {
	f, err := a.folders()
	if err != nil {
		return settings.Defaults(), nil // whoever needs a folder says so
	}
	v, err = settings.Read(f.settings())
	return v, sentences(err)
}

// sentences are the single findings that an error is made of.
func sentences(err error) []string {
	if err == nil {
		return nil
	}
	var ps strict.Problems
	if !errors.As(err, &ps) {
		return []string{err.Error()}
	}
	var out []string
	for _, p := range ps {
		out = append(out, p.String())
	}
	return out
}

// openDeck is the content that ships, joined with the learner's own decks.
// What is wrong in those comes back as notes, and the rest is there.
func (a *app) openDeck(f folders) (d *deck.Deck, notes []string, err error) {
	d, wrong, err := a.decksIn(f).load()
	return d, sentencesOf(wrong), err
}

// study opens the file for a sitting and begins to load the deck, which
// learner.load ends. A file that cannot be opened is told before anything is
// drawn.
func (a *app) study(ctx context.Context, v settings.Values) (*learner, error) {
	f, err := a.folders()
	if err != nil {
		return nil, err
	}
	l := &learner{now: a.now, settings: v, file: f.settings(), loaded: make(chan struct{}), decks: a.decksIn(f)}
	s, err := store.Open(ctx, f.progress(), store.Options{Now: a.now, Calendar: calendar(v), Daily: true, Report: l.hear})
	if err != nil {
		return nil, err
	}
	l.store, l.own = speaking{s}, s
	l.open = func(ctx context.Context) (*deck.Deck, []error, error) {
		d, wrong, err := l.decks.load()
		if err == nil {
			_, err = s.Rename(ctx, d.Renamed())
		}
		return d, wrong, err
	}
	return l, nil
}

// look opens what a report needs, warns of what is wrong with the settings and
// own decks, and writes nothing to the file. A learner who has not begun has
// an empty one.
func (a *app) look(ctx context.Context) (*learner, error) {
	v, notes := a.settings()
	l, more, err := a.lookWith(ctx, v)
	a.warnAll(append(notes, more...))
	return l, err
}

func (a *app) lookWith(ctx context.Context, v settings.Values) (l *learner, notes []string, err error) {
	f, err := a.folders()
	if err != nil {
		return nil, nil, err
	}
	l = &learner{now: a.now, settings: v, file: f.settings(), loaded: make(chan struct{}), decks: a.decksIn(f), store: unbegun{}}
	l.open = func(context.Context) (*deck.Deck, []error, error) { return l.decks.load() }
	s, err := store.OpenRead(ctx, f.progress(), store.Options{Now: a.now, Calendar: calendar(v), Report: l.hear})
	switch {
	case err == nil:
		l.store, l.own = s, s
	case !errors.Is(err, store.ErrNoFile):
		return nil, nil, err
	}
	if notes, err = l.load(); err != nil {
		return nil, notes, errors.Join(err, l.close())
	}
	return l, notes, nil
}
