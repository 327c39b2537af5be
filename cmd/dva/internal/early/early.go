// Package early sets what must be set before Bubble Tea's own packages start.
// It holds the program's only init function.
//
// Bubble Tea v1 asks the terminal for its background colour while it is being
// initialised, in every command of the binary, and waits five seconds when
// nothing answers: over some ssh links, serial consoles and in scripts. Telling
// lipgloss an answer first keeps it from asking. Go initialises packages in
// the order of their import paths as soon as what they import is ready (Go 1.21
// release notes), and "dva/..." sorts before "github.com/charmbracelet/bubbletea":
// so this works as long as this package imports nothing that imports Bubble Tea.
// The colours that are drawn come from the learner's theme, not from this answer.
package early

import (
	"os"
	"runtime/debug"

	"github.com/charmbracelet/lipgloss"
)

// gcPercent lets the heap of a few megabytes grow before it is collected, which
// takes a millisecond or two off every start.
const gcPercent = 400

func init() {
	lipgloss.SetHasDarkBackground(true)
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
}
