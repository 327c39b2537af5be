package result_test

import (
	"context"
	"io"
	"testing"
	"time"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"dva/deck"
	"dva/deck/exam"
	"dva/tui/render"
	"dva/tui/result"
	"dva/tui/theme"
	"dva/tui/tuitest"
	"dva/tui/ui"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// desk is where a test reads a result.
type desk struct {
	*tuitest.Driver
	t       testing.TB
	room    *tuitest.Room
	clock   tuitest.Clock
	record  exam.Record
	brought []string
	deck    map[string]uint64 // the hashes of the questions as they are now
	exams   []exam.Listing
	fail    error

	profile termenv.Profile
	theme   theme.Choice
	ascii   bool
}

// sat is a desk with a full exam of which every fourth answer is wrong.
func sat(t testing.TB) *desk {
	return with(t, exam.Full, 65, func(i int, it exam.Item, a *exam.Answer) {
		if i%4 == 1 {
			a.Picked = wrong(it)
		}
	})
}

// with is a desk with a finished exam, answered right and then changed.
func with(t testing.TB, l exam.Length, n int, change func(i int, it exam.Item, a *exam.Answer)) *desk {
	p := tuitest.Paper(l, n)
	d := &desk{t: t, profile: termenv.ANSI, theme: theme.Auto, deck: map[string]uint64{}, clock: tuitest.Clock{At: noon}}
	d.record = exam.Record{ID: 3, Holder: 1, Paper: p, Answers: make([]exam.Answer, n)}
	for i, it := range p.Items {
		a := &d.record.Answers[i]
		*a = exam.Answer{Picked: right(it), Visited: true, Spent: time.Duration(60+(i*37)%90) * time.Second}
		change(i, it, a)
		d.record.Run.Used += a.Spent
		d.deck[it.ID] = it.Hash
	}
	d.record.Run.Status = exam.Finished
	d.record.Run.Started = noon.Add(-2 * time.Hour)
	d.record.Run.Ended = noon
	d.brought = []string{"sqs-card-2", "sqs-card-6"}
	return d
}

// right are the correct choices of an item.
func right(it exam.Item) []int {
	var out []int
	for i, c := range it.Question.Choices {
		if c.Correct {
			out = append(out, i)
		}
	}
	return out
}

// wrong is a choice that is not correct.
func wrong(exam.Item) []int { return []int{3} }

func (d *desk) at(width, height int) *desk {
	d.t.Helper()
	th := d.look()
	return d.show(th, result.New(result.Config{
		Theme: th, Render: render.New(*th), Now: d.clock.Now,
		Load: func(context.Context) (exam.Record, []string, error) { return d.record, d.brought, d.fail },
		Hash: func(id string) (uint64, bool) { h, ok := d.deck[id]; return h, ok },
		Service: func(string) string {
			return "Amazon SQS"
		},
		Scale: deck.Scale{Min: 100, Max: 1000, Pass: 720},
	}), width, height)
}

// history opens the history instead.
func (d *desk) history(width, height int) *desk {
	d.t.Helper()
	th := d.look()
	return d.show(th, result.NewHistory(result.HistoryConfig{
		Theme: th, Now: d.clock.Now,
		Load: func(context.Context) ([]exam.Listing, error) { return d.exams, d.fail },
	}), width, height)
}

func (d *desk) look() *theme.Theme {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(d.profile)
	th := theme.New(r, d.theme, d.ascii)
	return &th
}

func (d *desk) show(th *theme.Theme, s ui.Screen, width, height int) *desk {
	d.room = &tuitest.Room{Theme: th, Screen: s}
	d.Driver = tuitest.New(d.t, d.room, width, height)
	return d
}
