package paper

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"dva/tui/keys"
	"dva/tui/part"
)

// filter says which questions the grid shows.
type filter uint8

const (
	every filter = iota
	flagged
	blank
	filters
)

// grid is all questions at a glance.
type grid struct {
	filter filter
	at     int  // the question that has the pointer, of the paper
	typed  int  // a number being typed
	last   bool // it was opened by going on from the last question
}

// cell is the width of one question in the grid: pointer, number, two signs and a
// space.
const cell = len(">17 +! ")

func (s *Screen) openGrid(last bool) {
	s.panel, s.grid = all, grid{at: s.sheet.item, last: last}
	s.layout()
}

// shown are the questions that the filter lets through.
func (s *Screen) shown() []int {
	var out []int
	for i, a := range s.state.Answers {
		if s.grid.filter == every || s.grid.filter == flagged && a.Flagged || s.grid.filter == blank && len(a.Picked) == 0 {
			out = append(out, i)
		}
	}
	return out
}

func (s *Screen) columns() int { return max(min((s.width+1)/cell, 10), 1) }

func (s *Screen) pressGrid(msg tea.KeyMsg) tea.Cmd {
	k, typed := s.keys, s.grid.typed
	s.grid.typed = 0
	switch name := msg.String(); {
	case key.Matches(msg, k.Close):
		s.close()
		return nil
	case key.Matches(msg, k.Finish):
		s.askFinish()
		return nil
	case key.Matches(msg, k.Filter):
		s.grid.filter = (s.grid.filter + 1) % filters
		s.nearest()
	case key.Matches(msg, k.There):
		return s.enterGrid()
	case len(name) == 1 && name[0] >= '0' && name[0] <= '9':
		s.jump(typed, int(name[0]-'0'))
	case s.moveGrid(msg):
	case s.page.Update(msg, k.Scroll):
		return nil
	default:
		s.say(keys.Unused(msg))
	}
	s.layout()
	return nil
}

func (s *Screen) enterGrid() tea.Cmd {
	switch i := s.grid.at; {
	case !slices.Contains(s.shown(), i):
		s.say("there is no question here; tab shows others")
		return nil
	case i == s.sheet.item:
		s.close()
		return nil
	default:
		return s.goTo(i)
	}
}

// moveGrid moves among the questions shown, and says whether msg was an arrow.
func (s *Screen) moveGrid(msg tea.KeyMsg) bool {
	shown, step := s.shown(), 0
	switch msg.String() {
	case "left", "h":
		step = -1
	case "right", "l":
		step = 1
	case "up", "k":
		step = -s.columns()
	case "down", "j":
		step = s.columns()
	default:
		return false
	}
	at := slices.Index(shown, s.grid.at)
	if to := at + step; at >= 0 && to >= 0 && to < len(shown) {
		s.grid.at = shown[to]
	} else if step > 1 && at/step < (len(shown)-1)/step {
		s.grid.at = shown[len(shown)-1] // down into a last row that is shorter
	}
	return true
}

// jump goes to the question whose number is being typed.
func (s *Screen) jump(typed, digit int) {
	n := typed*10 + digit
	if n > len(s.state.Paper.Items) {
		n = digit
	}
	s.grid.typed = n
	switch {
	case n == 0:
		s.say(fmt.Sprintf("the questions are 1 to %d", len(s.state.Paper.Items)))
	case !slices.Contains(s.shown(), n-1):
		s.say(fmt.Sprintf("question %d is not among those shown; tab shows others", n))
	default:
		s.grid.at = n - 1
	}
}

// nearest keeps the pointer on a question that is shown: the same or the next,
// after the last the first.
func (s *Screen) nearest() {
	shown := s.shown()
	if len(shown) == 0 || slices.Contains(shown, s.grid.at) {
		return
	}
	i, _ := slices.BinarySearch(shown, s.grid.at)
	s.grid.at = shown[i%len(shown)]
}

// gridLines are the grid, what its signs mean, and the line of the pointer.
func (s *Screen) gridLines() (lines []string, from, to int) {
	th := s.cfg.Theme
	if s.grid.last {
		lines = append(lines, part.Wrap("That was the last question: S finishes.", s.width)...)
	}
	lines = append(lines, part.Styled(th.Dim.Render, part.Wrap(s.counts(), s.width))...)
	if s.height >= roomy {
		lines = append(lines, "")
	}
	shown := s.shown()
	for i := 0; i < len(shown); i += s.columns() {
		row := shown[i:min(i+s.columns(), len(shown))]
		if slices.Contains(row, s.grid.at) {
			from, to = len(lines), len(lines)+1
		}
		cells := make([]string, len(row))
		for n, item := range row {
			cells[n] = s.cell(item)
		}
		lines = append(lines, strings.Join(cells, " "))
	}
	if len(shown) == 0 {
		lines = append(lines, [...]string{flagged: "No question is flagged.", blank: "No question is blank."}[s.grid.filter])
	}
	if s.height >= roomy {
		lines = append(lines, "")
	}
	return append(lines, part.Styled(th.Dim.Render, s.legend())...), from, to
}

// cell is one question: where the pointer and the learner are, its number, whether
// it has an answer and a flag.
func (s *Screen) cell(i int) string {
	th, a := s.cfg.Theme, s.state.Answers[i]
	lead, number := " ", th.Plain
	switch {
	case i == s.grid.at:
		lead, number = th.Symbols.Pointer, th.Active
	case i == s.sheet.item:
		lead = th.Symbols.Here
	}
	sign := th.Symbols.Right
	switch {
	case len(a.Picked) == 0:
		sign = th.Dim.Render(th.Symbols.Dot)
	case s.miscount(i) != "":
		sign = th.Changed.Render("?")
	}
	flag := " "
	if a.Flagged {
		flag = th.Symbols.Flag
	}
	return th.Active.Render(lead) + number.Render(fmt.Sprintf("%2d", i+1)) + " " + sign + flag
}

// legend says what the signs mean, as many to a line as fit.
func (s *Screen) legend() []string {
	y := s.cfg.Theme.Symbols
	parts := []string{y.Right + " answered", y.Dot + " blank", y.Flag + " flagged", y.Here + " where you are"}
	if len(s.state.Short()) > 0 {
		parts = append(parts, "? wrong number of choices")
	}
	lines := parts[:1:1]
	for _, p := range parts[1:] {
		last := len(lines) - 1
		if more := lines[last] + "   " + p; ansi.StringWidth(more) <= s.width {
			lines[last] = more
		} else {
			lines = append(lines, p)
		}
	}
	return lines
}

// counts says in words what the grid shows.
func (s *Screen) counts() string {
	st := s.state
	text := fmt.Sprintf("%d answered, %d blank, %d flagged", st.Answered(), len(st.Blank()), st.Flagged())
	if whole := "All questions: " + text; len(whole) <= s.width {
		text = whole
	}
	switch s.grid.filter {
	case flagged:
		text = fmt.Sprintf("Only flagged: %d of %d", st.Flagged(), len(st.Answers))
	case blank:
		text = fmt.Sprintf("Only blank: %d of %d", len(st.Blank()), len(st.Answers))
	}
	return text
}
