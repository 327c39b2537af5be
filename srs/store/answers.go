package store

import (
	"context"
	"fmt"

	"dva/srs"
)

// answersSQL takes no more of a row than it must, and packs its small numbers
// into one: columns are what reading a log costs. Rows come straight from the
// index on days, so that older ones cost nothing.
const answersSQL = `select day * 16 + grade * 2 + (before_state = 2), at / 1000 + zone, before_last_day, before_stability, before_difficulty
	from acts where kind = 1 and undone = 0 and day >= ? order by day desc, id desc limit ?`

// Answers hands the newest reviews of study day since and later to each, newest
// first, without undone ones: all of them, or the newest limit ones. It stops
// at the first error and returns it. Each must not use the store.
//
// It is the way to read many: Reviews reads whole rows and takes far longer.
func (s *Store) Answers(ctx context.Context, since srs.Day, limit int, each func(srs.Answer) error) error {
	rows, err := s.db.QueryContext(ctx, answersSQL, int64(since), limit)
	if err != nil {
		return s.explain("read the log", err)
	}
	defer rows.Close()
	var (
		packed, clock, last int64
		m                   srs.Memory
		dest                = []any{&packed, &clock, &last, &m.Stability, &m.Difficulty}
	)
	for rows.Next() {
		if err := rows.Scan(dest...); err != nil {
			return s.explain("read the log", err)
		}
		a := srs.Answer{Day: srs.Day(packed >> 4), Hour: hourOf(clock), Grade: srs.Grade(packed >> 1 & 7), Due: packed&1 == 1}
		if !a.Grade.Valid() { // a check in the file keeps it in range; damage may not
			return s.explain("read the log", fmt.Errorf("%w: an answer of %v has grade %d", ErrDamaged, a.Day, a.Grade))
		}
		if a.Due {
			before := srs.Card{State: srs.Reviewing, LastDay: srs.Day(last)}
			a.Memory, a.Elapsed = m, before.Elapsed(a.Day)
		}
		if err := each(a); err != nil {
			return err
		}
	}
	return s.explain("read the log", rows.Err())
}

const secondsOfDay = 24 * 60 * 60

// hourOf is the hour that a clock shows at so many of its seconds since 1970.
func hourOf(seconds int64) int {
	of := seconds % secondsOfDay
	if of < 0 {
		of += secondsOfDay
	}
	return int(of / 3600)
}
