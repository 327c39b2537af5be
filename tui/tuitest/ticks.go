package tuitest

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// Ticks is time for a screen that asks to be woken: messages come when the clock
// is moved, and not before.
type Ticks struct {
	Clock   *Clock
	waiting []tick
}

type tick struct {
	at  time.Time
	msg tea.Msg
}

// After gives msg back when d has passed on the clock.
func (t *Ticks) After(d time.Duration, msg tea.Msg) tea.Cmd {
	t.waiting = append(t.waiting, tick{t.Clock.At.Add(d), msg})
	return nil
}

// Waiting is how many messages are still to come.
func (t *Ticks) Waiting() int { return len(t.waiting) }

// Pass moves the clock on, and stops at each message on the way to give it.
func (d *Driver) Pass(t *Ticks, by time.Duration) {
	d.tb.Helper()
	end := t.Clock.At.Add(by)
	for {
		next := -1
		for i, w := range t.waiting {
			if !w.at.After(end) && (next < 0 || w.at.Before(t.waiting[next].at)) {
				next = i
			}
		}
		if next < 0 {
			break
		}
		w := t.waiting[next]
		t.waiting = append(t.waiting[:next:next], t.waiting[next+1:]...)
		if w.at.After(t.Clock.At) {
			t.Clock.At = w.at
		}
		d.send(w.msg)
	}
	t.Clock.At = end
}
