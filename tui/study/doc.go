package study

import (
	"net/url"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dva/tui/part"
	"dva/tui/ui"
)

// longestLink is the most bytes that terminals are known to take in a link.
const longestLink = 2000

// link is raw when it may be sent to the terminal as a link: https, a host, and
// nothing but printable ASCII. Else it is empty.
func link(raw string) string {
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
func (s *Screen) hyperlink(raw, text string) string {
	if s.cfg.Theme.ASCII {
		return text
	}
	return ansi.SetHyperlink(raw) + text + ansi.ResetHyperlink()
}

// openDoc shows the page's address in full and copies it. A program in a
// terminal cannot know whether there is a browser.
func (s *Screen) openDoc() {
	raw := link(s.turn.Doc)
	switch {
	case s.turn.Doc == "":
		s.say("this card names no documentation page")
		return
	case raw == "":
		s.say("the page's address is no plain https link, so it is not opened")
		return
	}
	s.linked = true
	s.layout()
	s.body.End()
	s.status = ui.Status{Text: "the address is copied, if your terminal allows it", Copy: raw}
	if s.cfg.Theme.ASCII {
		s.status.Text = "the page's address is above"
	}
}

// docLines are the foot of a back: the page that settles it and when it was last
// held against it.
func (s *Screen) docLines() []string {
	raw := link(s.turn.Doc)
	if raw == "" {
		return nil
	}
	th := s.cfg.Theme
	checked := ""
	if !s.turn.Checked.IsZero() {
		checked = ", checked " + s.turn.Checked.Format("2006-01-02")
	}
	if s.linked {
		var lines []string
		for _, l := range strings.Split(ansi.Hardwrap(raw, max(s.width, 1), true), "\n") {
			lines = append(lines, s.hyperlink(raw, th.Key.Render(l)))
		}
		return append(lines, part.Styled(th.Dim.Render, part.Wrap(strings.TrimPrefix(checked, ", "), s.width))...)
	}
	const hint = "o open"
	room := max(s.width-len(checked)-len(hint)-2, 8)
	left := ansi.Truncate(shortName(raw, room), room, th.Symbols.Ellipsis)
	gap := strings.Repeat(" ", max(s.width-ansi.StringWidth(left)-len(checked)-len(hint), 2))
	return []string{s.hyperlink(raw, th.Dim.Render(left)) + th.Dim.Render(checked) + gap + th.Key.Render("o") + th.Dim.Render(" open")}
}
