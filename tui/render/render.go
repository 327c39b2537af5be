// Package render draws Markdown for the terminal. It is the one place that
// knows glamour.
//
// Rules that it keeps:
//   - Nothing but printable text and styles leaves it, whatever the Markdown
//     says. glamour decodes entities, so that "&#27;" would reach the terminal
//     as a live escape: its output is read again and rebuilt from an allow-list.
//   - No look is ever guessed from the terminal; glamour's "auto" would ask it
//     and wait.
//   - No line is wider than asked, measured by x/ansi. glamour is told not to
//     wrap, and lines are wrapped here, so that list items hang and code keeps
//     its form.
//   - Lines stand alone: a style is closed at the end of its line, and trailing
//     padding is gone.
package render

import (
	"slices"
	"sync"

	"github.com/charmbracelet/glamour"
	"github.com/muesli/termenv"

	"dva/tui/theme"
)

// cached is how many texts are kept drawn; a sitting needs a few at a time.
const cached = 256

// longest is the size in bytes above which a text is shown as it is written;
// the loader refuses cards that long.
const longest = 64 << 10

// Renderer draws Markdown in one theme. It may be used from several goroutines.
type Renderer struct {
	theme theme.Theme

	mu      sync.Mutex
	glamour *glamour.TermRenderer
	cache   map[request][]string
}

type request struct {
	text  string
	width int
}

// New makes a renderer for a theme.
func New(t theme.Theme) *Renderer {
	r := &Renderer{}
	r.SetTheme(t)
	return r
}

// SetTheme draws in t from now on.
func (r *Renderer) SetTheme(t theme.Theme) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.theme, r.cache = t, map[request][]string{}
	// Only a broken option is an error; without glamour, text is shown as it is
	// written.
	r.glamour, _ = glamour.NewTermRenderer(
		glamour.WithStyles(style(t)),
		glamour.WithColorProfile(termenv.ANSI),
		glamour.WithWordWrap(0),
		glamour.WithChromaFormatter("noop"),
	)
}

// Markdown draws text in width cells: its lines, without blank ones at the ends.
// The caller must not change them.
func (r *Renderer) Markdown(text string, width int) []string {
	if width < 1 {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	want := request{text, width}
	if lines, ok := r.cache[want]; ok {
		return lines
	}
	if len(r.cache) >= cached {
		clear(r.cache)
	}
	lines := r.draw(text, width)
	r.cache[want] = lines
	return lines
}

func (r *Renderer) draw(text string, width int) []string {
	drawn := ""
	if r.glamour != nil && len(text) <= longest {
		drawn, _ = r.glamour.Render(prepare(text, r.theme.ASCII))
	}
	if drawn == "" {
		drawn = text
	}
	var out []string
	for _, l := range trimBlank(parse(drawn, r.theme)) {
		out = append(out, l.wrap(width)...)
	}
	return slices.Clip(out)
}
