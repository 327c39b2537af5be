package store

import (
	"context"
	"time"

	"dva/srs"
	"dva/srs/review"
)

const dayColumns = `again, hard, good, easy, new, questions, due, recalled, took`

const (
	addDaySQL = `insert into days (` + dayColumns + `, day) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		on conflict (day) do update set again = again + excluded.again, hard = hard + excluded.hard,
		good = good + excluded.good, easy = easy + excluded.easy, new = new + excluded.new,
		questions = questions + excluded.questions, due = due + excluded.due,
		recalled = recalled + excluded.recalled, took = took + excluded.took`
	takeDaySQL = `update days set again = again - ?, hard = hard - ?, good = good - ?, easy = easy - ?, new = new - ?,
		questions = questions - ?, due = due - ?, recalled = recalled - ?, took = took - ? where day = ?`
)

// count is what one review adds to its day.
func count(r srs.Review) srs.Total {
	n := srs.Total{Day: r.Day, Reviews: 1, Took: time.Duration(capped(r.Took)) * time.Millisecond}
	n.ByGrade[r.Grade.Index()] = 1
	switch r.Before.State {
	case srs.New:
		n.New = 1
		n.Questions = int(bit(r.Question))
	case srs.Reviewing:
		n.Due = 1
		n.Recalled = int(bit(r.Grade != srs.Again))
	}
	return n
}

func dayArgs(r srs.Review) []any { return totalArgs(count(r)) }

func totalArgs(n srs.Total) []any {
	return []any{
		n.ByGrade[0], n.ByGrade[1], n.ByGrade[2], n.ByGrade[3], n.New, n.Questions, n.Due, n.Recalled,
		n.Took.Milliseconds(), int64(n.Day),
	}
}

// Today returns what was done on study day d, without undone acts.
func (s *Store) Today(ctx context.Context, d srs.Day) (review.Tally, error) {
	days, err := s.Days(ctx, d, d)
	if err != nil || len(days) == 0 {
		return review.Tally{}, err
	}
	tally := review.Tally{Total: days[0]}
	if tally.New > 0 {
		tally.Begun, err = texts(ctx, s.db, `select id from cards where key in (select card from acts
			where kind = 1 and day = ? and before_state = 0 and undone = 0)`, int64(d))
	}
	return tally, s.explain("read today", err)
}

// Days returns the totals of the study days from first to last, both included,
// in order. Days without reviews are left out.
func (s *Store) Days(ctx context.Context, first, last srs.Day) ([]srs.Total, error) {
	rows, err := s.db.QueryContext(ctx, `select `+dayColumns+`, day from days where day between ? and ? order by day`,
		int64(first), int64(last))
	if err != nil {
		return nil, s.explain("read days", err)
	}
	defer rows.Close()
	var days []srs.Total
	for rows.Next() {
		n, err := scanDay(rows.Scan)
		if err != nil {
			return nil, s.explain("read days", err)
		}
		days = append(days, n)
	}
	return days, s.explain("read days", rows.Err())
}

func scanDay(scan func(...any) error) (n srs.Total, err error) {
	var day, took int64
	err = scan(&n.ByGrade[0], &n.ByGrade[1], &n.ByGrade[2], &n.ByGrade[3], &n.New, &n.Questions, &n.Due, &n.Recalled,
		&took, &day)
	n.Day, n.Took = srs.Day(day), time.Duration(took)*time.Millisecond
	for _, g := range n.ByGrade {
		n.Reviews += g
	}
	return n, err
}

// capped is how long an answer took in ms, 0 to srs.MaxTook.
func capped(d time.Duration) int64 { return min(max(d, 0), srs.MaxTook).Milliseconds() }
