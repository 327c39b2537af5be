package keys

import "github.com/charmbracelet/bubbles/key"

// NewReload returns the key that reads the learner's own decks again.
func NewReload() key.Binding { return New("ctrl+r", "read your own decks again", "ctrl+r") }
