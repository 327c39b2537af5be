package report

import (
	"fmt"
	"slices"
	"time"

	"dva/srs/stats"
	"dva/tui/part"
)

// passing is the share of right answers that is taken to pass the real exam.
const passing = 0.7

func (s *Screen) examLines() []string {
	p := &page{Screen: s}
	list := s.figures.Exams
	if len(list) == 0 {
		p.say("No mock exam has been finished yet. Home begins one with e: a sprint is ten questions and takes 20 minutes.")
		return p.lines
	}
	p.head("Mock exams", "newest first")
	axis := part.Axis{From: 0.2, To: 1, Cells: 32}
	var rows []row
	for _, e := range slices.Backward(list) {
		r := row{cells: []string{p.finished(e), e.Length, fmt.Sprintf("%d of %d", e.Right, e.Scored), fmt.Sprintf("%d %%", e.Points()), between(e.Low, e.High)}}
		if p.width >= wide {
			r.tail = axis.Span(*p.cfg.Theme, value(e.Low), float64(e.Right)/float64(max(e.Scored, 1)), value(e.High), passing)
		} else {
			r.cells = []string{r.cells[0], r.cells[1], r.cells[3], r.cells[4]}
		}
		rows = append(rows, r)
	}
	if p.width >= wide {
		p.table(row{cells: []string{"", "", "right", "", "80 %"}, tail: fmt.Sprintf("%-*s%s", axis.Cells-len("100 %"), "20", "100 %")}, rows)
		p.aside("%s right, %s between where it lies with 80 %% confidence, %s about 70 %%, which is our reading of what passes.",
			p.cfg.Theme.Symbols.Here, p.cfg.Theme.Symbols.Rule, part.Mark(*p.cfg.Theme))
	} else {
		p.table(row{cells: []string{"", "", "right", "80 %"}}, rows)
	}
	p.add("")
	p.say("%s", compared(s.figures.Trend))
	return p.lines
}

// finished is the day of an exam in the learner's zone.
func (p *page) finished(e stats.Exam) string {
	t, err := time.Parse(time.RFC3339, e.Finished)
	if err != nil {
		return e.Finished
	}
	if p.width < wide {
		return t.In(p.cfg.Now().Location()).Format("_2 Jan")
	}
	return t.In(p.cfg.Now().Location()).Format("_2 Jan 2006")
}

// compared says whether the newest two full exams differ by more than chance
// makes: less is not called better or worse.
func compared(t *stats.Trend) string {
	switch {
	case t == nil:
		return "Two full exams are needed before they can be compared; shorter ones say too little."
	case !t.Real:
		return fmt.Sprintf("The newest two full exams are %s apart; less than %d may be chance, so it is neither better nor worse.", part.Count(max(t.Points, -t.Points), "point"), stats.Chance)
	case t.Points > 0:
		return fmt.Sprintf("The newest full exam is %d points above the one before: more than chance makes likely.", t.Points)
	}
	return fmt.Sprintf("The newest full exam is %d points below the one before: more than chance makes likely.", -t.Points)
}
