package store

import (
	"context"
	"errors"

	"dva/deck/exam"
)

// exams reads each exam whole, and holds its result against its answers and the
// log against both.
func (c *checker) exams() error {
	ids, err := examIDs(c.ctx, c.tx)
	if err != nil {
		return err
	}
	c.report.Exams = len(ids)
	for _, id := range ids {
		if err := c.exam(id); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) exam(id exam.ID) error {
	r, got, err := readResult(c.ctx, c.tx, id)
	if errors.Is(err, ErrDamaged) {
		c.fault(cureRestore, "exam %d cannot be read: %v", id, err)
		return nil
	}
	if err != nil {
		return err
	}
	if got != figuresOf(r) {
		c.fault(cureRebuild, "the result of exam %d is not what its answers say", id)
	}
	answered := 0
	for _, a := range r.Answers {
		if r.Run.Status == exam.Finished && len(a.Picked) > 0 {
			answered++
		}
	}
	var logged int
	err = c.tx.QueryRowContext(c.ctx, `select count(*) from acts where exam = ? and kind = 1`, int64(id)).Scan(&logged)
	if err == nil && logged != answered {
		c.fault(cureRestore, "the log has %d answers of exam %d, which has %d", logged, id, answered)
	}
	return err
}

// scoreExams makes the results of all exams anew.
func (t *tx) scoreExams() error {
	ids, err := examIDs(t.ctx, t)
	if err != nil {
		return err
	}
	for _, id := range ids {
		r, got, err := readResult(t.ctx, t, id)
		if err != nil {
			return err
		}
		if want := figuresOf(r); got != want {
			if err := t.setFigures(id, want); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *tx) setFigures(id exam.ID, f figures) error {
	_, err := t.ExecContext(t.ctx, `update exams set right_scored = ?, right_asked = ?, counts = ? where id = ?`,
		f.right, f.rightAsked, f.counts, int64(id))
	return err
}

// readResult reads an exam and its stored result.
func readResult(ctx context.Context, q reader, id exam.ID) (r exam.Record, f figures, err error) {
	err = q.QueryRowContext(ctx, `select right_scored, right_asked, counts from exams where id = ?`, int64(id)).
		Scan(&f.right, &f.rightAsked, &f.counts)
	if err == nil {
		r, err = readExam(ctx, q, id)
	}
	return r, f, err
}

func examIDs(ctx context.Context, q reader) (ids []exam.ID, err error) {
	rows, err := q.QueryContext(ctx, `select id from exams order by id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id exam.ID
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}
