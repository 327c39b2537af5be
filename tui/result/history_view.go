package result

import (
	"fmt"
	"strings"

	"dva/deck/exam"
	"dva/tui/part"
)

// View is the whole page.
func (s *History) View() string {
	lines := []string{part.Header(*s.cfg.Theme, s.Title(), "", s.width)}
	if s.height >= roomy {
		lines = append(lines, "")
	}
	switch {
	case s.problem != "":
		lines = append(lines, "Enter tries again.")
	case !s.loaded:
		lines = append(lines, s.cfg.Theme.Dim.Render("reading"))
	default:
		lines = append(append(lines, s.body.View(*s.cfg.Theme)...), s.foot()...)
	}
	return strings.Join(part.Fit(lines, s.width, s.height), "\n")
}

func (s *History) layout() {
	h := s.height - 1 - len(s.foot())
	if s.height >= roomy {
		h--
	}
	s.body.SetSize(s.width, max(h, 0))
	at := s.body.Offset()
	s.body.SetLines(s.lines(), at)
	s.body.To(part.InSight(at, s.at, s.at+1, s.body.Room()))
}

func (s *History) lines() []string {
	if len(s.exams) == 0 {
		return part.Wrap("No exam has been sat yet. Home begins one with e: a sprint is ten questions and takes 20 minutes.", s.width)
	}
	lines := make([]string, len(s.exams))
	for i, e := range s.exams {
		lines[i] = s.line(i, e)
	}
	return lines
}

// line is one exam. One without a result is dim, and says so.
func (s *History) line(i int, e exam.Listing) string {
	th := s.cfg.Theme
	pointer, style := "  ", th.Plain
	switch {
	case i == s.at:
		pointer, style = th.Active.Render(th.Symbols.Pointer+" "), th.Active
	case e.Run.Status != exam.Finished:
		style = th.Dim
	}
	day := e.Run.Started.In(s.cfg.Now().Location())
	when := day.Format("_2 Jan")
	if s.width >= 50 {
		when = day.Format("_2 Jan 2006, 15:04")
	}
	return pointer + style.Render(fmt.Sprintf("%s  %-6s  %s", when, e.Length, s.outcome(e)))
}

func (s *History) outcome(e exam.Listing) string {
	switch e.Run.Status {
	case exam.Abandoned:
		return "given up"
	case exam.Open:
		return fmt.Sprintf("open, %d of %d", e.Answered, e.Asked)
	}
	in := exam.Interval80(e.Right, e.Scored)
	text := fmt.Sprintf("%2d of %2d  %2d-%d %%", e.Right, e.Scored, percent(in.Low), percent(in.High))
	if s.width >= 50 && !e.Run.Timed() {
		text += "  paused"
	}
	return text
}

// foot says more of the exam with the pointer, and what may be said of the newest
// two.
func (s *History) foot() []string {
	if len(s.exams) == 0 {
		return nil
	}
	text := s.more(s.exams[s.at])
	if c := compare(s.exams); c != "" && s.height >= roomy {
		text += "\n" + c
	}
	var lines []string
	for _, p := range strings.Split(text, "\n") {
		lines = append(lines, part.Styled(s.cfg.Theme.Dim.Render, part.Wrap(p, s.width))...)
	}
	return append([]string{s.cfg.Theme.Rule(s.width)}, lines...)
}

// more says in a sentence what a line has no room for.
func (s *History) more(e exam.Listing) string {
	timed := "timed"
	if !e.Run.Timed() {
		timed = "paused, so not timed"
	}
	fresh := fmt.Sprintf("%d %% new to you", 100*e.Fresh/max(e.Asked, 1))
	switch e.Run.Status {
	case exam.Abandoned:
		return fmt.Sprintf("Given up with %d of %d answered.", e.Answered, e.Asked)
	case exam.Open:
		return fmt.Sprintf("Not finished: %s left. Enter goes on.", long(e.Limit-e.Run.Used))
	}
	return fmt.Sprintf("%d of all %d right, %s, %s, %s used.", e.RightAsked, e.Asked, timed, fresh, long(e.Run.Used))
}

// chance is how many points two exams of one learner differ by chance alone.
const chance = 15

// compare says whether the newest two full exams differ by more than chance makes.
func compare(exams []exam.Listing) string {
	var share []int
	for _, e := range exams {
		if e.Run.Status == exam.Finished && e.Length == exam.Full {
			share = append(share, percent(float64(e.Right)/float64(max(e.Scored, 1))))
		}
	}
	if len(share) < 2 {
		return ""
	}
	switch by := share[0] - share[1]; {
	case by >= chance:
		return fmt.Sprintf("The newest full exam is %d points above the one before: more than chance makes likely.", by)
	case by <= -chance:
		return fmt.Sprintf("The newest full exam is %d points below the one before: more than chance makes likely.", -by)
	}
	return fmt.Sprintf("The newest two full exams are %s apart; up to %d are chance.", part.Count(max(share[0]-share[1], share[1]-share[0]), "point"), chance)
}
