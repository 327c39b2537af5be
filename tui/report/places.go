package report

import (
	"cmp"
	"fmt"
	"slices"

	"dva/srs/stats"
	"dva/tui/part"
	"dva/tui/render"
)

// place is a domain or a service in a table.
type place struct {
	name string
	stats.Standing
}

func (s *Screen) placesLines() []string {
	p := &page{Screen: s}
	var domains, services []place
	for _, d := range s.figures.Domains {
		domains = append(domains, place{d.Name, d.Standing})
	}
	unseen := 0
	for _, v := range s.figures.Services {
		if v.Seen == 0 {
			unseen++
			continue
		}
		services = append(services, place{v.Name, v.Standing})
	}
	slices.SortStableFunc(services, func(a, b place) int { return cmp.Compare(*a.Recall, *b.Recall) })
	p.head("Domains of the exam", "recall: what you would know today of the seen")
	p.standings(domains)
	if len(services) > 0 {
		p.head("Services", "weakest first")
		p.standings(services)
	}
	if unseen > 0 {
		p.aside("%s not begun yet.", part.Count(unseen, "service"))
	}
	return p.lines
}

// standings is a table of places: what of it was seen, what is due, and what of
// the seen would be recalled today.
func (p *page) standings(all []place) {
	if len(all) == 0 {
		return
	}
	th := *p.cfg.Theme
	var rows []row
	for _, v := range all {
		r := row{cells: []string{
			render.Line(v.name), fmt.Sprintf("%s of %s", part.Number(v.Seen), part.Number(v.Cards+v.Questions)), part.Number(v.Due), percent(v.Recall),
		}}
		if p.width >= wide && v.Recall != nil {
			r.tail = part.Bar(th, *v.Recall, placeBars)
		}
		rows = append(rows, r)
	}
	p.table(row{cells: []string{"", "seen", "due", "recall"}}, rows)
}

// placeBars is the width of a place's bar in cells.
const placeBars = 12
