package render

import (
	"regexp"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// lead is what stands before the text of a list item, a quote or code; the
// lines that follow hang below the text.
var lead = regexp.MustCompile(`^(?:[ ]|[│|] |[•-] |\d+\. |\[[ x]\] )*`)

// wrap draws l in lines of at most width cells.
func (l line) wrap(width int) []string {
	plain := l.plain()
	if ansi.StringWidth(plain) <= width {
		return []string{l.String()}
	}
	first := lead.FindString(plain)
	if w := ansi.StringWidth(first); w > width/2 || width-w < 2 { // a wide letter needs two cells
		first = ""
	}
	hang := continuation(first)
	room := width - ansi.StringWidth(first)
	var broken string
	if body := l.without(len(first)); l.code {
		broken = ansi.Hardwrap(body.String(), room, true)
	} else {
		broken = Break(body.String(), room)
	}
	lines := closeStyles(strings.Split(broken, "\n"))
	for i := range lines {
		if i == 0 {
			lines[i] = first + lines[i]
		} else {
			lines[i] = hang + lines[i]
		}
	}
	return lines
}

// continuation repeats the bars of quotes and leaves room for the rest.
func continuation(first string) string {
	return strings.Map(func(r rune) rune {
		if r == '│' || r == '|' {
			return r
		}
		return ' '
	}, first)
}

func (l line) plain() string {
	var b strings.Builder
	for _, r := range l.runs {
		b.WriteString(r.text)
	}
	return b.String()
}

// without is l without its first n bytes of text.
func (l line) without(n int) line {
	out := line{code: l.code}
	for _, r := range l.runs {
		cut := min(n, len(r.text))
		n -= cut
		out.add(r.style, r.text[cut:])
	}
	return out
}

// String is l with each style opened and closed.
func (l line) String() string {
	var b strings.Builder
	for _, r := range l.runs {
		if r.style == "" {
			b.WriteString(r.text)
			continue
		}
		b.WriteString(r.style + r.text + reset)
	}
	return b.String()
}

const reset = "\x1b[0m"

// closeStyles closes a style at the end of each line and opens it again on the
// next, so that a line can be drawn alone. It drops spaces at the end.
func closeStyles(lines []string) []string {
	open := ""
	for i, s := range lines {
		s = open + s
		open = openAt(s)
		if open != "" {
			s += reset
		} else {
			s = strings.TrimRight(s, " ")
		}
		lines[i] = s
	}
	return lines
}

// openAt is the style that is still open at the end of s, whose only sequences
// are SGR.
func openAt(s string) string {
	open := ""
	for {
		i := strings.IndexByte(s, ansi.ESC)
		if i < 0 {
			return open
		}
		end := i + strings.IndexByte(s[i:], 'm') + 1
		if seq := s[i:end]; seq == reset {
			open = ""
		} else {
			open += seq
		}
		s = s[end:]
	}
}
