package drill

import (
	"fmt"
	"math"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dva/srs/drill"
	"dva/tui/part"
	"dva/tui/render"
)

const (
	// roomy is the height from which there are blank lines around the list.
	roomy = 14
	// wide is the width from which a row has all its columns.
	wide = 70
	// bar is how many cells a bar has.
	bar = 10
)

// redraw draws every line anew, for another room or look.
func (s *Screen) redraw() {
	s.kept = nil
	s.layout()
}

// layout puts the lines into the room and keeps the pointer in sight, below the
// heading, which stays on top once it is passed.
func (s *Screen) layout() {
	if s.width < 1 {
		return
	}
	lines, pointed := s.lines()
	s.body.Spaced = s.height >= roomy
	s.body.SetSize(s.width, max(s.height-1-s.topHeight()-len(s.foot()), 1))
	s.body.SetLines(lines, s.body.Offset())
	first := pointed // the last line that may be on top
	if s.heading >= 0 && pointed > s.heading {
		first--
	}
	if first <= s.heading && pointed < s.body.Room() { // what is above the table fits too
		first = 0
	}
	s.body.To(max(min(s.body.Offset(), first), pointed-s.body.Room()+1))
	if !s.placed && s.book != nil && s.body.Room()-s.heading <= fewRows {
		s.body.To(s.heading)
	}
	s.placed = s.placed || s.book != nil
}

// topHeight is how many lines stand between the header and the list.
func (s *Screen) topHeight() int {
	if s.height >= roomy {
		return 3
	}
	return 1
}

// lines are all lines of the list, and which has the pointer.
func (s *Screen) lines() (lines []string, pointed int) {
	s.heading = -1
	for i := range s.entries {
		if s.entries[i].row != nil && s.heading < 0 {
			if len(lines) > 0 {
				lines = append(lines, "")
			}
			s.heading = len(lines)
			lines = append(lines, s.headings())
		}
		if i == s.at {
			pointed = len(lines)
			lines = append(lines, s.line(i, true))
			continue
		}
		lines = append(lines, s.drawn(i))
	}
	if len(lines) == 0 && s.book != nil {
		lines = []string{s.cfg.Theme.Dim.Render("  no service is called so")}
	}
	return lines, pointed
}

// drawn is an entry without the pointer, drawn once.
func (s *Screen) drawn(i int) string {
	if s.kept == nil {
		s.kept = map[int]string{}
	}
	line, ok := s.kept[i]
	if !ok {
		line = s.line(i, false)
		s.kept[i] = line
	}
	return line
}

// View is the whole page.
func (s *Screen) View() string {
	th := s.cfg.Theme
	space := s.height >= roomy
	lines := []string{s.header()}
	if space {
		lines = append(lines, "")
	}
	switch {
	case s.book == nil && s.problem == "":
		lines = append(lines, th.Dim.Render("reading what you know"))
	case s.book == nil:
	default:
		lines = append(lines, s.top())
		if space {
			lines = append(lines, "")
		}
		body := s.body.View(*th)
		if s.heading >= 0 && s.body.Offset() > s.heading && len(body) > 0 {
			body[0] = s.headings()
		}
		lines = append(append(lines, body...), s.foot()...)
	}
	return strings.Join(part.Fit(lines, s.width, s.height), "\n")
}

func (s *Screen) header() string {
	th := s.cfg.Theme
	if s.scoping {
		return part.Header(*th, "Drill "+th.Symbols.Pointer+" which part of the exam", "", s.width)
	}
	sorted := "weakness"
	switch s.order {
	case drill.ByWeight:
		sorted = "exam weight"
	case drill.ByName:
		sorted = "name"
	}
	return part.Header(*th, "Drill", "sorted by "+sorted+"   w x n", s.width)
}

// top is the filter, or what was chosen.
func (s *Screen) top() string {
	th := s.cfg.Theme
	switch label := th.Bold.Render("filter") + "  "; {
	case s.input != nil:
		return label + s.input.View(*th, s.width-8)
	case s.filter != "":
		return label + ansi.Truncate(render.Line(s.filter), max(s.width-8, 0), th.Symbols.Ellipsis)
	}
	return th.Dim.Render(ansi.Truncate(s.chosen(), s.width, th.Symbols.Ellipsis))
}

// chosen says what a drill asks now.
func (s *Screen) chosen() string {
	number, order := "all", "weakest first"
	if n := sizes[s.size]; n > 0 {
		number = fmt.Sprint(n)
	}
	if s.wish.InOrder {
		order = "as they come"
	}
	parts := []string{number + " " + s.wish.Kind.String()}
	if s.wish.Skill != "" {
		parts = append(parts, "of "+s.wish.Skill)
	}
	parts = append(parts, order)
	if s.wish.SeenOnly {
		parts = append(parts, "seen before only")
	} else {
		parts = append(parts, "never seen too")
	}
	return strings.Join(parts, " "+s.cfg.Theme.Symbols.Dot+" ")
}

// foot is the whole text of the part of the blueprint with the pointer, in so
// many lines as the longest takes, so that nothing moves.
func (s *Screen) foot() []string {
	if !s.scoping || s.height < roomy {
		return nil
	}
	lines := make([]string, 2)
	if scope := s.entries[s.at].scope; scope != nil {
		copy(lines, part.Styled(s.cfg.Theme.Dim.Render, part.Wrap(render.Line(scope.Name), s.width)))
	}
	return lines
}

// headings are those of the table's columns.
func (s *Screen) headings() string {
	name := "  " + pad("service", s.nameWidth())
	right := fmt.Sprintf("%7s%7s%5s", "seen", "recall", "due")
	if s.width >= wide {
		middle := "recall today"
		if s.order == drill.ByWeight {
			middle = "of the exam"
		}
		right = fmt.Sprintf("%6s%10s%6s  %-18s%4s", "cards", "questions", "seen", middle, "due")
	}
	return s.cfg.Theme.Dim.Render(name + right)
}

// nameWidth is what the columns leave to a service's name.
func (s *Screen) nameWidth() int {
	if s.width >= wide {
		return max(s.width-2-46, 1)
	}
	return max(s.width-2-19, 1)
}

// line draws one entry.
func (s *Screen) line(i int, pointed bool) string {
	th, e := s.cfg.Theme, s.entries[i]
	pointer, label := "  ", th.Plain
	if pointed {
		pointer, label = th.Active.Render(th.Symbols.Pointer)+" ", th.Active
	}
	switch {
	case e.row != nil:
		return pointer + label.Render(s.fit(e.row.Name, s.nameWidth())) + s.columns(e.row)
	case e.scope != nil:
		f := e.scope.Figures
		figures := fmt.Sprintf("%7s%7s", part.Number(s.asked(f)), percent(f))
		room := max(s.width-2-len(figures)-2, 1)
		indent := strings.Repeat("  ", e.scope.Depth)
		return pointer + indent + label.Render(s.fit(e.scope.ID+"  "+e.scope.Name, room-len(indent))) + "  " + th.Dim.Render(figures)
	}
	const column = 26
	return pointer + label.Render(pad(e.label, column)) + "  " + th.Dim.Render(ansi.Truncate(e.detail, max(s.width-column-4, 0), th.Symbols.Ellipsis))
}

// asked is how many items of the kind chosen there are.
func (s *Screen) asked(f drill.Figures) int {
	switch s.wish.Kind {
	case drill.Cards:
		return f.Cards
	case drill.Questions:
		return f.Questions
	}
	return f.Cards + f.Questions
}

// columns are a row's figures.
func (s *Screen) columns(r *drill.Row) string {
	th := s.cfg.Theme
	if s.width < wide {
		return fmt.Sprintf("%7d%7s%5d", r.Seen, percent(r.Figures), r.Due)
	}
	middle := fmt.Sprintf("%5.1f %%", r.Weight)
	if s.order != drill.ByWeight {
		middle = part.Bar(*th, r.Recall, bar) + fmt.Sprintf("%6s", percent(r.Figures))
	}
	return fmt.Sprintf("%6d%10d%6d  ", r.Cards, r.Questions, r.Seen) + pad(middle, 18) + fmt.Sprintf("%4d", r.Due)
}

// percent is the mean recall in words, or that there is none.
func percent(f drill.Figures) string {
	if f.Seen == 0 {
		return "new"
	}
	return fmt.Sprintf("%d %%", int(math.Round(100*f.Recall)))
}

// fit is a text in exactly so many cells.
func (s *Screen) fit(text string, cells int) string {
	return pad(ansi.Truncate(render.Line(text), cells, s.cfg.Theme.Symbols.Ellipsis), cells)
}

func pad(text string, cells int) string {
	return text + strings.Repeat(" ", max(cells-ansi.StringWidth(text), 0))
}
