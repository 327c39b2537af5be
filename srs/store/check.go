package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"math"
	"strings"

	"dva/srs"
)

// Report is what Check found.
type Report struct {
	Cards    int // that were ever answered, marked or wanted
	Reviews  int // that stand
	Acts     int // of all kinds, undone ones included
	Exams    int
	Unproved int // reviews by a model that is not known here, whose result was taken as it is
	Faults   []Fault
}

// Fault is one thing that is wrong. Both are plain sentences without a period.
type Fault struct {
	What string
	Cure string
}

// The cures.
const (
	cureRebuild = "dva check --rebuild makes it anew from the log"
	cureRestore = "dva restore brings back a backup"
)

// maxFaults keeps a report readable: of each sort only so many are listed.
const maxFaults = 10

// sameMemory is how far, in proportion, a memory may be from what its model
// says: other processors round the last bits otherwise.
const sameMemory = 1e-9

// Check looks whether the file is sound and its parts agree: SQLite's own
// checks, each card's chain of acts, each memory against the model that made it,
// and the cards, notes and day totals against the log. Model returns the model
// of a version. The error is for a check that could not be made; what is wrong
// with the file is in the report.
func (s *Store) Check(ctx context.Context, model func(version string) (srs.Model, bool)) (Report, error) {
	t, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return Report{}, s.explain("check", err)
	}
	defer t.Rollback() // it only read
	c := &checker{ctx: ctx, tx: t, model: model, seen: map[string]int{}, log: newReplay()}
	for _, step := range []func() error{c.pages, c.references, c.acts, c.cards, c.notes, c.days, c.exams} {
		err := step()
		if errors.Is(s.explain("check", err), ErrDamaged) {
			c.fault(cureRestore, "%v", err)
			break // the rest would say the same in other words
		}
		if err != nil {
			return c.report, s.explain("check", err)
		}
	}
	c.countLeftOut()
	return c.report, nil
}

type checker struct {
	ctx    context.Context
	tx     *sql.Tx
	model  func(string) (srs.Model, bool)
	report Report
	seen   map[string]int // how many faults of each sort
	log    *replay
}

// fault adds a fault; its format is its sort.
func (c *checker) fault(cure, format string, args ...any) {
	if c.seen[format]++; c.seen[format] <= maxFaults {
		c.report.Faults = append(c.report.Faults, Fault{fmt.Sprintf(format, args...), cure})
	}
}

func (c *checker) countLeftOut() {
	more := 0
	for _, n := range c.seen {
		more += max(n-maxFaults, 0)
	}
	if more > 0 {
		c.report.Faults = append(c.report.Faults, Fault{fmt.Sprintf("%d more like these", more), "the cures are the same"})
	}
}

func (c *checker) pages() error {
	lines, err := texts(c.ctx, c.tx, `pragma integrity_check`)
	if err != nil {
		return err
	}
	for _, line := range lines {
		switch {
		case line == "ok":
		case strings.Contains(line, " index "): // a row missing from it, wrong # of entries in it
			c.fault(cureRebuild, "an index is damaged: %s", line)
		default:
			c.fault(cureRestore, "the file is damaged: %s", line)
		}
	}
	return nil
}

func (c *checker) references() error {
	var n int
	err := c.tx.QueryRowContext(c.ctx, `select count(*) from pragma_foreign_key_check`).Scan(&n)
	if err == nil && n > 0 {
		c.fault(cureRestore, "%d rows belong to a card that is not there", n)
	}
	return err
}

// acts goes through the log in order.
func (c *checker) acts() error {
	rows, err := c.tx.QueryContext(c.ctx, selectActSQL+`order by a.id`)
	if err != nil {
		return err
	}
	last, redo := int64(math.MinInt64), false
	return eachAct(rows, func(a act) error {
		c.report.Acts++
		if a.at < last {
			c.fault(cureRestore, "act %d is earlier than the one before it", a.ID)
		}
		last = a.at
		if a.kind == srs.ActReview {
			c.memory(a.Review)
		}
		if a.undone == undone {
			redo = true
		}
		if a.undone == standing {
			if redo {
				c.fault(cureRestore, "act %d stands behind one that may be done again", a.ID)
			}
			c.stands(a)
		}
		return nil
	})
}

// stands holds an act against what the acts before it left.
func (c *checker) stands(a act) {
	if was := c.log.card(a.key, a.Before.ID); was != a.Before {
		c.fault(cureRestore, "act %d found %s other than the act before it had left it", a.ID, a.Before.ID)
	}
	if a.kind == srs.ActNote && c.log.notes[a.key] != a.noteBefore {
		c.fault(cureRestore, "act %d found another note on %s than the act before it had left", a.ID, a.Before.ID)
	}
	if a.kind == srs.ActReview {
		c.report.Reviews++
	}
	c.log.add(a)
}

// memory holds what a review made of a memory against its model.
func (c *checker) memory(r srs.Review) {
	m, ok := c.model(r.Model)
	if !ok {
		c.report.Unproved++
		return
	}
	want := m.First(r.Grade)
	if r.Before.State != srs.New {
		want = m.Next(r.Before.Memory, r.Before.Elapsed(r.Day), r.Grade)
	}
	got := r.After.Memory
	if !near(got.Stability, want.Stability) || !near(got.Difficulty, want.Difficulty) {
		c.fault(cureRestore, "review %d left %s with memory %.6g, %.6g where %s says %.6g, %.6g",
			r.ID, r.Before.ID, got.Stability, got.Difficulty, r.Model, want.Stability, want.Difficulty)
	}
}

func near(a, b float64) bool { return math.Abs(a-b) <= sameMemory*math.Max(math.Abs(a), math.Abs(b)) }

func (c *checker) cards() error {
	rows, err := c.tx.QueryContext(c.ctx, `select key, id, shown, `+columns("")+` from cards order by key`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var (
			key   int64
			id    string
			shown sql.NullInt64
			m     image
		)
		if err := rows.Scan(m.dest([]any{&key, &id, &shown})...); err != nil {
			return err
		}
		if hash, reviewed := c.log.shown[key]; shown.Valid != reviewed || uint64(shown.Int64) != hash {
			c.fault(cureRebuild, "the text that was last seen of %s is not what the log says", id)
		}
		got, err := m.card(id)
		if err != nil || got != c.log.card(key, id) {
			c.fault(cureRebuild, "card %s is not what the log says", id)
		}
		if got != (srs.Card{ID: id}) {
			c.report.Cards++
		}
	}
	return rows.Err()
}

func (c *checker) notes() error {
	rows, err := c.tx.QueryContext(c.ctx, `select card, note from notes`)
	if err != nil {
		return err
	}
	defer rows.Close()
	got := map[int64]string{}
	for rows.Next() {
		var key int64
		var note string
		if err := rows.Scan(&key, &note); err != nil {
			return err
		}
		got[key] = note
	}
	if !maps.Equal(got, c.log.notes) {
		c.fault(cureRebuild, "the notes are not what the log says")
	}
	return rows.Err()
}

func (c *checker) days() error {
	rows, err := c.tx.QueryContext(c.ctx, `select `+dayColumns+`, day, exam from days`)
	if err != nil {
		return err
	}
	defer rows.Close()
	got := map[dayKey]srs.Total{}
	all := maps.Clone(c.log.days)
	for rows.Next() {
		k, n, err := scanDay(rows.Scan)
		if err != nil {
			return err
		}
		got[k], all[k] = n, n
	}
	for _, k := range sortedDays(all) {
		if got[k] != c.log.days[k] {
			c.fault(cureRebuild, "the totals of %s are not what the log says", k.day)
		}
	}
	return rows.Err()
}
