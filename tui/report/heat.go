package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dva/srs"
	"dva/srs/stats"
	"dva/tui/part"
)

// label is the width of a day's name beside the heat map.
const label = 4

// heat is a map of the year: a column for each week, a line for each weekday. It
// shows as many weeks as there is room for.
func (p *page) heat() {
	answers := map[srs.Day]int{}
	total, most, best := 0, 0, ""
	for _, d := range p.figures.Days {
		if day, err := srs.ParseDay(d.Day); err == nil {
			answers[day] = d.Reviews
		}
		total += d.Reviews
		if d.Reviews > most {
			most, best = d.Reviews, d.Day
		}
	}
	now, err := srs.ParseDay(p.figures.StudyDay)
	if err != nil {
		return
	}
	weeks := min(stats.Year/7, p.width-label)
	monday := now - srs.Day((int(dayOf(now).Weekday())+6)%7) - srs.Day(7*(weeks-1))
	p.head("Answers a day", fmt.Sprintf("%d weeks", weeks))
	limits := quarters(answers)
	p.add(p.months(monday, weeks))
	for d := range 7 {
		line := fmt.Sprintf("%-*s", label, []string{"Mon", "", "Wed", "", "Fri", "", "Sun"}[d])
		for w := range weeks {
			if day := monday + srs.Day(7*w+d); day <= now {
				line += part.Shades(*p.cfg.Theme)[level(limits, answers[day])]
			}
		}
		p.add(p.cfg.Theme.Dim.Render(line[:label]) + line[label:])
	}
	p.aside("%s", p.legend(limits, most))
	if total > 0 {
		p.say("%s on %s in a year, the most on %s: %s.", part.Count(total, "answer"), part.Count(len(p.figures.Days), "day"), p.day(best, "2 January"), part.Number(most))
	}
}

// months names the months over the weeks in which they begin.
func (p *page) months(monday srs.Day, weeks int) string {
	line := strings.Repeat(" ", label)
	for w := range weeks {
		first := dayOf(monday + srs.Day(7*w))
		begins := first.Day() <= 7
		if at := label + w; begins && ansi.StringWidth(line) <= at && w+3 <= weeks {
			line += strings.Repeat(" ", at-ansi.StringWidth(line)) + first.Format("Jan")
		}
	}
	return p.cfg.Theme.Dim.Render(line)
}

// quarters are the numbers of answers from which a day is of the second, third
// and fourth shade: a quarter of the days with answers has each.
func quarters(answers map[srs.Day]int) [3]int {
	var all []int
	for _, n := range answers {
		if n > 0 {
			all = append(all, n)
		}
	}
	slices.Sort(all)
	var limits [3]int
	for i := range limits {
		limits[i] = i + 2 // for a beginner: 1, 2, 3, 4 and more
		if len(all) > 0 {
			limits[i] = max(limits[i], all[len(all)*(i+1)/4])
		}
		if i > 0 {
			limits[i] = max(limits[i], limits[i-1]+1)
		}
	}
	return limits
}

func level(limits [3]int, n int) int {
	if n == 0 {
		return 0
	}
	at := 1
	for _, l := range limits {
		if n >= l {
			at++
		}
	}
	return at
}

// legend says which numbers each shade stands for.
func (p *page) legend(limits [3]int, most int) string {
	signs := part.Shades(*p.cfg.Theme)
	parts := []string{signs[0] + " none"}
	from := 1
	for i, l := range append(limits[:], most+1) {
		if to := min(l-1, most); from <= to {
			parts = append(parts, signs[i+1]+" "+spread(from, to))
		}
		from = l
	}
	return strings.Join(parts, "   ")
}

func spread(from, to int) string {
	if from == to {
		return part.Number(from)
	}
	return part.Number(from) + "-" + part.Number(to)
}
