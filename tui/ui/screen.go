// Package ui holds what every screen shares: the form of a screen and the
// messages by which screens ask the shell for something.
package ui

import (
	"github.com/charmbracelet/bubbles/help"
	tea "github.com/charmbracelet/bubbletea"
)

// Screen is a full page, a guest of the shell: it is given a size and keys and
// gives back a view. Only the shell sees window sizes.
type Screen interface {
	Init() tea.Cmd
	Update(tea.Msg) (Screen, tea.Cmd)
	View() string
	// SetSize tells the room for View in cells.
	SetSize(width, height int)
	// Typing says that a text has the focus, so that the shell leaves letters
	// alone.
	Typing() bool
	help.KeyMap
}
