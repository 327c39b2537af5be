package result

import (
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dva/deck/exam"
	"dva/tui/part"
)

// bars is the width of a domain's bar in cells.
const bars = 10

// wholeLines say what the exam was as a whole.
func (s *Screen) wholeLines() []string {
	e, th := &s.exam, s.cfg.Theme
	lines := part.Styled(th.Bold.Render, part.Wrap(headline(e.score), s.width))
	if e.score.Scored < e.score.Asked {
		lines = append(lines, fmt.Sprintf("%d of all %d", e.score.RightAsked, e.score.Asked))
	}
	add := func(block []string) { lines = append(append(lines, ""), block...) }
	add(part.Wrap(e.verdict(), s.width))
	add(part.Styled(th.Dim.Render, part.Wrap(s.passMark(), s.width)))
	add(s.domainLines())
	add(s.rowLines())
	return lines
}

// domainLines are how each domain went. The share of few questions is dim, and a
// line below says why.
func (s *Screen) domainLines() []string {
	th, wide := s.cfg.Theme, 0
	domains := s.exam.score.Domains
	for _, d := range domains {
		wide = max(wide, ansi.StringWidth(d.Name))
	}
	var lines, few []string
	for _, d := range domains {
		style := th.Plain
		if d.Asked < exam.FewAsked {
			style, few = th.Dim, append(few, d.Name)
		}
		in := exam.Interval80(d.Right, d.Asked)
		text := fmt.Sprintf("%2d of %2d  %s  %2d-%d %%", d.Right, d.Asked, s.bar(d.Right, d.Asked), percent(in.Low), percent(in.High))
		if wide+2+figures <= s.width {
			lines = append(lines, style.Render(d.Name+strings.Repeat(" ", wide-ansi.StringWidth(d.Name)+2)+text))
		} else {
			lines = append(lines, style.Render(ansi.Truncate(d.Name, s.width, th.Symbols.Ellipsis)), style.Render("  "+text))
		}
	}
	if len(few) == len(domains) {
		few = []string{"every domain"}
	}
	if len(few) > 0 {
		lines = append(lines, part.Styled(th.Dim.Render, part.Wrap("Few questions in "+part.And(few)+": wide.", s.width))...)
	}
	return lines
}

// figures is the width of what stands beside a domain's name.
const figures = len("20 of 20  ") + bars + len("  57-100 %")

func (s *Screen) bar(right, asked int) string {
	n := 0
	if asked > 0 {
		n = int(math.Round(bars * float64(right) / float64(asked)))
	}
	return strings.Repeat(s.cfg.Theme.Symbols.Full, n) + strings.Repeat(s.cfg.Theme.Symbols.Dot, bars-n)
}

type row struct{ name, text string }

// rowLines are the exam's other figures, each in a sentence.
func (s *Screen) rowLines() []string {
	var lines []string
	for _, r := range s.rows() {
		first := s.cfg.Theme.Dim.Render(fmt.Sprintf("%-8s", r.name)) + "  "
		lines = append(lines, part.Hang(first, part.Wrap(r.text, s.width-ansi.StringWidth(first)))...)
	}
	return lines
}

func (s *Screen) rows() []row {
	e := &s.exam
	run, score := e.Run, e.score
	used := fmt.Sprintf("%s of %s used, median %s a question", long(run.Used), long(e.Paper.Limit), short(score.Median))
	if run.TimeUp {
		used += "; the time was up"
	}
	rows := []row{{"time", used}}
	if len(score.Slowest) > 0 {
		rows = append(rows, row{"slowest", s.slowest()})
	}
	rushed := "no answer"
	if score.Rushed > 0 {
		rushed = part.Count(score.Rushed, "answer")
	}
	rows = append(rows, row{"rushed", fmt.Sprintf("%s in less than %d seconds", rushed, int(exam.Rushed.Seconds()))})
	if score.Blank > 0 {
		rows = append(rows, row{"blank", part.Count(score.Blank, "question")})
	}
	changed := "no answer from wrong to right or back"
	if score.ToRight+score.ToWrong > 0 {
		changed = fmt.Sprintf("%s to right, %d to wrong", part.Count(score.ToRight, "answer"), score.ToWrong)
	}
	rows = append(rows, row{"changed", changed})
	if stops := stopped(e.Record); stops != "" {
		rows = append(rows, row{"stopped", stops})
	}
	rows = append(rows, row{"new", fmt.Sprintf("%d of %d questions, %d %%, had not been seen before", score.Fresh, score.Asked, 100*score.Fresh/max(score.Asked, 1))})
	return append(rows, row{"cards", s.brought()})
}

func (s *Screen) slowest() string {
	var parts []string
	for _, i := range s.exam.score.Slowest {
		parts = append(parts, fmt.Sprintf("%d (%s)", i+1, short(s.exam.Answers[i].Spent)))
	}
	return "question " + part.And(parts)
}

// stopped says in words how the time was interrupted.
func stopped(r exam.Record) string {
	var parts []string
	if n := r.Run.Pauses; n > 0 {
		parts = append(parts, "paused "+times(n)+", so it does not count as timed")
	}
	n := r.Interruptions()
	if n > 0 {
		parts = append(parts, "interrupted "+times(n))
	}
	text := part.And(parts)
	if r.Run.Away >= time.Minute {
		least := ""
		if n > r.Run.Breaks {
			least = "at least "
		}
		text += ", " + least + part.Minutes(r.Run.Away) + " away in all"
	}
	return text
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// lately is how long an exam's end is taken to be today.
const lately = 12 * time.Hour

// brought says what the misses have done to the reviews.
func (s *Screen) brought() string {
	n, cards := len(s.exam.lists[misses]), len(s.exam.brought)
	missed := part.Count(n, "miss")
	if n > 1 {
		missed = part.Number(n) + " misses"
	}
	switch {
	case n == 0:
		return "nothing was missed"
	case cards == 0:
		return missed + ", with no cards behind them to bring forward"
	case s.cfg.Now().Sub(s.exam.Run.Ended) < lately:
		return missed + " put " + part.Count(cards, "card") + " into today's review"
	}
	return missed + " brought " + part.Count(cards, "card") + " forward that day"
}

// short says a time as minutes and seconds, 1:31.
func short(d time.Duration) string {
	n := int(d.Round(time.Second) / time.Second)
	return fmt.Sprintf("%d:%02d", n/60, n%60)
}

// long says a time as hours, minutes and seconds.
func long(d time.Duration) string {
	n := int(d.Round(time.Second) / time.Second)
	return fmt.Sprintf("%d:%02d:%02d", n/3600, n/60%60, n%60)
}
