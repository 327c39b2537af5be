package report

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dva/srs"
	"dva/tui/part"
)

// wide is the width from which there is room for bars beside full tables.
const wide = 60

// page collects the lines of one tab.
type page struct {
	*Screen

	lines []string
}

// head begins a part of the page.
func (p *page) head(text, beside string) {
	if len(p.lines) > 0 {
		p.lines = append(p.lines, "")
	}
	th := p.cfg.Theme
	line := th.Bold.Render(text)
	if beside != "" && ansi.StringWidth(text)+2+ansi.StringWidth(beside) <= p.width {
		line += "  " + th.Dim.Render(beside)
	}
	p.lines = append(p.lines, line)
}

// say adds a sentence.
func (p *page) say(format string, args ...any) {
	p.lines = append(p.lines, part.Wrap(fmt.Sprintf(format, args...), p.width)...)
}

// aside adds a sentence that is secondary.
func (p *page) aside(format string, args ...any) {
	p.lines = append(p.lines, part.Styled(p.cfg.Theme.Dim.Render, part.Wrap(fmt.Sprintf(format, args...), p.width))...)
}

func (p *page) add(lines ...string) { p.lines = append(p.lines, lines...) }

// row is a line of a table: cells in columns, and at its end a picture or words.
type row struct {
	cells []string
	tail  string
}

// table adds rows under a head, which is left out when it is empty. The first
// column stands at the left, the others at the right of theirs. Where they do not
// fit, the first gives way.
func (p *page) table(head row, rows []row) {
	all := rows
	if len(head.cells) > 0 {
		all = append([]row{head}, rows...)
	}
	var widths []int
	for _, r := range all {
		for i, c := range r.cells {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], ansi.StringWidth(c))
		}
	}
	if len(widths) > 0 {
		widths[0] = max(min(widths[0], widths[0]+p.width-taken(all, widths)), 1)
	}
	for i, r := range all {
		r.cells = slices.Clone(r.cells)
		r.cells[0] = ansi.Truncate(r.cells[0], widths[0], p.cfg.Theme.Symbols.Ellipsis)
		line := strings.TrimRight(r.line(widths), " ")
		if i == 0 && len(head.cells) > 0 {
			line = p.cfg.Theme.Dim.Render(line)
		}
		p.add(line)
	}
}

// taken is how wide the widest row is.
func taken(rows []row, widths []int) int {
	columns, tail := -2, 0
	for _, w := range widths {
		columns += 2 + w
	}
	for _, r := range rows {
		if w := ansi.StringWidth(r.tail); w > 0 {
			tail = max(tail, 2+w)
		}
	}
	return columns + tail
}

func (r row) line(widths []int) string {
	var b strings.Builder
	for i, c := range r.cells {
		pad := strings.Repeat(" ", widths[i]-ansi.StringWidth(c))
		if i == 0 {
			b.WriteString(c + pad)
		} else {
			b.WriteString("  " + pad + c)
		}
	}
	return b.String() + "  " + r.tail
}

// most is the largest of values and where it stands first.
func most(values []int) (n, at int) {
	for i, v := range values {
		if v > n {
			n, at = v, i
		}
	}
	return n, at
}

// percent says a share, and a missing one as a dash.
func percent(x *float64) string {
	if x == nil {
		return "-"
	}
	return fmt.Sprintf("%d %%", whole(*x))
}

// whole is a share in whole percent.
func whole(x float64) int { return int(math.Round(100 * x)) }

// between says an interval.
func between(low, high *float64) string {
	if low == nil || high == nil {
		return ""
	}
	return fmt.Sprintf("%d-%d", whole(*low), whole(*high))
}

// value is a share for a picture.
func value(x *float64) float64 {
	if x == nil {
		return math.NaN()
	}
	return *x
}

// lasting says a time in minutes, and from two hours in hours.
func lasting(seconds int) string {
	d := time.Duration(seconds) * time.Second
	switch {
	case seconds == 0:
		return "no time"
	case d < 2*time.Hour:
		return part.Minutes(d)
	}
	return part.Count(int(math.Round(d.Hours())), "hour")
}

// minutes is a time in whole minutes; none but nothing is 0.
func minutes(seconds int) int {
	if seconds == 0 {
		return 0
	}
	return max(1, int(math.Round(float64(seconds)/60)))
}

func dayOf(d srs.Day) time.Time { return time.Unix(int64(d)*86400, 0).UTC() }
