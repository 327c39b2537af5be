// Package theme has every style and symbol that the screens use. Colours are
// the terminal's own sixteen, so that the learner's palette decides, and no
// meaning hangs on colour alone: a symbol or a word says it too.
package theme

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// Choice is what the learner asks for.
type Choice string

// The choices. Auto keeps to colours that are legible on dark and on light.
const (
	Auto  Choice = "auto"
	Dark  Choice = "dark"
	Light Choice = "light"
	Mono  Choice = "mono"
)

// Theme is the look. It is a value; make it anew when a choice changes.
type Theme struct {
	Choice  Choice
	Symbols Symbols
	// Accent is the number of the accent colour, empty for none; the Markdown
	// renderer needs it as a number.
	Accent string
	// SGR says that styles reach the terminal at all. Without it (NO_COLOR, a
	// dumb terminal) there is no bold either, so that symbols must carry all.
	SGR bool
	// ASCII says that only ASCII may be drawn and nothing but text and styles
	// be sent.
	ASCII bool

	Plain   lipgloss.Style
	Bold    lipgloss.Style
	Dim     lipgloss.Style // what is secondary
	Active  lipgloss.Style // what has the pointer
	Key     lipgloss.Style // a key in the help line
	Right   lipgloss.Style
	Wrong   lipgloss.Style
	Changed lipgloss.Style
}

type palette struct{ accent, right, wrong, changed string }

var palettes = map[Choice]palette{
	Auto:  {accent: "5", right: "2", wrong: "1", changed: "5"},
	Dark:  {accent: "14", right: "10", wrong: "9", changed: "11"},
	Light: {accent: "4", right: "2", wrong: "1", changed: "5"},
	Mono:  {},
}

// New makes the look for a renderer, whose colour profile decides whether any
// style is sent. An unknown choice is Auto.
func New(r *lipgloss.Renderer, c Choice, ascii bool) Theme {
	p, known := palettes[c]
	if !known {
		c, p = Auto, palettes[Auto]
	}
	t := Theme{Choice: c, ASCII: ascii, Symbols: unicodeSymbols, Accent: p.accent}
	if ascii {
		t.Symbols = asciiSymbols
	}
	t.SGR = r.ColorProfile() != termenv.Ascii
	t.Plain = r.NewStyle()
	t.Bold = r.NewStyle().Bold(true)
	t.Dim = r.NewStyle().Faint(true)
	t.Active = coloured(r, p.accent).Bold(true)
	t.Key = coloured(r, p.accent)
	t.Right = coloured(r, p.right).Bold(true)
	t.Wrong = coloured(r, p.wrong).Bold(true)
	t.Changed = coloured(r, p.changed).Bold(true)
	return t
}

func coloured(r *lipgloss.Renderer, colour string) lipgloss.Style {
	if colour == "" {
		return r.NewStyle()
	}
	return r.NewStyle().Foreground(lipgloss.Color(colour))
}

// Rule is a line of n cells.
func (t Theme) Rule(n int) string {
	return t.Dim.Render(strings.Repeat(t.Symbols.Rule, max(n, 0)))
}
