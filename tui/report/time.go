package report

import (
	"fmt"
	"strings"

	"dva/srs"
	"dva/srs/stats"
	"dva/tui/part"
)

func (s *Screen) timeLines() []string {
	p := &page{Screen: s}
	if s.figures.Reviews.Total == 0 {
		p.say("Nothing has been answered yet. Here you will see your days, hours and minutes, and what comes due.")
		return p.lines
	}
	p.heat()
	p.forecast()
	p.studied()
	p.hours()
	return p.lines
}

// columns draws values as upright bars with names under some of them.
func (p *page) columns(values []int, height int, name func(i int) string) {
	each := 2
	if p.width < each*len(values) {
		each = 1
	}
	p.add(part.Columns(*p.cfg.Theme, values, height, each)...)
	foot := ""
	for i := range values {
		if n := name(i); n != "" && len(foot) <= each*i && each*i+len(n) <= p.width {
			foot += strings.Repeat(" ", each*i-len(foot)) + n
		}
	}
	p.add(p.cfg.Theme.Dim.Render(foot))
}

// forecast is what comes due on the days ahead.
func (p *page) forecast() {
	f := p.figures.Forecast
	values := make([]int, len(f.Days))
	total := 0
	for i, d := range f.Days {
		values[i] = d.Due
		total += d.Due
	}
	p.head("Due on the days ahead", "without new cards")
	p.columns(values, 3, func(i int) string {
		switch {
		case i == 0:
			return "today"
		case i%7 == 0:
			return p.day(f.Days[i].Day, "2 Jan")
		}
		return ""
	})
	text := part.Number(values[0]) + " today"
	if f.Overdue > 0 {
		text += fmt.Sprintf(", %s of them since before", part.Number(f.Overdue))
	}
	top, at := most(values)
	if at > 1 {
		text += fmt.Sprintf("; at most %s, on %s", part.Number(top), p.day(f.Days[at].Day, "2 January"))
	}
	p.say("%s; %s tomorrow; %s in %d days and %s later.", text, part.Number(values[1]), part.Number(total), len(values), part.Number(f.Later))
}

// days is how far back the minutes of single days are drawn.
const days = 30

// studied is the time spent on each of the last days.
func (p *page) studied() {
	now, err := srs.ParseDay(p.figures.StudyDay)
	if err != nil {
		return
	}
	values := make([]int, days)
	for _, d := range p.figures.Days {
		if day, err := srs.ParseDay(d.Day); err == nil && day > now-days && day <= now {
			values[int(day-now)+days-1] = minutes(d.Seconds)
		}
	}
	p.head("Minutes a day", fmt.Sprintf("%d days", days))
	p.columns(values, 3, func(i int) string {
		if i == days-1 || (days-1-i)%7 != 0 {
			return ""
		}
		return dayOf(now - srs.Day(days-1-i)).Format("2 Jan")
	})
	month := p.figures.Periods[1]
	if month.Studied == 0 {
		p.say("No time was studied in %d days.", days)
		return
	}
	top, at := most(values)
	p.say("%s in %d days, studied on %d of them: %s on each, at most %d on %s.", lasting(month.Seconds), days, month.Studied,
		lasting(month.Seconds/month.Studied), top, dayOf(now-srs.Day(days-1-at)).Format("2 January"))
}

// dayParts are the times of day, by the hours at which they begin.
var dayParts = [...]struct {
	name     string
	from, to int // hours; to is not in it, and may lie behind midnight
}{{"morning", 5, 11}, {"midday", 11, 17}, {"evening", 17, 23}, {"night", 23, 29}}

// hours are the hours of the day at which answers are given, and what is
// recalled then.
func (p *page) hours() {
	hours := p.figures.Hours
	values := make([]int, len(hours))
	total := 0
	for i, h := range hours {
		values[i] = h.Reviews
		total += h.Reviews
	}
	p.head("Hours of the day", fmt.Sprintf("%s of %d days", part.Count(total, "answer"), stats.Window))
	p.columns(values, 3, func(i int) string {
		if i%6 != 0 {
			return ""
		}
		return fmt.Sprintf("%d h", i)
	})
	var rows []row
	for _, d := range dayParts {
		var sum stats.Hour
		for h := d.from; h < d.to; h++ {
			of := hours[h%24]
			sum.Reviews, sum.Due, sum.Recalled = sum.Reviews+of.Reviews, sum.Due+of.Due, sum.Recalled+of.Recalled
		}
		name := d.name
		if p.width >= wide {
			name += fmt.Sprintf(", %d to %d h", d.from, d.to%24)
		}
		rows = append(rows, row{cells: []string{name, part.Number(sum.Reviews), part.Number(sum.Due), share(sum.Recalled, sum.Due)}})
	}
	p.table(row{cells: []string{"", "answers", "on review", "recalled"}}, rows)
	if top, at := most(values); top > 0 {
		p.say("Most answers come between %d and %d h: %s.", at, at+1, part.Number(top))
	}
}
