package report

import (
	"fmt"

	"dva/srs/stats"
	"dva/tui/part"
)

func (s *Screen) memoryLines() []string {
	p := &page{Screen: s}
	if s.figures.Reviews.Total == 0 {
		p.say("Nothing has been answered yet. Here you will see what you remember, and whether the program foresees it, once cards come back on review.")
		return p.lines
	}
	p.retention()
	p.calibration()
	p.stability()
	return p.lines
}

// retention is what was recalled, beside what the model predicted of it.
func (p *page) retention() {
	p.head("Cards on review that you recalled", "")
	var rows []row
	for _, d := range p.figures.Periods {
		cells := []string{part.Count(d.Days, "day"), part.Number(d.Due), percent(d.Retention), percent(d.Predicted)}
		if p.width >= wide {
			cells = append(cells, between(d.Low, d.High))
		}
		rows = append(rows, row{cells: cells})
	}
	head := row{cells: []string{"last", "asked", "recalled", "predicted"}}
	if p.width >= wide {
		head.cells = append(head.cells, "recalled with 95 % confidence")
	}
	p.table(head, rows)
	p.say("%s", verdict(p.figures.Periods[2]))
}

// verdict holds what was recalled against what was predicted. Only what lies
// outside the interval counts as a difference.
func verdict(d stats.Period) string {
	if d.Retention == nil || d.Predicted == nil {
		return fmt.Sprintf("No card on review came up in %d days, so there is nothing to compare yet.", d.Days)
	}
	text := fmt.Sprintf("Over %d days you recalled %s, and %s was predicted: ", d.Days, percent(d.Retention), percent(d.Predicted))
	switch {
	case *d.Predicted < *d.Low:
		return text + "you remember more than the model expects."
	case *d.Predicted > *d.High:
		return text + "you remember less than the model expects."
	}
	return text + "no more apart than chance allows."
}

// axis is the stretch of shares that pictures of recall show.
func (p *page) axis() part.Axis {
	a := part.Axis{From: 0.4, To: 1, Cells: 30}
	if p.width < wide {
		a.Cells = 10
	}
	return a
}

// calibration is how right the predictions were, by how sure they were.
func (p *page) calibration() {
	c, th := p.figures.Calibration, *p.cfg.Theme
	if c.Answers == 0 {
		return
	}
	p.head("Predicted and true", fmt.Sprintf("%s of %d days", part.Count(c.Answers, "answer"), c.Days))
	var rows []row
	for _, b := range c.Bins {
		if b.Answers == 0 {
			continue
		}
		rows = append(rows, row{
			[]string{chances(b), part.Number(b.Answers), percent(b.Recalled)},
			p.axis().Span(th, value(b.Low), value(b.Recalled), value(b.High), value(b.Predicted)),
		})
	}
	p.table(row{cells: []string{"predicted", "asked", "recalled"}, tail: p.scale()}, rows)
	p.aside("%s recalled, %s between where it lies with 95 %% confidence, %s predicted.", th.Symbols.Here, th.Symbols.Rule, part.Mark(th))
	p.say("Taken together, predicted and true are about %.1f points apart.", 100**c.Error)
}

// scale is the axis in words, as wide as it.
func (p *page) scale() string {
	cells := p.axis().Cells
	return fmt.Sprintf("%-*s%s", cells-len("100 %"), "40", "100 %")
}

// chances names a bin by its predictions.
func chances(b stats.Bin) string {
	if b.From == 0 {
		return fmt.Sprintf("under %d %%", whole(b.To))
	}
	return fmt.Sprintf("%d-%d %%", whole(b.From), whole(b.To))
}

// stability is how long memories last.
func (p *page) stability() {
	bins := p.figures.Stability
	all, most, long := 0, 0, 0
	for _, b := range bins {
		all, most = all+b.Items, max(most, b.Items)
		if b.From >= 21 {
			long += b.Items
		}
	}
	p.head("How long memories last", "days until recall falls to 90 %")
	if all == 0 {
		p.say("Nothing has been learned yet.")
		return
	}
	var rows []row
	for _, b := range bins {
		rows = append(rows, row{[]string{span(b), part.Number(b.Items), share(b.Items, all)}, p.bar(b.Items, most)})
	}
	p.table(row{}, rows)
	p.say("%s of %s last three weeks or longer.", part.Number(long), part.Number(all))
}

// span names a bin by its days.
func span(b stats.StabilityBin) string {
	switch {
	case b.To == nil:
		return "a year or more"
	case b.From == 0:
		return "under a day"
	}
	return fmt.Sprintf("%d to %d days", b.From, *b.To-1)
}
