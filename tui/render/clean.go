package render

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// Line makes one safe line of any text, without spaces at its ends.
func Line(s string) string { return strings.TrimSpace(Clean(s)) }

// Clean keeps of any text what may be sent on one line: no escapes, no control
// characters, no marks that turn the direction of writing; line ends and tabs
// become spaces.
func Clean(s string) string {
	var b strings.Builder
	for _, r := range ansi.Strip(s) {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		case visible(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// visible says whether r may be sent: printable, and neither a control nor a
// mark of direction. Joiners stay, which scripts and symbols need.
func visible(r rune) bool {
	switch {
	case r == unicode.ReplacementChar, unicode.IsControl(r):
		return false
	case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == '\u200e', r == '\u200f', r == '\u061c':
		return false
	case r == '\u200c', r == '\u200d':
		return true
	case unicode.In(r, unicode.Cf, unicode.Co, unicode.Cs, unicode.Zl, unicode.Zp):
		return false
	case r >= 0xE0000 && r <= 0xE0FFF: // tags and their kin draw nothing
		return false
	}
	return true
}

// ASCII replaces whatever is not ASCII by as many question marks as it has
// cells. Styles stay.
func ASCII(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] < 0x80
	}
	if plain {
		return s
	}
	var b strings.Builder
	for s != "" {
		seq, width, n, _ := ansi.DecodeSequence(s, ansi.NormalState, nil)
		if seq[0] < 0x80 && len(seq) == 1 || seq[0] == ansi.ESC {
			b.WriteString(seq)
		} else {
			b.WriteString(strings.Repeat("?", width))
		}
		s = s[n:]
	}
	return b.String()
}
