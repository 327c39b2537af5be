package paper

import (
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"dva/deck/exam"
	"dva/tui/keys"
	"dva/tui/part"
)

// stayOptions are the ways to leave an exam; the first leaves nothing.
var stayOptions = []part.Option{
	{Label: "Stay"},
	{Label: "Go on later", Detail: "marked as paused, so it does not count as timed"},
	{Label: "Give up", Detail: "kept as abandoned, without a result"},
}

// openOptions are what can be done when another exam is open.
var openOptions = []part.Option{
	{Label: "Go on with it", Detail: "its clock runs on"},
	{Label: "Give it up", Detail: "kept as abandoned; begin a new one"},
	{Label: "Back"},
}

// ask shows a menu over the question.
func (s *Screen) ask(p panel, options []part.Option) {
	s.panel, s.menu = p, part.Menu{Options: options}
	s.layout()
}

// close goes back to the question.
func (s *Screen) close() {
	s.panel = none
	s.layout()
}

func (s *Screen) pressLeaving(msg tea.KeyMsg) tea.Cmd {
	switch {
	case s.menu.Update(msg, s.keys.Menu):
		s.layout()
	case key.Matches(msg, s.keys.Menu.Choose) && s.menu.At == 1:
		return s.pause()
	case key.Matches(msg, s.keys.Menu.Choose) && s.menu.At == 2:
		return s.giveUp()
	case key.Matches(msg, s.keys.Menu.Choose):
		s.close()
	default:
		s.say(keys.Unused(msg))
	}
	return nil
}

func (s *Screen) leavingLines() (lines []string, from, to int) {
	return s.menuBelow(part.Styled(s.cfg.Theme.Bold.Render, part.Wrap("Leave the exam?", s.width)))
}

// menuBelow is the menu below a text, with an empty line between where there is
// room.
func (s *Screen) menuBelow(text []string) (lines []string, from, to int) {
	if s.height >= roomy {
		text = append(text, "")
	}
	options, from, to := s.menu.Lines(*s.cfg.Theme, s.width)
	return append(text, options...), len(text) + from, len(text) + to
}

func (s *Screen) askFinish() {
	s.panel = finishing
	s.layout()
}

func (s *Screen) pressFinish(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, s.keys.HandIn):
		return s.submit()
	case s.page.Update(msg, s.keys.Scroll):
	default:
		s.say("S or y hands in; esc goes on with the exam")
	}
	return nil
}

// finishLines ask whether to hand in, and name what is open.
func (s *Screen) finishLines() []string {
	st := s.state
	lines := part.Styled(s.cfg.Theme.Bold.Render, part.Wrap("Hand in the exam?", s.width))
	add := func(text string) {
		if s.height >= roomy {
			lines = append(lines, "")
		}
		lines = append(lines, part.Wrap(text, s.width)...)
	}
	if b := st.Blank(); len(b) > 0 {
		add(fmt.Sprintf("%s blank: %s. A blank counts as wrong; a guess may be right.", are(len(b), "question"), numbers(b)))
	} else {
		add("All questions are answered.")
	}
	if w := st.Short(); len(w) > 0 {
		add(fmt.Sprintf("%s a wrong number of choices, which counts as wrong: %s.", have(len(w), "question"), numbers(w)))
	}
	var marked []int
	for i, a := range st.Answers {
		if a.Flagged {
			marked = append(marked, i)
		}
	}
	if len(marked) > 0 {
		add(fmt.Sprintf("%s flagged: %s.", are(len(marked), "question"), numbers(marked)))
	}
	add(capital(words(s.left())) + " left. S or y hands in, esc goes on.")
	return lines
}

func are(n int, thing string) string {
	if n == 1 {
		return "1 " + thing + " is"
	}
	return part.Count(n, thing) + " are"
}

func have(n int, thing string) string {
	if n == 1 {
		return "1 " + thing + " has"
	}
	return part.Count(n, thing) + " have"
}

// words says a time left in hours and minutes.
func words(d time.Duration) string {
	n := int(d / time.Minute)
	switch {
	case n == 0:
		return "less than a minute"
	case n < 60:
		return part.Count(n, "minute")
	case n%60 == 0:
		return part.Count(n/60, "hour")
	}
	return part.Count(n/60, "hour") + " " + part.Count(n%60, "minute")
}

// most is how many groups of numbers a sentence names.
const most = 8

// numbers lists questions by number, neighbours as a range: 3, 5 and 26-65. Of
// many it names the first groups and says how many more there are.
func numbers(items []int) string {
	var groups []string
	left := len(items)
	for i := 0; i < len(items) && len(groups) < most; {
		end := i
		for end+1 < len(items) && items[end+1] == items[end]+1 {
			end++
		}
		if end-i < 2 {
			end = i
			groups = append(groups, fmt.Sprint(items[i]+1))
		} else {
			groups = append(groups, fmt.Sprintf("%d-%d", items[i]+1, items[end]+1))
		}
		left -= end - i + 1
		i = end + 1
	}
	if left > 0 {
		return strings.Join(groups, ", ") + fmt.Sprintf(" and %d more", left)
	}
	return part.And(groups)
}

// askOpen asks what to do with the exam that is open.
func (s *Screen) askOpen() {
	s.stage, s.busy = asking, false
	s.menu = part.Menu{Options: openOptions}
	s.layout()
}

func (s *Screen) pressOpen(msg tea.KeyMsg) tea.Cmd {
	switch {
	case s.menu.Update(msg, s.keys.Menu):
		s.layout()
	case !key.Matches(msg, s.keys.Menu.Choose):
		s.say(keys.Unused(msg))
	case s.menu.At == 0:
		return s.resume()
	case s.menu.At == 1:
		s.busy = true
		return s.giveUpOpenCmd
	default:
		return s.leave()
	}
	return nil
}

func (s *Screen) openLines() (lines []string, from, to int) {
	l := s.open
	text := part.Styled(s.cfg.Theme.Bold.Render, part.Wrap("Another exam is not finished yet.", s.width))
	began := l.Run.Started.In(s.cfg.Now().Location()).Format("Monday, 2 January, 15:04")
	said := fmt.Sprintf("%s of %d questions, begun on %s: %d answered, %s left.",
		capital(formName(l.Length)), l.Asked, began, l.Answered, words(l.Limit-l.Run.Used))
	if !l.Run.Timed() {
		said += " It was paused and does not count as timed."
	}
	return s.menuBelow(append(text, part.Wrap(said, s.width)...))
}

// formName names a form in a sentence.
func formName(l exam.Length) string {
	switch l {
	case exam.Full:
		return "full exam"
	case exam.Half:
		return "half an exam"
	}
	return string(l)
}
