package store

import (
	"fmt"
	"strings"

	"dva/srs"
)

// fields are the columns that hold a card, in the order of image.args.
var fields = []string{
	"state", "step", "stability", "difficulty", "due", "due_day", "interval", "last", "last_day", "reps", "lapses",
	"suspended", "flagged", "buried_until",
}

func columns(prefix string) string { return prefix + strings.Join(fields, ", "+prefix) }

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }

func assignments() string { return strings.Join(fields, " = ?, ") + " = ?" }

var (
	cardByIDSQL = `select key, ` + columns("") + ` from cards where id = ?`
	addCardSQL  = `insert into cards (id) values (?) returning key`
	setCardSQL  = `update cards set ` + assignments() + ` where key = ?`
	setShownSQL = `update cards set shown = (select hash from acts
		where card = cards.key and kind = 1 and undone = 0 order by id desc limit 1)`
)

// image is a card as its columns hold it.
type image struct {
	state, step           int64
	stability, difficulty float64
	due, dueDay, interval int64
	last, lastDay         int64
	reps, lapses          int64
	suspended, flagged    int64
	buriedUntil           int64
}

func imageOf(c srs.Card) image {
	return image{
		state: int64(c.State), step: int64(c.Step), stability: c.Memory.Stability, difficulty: c.Memory.Difficulty,
		due: c.Due, dueDay: int64(c.DueDay), interval: int64(c.Interval), last: c.Last, lastDay: int64(c.LastDay),
		reps: int64(c.Reps), lapses: int64(c.Lapses),
		suspended: bit(c.Marks.Suspended), flagged: bit(c.Marks.Flagged), buriedUntil: int64(c.Marks.BuriedUntil),
	}
}

func bit(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// args appends the columns' values to a.
func (m image) args(a []any) []any {
	return append(a, m.state, m.step, m.stability, m.difficulty, m.due, m.dueDay, m.interval, m.last, m.lastDay,
		m.reps, m.lapses, m.suspended, m.flagged, m.buriedUntil)
}

// dest appends where to scan the columns to.
func (m *image) dest(a []any) []any {
	return append(a, &m.state, &m.step, &m.stability, &m.difficulty, &m.due, &m.dueDay, &m.interval, &m.last,
		&m.lastDay, &m.reps, &m.lapses, &m.suspended, &m.flagged, &m.buriedUntil)
}

// card is the image as a card with this id. A state that there is not, which
// only damage can bring, is an error.
func (m image) card(id string) (srs.Card, error) {
	if m.state < 0 || m.state > int64(srs.Relearning) {
		return srs.Card{}, fmt.Errorf("%w: card %q has state %d", ErrDamaged, id, m.state)
	}
	return srs.Card{
		ID: id, State: srs.State(m.state), Step: int(m.step),
		Memory: srs.Memory{Stability: m.stability, Difficulty: m.difficulty},
		Due:    m.due, DueDay: srs.Day(m.dueDay), Interval: int(m.interval), Last: m.last, LastDay: srs.Day(m.lastDay),
		Reps: int(m.reps), Lapses: int(m.lapses),
		Marks: srs.Marks{Suspended: m.suspended != 0, Flagged: m.flagged != 0, BuriedUntil: srs.Day(m.buriedUntil)},
	}, nil
}
