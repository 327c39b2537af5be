package result

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dva/deck/exam"
	"dva/tui/part"
	"dva/tui/render"
	"dva/tui/ui"
)

// list are the items being read.
func (s *Screen) list() []int { return s.exam.lists[s.filter] }

// item is the index of the one on the screen.
func (s *Screen) item() int { return s.list()[s.at] }

// read begins to read the questions of the filter with the pointer.
func (s *Screen) read() {
	if len(s.list()) == 0 {
		s.say(none[s.filter])
		return
	}
	s.stage = reading
	s.turn(0)
}

// turn shows a page of the list.
func (s *Screen) turn(to int) {
	s.at, s.linked = to, false
	s.body.SetLines(nil, 0)
	s.layout()
}

// step goes to the next page or the one before.
func (s *Screen) step(by int) {
	switch to := s.at + by; {
	case to < 0:
		s.say("this is the first of them")
	case to >= len(s.list()):
		s.say("this is the last of them; tab shows others, esc goes back")
	default:
		s.turn(to)
	}
}

// refilter goes to the next filter that lets something through, and stays on the
// question when that is among them.
func (s *Screen) refilter() {
	item := s.item()
	for {
		s.filter = (s.filter + 1) % filters
		if len(s.list()) > 0 {
			break
		}
	}
	if at := slices.Index(s.list(), item); at >= 0 {
		s.at = at
		return
	}
	s.turn(0)
}

func (s *Screen) doc() part.Doc {
	q := s.exam.Paper.Items[s.item()].Question
	return part.Doc{URL: q.Doc, Checked: q.Checked}
}

// openDoc shows the page's address in full and copies it.
func (s *Screen) openDoc() {
	status, ok := s.doc().Open(*s.cfg.Theme, "question")
	if ok {
		s.linked = true
		s.layout()
		s.body.End()
	}
	s.status = status
}

// readLines are one question with all that is to be said about it.
func (s *Screen) readLines() []string {
	th, i := s.cfg.Theme, s.item()
	it := s.exam.Paper.Items[i]
	q, choices := it.Question, s.choices(it, s.exam.Answers[i].Picked)
	lines := slices.Clone(s.cfg.Render.Markdown(part.Stem(q.Stem, q.Correct()), s.width))
	lines = append(lines, th.Rule(s.width))
	lines = append(lines, part.Verdict(*th, choices, s.width)...)
	lines = append(lines, part.Reasons(*th, s.cfg.Render, choices, s.width)...)
	lines = append(lines, "")
	for _, r := range s.about(i) {
		first := th.Dim.Render(fmt.Sprintf("%-8s", r.name)) + "  "
		lines = append(lines, part.Hang(first, part.Wrap(r.text, s.width-ansi.StringWidth(first)))...)
	}
	if note := s.since(it); note != "" {
		first := th.Changed.Render(th.Symbols.Changed) + " "
		lines = append(append(lines, ""), part.Hang(first, part.Wrap(note, s.width-ansi.StringWidth(first)))...)
	}
	return append(append(lines, ""), s.doc().Lines(*th, s.width, s.linked)...)
}

// choices are an item's choices in the order shown.
func (s *Screen) choices(it exam.Item, picked []int) []part.Choice {
	out := make([]part.Choice, len(it.Order))
	for place, i := range it.Order {
		c := it.Question.Choices[i]
		out[place] = part.Choice{Text: c.Text, Why: c.Why, Correct: c.Correct, Picked: slices.Contains(picked, i)}
	}
	return out
}

// about are the facts of one answer.
func (s *Screen) about(i int) []row {
	it, a, o := s.exam.Paper.Items[i], s.exam.Answers[i], s.exam.score.Outcomes[i]
	spent := short(a.Spent)
	switch {
	case !a.Visited:
		spent = "never on the screen"
	case o.Rushed:
		spent += ", rushed"
	case o.Slow:
		spent += ", one of the slowest"
	}
	rows := []row{{"time", spent}}
	if text := changed(it, a, o); text != "" {
		rows = append(rows, row{"changed", text})
	}
	if a.Flagged {
		rows = append(rows, row{"flagged", "you wanted to come back to it"})
	}
	if o.Hits > 0 && !o.Right {
		rows = append(rows, row{"part", fmt.Sprintf("%d of %d right ones chosen; a part counts nothing", o.Hits, it.Question.Correct())})
	}
	counted := "scored, in " + s.domain(it.Domain)
	if !it.Scored {
		counted = "not scored, as some questions of the real exam are not; in " + s.domain(it.Domain)
	}
	if !it.Fresh {
		counted += "; you had seen it before"
	}
	rows = append(rows, row{"counts", counted})
	if cards := it.Question.Cards; len(cards) > 0 {
		rows = append(rows, row{"learn it", render.Line(strings.Join(cards, ", "))})
	}
	return rows
}

// domain is the name of the domain with this id.
func (s *Screen) domain(id string) string {
	for _, d := range s.exam.Paper.Domains {
		if d.ID == id {
			return render.Line(d.Name)
		}
	}
	return id
}

// changed says what the first answer was, when it was another.
func changed(it exam.Item, a exam.Answer, o exam.Outcome) string {
	if o.Turned == exam.Kept {
		return ""
	}
	var places []int
	for place, i := range it.Order {
		if slices.Contains(a.First, i) {
			places = append(places, place)
		}
	}
	how := map[exam.Turned]string{exam.ToRight: "from wrong to right", exam.ToWrong: "from right to wrong", exam.Elsewhere: "from wrong to wrong"}
	return "first " + part.Letters(places) + ", " + how[o.Turned]
}

// since says that the deck no longer has the question as it was asked.
func (s *Screen) since(it exam.Item) string {
	switch hash, ok := s.cfg.Hash(it.ID); {
	case !ok:
		return "This question has left the deck since."
	case hash != it.Hash:
		return "This question has been reworded since; here it stands as it was asked."
	}
	return ""
}

// study asks the shell for the cards behind the misses.
func (s *Screen) study() (ask ui.OpenMsg, ok bool) {
	if len(s.exam.brought) == 0 {
		s.say("the misses have brought no cards forward")
		return ask, false
	}
	s.leaving = true
	return ui.OpenMsg{Place: ui.Cards, IDs: s.exam.brought}, true
}
