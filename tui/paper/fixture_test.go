package paper_test

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"dva/deck/exam"
	"dva/tui/paper"
	"dva/tui/render"
	"dva/tui/theme"
	"dva/tui/tuitest"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

var forms = []exam.Form{
	{Length: exam.Full, Asked: 65, Scored: 50, Limit: 130 * time.Minute},
	{Length: exam.Half, Asked: 33, Scored: 33, Limit: 65 * time.Minute},
	{Length: exam.Sprint, Asked: 10, Scored: 10, Limit: 20 * time.Minute},
}

// desk is where a test sits: a file of exams, a clock, and the look.
type desk struct {
	*tuitest.Driver
	t     testing.TB
	room  *tuitest.Room
	file  tuitest.Exams
	clock tuitest.Clock
	ticks tuitest.Ticks

	length  exam.Length
	resume  bool
	papers  map[exam.Length]exam.Paper        // drawn in place of the usual ones
	largest exam.Length                       // the largest that the bank fills; empty is all
	fail    error                             // of what is only read
	sitting func(paper.Sitting) paper.Sitting // put in place of what Begin gives; nil is that itself

	size    [2]int
	profile termenv.Profile
	theme   theme.Choice
	ascii   bool
}

func newDesk(t testing.TB) *desk {
	d := &desk{t: t, profile: termenv.ANSI, theme: theme.Auto, papers: map[exam.Length]exam.Paper{}}
	d.clock.At = noon
	d.ticks.Clock = &d.clock
	return d
}

// at opens the screen in a window.
func (d *desk) at(width, height int) *desk {
	d.t.Helper()
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(d.profile)
	th := theme.New(r, d.theme, d.ascii)
	d.room = &tuitest.Room{Theme: &th, Screen: paper.New(paper.Config{
		Theme: &th, Render: render.New(th), Now: d.clock.Now, Desk: d, Forms: forms, Length: d.length, Resume: d.resume, After: d.ticks.After,
	})}
	d.size = [2]int{width, height}
	d.Driver = tuitest.New(d.t, d.room, width, height)
	return d
}

// sprint sits in a sprint of ten questions at 80x24.
func sprint(t testing.TB) *desk {
	t.Helper()
	d := newDesk(t)
	d.length = exam.Sprint
	d.at(80, 24).Press("enter")
	d.See("1 of 10")
	return d
}

// full sits in a full exam.
func full(t testing.TB, width, height int) *desk {
	t.Helper()
	d := newDesk(t).at(width, height)
	d.Press("enter")
	return d
}

func (d *desk) Unfinished(ctx context.Context) (exam.Listing, bool, error) {
	if d.fail != nil {
		return exam.Listing{}, false, d.fail
	}
	return d.file.Unfinished(ctx)
}

func (d *desk) Draw(_ context.Context, l exam.Length) (exam.Paper, error) {
	for _, f := range forms {
		switch p, own := d.papers[l]; {
		case f.Length != l:
		case d.largest != "" && f.Length < d.largest && l != d.largest, d.largest == "none":
			e := &exam.TooSmallError{Length: l, Asked: f.Asked}
			if d.largest != "none" {
				e.Largest = d.largest
			}
			return exam.Paper{}, e
		case own:
			return p, nil
		default:
			return tuitest.Paper(l, f.Asked), nil
		}
	}
	return exam.Paper{}, fmt.Errorf("no form %q", l)
}

func (d *desk) Begin(ctx context.Context, p exam.Paper) (paper.Sitting, error) {
	s, err := exam.Begin(ctx, &d.file, p, d.clock.Now)
	if err != nil {
		return nil, err
	}
	if d.sitting != nil {
		return d.sitting(s), nil
	}
	return s, nil
}

func (d *desk) Resume(ctx context.Context) (paper.Sitting, error) {
	s, err := exam.Resume(ctx, &d.file, d.clock.Now)
	if s == nil {
		return nil, err
	}
	return s, err
}

// pass lets time go by, ticking.
func (d *desk) pass(by time.Duration) {
	d.t.Helper()
	d.Driver.Pass(&d.ticks, by)
}

// answer is what the file has for question n, counted from 1.
func (d *desk) answer(n int) exam.Answer { return d.file.Record(1).Answers[n-1] }

// right is the letters under which question n shows its correct choices.
func (d *desk) right(n int) []string {
	it := d.file.Record(1).Paper.Items[n-1]
	var out []string
	for place, i := range it.Order {
		if it.Question.Choices[i].Correct {
			out = append(out, string(rune('a'+place)))
		}
	}
	return out
}

// headLine is the line on top of the screen.
func (d *desk) headLine() string {
	for _, l := range strings.Split(d.View(), "\n") {
		if strings.TrimSpace(l) != "" {
			return strings.TrimSpace(l)
		}
	}
	return ""
}
