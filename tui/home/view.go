package home

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dva/deck/exam"
	"dva/srs/plan"
	"dva/tui/part"
	"dva/tui/ui"
)

// item is one line of the menu.
type item struct {
	label, detail, key string
	place              ui.Place
}

// menu is what can be done now, the most useful first. Until the day is known
// it is Review alone; the rest then appears below it and nothing moves.
func (s *Screen) menu() []item {
	t := s.today.Plan
	menu := []item{{"Review", s.reviewDetail(), "r", ui.Review}}
	if !s.loaded && s.problem == "" {
		return menu
	}
	if s.today.Open != nil {
		menu = slices.Insert(menu, 0, item{"Go on with the exam", s.openExam(), "e", ui.Resume})
	}
	if t.Spare > 0 {
		order := "weakest first"
		if t.ExamIn >= 0 {
			order = "weakest on the exam day first"
		}
		menu = append(menu, item{"More", part.Count(t.Spare, "card") + ", " + order, "m", ui.More})
	}
	menu = append(menu, item{"Drill", s.weakest(), "d", ui.Drill})
	if s.today.Open == nil {
		menu = append(menu, item{"Mock exam", s.lastExam(), "e", ui.Paper})
	}
	if s.today.Sat > 0 {
		menu = append(menu, item{"Past exams", part.Count(s.today.Sat, "exam"), "p", ui.Exams})
	}
	menu = append(menu,
		item{"Statistics", s.retention(), "s", ui.Statistics},
		item{"Browse", s.all(), "b", ui.Browse})
	if s.today.Faults > 0 {
		menu = append(menu, item{"Your decks", part.Count(s.today.Faults, "problem") + " in them", "!", ui.Faults})
	}
	if s.loaded && t.ExamIn < 0 {
		menu = append(menu, item{"When is your exam?", "paces new cards toward it", "w", ui.ExamDate})
	}
	return append(menu,
		item{"Settings", "", ",", ui.Settings},
		item{"Guide", "keys, and how this works", "?", ui.Guide})
}

// weakest names the services that a drill would serve most.
func (s *Screen) weakest() string {
	if len(s.details.Weakest) == 0 {
		return "one service, or what you missed"
	}
	return "weakest: " + strings.Join(s.details.Weakest, ", ")
}

func (s *Screen) retention() string {
	if s.details.Retention == nil {
		return ""
	}
	return fmt.Sprintf("true retention %.0f %%, 30 days", *s.details.Retention*100)
}

func (s *Screen) all() string {
	if s.today.Cards+s.today.Questions == 0 {
		return ""
	}
	return part.Count(s.today.Cards, "card") + ", " + part.Count(s.today.Questions, "question")
}

func (s *Screen) reviewDetail() string {
	t := s.today.Plan
	switch {
	case !s.loaded:
		return ""
	case t.Due+t.New > 0:
		return counts(t, ", ")
	default:
		return "nothing due"
	}
}

// openExam is how far the exam is that is not finished.
func (s *Screen) openExam() string {
	e := s.today.Open
	return fmt.Sprintf("%d of %d answered, %s left", e.Answered, e.Asked, part.Clock(e.Limit-e.Run.Used))
}

// lastExam is how the last exam went, or what one is.
func (s *Screen) lastExam() string {
	e := s.today.Last
	if e == nil {
		return "timed, as the real one"
	}
	in := exam.Interval80(e.Right, e.Scored)
	now := s.cfg.Now()
	return fmt.Sprintf("%d of %d %s, between %.0f and %.0f %%", e.Right, e.Scored, part.Ago(now, e.Run.Ended.In(now.Location())), in.Low*100, in.High*100)
}

// first says that this learner has not answered anything yet.
func (s *Screen) first() bool {
	return s.today.Plan.Due == 0 && s.today.Plan.Done == 0 && s.today.Plan.NextDue.IsZero()
}

// View is the whole page. Where room is short, the week goes first, then blank
// lines, then the reasons.
func (s *Screen) View() string {
	lines := []string{s.header(), ""}
	menu, week := s.menuLines(), s.week()
	why := s.why(max(s.height-len(lines)-1-1-len(menu), 1)) // beside the numbers and a blank line
	lines = append(lines, s.numbers())
	lines = append(lines, why...)
	lines = append(lines, "")
	at := len(lines)
	lines = append(lines, menu...)
	if len(week) > 0 && len(lines)+1+len(week) <= s.height {
		lines = append(lines, "")
		lines = append(lines, week...)
	}
	if over := len(lines) - s.height; over > 0 { // keep the pointer in sight
		cut := min(over, max(0, at+s.cursor-s.height+1))
		lines = append(lines[:1:1], lines[1+cut:]...)
	}
	return strings.Join(part.Fit(lines, s.width, s.height), "\n")
}

func (s *Screen) header() string {
	right := s.today.Exam
	switch n := s.today.Plan.ExamIn; {
	case right == "" || n < 0:
	case n == 0:
		right += " today"
	case n == 1:
		right += " tomorrow"
	default:
		right += " in " + part.Count(n, "day")
	}
	return part.Header(*s.cfg.Theme, "dva", right, s.width)
}

// numbers is the line that says what today holds.
func (s *Screen) numbers() string {
	t, th := s.today.Plan, s.cfg.Theme
	dot := " " + th.Symbols.Dot + " "
	switch {
	case !s.loaded:
		return ""
	case t.Due+t.New > 0:
		text := counts(t, dot)
		if t.Minutes > 0 {
			text += dot + "about " + part.Count(t.Minutes, "minute")
		}
		if t.PutOff > 0 && ansi.StringWidth(text) < s.width-16 {
			text += dot + part.Number(t.PutOff) + " put off"
		}
		return th.Bold.Render(text)
	default:
		first, _ := s.reasons()
		return th.Bold.Render(ansi.Truncate(first, s.width, th.Symbols.Ellipsis))
	}
}

// reasons are the plan's sentences: what stands in place of the numbers, which is
// the first one when there are none, and the rest.
func (s *Screen) reasons() (first, rest string) {
	t := s.today.Plan
	if t.Due+t.New > 0 {
		return "", t.Why
	}
	first, rest, _ = strings.Cut(t.Why, ". ")
	if first == "" {
		return "Nothing is due today.", s.next()
	}
	return strings.TrimSuffix(first, ".") + ".", s.next() + rest
}

// next says when the next card comes back.
func (s *Screen) next() string {
	t := s.today.Plan
	if t.NextDue.IsZero() {
		return ""
	}
	now := s.cfg.Now()
	return "The next card comes back " + part.In(now, t.NextDue.In(now.Location())) + ". "
}

// counts says what is due and new, without what there is none of.
func counts(t plan.Today, between string) string {
	var parts []string
	if t.Due > 0 {
		parts = append(parts, part.Number(t.Due)+" due")
	}
	if t.New > 0 {
		parts = append(parts, part.Number(t.New)+" new")
	}
	return strings.Join(parts, between)
}

// why is the rest of what today holds, in sentences, in at most room lines. Room
// for a usual text is kept before it is known, so that the menu stands where it
// is when it comes.
func (s *Screen) why(room int) []string {
	kept := 2
	if s.width < 60 {
		kept = 3
	}
	var lines []string
	if s.loaded {
		_, rest := s.reasons()
		lines = part.Wrap(strings.TrimSpace(rest), s.width)
	}
	if len(lines) > room {
		lines = lines[:room]
		lines[room-1] = ansi.Truncate(lines[room-1], s.width-1, "") + s.cfg.Theme.Symbols.Ellipsis
	}
	if !s.first() {
		lines = part.Styled(s.cfg.Theme.Dim.Render, lines)
	}
	for len(lines) < min(kept, room) {
		lines = append(lines, "")
	}
	return lines
}

func (s *Screen) menuLines() []string {
	th := s.cfg.Theme
	menu := s.menu()
	wide := 14
	for _, it := range menu {
		wide = max(wide, len(it.label))
	}
	lines := make([]string, len(menu))
	for i, it := range menu {
		pointer, label := "  ", th.Plain
		if i == s.cursor {
			pointer, label = th.Symbols.Pointer+" ", th.Active
		}
		left := th.Active.Render(pointer) + label.Render(it.label)
		gap := strings.Repeat(" ", wide-len(it.label)+2)
		detail := fitting(it.detail, s.width-wide-4-3)
		room := max(s.width-wide-4-ansi.StringWidth(detail)-len(it.key), 0)
		lines[i] = left + gap + th.Dim.Render(detail) + strings.Repeat(" ", room) + th.Key.Render(it.key)
	}
	return lines
}

// fitting is as much of a detail as fits: all of it, or its first part, or none.
func fitting(detail string, room int) string {
	first, _, _ := strings.Cut(detail, ", ") // a comma alone may stand in a number
	switch {
	case ansi.StringWidth(detail) <= room:
		return detail
	case ansi.StringWidth(first) <= room:
		return first
	}
	return ""
}

// week shows the last days and what was done today.
func (s *Screen) week() []string {
	t, th := s.today.Plan, s.cfg.Theme
	var lines []string
	if len(s.today.Days) > 0 {
		top, on := 0, 0
		for _, n := range s.today.Days {
			top = max(top, n)
			if n > 0 {
				on++
			}
		}
		bars := make([]string, len(s.today.Days))
		for i, n := range s.today.Days {
			bars[i] = th.Symbols.Bar(n, top)
		}
		lines = append(lines, th.Dim.Render(fmt.Sprintf("Last %d days   ", len(s.today.Days)))+strings.Join(bars, " ")+
			th.Dim.Render(fmt.Sprintf("   studied on %d of %d", on, len(s.today.Days))))
	}
	if t.Done > 0 {
		lines = append(lines, th.Dim.Render("Today         "+part.Count(t.Done, "answer")+" in "+part.Minutes(t.Took.Round(time.Second))))
	}
	return lines
}
