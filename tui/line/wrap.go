package line

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// wrap breaks each line of text at spaces so that it has at most width cells.
// A word that is longer, such as an address, stays whole. A width of 0 breaks
// nothing.
func wrap(text string, width int) string {
	if width <= 0 {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = wrapLine(l, width)
	}
	return strings.Join(lines, "\n")
}

func wrapLine(l string, width int) string {
	if ansi.StringWidth(l) <= width {
		return l
	}
	rest := strings.TrimLeft(l, " ")
	var b strings.Builder
	b.WriteString(l[:len(l)-len(rest)])
	used := b.Len()
	for i, word := range strings.Split(rest, " ") {
		cells := ansi.StringWidth(word)
		switch {
		case i == 0:
		case used+1+cells > width:
			b.WriteByte('\n')
			used = 0
		default:
			b.WriteByte(' ')
			used++
		}
		b.WriteString(word)
		used += cells
	}
	return b.String()
}
