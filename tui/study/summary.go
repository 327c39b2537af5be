package study

import (
	"fmt"
	"math"
	"time"

	"dva/srs"
	"dva/srs/review"
	"dva/tui/part"
	"dva/tui/render"
)

// soon is how near the next card must be to be worth waiting for.
const soon = 30 * time.Minute

// summaryLines say what the sitting was and what comes next.
func (s *Screen) summaryLines() []string {
	if s.summary.Done == 0 {
		nothing := "Nothing is due now."
		if s.summary.Moved != nil {
			nothing = "Nothing was drilled."
		}
		return append([]string{s.cfg.Theme.Bold.Render(nothing), ""}, part.Wrap(s.nextStep(), s.width)...)
	}
	var lines []string
	if s.height >= roomy {
		lines = []string{s.cfg.Theme.Bold.Render("Done."), ""}
	}
	for _, row := range s.summaryRows() {
		first := s.cfg.Theme.Dim.Render(fmt.Sprintf("%-10s", row.name)) + "  "
		lines = append(lines, part.Hang(first, part.Wrap(row.text, s.width-wide(first)))...)
	}
	return append(append(lines, ""), part.Wrap(s.nextStep(), s.width)...)
}

type row struct{ name, text string }

func (s *Screen) summaryRows() []row {
	sum := s.summary
	right := int(math.Round(100 * float64(sum.Done-sum.Again) / float64(sum.Done)))
	rows := []row{
		{"answers", fmt.Sprintf("%s in %s", part.Number(sum.Done), part.Minutes(sum.Took))},
		{"known", fmt.Sprintf("%d of %d, %d %%", sum.Done-sum.Again, sum.Done, right)},
		{"grades", s.gradeCounts()},
	}
	rows = append(rows, movedRows(sum.Moved)...)
	if sum.Weakest != "" {
		rows = append(rows, row{"weakest", render.Line(s.cfg.Service(sum.Weakest))})
	}
	return append(rows, row{"tomorrow", part.Count(sum.Tomorrow, "card") + " due"})
}

// movedRows say what a drill changed.
func movedRows(m *review.Moved) (rows []row) {
	if m == nil {
		return nil
	}
	if m.Known > 0 {
		when := "in a week"
		if m.Exam {
			when = "on the exam's day"
		}
		rows = append(rows, row{"moved", fmt.Sprintf("%.0f %% of the %s seen before would be known %s, without this drill %.0f %%",
			100*m.After, part.Count(m.Known, "item"), when, 100*m.Before)})
	}
	if m.New > 0 {
		rows = append(rows, row{"new", part.Number(m.New) + " seen for the first time"})
	}
	return rows
}

func (s *Screen) gradeCounts() string {
	text := ""
	for i, n := range s.summary.ByGrade {
		if i > 0 {
			text += " " + s.cfg.Theme.Symbols.Dot + " "
		}
		text += fmt.Sprintf("%d %s", n, srs.Grades[i])
	}
	return text
}

// nextStep is the one thing to do after this.
func (s *Screen) nextStep() string {
	sum, now := s.summary, s.cfg.Now()
	when := ""
	if !sum.NextDue.IsZero() {
		when = part.In(now, sum.NextDue.In(now.Location()))
	}
	switch {
	case when != "" && sum.NextDue.Sub(now) <= soon:
		return "Next: a card comes back " + when + ". A short walk, then one more round."
	case sum.Done == 0 && when != "":
		return "The next card comes back " + when + ". Home offers more when the day has room."
	case sum.Done == 0:
		return "Home says what the day holds."
	case when != "":
		return "Next: the first card comes back " + when + "."
	}
	return "Next: home offers more when the day has room."
}
