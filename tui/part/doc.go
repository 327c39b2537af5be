package part

import (
	"net/url"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dva/tui/theme"
	"dva/tui/ui"
)

// longestLink is the most bytes that terminals are known to take in a link.
const longestLink = 2000

// Doc is the documentation page that settles something.
type Doc struct {
	URL     string    // may be anything
	Checked time.Time // when it was last held against it; zero when unknown
}

// link is the address when it may be sent to the terminal as a link: https, a
// host, and nothing but printable ASCII. Else it is empty.
func (d Doc) link() string {
	raw := d.URL
	if len(raw) > longestLink {
		return ""
	}
	for i := 0; i < len(raw); i++ {
		if raw[i] <= ' ' || raw[i] >= 0x7f {
			return ""
		}
	}
	u, err := url.Parse(raw)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	return raw
}

// shortName is as much of a page's address as fits in room: its path without the
// host, from the left shortened by whole folders.
func shortName(raw string, room int) string {
	u, err := url.Parse(raw)
	if err != nil {
		return raw
	}
	name := strings.Trim(u.Path, "/")
	if name == "" {
		return u.Host
	}
	for len(name) > room {
		_, rest, more := strings.Cut(name, "/")
		if !more {
			break
		}
		name = rest
	}
	return name
}

// hyperlink is text that opens raw where the terminal can (OSC 8).
func hyperlink(t theme.Theme, raw, text string) string {
	if t.ASCII {
		return text
	}
	return ansi.SetHyperlink(raw) + text + ansi.ResetHyperlink()
}

// Open copies the address, for a program in a terminal cannot know whether there
// is a browser, and says so. False says that there is none to be shown in full.
// Of is what names the page, such as "card".
func (d Doc) Open(t theme.Theme, of string) (ui.Status, bool) {
	raw := d.link()
	switch {
	case d.URL == "":
		return ui.Status{Text: "this " + of + " names no documentation page"}, false
	case raw == "":
		return ui.Status{Text: "the page's address is no plain https link, so it is not opened"}, false
	case t.ASCII:
		return ui.Status{Text: "the page's address is above", Copy: raw}, true
	}
	return ui.Status{Text: "the address is copied, if your terminal allows it", Copy: raw}, true
}

// Lines are the page and when it was last checked, in one line, or with the whole
// address.
func (d Doc) Lines(t theme.Theme, width int, whole bool) []string {
	raw := d.link()
	if raw == "" {
		return nil
	}
	checked := ""
	if !d.Checked.IsZero() {
		checked = ", checked " + d.Checked.Format("2006-01-02")
	}
	if whole {
		var lines []string
		for _, l := range strings.Split(ansi.Hardwrap(raw, max(width, 1), true), "\n") {
			lines = append(lines, hyperlink(t, raw, t.Key.Render(l)))
		}
		return append(lines, Styled(t.Dim.Render, Wrap(strings.TrimPrefix(checked, ", "), width))...)
	}
	const hint = "o open"
	room := max(width-len(checked)-len(hint)-2, 8)
	left := ansi.Truncate(shortName(raw, room), room, t.Symbols.Ellipsis)
	gap := strings.Repeat(" ", max(width-ansi.StringWidth(left)-len(checked)-len(hint), 2))
	return []string{hyperlink(t, raw, t.Dim.Render(left)) + t.Dim.Render(checked) + gap + t.Key.Render("o") + t.Dim.Render(" open")}
}
