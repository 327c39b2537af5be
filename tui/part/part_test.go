package part

import (
	"io"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"dva/tui/keys"
	"dva/tui/theme"
)

func plain() theme.Theme {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.Ascii)
	return theme.New(r, theme.Auto, false)
}

func TestWait(t *testing.T) {
	const d = 24 * time.Hour
	for _, tt := range []struct {
		wait time.Duration
		want string
	}{
		{0, "0s"},
		{-time.Hour, "0s"},
		{30 * time.Second, "30s"},
		{time.Minute, "1m"},
		{10 * time.Minute, "10m"},
		{90 * time.Minute, "1.5h"},
		{4 * time.Hour, "4h"},
		{d, "1d"},
		{11 * d, "11d"},
		{30 * d, "30d"},
		{31 * d, "1mo"},
		{37 * d, "1.2mo"},
		{300 * d, "9.9mo"},
		{365 * d, "12mo"},
		{366 * d, "1y"},
		{900 * d, "2.5y"},
		{36500 * d, "99.9y"},
	} {
		if got := Wait(tt.wait); got != tt.want {
			t.Errorf("Wait(%v) = %q, want %q", tt.wait, got, tt.want)
		}
	}
}

func TestIn(t *testing.T) {
	now := time.Date(2026, 11, 22, 22, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		after time.Duration
		want  string
	}{
		{-time.Second, "now"},
		{30 * time.Second, "in 1 minute"},
		{10 * time.Minute, "in 10 minutes"},
		{2 * time.Hour, "in 2 hours"},
		{13 * time.Hour, "tomorrow"},
		{25 * time.Hour, "tomorrow"},
		{27 * time.Hour, "in 2 days"},
		{240 * time.Hour, "in 10 days"},
	} {
		if got := In(now, now.Add(tt.after)); got != tt.want {
			t.Errorf("In after %v = %q, want %q", tt.after, got, tt.want)
		}
	}
}

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -999: "-999", -1000: "-1,000"} {
		if got := Number(n); got != want {
			t.Errorf("Number(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestHelpKeepsTheLastKeyAndFits(t *testing.T) {
	bindings := []key.Binding{keys.New("a", "first", "a"), keys.New("b", "second", "b"), keys.New("?", "help", "?")}
	for width, want := range map[int]string{
		80: "a first   b second   ? help",
		20: "a first   ? help",
		6:  "? help",
		3:  "? h",
	} {
		if got := Help(plain(), bindings, width); got != want {
			t.Errorf("in %d cells: %q, want %q", width, got, want)
		}
	}
}

func TestHeaderIsAsWideAsItsRoom(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		left, right := rapid.StringMatching(`[a-z漢 ]{0,50}`).Draw(r, "left"), rapid.StringMatching(`[0-9a-z]{0,50}`).Draw(r, "right")
		width := rapid.IntRange(0, 100).Draw(r, "width")
		if got := ansi.StringWidth(Header(plain(), left, right, width)); got > width {
			t.Fatalf("%d cells in a room of %d", got, width)
		}
	})
}

func TestScroll(t *testing.T) {
	var lines []string
	for i := range 20 {
		lines = append(lines, strings.Repeat("x", 10)+string(rune('a'+i)))
	}
	k := keys.NewScroll("↑↓")
	press := func(s *Scroll, names ...string) {
		for _, n := range names {
			s.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(n)}, k)
		}
	}
	var s Scroll
	s.SetSize(20, 6)
	s.SetLines(lines, 0)
	if got := s.View(plain()); len(got) != 6 || !strings.HasSuffix(got[5], "↓ 15 more") {
		t.Errorf("at the top: %q", got)
	}
	s.Key = "pgdn"
	if got := s.View(plain()); !strings.HasSuffix(got[5], "↓ 15 more, pgdn") {
		t.Errorf("with a key: %q", got)
	}
	press(&s, "j", "j", "k")
	if s.Offset() != 1 {
		t.Errorf("jjk goes to %d", s.Offset())
	}
	press(&s, "G", "j", "j")
	if got := s.View(plain()); s.Offset() != 15 || !strings.HasSuffix(got[5], "↑ 15") || got[4] != "xxxxxxxxxxt" {
		t.Errorf("at the end: %d %q", s.Offset(), got)
	}
	s.Reflow(lines[:10], 20, 6)
	if s.Offset() != 5 {
		t.Errorf("half the lines: %d, want the end, 5", s.Offset())
	}
	s.SetSize(20, 40)
	if s.Long() || s.Offset() != 0 {
		t.Errorf("in a high room: long %v at %d", s.Long(), s.Offset())
	}
	if s.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("j")}, k) {
		t.Error("moves although all fits")
	}
}

func TestInputShowsItsCursor(t *testing.T) {
	in := NewInput("a\x1b[2Jb", 10)
	if got := in.View(plain(), 20); got != "ab▏ " {
		t.Errorf("%q", got)
	}
	in.Update(tea.KeyMsg{Type: tea.KeyLeft})
	in.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("漢\u202e"), Paste: true})
	if got := in.View(plain(), 20); got != "a漢▏b" || in.Value() != "a漢b" {
		t.Errorf("%q %q", got, in.Value())
	}
	for range 20 {
		in.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("x")})
	}
	if got := in.View(plain(), 6); ansi.StringWidth(got) > 6 || !strings.Contains(got, "▏") {
		t.Errorf("%q", got)
	}
}
