package main

import (
	"fmt"
	"os"
	"slices"
	"sync"

	"dva/content"
	"dva/deck"
)

// decks are where the cards come from: what ships, and the learner's own
// folders, whose files may be edited at any time. They may be used from several
// goroutines.
type decks struct {
	folder string   // of the learner, in the data folder; it need not be there
	more   []string // those of --deck
	cache  string

	mu    sync.Mutex
	base  *deck.Deck // what ships, once it is open
	stamp uint64     // of the own files when they were last read
}

func (a *app) decksIn(f folders) *decks {
	return &decks{folder: f.decks(), more: a.decks, cache: f.Cache}
}

// load reads what ships, joined with the learner's own decks as they are now.
// What is wrong in those comes back beside it, and the rest is there.
func (s *decks) load() (d *deck.Deck, wrong []error, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.base == nil {
		if s.base, err = deck.Open(content.Index); err != nil {
			return nil, nil, fmt.Errorf("open the cards that ship with dva: %w", err)
		}
	}
	s.stamp = s.stampNow() // before reading: what is edited meanwhile is read again
	var own []*deck.Deck
	for _, dir := range s.dirs() {
		d, err := ownDeck(dir, s.base, s.cache)
		wrong = append(wrong, err)
		if d != nil {
			own = append(own, d)
		}
	}
	d, err = deck.Join(s.base, own...)
	return d, withoutNil(append(wrong, err)), nil
}

func withoutNil(errs []error) []error {
	return slices.DeleteFunc(errs, func(err error) bool { return err == nil })
}

// dirs are the own folders: the learner's when it is there, and those named.
func (s *decks) dirs() []string {
	if _, err := os.Stat(s.folder); err != nil {
		return s.more
	}
	return append([]string{s.folder}, s.more...)
}

// stampNow is another number when an own file may have been edited.
func (s *decks) stampNow() (stamp uint64) {
	for _, dir := range s.dirs() {
		stamp = stamp*31 + deck.OwnStamp(dir)
	}
	return stamp
}

// lastStamp is the stamp of what load last read.
func (s *decks) lastStamp() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stamp
}

// ownDeck is the learner's deck in dir, as deck.LoadOwn has it.
func ownDeck(dir string, base *deck.Deck, cache string) (*deck.Deck, error) {
	if err := needFolder(dir); err != nil {
		return nil, err
	}
	return deck.LoadOwn(dir, base, cache)
}
