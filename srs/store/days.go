package store

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"dva/srs"
	"dva/srs/review"
)

const dayColumns = `again, hard, good, easy, new, questions, due, recalled, took`

const (
	addDaySQL = `insert into days (` + dayColumns + `, day, exam) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		on conflict (day, exam) do update set again = again + excluded.again, hard = hard + excluded.hard,
		good = good + excluded.good, easy = easy + excluded.easy, new = new + excluded.new,
		questions = questions + excluded.questions, due = due + excluded.due,
		recalled = recalled + excluded.recalled, took = took + excluded.took`
	takeDaySQL = `update days set again = again - ?, hard = hard - ?, good = good - ?, easy = easy - ?, new = new - ?,
		questions = questions - ?, due = due - ?, recalled = recalled - ?, took = took - ? where day = ? and exam = ?`
)

// dayKey is a row of days: what was studied on a day, or what its mock exams
// brought.
type dayKey struct {
	day  srs.Day
	exam bool
}

func keyOf(r srs.Review) dayKey { return dayKey{r.Day, r.Source == srs.FromExam} }

// count is what one review adds to its row.
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

func plus(n, m srs.Total) srs.Total {
	n.Day = m.Day
	n.Reviews += m.Reviews
	for i := range n.ByGrade {
		n.ByGrade[i] += m.ByGrade[i]
	}
	n.New += m.New
	n.Questions += m.Questions
	n.Due += m.Due
	n.Recalled += m.Recalled
	n.Took += m.Took
	return n
}

// sortedDays are the rows in order.
func sortedDays(days map[dayKey]srs.Total) []dayKey {
	return slices.SortedFunc(maps.Keys(days), func(a, b dayKey) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(bit(a.exam), bit(b.exam)))
	})
}

func (k dayKey) args() []any { return []any{int64(k.day), bit(k.exam)} }

func totalArgs(k dayKey, n srs.Total) []any {
	return append([]any{
		n.ByGrade[0], n.ByGrade[1], n.ByGrade[2], n.ByGrade[3], n.New, n.Questions, n.Due, n.Recalled, n.Took.Milliseconds(),
	}, k.args()...)
}

// Today returns what was done on study day d, without undone acts.
func (s *Store) Today(ctx context.Context, d srs.Day) (review.Tally, error) {
	days, err := s.Days(ctx, d, d)
	if err != nil || len(days) == 0 {
		return review.Tally{}, err
	}
	tally := review.Tally{Total: days[0]}
	if tally.Studied().Reviews > 0 {
		err = s.detail(ctx, &tally)
	}
	return tally, s.explain("read today", err)
}

// detail fills in which new cards the day began and what its drills brought.
func (s *Store) detail(ctx context.Context, t *review.Tally) error {
	rows, err := s.db.QueryContext(ctx, `select case before_state when 0 then c.id else '' end, before_due_day <> 0, before_state,
		source, question, took from acts a join cards c on c.key = a.card
		where kind = 1 and day = ? and undone = 0 and (before_state = 0 or source = ?) and source <> ?`,
		int64(t.Day), int64(srs.FromDrill), int64(srs.FromExam))
	if err != nil {
		return err
	}
	defer rows.Close()
	var drilled srs.Total
	for rows.Next() {
		var (
			id                  string
			wanted              bool
			state, source, took int64
			r                   = srs.Review{Day: t.Day, Grade: srs.Good}
		)
		if err := rows.Scan(&id, &wanted, &state, &source, &r.Question, &took); err != nil {
			return err
		}
		r.Before.State, r.Took = srs.State(state), time.Duration(took)*time.Millisecond
		switch {
		case srs.Source(source) == srs.FromDrill:
			drilled = plus(drilled, count(r))
		case wanted:
			t.Wanted++
		default:
			t.Begun = append(t.Begun, id)
		}
	}
	t.Drilled = partOf(drilled)
	return rows.Err()
}

func partOf(n srs.Total) srs.Part {
	return srs.Part{Reviews: n.Reviews, New: n.New, Questions: n.Questions, Due: n.Due, Took: n.Took}
}

// Days returns the totals of the study days from first to last, both included,
// in order. Days without reviews are left out.
func (s *Store) Days(ctx context.Context, first, last srs.Day) ([]srs.Total, error) {
	rows, err := s.db.QueryContext(ctx, `select `+dayColumns+`, day, exam from days where day between ? and ? order by day, exam`,
		int64(first), int64(last))
	if err != nil {
		return nil, s.explain("read days", err)
	}
	defer rows.Close()
	var days []srs.Total
	for rows.Next() {
		k, n, err := scanDay(rows.Scan)
		if err != nil {
			return nil, s.explain("read days", err)
		}
		if k.exam {
			n.Exam = partOf(n)
			if i := len(days) - 1; i >= 0 && days[i].Day == k.day {
				exam := n.Exam
				n, days = plus(days[i], n), days[:i]
				n.Exam = exam
			}
		}
		days = append(days, n)
	}
	return days, s.explain("read days", rows.Err())
}

func scanDay(scan func(...any) error) (k dayKey, n srs.Total, err error) {
	var day, took int64
	err = scan(&n.ByGrade[0], &n.ByGrade[1], &n.ByGrade[2], &n.ByGrade[3], &n.New, &n.Questions, &n.Due, &n.Recalled,
		&took, &day, &k.exam)
	k.day = srs.Day(day)
	n.Day, n.Took = k.day, time.Duration(took)*time.Millisecond
	for _, g := range n.ByGrade {
		n.Reviews += g
	}
	return k, n, err
}

// capped is how long an answer took in ms, 0 to srs.MaxTook.
func capped(d time.Duration) int64 { return min(max(d, 0), srs.MaxTook).Milliseconds() }
