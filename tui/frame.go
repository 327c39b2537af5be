package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dva/tui/part"
	"dva/tui/render"
	"dva/tui/ui"
)

// The smallest window in which every screen works, and the widest column of text
// that is comfortable to read.
const (
	minWidth  = 40
	minHeight = 12
	maxColumn = 88
)

// margins: two cells at the sides and a line on top, less where room is short.
const (
	wideMargin  = 2
	roomyHeight = 16
)

func (a *App) tooSmall() bool { return a.width < minWidth || a.height < minHeight }

// column is where the text stands: the cells left of it and its width.
func (a *App) column() (left, width int) {
	margin := wideMargin
	if a.width < minWidth+2*wideMargin {
		margin = 1
	}
	width = min(a.width-2*margin, maxColumn)
	return (a.width - width) / 2, width
}

// body is how many lines a screen has: the rest is a line on top where there is
// room, the status and the keys.
func (a *App) body() (top, height int) {
	if a.height >= roomyHeight {
		top = 1
	}
	return top, a.height - top - 2
}

func (a *App) resize(width, height int) {
	a.width, a.height = max(width, 0), max(height, 0)
	for _, s := range a.stack {
		a.place(s)
	}
}

func (a *App) place(s ui.Screen) {
	if a.tooSmall() {
		return
	}
	_, width := a.column()
	_, height := a.body()
	s.SetSize(width, height)
}

// View is the whole frame, never larger than the window.
func (a *App) View() string {
	if a.width == 0 || a.height == 0 {
		return ""
	}
	if a.tooSmall() {
		return a.needs()
	}
	left, width := a.column()
	top, height := a.body()
	lines := make([]string, top, a.height)
	lines = append(lines, part.Fit(strings.Split(a.top().View(), "\n"), width, height)...)
	lines = append(lines, a.statusLine(width), part.Help(*a.theme, a.top().ShortHelp(), width))
	margin := strings.Repeat(" ", left)
	for i, l := range lines {
		if l != "" {
			lines[i] = margin + l
		}
	}
	frame := strings.Join(lines, "\n")
	if a.theme.ASCII {
		frame = render.ASCII(frame)
	}
	return frame
}

func (a *App) needs() string {
	text := fmt.Sprintf("needs %dx%d, is %dx%d", minWidth, minHeight, a.width, a.height)
	lines := part.Wrap(text, a.width)
	return strings.Join(part.Fit(lines, a.width, min(a.height, len(lines))), "\n")
}

func (a *App) statusLine(width int) string {
	s := a.status()
	text := ansi.Truncate(render.Line(s.Text), width, a.theme.Symbols.Ellipsis)
	switch {
	case text == "":
	case s.Bad:
		text = a.theme.Wrong.Render(text)
	default:
		text = a.theme.Plain.Render(text)
	}
	if s.Copy != "" && !a.theme.ASCII {
		text = ansi.SetSystemClipboard(s.Copy) + text
	}
	return text
}
