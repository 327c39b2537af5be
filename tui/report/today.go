package report

import (
	"fmt"

	"dva/srs/stats"
	"dva/tui/part"
)

// bars is how many cells a bar beside a table has.
func (p *page) bars() int {
	if p.width >= wide {
		return 24
	}
	return 10
}

// bar is n of whole as a bar.
func (p *page) bar(n, whole int) string {
	return part.Bar(*p.cfg.Theme, float64(n)/float64(max(whole, 1)), p.bars())
}

func (s *Screen) todayLines() []string {
	p, f := &page{Screen: s}, s.figures
	if f.Reviews.Total == 0 {
		p.say("Nothing has been answered yet. Go back and press r for the first review; from then on this page says how it goes.")
		p.deck()
		return p.lines
	}
	p.head("Today", "")
	p.say("%s", answered(f.Today))
	p.say("%s", recalled(f.Today))
	p.say("%s", left(f.Forecast))
	p.say("%s", streak(f.StreakDays))
	p.grades()
	p.periods()
	p.deck()
	return p.lines
}

// streak says how many days there were in a row. A row that is over is not held
// against anybody.
func streak(days int) string {
	if days == 0 {
		return "The next answer begins a new row of days."
	}
	return "Studied on " + part.Count(days, "day") + " in a row; one missed day in seven is forgiven."
}

func answered(t stats.Period) string {
	if t.Reviews == 0 {
		return "Nothing has been answered today."
	}
	begun := "none"
	if t.New > 0 {
		begun = part.Number(t.New)
	}
	return fmt.Sprintf("%s in %s, %s for the first time.", part.Count(t.Reviews, "answer"), lasting(t.Seconds), begun)
}

func recalled(t stats.Period) string {
	if t.Due == 0 {
		return "No card on review came up."
	}
	return fmt.Sprintf("%d of %s on review recalled: %s.", t.Recalled, part.Count(t.Due, "card"), percent(t.Retention))
}

func left(f stats.Forecast) string {
	if f.Days[0].Due == 0 {
		return "Nothing more is due today."
	}
	text := part.Number(f.Days[0].Due) + " due today"
	if f.Overdue > 0 {
		text += ", " + part.Number(f.Overdue) + " of them since before"
	}
	return text + "."
}

// grades are today's, of 30 days and of all time.
func (p *page) grades() {
	t, month, all := p.figures.Today, p.figures.Periods[1], p.figures.Reviews
	p.head("Grades", "the bar is of 30 days")
	line := func(name string, of func(stats.ByGrade) int) row {
		n := of(month.ByGrade)
		return row{[]string{
			name, part.Number(of(t.ByGrade)), part.Number(n), share(n, month.Reviews),
			part.Number(of(all.ByGrade)), share(of(all.ByGrade), all.Total),
		}, p.bar(n, month.Reviews)}
	}
	rows := []row{
		line("again", func(g stats.ByGrade) int { return g.Again }),
		line("hard", func(g stats.ByGrade) int { return g.Hard }),
		line("good", func(g stats.ByGrade) int { return g.Good }),
		line("easy", func(g stats.ByGrade) int { return g.Easy }),
	}
	if p.width < wide {
		for i := range rows {
			rows[i].cells, rows[i].tail = rows[i].cells[:4], ""
		}
		p.table(row{cells: []string{"", "today", "30 days", ""}}, rows)
		return
	}
	p.table(row{cells: []string{"", "today", "30 days", "", "ever", ""}}, rows)
}

// share is n of whole in percent.
func share(n, of int) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprintf("%d %%", whole(float64(n)/float64(of)))
}

// periods are what was done lately.
func (p *page) periods() {
	p.head("Lately", "")
	head := row{cells: []string{"last", "studied", "answers", "minutes", "new"}}
	var rows []row
	for _, d := range p.figures.Periods {
		rows = append(rows, row{[]string{
			part.Count(d.Days, "day"), part.Number(d.Studied), part.Number(d.Reviews), part.Number(minutes(d.Seconds)), part.Number(d.New),
		}, p.pace(d)})
	}
	if p.width < wide {
		for i := range rows {
			rows[i].cells = rows[i].cells[:4]
		}
		head.cells = head.cells[:4]
	}
	p.table(head, rows)
}

// pace is what a period comes to on each day that was studied.
func (p *page) pace(d stats.Period) string {
	if d.Studied == 0 || p.width < wide {
		return ""
	}
	return p.cfg.Theme.Dim.Render(fmt.Sprintf("%d answers, %d min a day studied", (d.Reviews+d.Studied/2)/d.Studied, minutes(d.Seconds/d.Studied)))
}

// deck is what the deck holds, by how far it is learned.
func (p *page) deck() {
	n := p.figures.Items
	all := n.Cards + n.Questions
	p.head("The deck", part.Count(n.Cards, "card")+", "+part.Count(n.Questions, "question"))
	var rows []row
	for _, of := range []struct {
		name string
		n    int
	}{{"new", n.New}, {"learning", n.Learning}, {"young", n.Young}, {"mature", n.Mature}, {"suspended", n.Suspended}} {
		rows = append(rows, row{[]string{of.name, part.Number(of.n), share(of.n, all)}, p.bar(of.n, all)})
	}
	p.table(row{}, rows)
	p.aside("Mature cards come back after three weeks or more.")
}
