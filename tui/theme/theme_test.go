package theme

import (
	"io"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
)

func renderer(p termenv.Profile) *lipgloss.Renderer {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(p)
	return r
}

func TestSymbolsAreOneCellWide(t *testing.T) {
	for _, s := range []Symbols{unicodeSymbols, asciiSymbols} {
		all := append([]string{s.Pointer, s.Right, s.Wrong, s.Flag, s.Changed, s.Rule, s.Dot, s.Bullet, s.Down, s.Up, s.Ellipsis, s.Cursor}, s.Bars...)
		seen := map[string]bool{}
		for _, sign := range all {
			if ansi.StringWidth(sign) != 1 {
				t.Errorf("%q is %d cells wide", sign, ansi.StringWidth(sign))
			}
		}
		for _, sign := range []string{s.Pointer, s.Right, s.Wrong, s.Flag, s.Changed} {
			if seen[sign] {
				t.Errorf("%q has two meanings", sign)
			}
			seen[sign] = true
		}
	}
}

func TestASCIISymbols(t *testing.T) {
	s := New(renderer(termenv.ANSI), Auto, true).Symbols
	for _, sign := range append([]string{s.Pointer, s.Right, s.Wrong, s.Flag, s.Changed, s.Rule, s.Dot, s.Bullet, s.Down, s.Up, s.Ellipsis, s.Cursor, s.Arrows}, s.Bars...) {
		for i := range len(sign) {
			if sign[i] >= 0x80 {
				t.Errorf("%q is not ASCII", sign)
			}
		}
	}
}

func TestBar(t *testing.T) {
	s := asciiSymbols
	for _, tt := range []struct {
		name        string
		part, whole int
		want        string
	}{
		{"nothing", 0, 10, "."},
		{"nothing of nothing", 0, 0, "."},
		{"a little is seen", 1, 1000, "1"},
		{"half", 5, 10, "4"},
		{"all", 10, 10, "8"},
		{"more than all", 11, 10, "8"},
	} {
		if got := s.Bar(tt.part, tt.whole); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestStyles(t *testing.T) {
	for _, tt := range []struct {
		name    string
		choice  Choice
		profile termenv.Profile
		want    string
	}{
		{"auto", Auto, termenv.ANSI, "\x1b[1;35mx\x1b[0m"},
		{"dark", Dark, termenv.ANSI, "\x1b[1;96mx\x1b[0m"},
		{"light", Light, termenv.TrueColor, "\x1b[1;34mx\x1b[0m"},
		{"mono has bold and no colour", Mono, termenv.ANSI, "\x1b[1mx\x1b[0m"},
		{"a choice that is none is auto", "pink", termenv.ANSI, "\x1b[1;35mx\x1b[0m"},
		{"without colour there is no bold", Dark, termenv.Ascii, "x"},
	} {
		th := New(renderer(tt.profile), tt.choice, false)
		if got := th.Active.Render("x"); got != tt.want || th.SGR != (tt.profile != termenv.Ascii) {
			t.Errorf("%s: %q, want %q; SGR %v", tt.name, got, tt.want, th.SGR)
		}
	}
}
