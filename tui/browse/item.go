package browse

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"dva/deck"
	"dva/srs/find"
	"dva/tui/part"
	"dva/tui/render"
)

// source is what a card and a question have in common beside their texts.
type source struct {
	doc     part.Doc
	changed string
	facts   []string
}

func (s *Screen) source(e *find.Entry) source {
	d := s.shelf.Deck
	if q, ok := d.Question(e.Item.Parent); ok && e.Item.Kind == deck.Multiple {
		return source{part.Doc{URL: q.Doc, Checked: q.Checked}, q.Changed, q.Facts}
	}
	if c, ok := d.Card(e.Item.Parent); ok {
		return source{part.Doc{URL: c.Doc, Checked: c.Checked}, c.Changed, c.Facts}
	}
	return source{}
}

func (s *Screen) factIDs(e *find.Entry) []string { return s.source(e).facts }

// place is the service that an item belongs to.
func (s *Screen) place(e *find.Entry) string {
	if e.Gone {
		return "gone"
	}
	return render.Line(s.cfg.Service(e.Item.Service))
}

// itemLines are all that is to be said of an item.
func (s *Screen) itemLines(e *find.Entry, width int) []string {
	th := *s.cfg.Theme
	blocks := [][]string{append(s.text(e, width), s.extra(e, width)...), s.memory(e, width)}
	if past := s.history(e, width); len(past) > 0 {
		blocks = append(blocks, append([]string{th.Bold.Render("history")}, past...))
	}
	var lines []string
	for i, b := range blocks {
		if i > 0 && len(b) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, b...)
	}
	return lines
}

// text is what an item asks and answers, under the line that says what it is.
func (s *Screen) text(e *find.Entry, width int) []string {
	th := *s.cfg.Theme
	lines := part.Styled(th.Dim.Render, part.Wrap(s.about(e), width))
	lines = append(lines, "")
	if e.Gone {
		return append(lines, part.Wrap("This has left the deck. What you know of it is kept, in case it comes back.", width)...)
	}
	front, back := s.shelf.Deck.Sides(e.Item)
	q, ok := s.shelf.Deck.Question(e.Item.Parent)
	switch {
	case ok && e.Item.Kind == deck.Multiple:
		lines = append(lines, s.cfg.Render.Markdown(part.Stem(q.Stem, q.Correct()), width)...)
		var choices []part.Choice
		for _, c := range q.Choices {
			choices = append(choices, part.Choice{Text: c.Text, Why: c.Why, Correct: c.Correct})
		}
		return append(lines, part.Reasons(th, s.cfg.Render, choices, width)...)
	case e.Item.Kind != deck.Cloze:
		lines = append(lines, s.cfg.Render.Markdown(front, width)...)
		lines = append(lines, th.Rule(width))
	}
	return append(lines, s.cfg.Render.Markdown(back, width)...)
}

// about is one line: id, kind, service, level, skills, whose it is.
func (s *Screen) about(e *find.Entry) string {
	if e.Gone {
		return render.Line(e.Item.ID)
	}
	it := &e.Item
	parts := []string{render.Line(it.ID), s.place(e), it.Kind.String(), it.Level.String()}
	if len(it.Skills) > 0 {
		parts = append(parts, "skill "+strings.Join(it.Skills, " "))
	}
	if it.Deck != "" {
		parts = append(parts, "your deck "+render.Line(it.Deck))
	}
	return strings.Join(parts, " "+s.cfg.Theme.Symbols.Dot+" ")
}

// extra is what else belongs to an item, in blocks with a line before each.
func (s *Screen) extra(e *find.Entry, width int) []string {
	th := *s.cfg.Theme
	src := s.source(e)
	var lines []string
	add := func(first string, text []string) {
		if len(text) > 0 {
			lines = append(append(lines, ""), part.Hang(first, text)...)
		}
	}
	sign := th.Changed.Render(th.Symbols.Changed) + " "
	if text := strings.TrimSpace(src.changed); text != "" {
		first := sign + "changed  "
		add(first, s.cfg.Render.Markdown(text, width-ansi.StringWidth(first)))
	}
	if e.Changed {
		add(sign, part.Wrap("This text has been reworded since you last answered it.", width-2))
	}
	if s.shelf.Leech(e.Card) {
		add(sign, part.Wrap("Forgotten "+part.Count(e.Card.Lapses, "time")+": a leech. Help it with a note of your own, or suspend it.", width-2))
	}
	if e.Note != "" {
		add(th.Bold.Render("note")+"  ", part.Wrap(render.Line(e.Note), width-6))
	}
	add("", src.doc.Lines(th, width, s.linked))
	return lines
}

// openDoc shows the page's address in full and copies it.
func (s *Screen) openDoc() tea.Cmd {
	status, ok := s.source(s.entry()).doc.Open(*s.cfg.Theme, "item")
	s.status = status
	if !ok {
		return nil
	}
	s.panel = page // where there is room for all of it
	cmd := s.look()
	s.status, s.linked = status, true
	s.layout()
	for i, l := range s.lines(s.width) {
		if strings.Contains(l, "https://") {
			s.body.To(i - s.body.Room() + 2)
			break
		}
	}
	return cmd
}

// openFacts shows the statements that an item comes from.
func (s *Screen) openFacts() {
	if len(s.factIDs(s.entry())) == 0 {
		s.say("this names no notes that it comes from")
		return
	}
	s.from, s.panel = s.panel, facts
	s.body.SetLines(nil, 0)
}

func days[D ~int32](n D) time.Duration { return time.Duration(n) * 24 * time.Hour }
