package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"dva/deck/exam"
	"dva/srs"
	"dva/srs/review"
)

// BeginExam keeps a paper as an open exam. exam.ErrUnfinished when another is
// open.
func (s *Store) BeginExam(ctx context.Context, p exam.Paper, at time.Time) (r exam.Record, err error) {
	if err := validPaper(p); err != nil {
		return r, fmt.Errorf("begin an exam: %w", err)
	}
	err = s.write(ctx, "begin an exam", func(t *tx) error {
		var open bool
		if err := t.QueryRowContext(t.ctx, `select exists (select 1 from exams where status = 0)`).Scan(&open); err != nil {
			return err
		}
		if open {
			return exam.ErrUnfinished
		}
		id, err := t.addExam(p, at)
		if err != nil {
			return err
		}
		r, err = readExam(t.ctx, t, id)
		return err
	})
	return r, s.acted(err)
}

// acted is called after an act with its error.
func (s *Store) acted(err error) error {
	if err == nil {
		s.backupDaily()
	}
	return err
}

func (t *tx) addExam(p exam.Paper, at time.Time) (id exam.ID, err error) {
	domains, err := domainsText(p.Domains)
	if err != nil {
		return 0, err
	}
	scored := 0
	for _, it := range p.Items {
		scored += int(bit(it.Scored))
	}
	_, zone := at.Zone()
	err = t.QueryRowContext(t.ctx, `insert into exams (holder, exam, bank, length, seed, time, extra, domains, asked, scored, fresh,
		started, started_zone) values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
		p.Exam, p.Bank, string(p.Length), int64(p.Seed), int64(p.Limit), int64(p.Extra), domains, len(p.Items), scored, p.Fresh(),
		at.UnixMilli(), zone).Scan(&id)
	if err != nil {
		return 0, err
	}
	for i, it := range p.Items {
		if err := t.addItem(id, i, it); err != nil {
			return 0, err
		}
	}
	return id, nil
}

func (t *tx) addItem(id exam.ID, i int, it exam.Item) error {
	order, err := json.Marshal(it.Order)
	if err != nil {
		return err
	}
	text, err := questionText(it.Question)
	if err != nil {
		return err
	}
	_, err = t.ExecContext(t.ctx, `insert into exam_items (exam, place, question, domain, skill, service, scored, fresh, hash, choices)
		values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		int64(id), i, it.ID, it.Domain, it.Skill, it.Service, bit(it.Scored), bit(it.Fresh), int64(it.Hash), string(order))
	if err != nil {
		return err
	}
	_, err = t.ExecContext(t.ctx, `insert into exam_texts (exam, place, text) values (?, ?, ?)`, int64(id), i, text)
	return err
}

// TakeExam takes up the open exam, so that whoever held it cannot save any
// more. exam.ErrNoExam when none is open.
func (s *Store) TakeExam(ctx context.Context) (r exam.Record, err error) {
	err = s.write(ctx, "take up the exam", func(t *tx) error {
		var id exam.ID
		err := t.QueryRowContext(t.ctx, `update exams set holder = holder + 1 where status = 0 returning id`).Scan(&id)
		if isNone(err) {
			return exam.ErrNoExam
		}
		if err != nil {
			return err
		}
		r, err = readExam(t.ctx, t, id)
		return err
	})
	return r, s.acted(err)
}

// SaveExam saves a change of an open exam. exam.ErrTaken, exam.ErrEnded,
// exam.ErrNoExam.
func (s *Store) SaveExam(ctx context.Context, id exam.ID, c exam.Change) error {
	if c.Run.Status != exam.Open {
		return fmt.Errorf("save exam %d: it is %s, and only an open one is saved", id, c.Run.Status)
	}
	return s.acted(s.write(ctx, fmt.Sprintf("save exam %d", id), func(t *tx) error { return t.saveExam(id, c) }))
}

// EndExam saves the last change of an exam, whose run has ended, and with it
// what a finished one brings to memory. The figures of its result are computed
// from what the file then holds. exam.ErrTaken, exam.ErrEnded, exam.ErrNoExam;
// review.ErrStale when a card is not what the credit was computed from.
func (s *Store) EndExam(ctx context.Context, id exam.ID, c exam.Change, credit review.Credit) error {
	if c.Run.Status == exam.Open || c.Run.Ended.IsZero() {
		return fmt.Errorf("end exam %d: it has not ended", id)
	}
	return s.acted(s.write(ctx, fmt.Sprintf("end exam %d", id), func(t *tx) error {
		if err := t.saveExam(id, c); err != nil {
			return err
		}
		_, zone := c.Run.Ended.Zone()
		r, err := readExam(t.ctx, t, id)
		if err != nil {
			return err
		}
		r.Run.Status = c.Run.Status
		f := figuresOf(r)
		_, err = t.ExecContext(t.ctx, `update exams set status = ?, ended = ?, ended_zone = ?, time_up = ?, right_scored = ?,
			right_asked = ?, counts = ? where id = ?`,
			int64(c.Run.Status), c.Run.Ended.UnixMilli(), zone, bit(c.Run.TimeUp), f.right, f.rightAsked, f.counts, int64(id))
		if err != nil {
			return err
		}
		return t.credit(id, credit)
	}))
}

// saveExam saves the run but for its end, and the answers that changed.
func (t *tx) saveExam(id exam.ID, c exam.Change) error {
	r, err := t.StmtContext(t.ctx, t.st.saveExam).ExecContext(t.ctx,
		c.Run.At, int64(c.Run.Used), c.Run.Pauses, c.Run.Breaks, int64(c.Run.Away), int64(id), c.Holder)
	if err != nil {
		return err
	}
	n, err := r.RowsAffected()
	if err != nil {
		return err
	}
	if n == 0 {
		return t.whyNotSaved(id)
	}
	for _, it := range c.Items {
		if err := t.saveAnswer(id, it); err != nil {
			return err
		}
	}
	return nil
}

// whyNotSaved says why no open exam of this number and holder is there.
func (t *tx) whyNotSaved(id exam.ID) error {
	var status int64
	err := t.QueryRowContext(t.ctx, `select status from exams where id = ?`, int64(id)).Scan(&status)
	switch {
	case isNone(err):
		return exam.ErrNoExam
	case err != nil:
		return err
	case exam.Status(status) != exam.Open:
		return exam.ErrEnded
	}
	return exam.ErrTaken
}

func (t *tx) saveAnswer(id exam.ID, it exam.ItemChange) error {
	picked, err := setOf(it.Answer.Picked)
	if err != nil {
		return err
	}
	var first any
	if it.Answer.First != nil {
		if first, err = setOf(it.Answer.First); err != nil {
			return err
		}
	}
	r, err := t.StmtContext(t.ctx, t.st.saveAnswer).ExecContext(t.ctx, picked, first, bit(it.Answer.Flagged), bit(it.Answer.Visited),
		int64(it.Answer.Spent), int64(id), it.Index)
	if err != nil {
		return err
	}
	n, err := r.RowsAffected()
	if err == nil && n == 0 {
		err = fmt.Errorf("there is no question %d", it.Index+1)
	}
	return err
}

// credit adds to the log what the exam brings to memory.
func (t *tx) credit(id exam.ID, c review.Credit) error {
	if len(c.Reviews)+len(c.Forward) == 0 {
		return nil
	}
	b, err := t.batch()
	if err != nil {
		return err
	}
	var acts []act
	for _, r := range c.Reviews {
		if r.Source != srs.FromExam {
			return fmt.Errorf("the answer to %s is from %s", r.Before.ID, r.Source)
		}
		acts = append(acts, act{Review: r, kind: srs.ActReview, exam: int64(id)})
	}
	for _, m := range c.Forward {
		if m.Kind != srs.ActForward {
			return fmt.Errorf("%s of %s is no part of an exam", m.Kind, m.Before.ID)
		}
		acts = append(acts, act{Review: srs.Review{At: m.At, Before: m.Before, After: m.After}, kind: m.Kind, exam: int64(id)})
	}
	for _, a := range acts {
		if _, err := b.append(a); err != nil {
			return err
		}
	}
	return b.finish()
}
