package tui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// hold puts a key at the end of the queue. Bubble Tea reports letters that
// arrive together as one key; they are taken apart, since a fast typist's "33"
// is two answers. A second ctrl+c does not wait for work that hangs.
func (a *App) hold(msg tea.KeyMsg) tea.Cmd {
	if key.Matches(msg, a.keys.Leave) {
		if a.leaving || a.width == 0 {
			return tea.Quit
		}
		a.leaving = true
	}
	if msg.Type != tea.KeyRunes || msg.Paste || len(msg.Runes) < 2 {
		a.held = append(a.held, msg)
		return nil
	}
	for _, r := range msg.Runes {
		a.held = append(a.held, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: msg.Alt})
	}
	return nil
}

// give hands the held keys out, in order, until a screen is at work: an answer
// must be on disk before the next key can mean anything. Before the size is
// known nothing has been drawn, and in a window that is too small nothing can be
// seen, so that keys wait in the first case and are dropped in the second.
func (a *App) give() tea.Cmd {
	var cmds []tea.Cmd
	for len(a.held) > 0 && a.width > 0 && !a.busy() {
		msg := a.held[0]
		a.held = a.held[1:]
		if a.tooSmall() && !key.Matches(msg, a.keys.Leave, a.keys.Suspend) {
			continue
		}
		cmds = append(cmds, a.press(msg))
	}
	return tea.Batch(cmds...)
}
