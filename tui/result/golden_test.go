package result_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/muesli/termenv"

	"dva/deck/exam"
	"dva/tui/tuitest"
)

// eventful is a full exam in which everything happened that can.
func eventful(t testing.TB) *desk {
	d := with(t, exam.Full, 65, func(i int, it exam.Item, a *exam.Answer) {
		switch {
		case i == 2: // one of two
			a.Picked = []int{0, 3}
		case i == 5: // blank
			*a = exam.Answer{}
		case i%4 == 1:
			a.First, a.Picked = right(it), wrong(it)
		case i%7 == 0:
			a.First, a.Flagged = wrong(it), true
		case i%11 == 0:
			a.Spent = 12 * time.Second
		}
	})
	d.record.Run.Breaks, d.record.Run.Away = 2, 12*time.Minute
	for i := range 9 {
		d.record.Paper.Items[i].Fresh = false
	}
	d.deck["sqs-q-2"]++
	delete(d.deck, "sqs-q-3")
	return d
}

func listings() []exam.Listing {
	run := func(s exam.Status, ago time.Duration, used time.Duration) exam.Run {
		return exam.Run{Status: s, Started: noon.Add(-ago), Ended: noon.Add(-ago + used), Used: used}
	}
	const day = 24 * time.Hour
	paused := run(exam.Finished, 9*day, 55*time.Minute)
	paused.Pauses = 1
	return []exam.Listing{
		{ID: 6, Length: exam.Half, Limit: 65 * time.Minute, Asked: 33, Scored: 33, Fresh: 33, Answered: 12, Run: run(exam.Open, 3*time.Hour, 25*time.Minute)},
		{ID: 5, Length: exam.Full, Limit: 130 * time.Minute, Asked: 65, Scored: 50, Fresh: 65, Answered: 65, Right: 39, RightAsked: 51, Run: run(exam.Finished, 2*day, 112*time.Minute)},
		{ID: 4, Length: exam.Sprint, Limit: 20 * time.Minute, Asked: 10, Scored: 10, Fresh: 10, Answered: 3, Run: run(exam.Abandoned, 3*day, 4*time.Minute)},
		{ID: 3, Length: exam.Half, Limit: 65 * time.Minute, Asked: 33, Scored: 33, Fresh: 30, Answered: 33, Right: 24, RightAsked: 24, Run: paused},
		{ID: 2, Length: exam.Full, Limit: 130 * time.Minute, Asked: 65, Scored: 50, Fresh: 65, Answered: 63, Right: 36, RightAsked: 47, Run: run(exam.Finished, 16*day, 128*time.Minute)},
		{ID: 1, Length: exam.Sprint, Limit: 20 * time.Minute, Asked: 10, Scored: 10, Fresh: 10, Answered: 10, Right: 7, RightAsked: 7, Run: run(exam.Finished, 30*day, 15*time.Minute)},
	}
}

// TestGolden draws what the screens can show at the sizes that people have. Read
// the files: they are the product.
func TestGolden(t *testing.T) {
	sprint := func(t testing.TB) *desk {
		d := with(t, exam.Sprint, 10, func(i int, it exam.Item, a *exam.Answer) {
			if i < 3 {
				a.Picked = nil
			}
		})
		d.record.Run.TimeUp, d.record.Run.Used, d.brought = true, 20*time.Minute, nil
		return d
	}
	past := func(exams ...exam.Listing) func(testing.TB) *desk {
		return func(t testing.TB) *desk { return &desk{t: t, exams: exams, profile: termenv.ANSI, clock: sat(t).clock} }
	}
	views := []struct {
		name    string
		desk    func(testing.TB) *desk
		keys    string
		history bool
	}{
		{"whole", sat, "", false},
		{"whole_eventful", eventful, "n", false},
		{"whole_end", eventful, "G", false},
		{"whole_sprint", sprint, "", false},
		{"read_wrong", eventful, "enter", false},
		{"read_wrong_end", eventful, "enter G", false},
		{"read_part", eventful, "enter n G", false},
		{"read_blank", eventful, "enter n n n G", false},
		{"read_lucky", eventful, "tab tab tab tab enter G", false},
		{"read_doc", eventful, "enter o", false},
		{"failed", func(t testing.TB) *desk {
			d := sat(t)
			d.fail = errors.New("progress.db: the disk has gone")
			return d
		}, "", false},
		{"history", past(listings()...), "down", true},
		{"history_open", past(listings()...), "", true},
		{"history_empty", past(), "", true},
	}
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}} {
		for _, v := range views {
			name := fmt.Sprintf("%s_%dx%d", v.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				d := v.desk(t)
				if v.history {
					d.history(size[0], size[1])
				} else {
					d.at(size[0], size[1])
				}
				d.Press(strings.Fields(v.keys)...)
				d.Golden(name)
			})
		}
	}
}

// TestGoldenLook draws a result and a question in each theme as they are sent, and
// where neither colour nor anything beyond ASCII may be.
func TestGoldenLook(t *testing.T) {
	for _, look := range tuitest.Looks() {
		t.Run(look.Name, func(t *testing.T) {
			d := eventful(t)
			d.theme, d.profile, d.ascii = look.Theme, look.Profile, look.ASCII
			d.at(80, 40)
			d.GoldenStyled("look_whole_" + look.Name)
			d.Press("enter")
			d.GoldenStyled("look_read_" + look.Name)
		})
	}
}
