package browse

import (
	"fmt"
	"math"
	"strings"

	"dva/srs"
	"dva/srs/find"
	"dva/tui/part"
	"dva/tui/render"
	"dva/tui/theme"
)

// row is a name and what there is to say under it.
type row struct{ name, text string }

// labelled is a dim name and a text that hangs beside it.
func labelled(th theme.Theme, r row, wide, width int) []string {
	first := th.Dim.Render(pad(r.name, wide)) + "  "
	return part.Hang(first, part.Wrap(r.text, width-wide-2))
}

// memory is how well an item is known, in words.
func (s *Screen) memory(e *find.Entry, width int) []string {
	th, c := *s.cfg.Theme, &e.Card
	rows := []row{{"state", s.life(e)}}
	if c.State != srs.New {
		rows = append(rows,
			row{"recall", fmt.Sprintf("%d %% today", percent(s.cfg.Desk.Recall(*c)))},
			row{"stability", span(c.Memory.Stability) + " until recall falls to 90 %"},
			row{"difficulty", fmt.Sprintf("%.1f of 10", c.Memory.Difficulty)})
	}
	rows = append(rows, row{"next", s.next(e)})
	var lines []string
	for _, r := range rows {
		lines = append(lines, labelled(th, r, 10, width)...)
	}
	return lines
}

// life is where an item is in its life and how it came there.
func (s *Screen) life(e *find.Entry) string {
	c := &e.Card
	text := age(c)
	switch text {
	case "new":
		text = "new, never answered"
		if len(s.past[c.ID]) > 0 {
			text = "new"
		}
	case "young", "mature":
		text += ", " + part.Count(c.Interval, "day") + " apart"
	}
	if c.Reps > 0 {
		text += ", " + part.Count(c.Reps, "answer")
	}
	if c.Lapses > 0 {
		text += ", forgotten " + part.Count(c.Lapses, "time")
	}
	if c.Marks.Flagged {
		text += ", " + s.cfg.Theme.Symbols.Flag + " flagged"
	}
	return text
}

// next is when an item comes back, in words.
func (s *Screen) next(e *find.Entry) string {
	c, today := &e.Card, s.cfg.Desk.Today()
	switch {
	case e.Gone:
		return "never, unless it comes back to the deck"
	case c.Marks.Suspended:
		return "suspended; s brings it back"
	case today < c.Marks.BuriedUntil:
		return "hidden until tomorrow; b brings it back"
	case c.Wanted():
		return "brought forward by an exam"
	case c.State == srs.New:
		return "when its turn comes among the new ones"
	case c.DueDay > today+1:
		return fmt.Sprintf("in %s, on %s", part.Count(int(c.DueDay-today), "day"), c.DueDay)
	case c.DueDay > today:
		return "tomorrow"
	case c.State != srs.Reviewing && c.DueAt().After(s.cfg.Now()):
		return part.In(s.cfg.Now(), c.DueAt())
	}
	return "due now"
}

// history is what was done to an item, newest first.
func (s *Screen) history(e *find.Entry, width int) []string {
	th := *s.cfg.Theme
	var lines []string
	for _, p := range s.past[e.Item.ID] {
		text := p.At.Format("2006-01-02 15:04") + "  "
		if width < 50 {
			text = p.At.Format("2006-01-02") + "  "
		}
		switch p.Kind {
		case srs.ActReview:
			text += fmt.Sprintf("%-5s  %-6s  then %s", p.Grade, p.Source, wait(&p))
		case srs.ActNote:
			text += strings.TrimSpace("note " + render.Line(p.Note))
		case srs.ActForward:
			text += "brought forward by an exam"
		default:
			text += p.Kind.String()
		}
		lines = append(lines, part.Hang("", part.Wrap(text, width))...)
	}
	return part.Styled(th.Dim.Render, lines)
}

// wait is how long an answer put its card off.
func wait(p *srs.Past) string {
	if p.After.State == srs.Reviewing {
		return part.Wait(days(srs.Day(p.After.Interval)))
	}
	return part.Wait(p.After.DueAt().Sub(p.At))
}

// span writes a number of days, with a decimal where they are few.
func span(n float64) string {
	if n < 9.95 {
		return fmt.Sprintf("%.1f days", n)
	}
	return part.Count(int(math.Round(n)), "day")
}

func percent(p float64) int { return int(math.Round(100 * p)) }
