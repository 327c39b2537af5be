package store

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"dva/srs"
)

// What Filter asks, as conditions on cards. The zero card, all of whose acts
// were undone, is no card.
const (
	touched  = `(state > 0 or suspended or flagged or buried_until > 0 or due_day <> 0)`
	allSQL   = ` not indexed where ` + touched
	byIDsSQL = ` where id in (select value from json_each(?)) and ` + touched
	dueBySQL = ` where key in (
		select key from cards where state > 0 and due_day <= ?1
		union all select key from cards where state > 0 and last_day = ?1
		union all select key from cards where state = 0
			and (suspended or flagged or buried_until > 0 or due_day <> 0)
	)`
)

// Cards returns the cards that f asks for, without those that were neither
// answered, marked nor wanted. By day it also returns all new cards that carry a
// mark or are wanted, so that a caller knows which new ones are suspended or
// buried. Those that are not due at all come first, then the others by when they
// are; otherwise cards come by id.
func (s *Store) Cards(ctx context.Context, f srs.Filter) ([]srs.Card, error) {
	query, args := selectPackedSQL, []any(nil)
	switch {
	case f.All:
		query += allSQL
	case f.IDs != nil:
		ids, err := json.Marshal(f.IDs)
		if err != nil {
			return nil, err
		}
		query, args = query+byIDsSQL, []any{string(ids)}
	default:
		query, args = query+dueBySQL, []any{int64(f.DueBy)}
	}
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, s.explain("read cards", err)
	}
	defer rows.Close()
	var (
		cards []srs.Card
		p     packed
		dest  = p.dest()
	)
	for rows.Next() {
		if err := rows.Scan(dest...); err != nil {
			return nil, s.explain("read cards", err)
		}
		c, err := p.card()
		if err != nil {
			return nil, s.explain("read cards", err)
		}
		cards = append(cards, c)
	}
	order := byID
	if !f.All && f.IDs == nil {
		order = byDue
	}
	slices.SortFunc(cards, order) // in less time than SQLite takes for whole rows
	return cards, s.explain("read cards", rows.Err())
}

func byID(a, b srs.Card) int { return cmp.Compare(a.ID, b.ID) }

// selectPackedSQL reads cards with their small numbers two and more to a column:
// columns are what reading thousands of rows costs. A number that shares a column
// is one of 32 bits, but for the state, which may be anything in a damaged file.
const selectPackedSQL = `select id, (state << 34) | ((step & 0xffffffff) << 2) | (flagged << 1) | suspended, stability, difficulty,
	due, (due_day << 32) | (interval & 0xffffffff), last, (last_day << 32) | (buried_until & 0xffffffff),
	(reps << 32) | (lapses & 0xffffffff) from cards`

// packed is a row of selectPackedSQL.
type packed struct {
	id                            string
	marks                         int64
	memory                        srs.Memory
	due, dueDay, last, lastDay, n int64
}

func (p *packed) dest() []any {
	return []any{&p.id, &p.marks, &p.memory.Stability, &p.memory.Difficulty, &p.due, &p.dueDay, &p.last, &p.lastDay, &p.n}
}

func (p *packed) card() (srs.Card, error) {
	low := func(n int64) int64 { return int64(int32(n)) }
	m := image{
		state: p.marks >> 34, step: low(p.marks >> 2), flagged: p.marks >> 1 & 1, suspended: p.marks & 1,
		stability: p.memory.Stability, difficulty: p.memory.Difficulty,
		due: p.due, dueDay: p.dueDay >> 32, interval: low(p.dueDay),
		last: p.last, lastDay: p.lastDay >> 32, buriedUntil: low(p.lastDay),
		reps: p.n >> 32, lapses: low(p.n),
	}
	return m.card(p.id)
}

func byDue(a, b srs.Card) int {
	return cmp.Or(cmp.Compare(a.DueDay, b.DueDay), cmp.Compare(a.Due, b.Due), cmp.Compare(a.ID, b.ID))
}

// Seen returns the ids of all cards that have left State New, in no order. They
// come as one row, from the table read straight through: thousands of rows, or an
// index that leads to all of them, take longer.
func (s *Store) Seen(ctx context.Context) ([]string, error) {
	var ids string
	err := s.db.QueryRowContext(ctx, `select coalesce(group_concat(id, char(10)), '')
		from cards not indexed where state > 0`).Scan(&ids)
	if err != nil || ids == "" {
		return nil, s.explain("read cards", err)
	}
	return strings.Split(ids, "\n"), nil
}

// NextDue returns the first study day after this one on which a card that is
// not suspended is due, 0 when there is none.
func (s *Store) NextDue(ctx context.Context, after srs.Day) (srs.Day, error) {
	var day int64
	err := s.db.QueryRowContext(ctx, `select due_day from cards where state > 0 and due_day > ? and not suspended
		order by due_day limit 1`, int64(after)).Scan(&day)
	if isNone(err) {
		return 0, nil
	}
	return srs.Day(day), s.explain("read cards", err)
}

// Note returns the learner's own note on a card, empty when there is none.
func (s *Store) Note(ctx context.Context, id string) (note string, err error) {
	err = s.db.QueryRowContext(ctx, `select note from notes join cards on key = card where id = ?`, id).Scan(&note)
	if isNone(err) {
		return "", nil
	}
	return note, s.explain("read note", err)
}
