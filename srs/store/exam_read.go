package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"dva/deck/exam"
)

const listingSQL = `select id, exam, bank, length, seed, time, domains, asked, scored, fresh, status, started, started_zone,
	ended, ended_zone, place, used, pauses, breaks, away, time_up, right_scored, right_asked, counts, extra, holder,
	(select count(*) from exam_items where exam_items.exam = exams.id and picked <> 0) from exams `

// row is a row of listingSQL.
type row struct {
	exam.Listing
	domains       []exam.Domain
	figures       figures
	extra, holder int64
}

func scanExam(scan func(...any) error) (r row, err error) {
	var (
		length, domains      string
		seed, limit, status  int64
		started, startedZone int64
		ended, endedZone     sql.NullInt64
		used, away           int64
	)
	l := &r.Listing
	err = scan(&l.ID, &l.Exam, &l.Bank, &length, &seed, &limit, &domains, &l.Asked, &l.Scored, &l.Fresh, &status, &started,
		&startedZone, &ended, &endedZone, &l.Run.At, &used, &l.Run.Pauses, &l.Run.Breaks, &away, &l.Run.TimeUp, &r.figures.right,
		&r.figures.rightAsked, &r.figures.counts, &r.extra, &r.holder, &l.Answered)
	if err != nil {
		return row{}, err
	}
	l.Length, l.Seed, l.Limit = exam.Length(length), uint64(seed), time.Duration(limit)
	l.Run.Status, l.Run.Used, l.Run.Away = exam.Status(status), time.Duration(used), time.Duration(away)
	l.Run.Started = moment(started, startedZone)
	if ended.Valid {
		l.Run.Ended = moment(ended.Int64, endedZone.Int64)
	}
	l.Right, l.RightAsked = int(r.figures.right.Int64), int(r.figures.rightAsked.Int64)
	if r.domains, err = domainsOf(domains); err == nil {
		l.Domains, err = r.figures.domainCounts(r.domains)
	}
	if err != nil {
		return row{}, fmt.Errorf("%w: exam %d: %w", ErrDamaged, l.ID, err)
	}
	return r, nil
}

// moment is a time as the file keeps it.
func moment(ms, zone int64) time.Time {
	return time.UnixMilli(ms).In(time.FixedZone("", int(zone)))
}

// Exams returns all exams, newest first, without loading their texts.
func (s *Store) Exams(ctx context.Context) ([]exam.Listing, error) {
	rows, err := s.db.QueryContext(ctx, listingSQL+`order by id desc`)
	if err != nil {
		return nil, s.explain("read exams", err)
	}
	defer rows.Close()
	var all []exam.Listing
	for rows.Next() {
		r, err := scanExam(rows.Scan)
		if err != nil {
			return nil, s.explain("read exams", err)
		}
		all = append(all, r.Listing)
	}
	return all, s.explain("read exams", rows.Err())
}

// Unfinished returns the open exam, false when there is none.
func (s *Store) Unfinished(ctx context.Context) (exam.Listing, bool, error) {
	r, err := scanExam(s.db.QueryRowContext(ctx, listingSQL+`where status = 0`).Scan)
	if isNone(err) {
		return exam.Listing{}, false, nil
	}
	return r.Listing, err == nil, s.explain("read exams", err)
}

// Exam returns an exam whole. exam.ErrNoExam.
func (s *Store) Exam(ctx context.Context, id exam.ID) (exam.Record, error) {
	t, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return exam.Record{}, s.explain("read exams", err)
	}
	defer t.Rollback() // it only read
	r, err := readExam(ctx, t, id)
	return r, s.explain(fmt.Sprintf("read exam %d", id), err)
}

// reader is a transaction, or what else reads.
type reader interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func readExam(ctx context.Context, q reader, id exam.ID) (exam.Record, error) {
	e, err := scanExam(q.QueryRowContext(ctx, listingSQL+`where id = ?`, int64(id)).Scan)
	if isNone(err) {
		return exam.Record{}, exam.ErrNoExam
	}
	if err != nil {
		return exam.Record{}, err
	}
	r := exam.Record{ID: id, Holder: e.holder, Run: e.Run, Paper: exam.Paper{
		Exam: e.Exam, Bank: e.Bank, Length: e.Length, Seed: e.Seed, Limit: e.Limit, Extra: time.Duration(e.extra), Domains: e.domains,
	}}
	rows, err := q.QueryContext(ctx, `select place, question, domain, skill, service, scored, fresh, hash, choices, text,
		picked, first, flagged, visited, spent from exam_items join exam_texts using (exam, place) where exam = ? order by place`, int64(id))
	if err != nil {
		return exam.Record{}, err
	}
	defer rows.Close()
	for rows.Next() {
		it, a, err := scanItem(rows.Scan, len(r.Answers))
		if err != nil {
			return exam.Record{}, fmt.Errorf("%w: question %d of exam %d: %w", ErrDamaged, len(r.Answers)+1, id, err)
		}
		r.Paper.Items, r.Answers = append(r.Paper.Items, it), append(r.Answers, a)
	}
	if err := rows.Err(); err != nil {
		return exam.Record{}, err
	}
	if n := len(r.Answers); n != e.Asked || r.Run.At >= n {
		return exam.Record{}, fmt.Errorf("%w: exam %d has %d of its %d questions", ErrDamaged, id, n, e.Asked)
	}
	if err := validPaper(r.Paper); err != nil {
		return exam.Record{}, fmt.Errorf("%w: exam %d: %w", ErrDamaged, id, err)
	}
	return r, nil
}

// scanItem reads the item at this place of its paper. What is wrong with it can
// only come from damage.
func scanItem(scan func(...any) error, want int) (it exam.Item, a exam.Answer, err error) {
	var (
		place               int
		hash, picked, spent int64
		first               sql.NullInt64
		choices, text       string
	)
	err = scan(&place, &it.ID, &it.Domain, &it.Skill, &it.Service, &it.Scored, &it.Fresh, &hash, &choices, &text,
		&picked, &first, &a.Flagged, &a.Visited, &spent)
	if err != nil {
		return it, a, err
	}
	if place != want {
		return it, a, fmt.Errorf("it is numbered %d", place+1)
	}
	it.Hash, a.Spent = uint64(hash), time.Duration(spent)
	a.Picked = choicesOf(picked)
	if first.Valid {
		a.First = append([]int{}, choicesOf(first.Int64)...)
	}
	if err := json.Unmarshal([]byte(choices), &it.Order); err != nil {
		return it, a, err
	}
	if it.Question, err = questionOf(text); err != nil {
		return it, a, err
	}
	if n := len(it.Question.Choices); (picked|first.Int64)>>min(n, maxChoices) != 0 {
		return it, a, fmt.Errorf("its answer is none of its %d choices", n)
	}
	return it, a, nil
}

// SeenInExams returns when each question was last shown by an exam, by its id
// then: when that exam ended, or began if it has not. One that was handed in has
// shown all of its questions, since its result has the reasons of each; another
// those that were on the screen.
func (s *Store) SeenInExams(ctx context.Context) (map[string]time.Time, error) {
	rows, err := s.db.QueryContext(ctx, `select question, max(coalesce(ended, started)) from exam_items join exams on id = exam_items.exam
		where visited or status = 1 group by question`)
	if err != nil {
		return nil, s.explain("read exams", err)
	}
	defer rows.Close()
	seen := map[string]time.Time{}
	for rows.Next() {
		var id string
		var at int64
		if err := rows.Scan(&id, &at); err != nil {
			return nil, s.explain("read exams", err)
		}
		seen[id] = time.UnixMilli(at)
	}
	return seen, s.explain("read exams", rows.Err())
}

// Brought returns the cards that an exam brought forward, by their present ids,
// in the order of the questions that they are behind.
func (s *Store) Brought(ctx context.Context, id exam.ID) ([]string, error) {
	ids, err := texts(ctx, s.db, `select c.id from acts a join cards c on c.key = a.card where a.exam = ? and a.kind = 10 order by a.id`, int64(id))
	return ids, s.explain("read exams", err)
}
