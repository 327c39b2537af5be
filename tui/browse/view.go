package browse

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dva/deck"
	"dva/srs/find"
	"dva/tui/part"
	"dva/tui/render"
)

// Where there is room: roomy is the height from which there are blank lines
// around the text, beside the width from which an item stands beside the list,
// below the height from which it stands below it.
const (
	roomy  = 14
	beside = 96
	below  = 18
	gap    = 3 // cells between the list and what stands beside it
)

func (s *Screen) isBeside() bool { return s.panel == list && s.width >= beside }
func (s *Screen) isBelow() bool  { return s.panel == list && s.width < beside && s.height >= below }

// shows says whether the item with the pointer can be read.
func (s *Screen) shows() bool { return s.panel != list || s.isBeside() || s.isBelow() }

// room is how many lines there are below the top lines and above the foot.
func (s *Screen) room() int {
	h := s.height - 1 - len(s.foot())
	if s.height >= roomy {
		h--
	}
	if s.panel == list {
		h-- // the filter
	}
	return max(h, 0)
}

func (s *Screen) listWidth() int {
	if s.isBeside() {
		return (s.width - gap) * 9 / 20
	}
	return s.width
}

// listHeight is how many rows the list has.
func (s *Screen) listHeight() int {
	h := s.room()
	if s.isBelow() {
		h = min(max(h*2/5, 5), max(len(s.found.At), 1))
	}
	return h
}

// layout draws the item anew for the room there is, and stays about where the
// learner was in it.
func (s *Screen) layout() {
	s.top = part.InSight(s.top, s.at, s.at+1, max(s.listHeight(), 1))
	s.top = max(min(s.top, len(s.found.At)-s.listHeight()), 0)
	width, height := s.width, s.room()
	switch {
	case s.isBeside():
		width -= s.listWidth() + gap
	case s.isBelow():
		height -= s.listHeight() + 1 // the rule
	}
	s.body.Key = ""
	if s.panel == list {
		s.body.Key = "enter"
	}
	s.body.Reflow(s.lines(width), width, max(height, 0))
}

// lines are what can be read in so many cells.
func (s *Screen) lines(width int) []string {
	e := s.entry()
	switch {
	case e == nil || width < 1 || !s.shows():
		return nil
	case s.panel == facts:
		return part.Facts(*s.cfg.Theme, s.factIDs(e), s.cfg.Fact, width)
	}
	return s.itemLines(e, width)
}

// View is the whole page.
func (s *Screen) View() string {
	lines := []string{s.header()}
	if s.panel == list {
		lines = append(lines, s.filterLine())
	}
	if s.height >= roomy {
		lines = append(lines, "")
	}
	switch {
	case s.shelf == nil && s.problem == "":
		lines = append(lines, s.cfg.Theme.Dim.Render("reading"))
	case s.shelf == nil:
	case s.panel != list:
		lines = append(lines, s.body.View(*s.cfg.Theme)...)
	default:
		lines = append(lines, s.listed()...)
	}
	foot := s.foot()
	lines = append(part.Fit(lines, s.width, s.height-len(foot)), foot...)
	return strings.Join(part.Fit(lines, s.width, s.height), "\n")
}

func (s *Screen) header() string {
	th := *s.cfg.Theme
	if s.shelf == nil {
		return part.Header(th, s.Title(), "", s.width)
	}
	left, n := s.Title(), len(s.found.At)
	right := part.Number(n) + " of " + part.Number(len(s.shelf.Deck.Items))
	switch e := s.entry(); {
	case s.panel == facts:
		left += " " + th.Symbols.Pointer + " where this comes from"
		right = ""
	case s.panel == page:
		left += " " + th.Symbols.Pointer + " " + s.place(e)
		right = fmt.Sprintf("%s of %s", part.Number(s.at+1), part.Number(n))
	case s.query == "":
		right = s.counts()
	}
	return part.Header(th, left, right, s.width)
}

// counts is how much there is of each kind.
func (s *Screen) counts() string {
	questions := 0
	for i := range s.shelf.Deck.Items {
		if s.shelf.Deck.Items[i].Kind == deck.Multiple {
			questions++
		}
	}
	return part.Count(len(s.shelf.Deck.Items)-questions, "card") + ", " + part.Count(questions, "question")
}

// filterLine is what is found, or how to say it.
func (s *Screen) filterLine() string {
	th := *s.cfg.Theme
	sign := th.Key.Render("/") + " "
	switch {
	case s.ask == filter:
		return sign + s.input.View(th, s.width-2)
	case s.query == "":
		return sign + th.Dim.Render(ansi.Truncate("filter: words, service:sqs, is:flagged, is:leech", s.width-2, th.Symbols.Ellipsis))
	}
	return sign + ansi.Truncate(render.Line(s.query), s.width-2, th.Symbols.Ellipsis)
}

// listed are the list and what stands beside or below it.
func (s *Screen) listed() []string {
	th := *s.cfg.Theme
	rows := s.rows()
	read := s.body.View(th)
	if s.ask == filter && s.lost() {
		read = s.helpLines(s.readWidth())
	}
	switch {
	case s.isBelow():
		return append(append(rows, th.Rule(s.width)), read...)
	case s.isBeside():
		wide := s.listWidth()
		for i := range rows {
			if i < len(read) && read[i] != "" {
				rows[i] += strings.Repeat(" ", max(wide-ansi.StringWidth(rows[i]), 0)+gap) + read[i]
			}
		}
	}
	return rows
}

// lost says that who types may want to know what can be typed: at the beginning,
// after a colon, and when nothing fits.
func (s *Screen) lost() bool {
	typed := s.input.Value()
	return strings.TrimSpace(typed) == "" || strings.HasSuffix(typed, ":") || len(s.found.At) == 0
}

func (s *Screen) readWidth() int {
	if s.isBeside() {
		return s.width - s.listWidth() - gap
	}
	return s.width
}

// helpLines say what can be typed.
func (s *Screen) helpLines(width int) []string {
	th := s.cfg.Theme
	var fields []string
	for _, f := range find.Fields[:len(find.Fields)-1] {
		fields = append(fields, f.Example)
	}
	states := strings.Join(find.States[:], " ")
	var lines []string
	for _, r := range []row{
		{"words", "in the text, the id or the service; a slip of the finger is forgiven"},
		{"fields", strings.Join(fields, " ")},
		{"is:", states},
		{"-is:new", "a minus takes out"},
		{"a,b", "a comma means or: service:sqs,sns"},
	} {
		lines = append(lines, labelled(*th, r, 7, width)...)
	}
	return lines
}

// foot is what is asked, below everything.
func (s *Screen) foot() []string {
	th := *s.cfg.Theme
	switch s.ask {
	case note:
		return []string{th.Bold.Render("note") + "  " + s.input.View(th, s.width-6)}
	case reset:
		text := "Reset to new? Its memory is forgotten; its history stays."
		return part.Styled(th.Bold.Render, part.Wrap(text, s.width))
	}
	return nil
}
