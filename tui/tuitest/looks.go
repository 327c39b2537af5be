package tuitest

import (
	"github.com/muesli/termenv"

	"dva/tui/theme"
)

// Look is one way in which a screen may have to be drawn.
type Look struct {
	Name    string
	Theme   theme.Choice
	Profile termenv.Profile
	ASCII   bool
}

// Looks are the themes, and terminals where neither colour nor anything beyond
// ASCII may be.
func Looks() []Look {
	return []Look{
		{"auto", theme.Auto, termenv.ANSI, false},
		{"dark", theme.Dark, termenv.ANSI, false},
		{"light", theme.Light, termenv.ANSI, false},
		{"mono", theme.Mono, termenv.ANSI, false},
		{"nocolor", theme.Auto, termenv.Ascii, false},
		{"ascii", theme.Auto, termenv.Ascii, true},
	}
}
