package strict

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Clean makes any text safe for a terminal and keeps it on one line: control
// characters, terminal escapes, bidirectional overrides and bytes that are not
// UTF-8 become visible escapes such as \x1b. Text without any comes back as it
// is.
func Clean(s string) string {
	at := strings.IndexFunc(s, func(r rune) bool { return r == utf8.RuneError || r < ' ' || refused(r) })
	if at < 0 {
		return s
	}
	var b strings.Builder
	b.WriteString(s[:at])
	for s = s[at:]; s != ""; {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[0])
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case !refused(r):
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
		s = s[size:]
	}
	return b.String()
}

// refused says whether a text may not hold r: the control characters of C0 but
// newline and tab, DEL, C1, what turns the direction of text around or is a
// hidden tag, line separators that only some programs honour, and a byte order
// mark inside a text.
func refused(r rune) bool {
	switch {
	case r < ' ':
		return r != '\n' && r != '\t'
	case r < 0x7f:
		return false
	case r <= 0x9f:
		return true
	case r < 0x61c:
		return false
	}
	switch {
	case r == 0x61c, r == 0x200e, r == 0x200f, // marks of direction
		r >= 0x2028 && r <= 0x202e, // line and paragraph separator, embeddings, overrides
		r >= 0x2066 && r <= 0x2069, // isolates
		r == 0xfeff,
		r >= 0xfff9 && r <= 0xfffb,   // interlinear annotation
		r >= 0xe0000 && r <= 0xe007f: // tags
		return true
	}
	return false
}

// short is s for a quotation inside a message.
func short(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most-1]) + "…"
	}
	return `"` + Clean(s) + `"`
}
