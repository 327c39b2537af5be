package study

import (
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"

	"dva/tui/theme"
)

func TestTheHeaderTellsOfANewWording(t *testing.T) {
	th := theme.New(lipgloss.NewRenderer(io.Discard), theme.Auto, false)
	s := &Screen{cfg: Config{Title: "Review", Theme: &th, Service: func(key string) string { return key }}, stage: front, width: 80}
	if got := s.header(); strings.Contains(got, "wording") {
		t.Errorf("got %q", got)
	}
	s.turn.Reworded = true
	if got := s.header(); !strings.Contains(got, "△ new wording   1 of 1") {
		t.Errorf("got %q", got)
	}
}
