package part

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/x/ansi"

	"dva/tui/render"
	"dva/tui/theme"
)

// Header is the top line of a screen: where one is, and at the right edge where
// one stands. What does not fit is cut from the left text.
func Header(t theme.Theme, left, right string, width int) string {
	rw := ansi.StringWidth(right)
	if rw > 0 && rw+2 >= width {
		right, rw = "", 0
	}
	room := width
	if rw > 0 {
		room = width - rw - 2
	}
	left = ansi.Truncate(left, max(room, 0), t.Symbols.Ellipsis)
	gap := strings.Repeat(" ", max(width-rw-ansi.StringWidth(left), 0))
	return t.Bold.Render(left) + gap + t.Dim.Render(right)
}

// Help is the line of keys at the bottom: as many as fit, in order, and always
// the last one. Disabled bindings are left out.
func Help(t theme.Theme, bindings []key.Binding, width int) string {
	var cells []string
	for _, b := range bindings {
		if b.Enabled() {
			h := b.Help()
			cells = append(cells, t.Key.Render(h.Key)+" "+t.Dim.Render(h.Desc))
		}
	}
	if len(cells) == 0 {
		return ""
	}
	const gap = "   "
	last := cells[len(cells)-1]
	line := ""
	for _, c := range cells[:len(cells)-1] {
		if ansi.StringWidth(line)+ansi.StringWidth(c)+2*len(gap)+ansi.StringWidth(last) > width {
			break
		}
		line += c + gap
	}
	return ansi.Truncate(line+last, width, "")
}

// Fit makes lines exactly height long and cuts each to width, whatever they
// hold, so that no frame is ever larger than its room.
func Fit(lines []string, width, height int) []string {
	out := make([]string, max(height, 0))
	for i := range out {
		if i < len(lines) {
			out[i] = ansi.Truncate(lines[i], max(width, 0), "")
		}
	}
	return out
}

// Wrap breaks a sentence of our own at width cells, words kept whole where they
// fit. An empty text is no line.
func Wrap(s string, width int) []string {
	if s == "" || width < 1 {
		return nil
	}
	return strings.Split(render.Break(s, width), "\n")
}

// Hang puts first before the first line and spaces of its width before the
// others.
func Hang(first string, lines []string) []string {
	out := make([]string, 0, max(1, len(lines)))
	if len(lines) == 0 {
		return append(out, first)
	}
	rest := strings.Repeat(" ", ansi.StringWidth(first))
	for i, l := range lines {
		switch {
		case i == 0:
			out = append(out, first+l)
		case l == "":
			out = append(out, "")
		default:
			out = append(out, rest+l)
		}
	}
	return out
}

// Styled gives every line one style. Lines must not hold styles of their own.
func Styled(render func(...string) string, lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		if l != "" {
			out[i] = render(l)
		}
	}
	return out
}
