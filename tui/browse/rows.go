package browse

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dva/deck"
	"dva/srs"
	"dva/srs/find"
	"dva/tui/part"
	"dva/tui/render"
)

// Columns of the list: the state in a word, and from a width on when it is due.
const (
	stateWidth = 9
	dueWidth   = 6
	withDue    = 60
)

// rows are the part of the list that is in its room.
func (s *Screen) rows() []string {
	th := s.cfg.Theme
	out := make([]string, s.listHeight())
	if len(s.found.At) == 0 && len(out) > 0 {
		text := "Nothing fits. Try fewer words, or take the filter off with esc."
		if s.query == "" {
			text = "There are no cards."
		}
		copy(out, part.Styled(th.Dim.Render, part.Wrap(text, s.listWidth())))
		return out
	}
	for i := range out {
		if place := s.top + i; place < len(s.found.At) {
			out[i] = s.row(&s.shelf.Entries[s.found.At[place]], place == s.at)
		}
	}
	return out
}

// row is one item: signs, what it asks, its state.
func (s *Screen) row(e *find.Entry, pointed bool) string {
	th, width := s.cfg.Theme, s.listWidth()
	pointer, style := "  ", th.Plain
	if pointed {
		pointer, style = th.Symbols.Pointer+" ", th.Active
	}
	right := pad(s.state(e), stateWidth)
	if width >= withDue {
		due := s.due(e)
		right += strings.Repeat(" ", max(dueWidth-ansi.StringWidth(due), 0)) + due
	}
	signs := s.signs(e)
	room := width - 2 - 3 - 1 - 2 - ansi.StringWidth(right)
	title := ansi.Truncate(s.title(e), max(room, 0), th.Symbols.Ellipsis)
	return th.Active.Render(pointer) + signs + " " + style.Render(title) +
		strings.Repeat(" ", max(room-ansi.StringWidth(title), 0)+2) + th.Dim.Render(right)
}

// signs are three cells: flagged, changed, a question.
func (s *Screen) signs(e *find.Entry) string {
	th := s.cfg.Theme
	flag, changed, kind := " ", " ", " "
	if e.Card.Marks.Flagged {
		flag = th.Symbols.Flag
	}
	if e.Changed {
		changed = th.Changed.Render(th.Symbols.Changed)
	}
	if e.Item.Kind == deck.Multiple {
		kind = th.Dim.Render("Q")
	}
	return flag + changed + kind
}

// plain takes the signs of Markdown from a title.
var plain = strings.NewReplacer("**", "", "`", "", "\\", "")

// title is the first line of what an item asks.
func (s *Screen) title(e *find.Entry) string {
	if e.Gone {
		return render.Line(e.Item.ID)
	}
	front, _ := s.shelf.Deck.Sides(e.Item)
	first, _, _ := strings.Cut(strings.TrimSpace(front), "\n")
	return render.Line(plain.Replace(first))
}

// state is the one word that says most of how an item stands.
func (s *Screen) state(e *find.Entry) string {
	switch {
	case e.Gone:
		return "gone"
	case e.Card.Marks.Suspended:
		return "suspended"
	case s.shelf.Leech(e.Card):
		return "leech"
	case s.shelf.Is(e, "buried"):
		return "buried"
	}
	return age(&e.Card)
}

// age is where a card is in its life, in a word.
func age(c *srs.Card) string {
	switch {
	case c.State == srs.New:
		return "new"
	case c.State != srs.Reviewing:
		return "learning"
	case c.Interval < srs.MatureDays:
		return "young"
	}
	return "mature"
}

// due is when a card comes back, short; empty when nothing says so.
func (s *Screen) due(e *find.Entry) string {
	c := &e.Card
	switch today := s.cfg.Desk.Today(); {
	case c.State == srs.New && !c.Wanted() || c.Marks.Suspended || e.Gone:
		return ""
	case c.State == srs.Reviewing && c.DueDay > today:
		return part.Wait(days(c.DueDay - today))
	case c.State != srs.Reviewing && c.DueAt().After(s.cfg.Now()):
		return part.Wait(c.DueAt().Sub(s.cfg.Now()))
	}
	return "now"
}

func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(width-ansi.StringWidth(text), 0))
}
