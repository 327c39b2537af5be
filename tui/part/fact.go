package part

import (
	"dva/deck"
	"dva/tui/render"
	"dva/tui/theme"
)

// Facts are the statements with these ids: what the notes said, and whether that
// still holds. Fact knows them; one that it does not know has left the notes.
func Facts(t theme.Theme, ids []string, fact func(string) (*deck.Fact, bool), width int) []string {
	var lines []string
	for i, id := range ids {
		if i > 0 {
			lines = append(lines, "")
		}
		f, ok := fact(id)
		if !ok {
			lines = append(lines, t.Bold.Render(render.Line(id))+t.Dim.Render("  is not in the notes any more"))
			continue
		}
		lines = append(lines, factLines(t, id, f, width)...)
	}
	return lines
}

func factLines(t theme.Theme, id string, f *deck.Fact, width int) []string {
	head := f.Verdict
	if head == "" {
		head = "from the documentation"
	}
	lines := []string{t.Bold.Render(render.Line(id)) + "  " + verdict(t, f, render.Line(head))}
	for _, p := range []struct{ name, text string }{
		{"where", f.Where}, {"the note", f.Says}, {"what holds", f.Claim}, {"today", f.Now}, {"why", f.Why}, {"in the exam", f.Exam},
	} {
		lines = append(lines, labelled(t, p.name, p.text, width)...)
	}
	return lines
}

// verdict draws how the note was judged, with a sign where it no longer holds.
func verdict(t theme.Theme, f *deck.Fact, text string) string {
	switch f.Verdict {
	case "outdated":
		return t.Changed.Render(t.Symbols.Changed) + " " + text
	case "wrong":
		return t.Wrong.Render(t.Symbols.Wrong) + " " + text
	case "current":
		return t.Right.Render(t.Symbols.Right) + " " + text
	}
	return t.Dim.Render(text)
}

// labelled is a dim label and a text that hangs beside it, nothing when the text
// is empty.
func labelled(t theme.Theme, label, text string, width int) []string {
	const wide = 13
	text = render.Line(text)
	if text == "" || text == "none" {
		return nil
	}
	if width < 60 {
		return append([]string{t.Dim.Render(label)}, Hang("  ", Wrap(text, width-2))...)
	}
	pad := label + "             "[min(len(label), wide):]
	return Hang(t.Dim.Render(pad), Wrap(text, width-wide))
}
