package study

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// longestNote is how many characters a note may have; it is typed on one line.
const longestNote = 500

func (s *Screen) pressNote(msg tea.KeyMsg) tea.Cmd {
	if !key.Matches(msg, s.keys.Save) {
		s.input.Update(msg)
		return nil
	}
	s.panel = none
	s.layout()
	text := strings.TrimSpace(s.input.Value())
	if text == s.turn.Note {
		s.say("note left as it was")
		return nil
	}
	return s.noteCmd(text)
}
