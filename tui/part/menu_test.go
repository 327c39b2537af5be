package part

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"dva/tui/keys"
)

func TestMenu(t *testing.T) {
	m := Menu{Options: []Option{{"Stay", ""}, {"Go on later", "it is marked as paused and does not count"}, {"Give up", "no result"}}}
	k := keys.NewList("↑↓", "choose")
	for _, name := range []string{"k", "j", "x", "j", "j", "k"} {
		m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}, k)
	}
	lines, from, to := m.Lines(plain(), 60)
	want := "  Stay\n› Go on later  it is marked as paused and does not count\n  Give up      no result"
	if got := strings.Join(lines, "\n"); got != want || from != 1 || to != 2 {
		t.Errorf("lines %d to %d of\n%s", from, to, got)
	}
	lines, from, to = m.Lines(plain(), 30)
	want = "  Stay\n› Go on later\n    it is marked as paused and\n    does not count\n  Give up\n    no result"
	if got := strings.Join(lines, "\n"); got != want || from != 1 || to != 4 {
		t.Errorf("lines %d to %d of\n%s", from, to, got)
	}
}

func TestInSight(t *testing.T) {
	for _, tt := range []struct {
		name                     string
		at, from, to, room, want int
	}{
		{"all of it is seen", 0, 2, 4, 10, 0},
		{"it is below", 0, 12, 14, 10, 4},
		{"it is above", 8, 2, 4, 10, 2},
		{"it is longer than the room: its beginning", 0, 5, 30, 10, 5},
	} {
		if got := InSight(tt.at, tt.from, tt.to, tt.room); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}
