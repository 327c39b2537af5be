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

// column is where the text of a screen stands: the cells left of it and its width.
func (a *App) column(s ui.Screen) (left, width int) {
	margin := wideMargin
	if a.width < minWidth+2*wideMargin {
		margin = 1
	}
	most := maxColumn
	if w, ok := s.(ui.Wide); ok {
		most = max(w.Widest(), maxColumn)
	}
	width = min(a.width-2*margin, most)
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
	_, width := a.column(s)
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
	left, width := a.column(a.top())
	top, height := a.body()
	lines := make([]string, top, a.height)
	lines = append(lines, part.Fit(strings.Split(a.top().View(), "\n"), width, height)...)
	lines = append(lines, "", part.Help(*a.theme, a.top().ShortHelp(), width))
	lay(lines, a.statusLines(width))
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

// longestStatus is how many lines a sentence in the status line may take.
const longestStatus = 4

// statusLines are what the last key did. A reason must be readable to its end,
// so a long one takes more lines than its own.
func (a *App) statusLines(width int) []string {
	s := a.status()
	lines := part.Wrap(render.Line(s.Text), width)
	if len(lines) > longestStatus {
		last := longestStatus - 1
		lines[last] = ansi.Truncate(lines[last], width-1, "") + a.theme.Symbols.Ellipsis
		lines = lines[:longestStatus]
	}
	style := a.theme.Plain
	if s.Bad {
		style = a.theme.Wrong
	}
	lines = part.Styled(style.Render, lines)
	if s.Copy != "" && !a.theme.ASCII && len(lines) > 0 {
		lines[0] = ansi.SetSystemClipboard(s.Copy) + lines[0]
	}
	return lines
}

// lay puts the status over the frame: on the line above the keys when it is one
// line, over the keys, and what stands above them, when it is more. They are
// back after the next key.
func lay(frame, status []string) {
	from := len(frame) - max(len(status), 2)
	copy(frame[from:], status)
}
