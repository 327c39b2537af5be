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

// While the program starts, its heap may grow fivefold before it is collected:
// what is made then mostly stays, and each collection takes a millisecond or
// two of the start.
const (
	gcStarting = 400
	gcUsual    = 100 // Go's own default
)

func init() {
	lipgloss.SetHasDarkBackground(true)
	collect(gcStarting)
}

// Settle ends the start: from now on the heap is kept small.
func Settle() { collect(gcUsual) }

// collect leaves alone what the environment decides.
func collect(percent int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}
