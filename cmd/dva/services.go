package main

import (
	"fmt"
	"slices"
	"strings"

	"dva/deck"
	"dva/deck/strict"
)

// services turns what the learner wrote into keys: a key, an alias or a name
// will do, in any case. The error guesses which was meant.
func (a *app) services(written []string) ([]string, error) {
	if len(written) == 0 {
		return nil, nil
	}
	f, err := a.folders()
	if err != nil {
		return nil, err
	}
	d, _, err := a.openDeck(f) // its notes are told with the sitting
	if err != nil {
		return nil, err
	}
	var keys []string
	for _, word := range written {
		s, ok := d.Service(strings.TrimSpace(word))
		if !ok {
			return nil, unknownService(d, word)
		}
		keys = append(keys, s.Key)
	}
	return keys, nil
}

func unknownService(d *deck.Deck, word string) error {
	err := usage("there is no service %q", word)
	if near := nearServices(d, strings.ToLower(strings.TrimSpace(word))); len(near) > 0 {
		return hint(err, "did you mean %s?", strings.Join(near, " or "))
	}
	return hint(err, "\"dva stats\" lists the services")
}

// nearServices are the keys of services that begin like word or are called so
// in part; when these are none, or too many to be of help, what is a slip away.
func nearServices(d *deck.Deck, word string) []string {
	const most = 3
	var begun, called, known []string
	for _, s := range d.Services {
		names := append([]string{strings.ToLower(s.Name)}, s.Aliases...)
		known = append(append(known, s.Key), names...)
		key := fmt.Sprintf("%q", s.Key)
		switch {
		case strings.HasPrefix(s.Key, word):
			begun = append(begun, key)
		case slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, word) }):
			called = append(called, key)
		}
	}
	for _, near := range [][]string{begun, called} {
		if 0 < len(near) && len(near) <= most {
			return near
		}
	}
	if near := strict.Closest(word, known); near != "" {
		return []string{fmt.Sprintf("%q", near)}
	}
	return nil
}
