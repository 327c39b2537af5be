// Package store keeps the learner's one file: an SQLite database with a log of
// every act, the cards as the log left them, and a total for each day.
//
// The rules that it keeps:
//
//   - The log, table acts, is the truth. Rows are added, never changed; only
//     their column undone is. Cards, notes and days are caches of it, changed
//     in the transaction that adds the row, and Rebuild makes them anew.
//   - An act is one transaction and is on disk when the call returns. An error
//     means that nothing was saved.
//   - A row holds the card before and after it, so that undo and redo copy and
//     never compute.
//   - Times in the log never decrease. When the clock was set back, a row's
//     time is moved to just behind the last and the row says by how much. The
//     study day stays as the caller counted it.
//   - A mock exam is kept beside the log as it was made and as it went, texts
//     included, so that nothing outside it changes it. Handing it in adds its
//     answers to the log in the same transaction, and nothing takes them back.
//   - Of each card the hash of the text that was last seen is kept, so that a
//     change of the content can be told.
//   - A card hangs on its id alone; acts know it by a number, so renaming an id
//     changes one row.
//   - A file that is not ours, is damaged or was written by a newer version is
//     refused and stays as it is.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"

	"dva/srs"
)

// Options say how a file is opened. The zero value keeps time by UTC and takes
// no backups by itself.
type Options struct {
	// Now is the clock; nil is time.Now.
	Now func() time.Time
	// Calendar tells the day that a backup belongs to.
	Calendar srs.Calendar
	// Daily takes a backup in the background with the first act of a day.
	Daily bool
	// Report hears of what went wrong without stopping anything: a backup that
	// failed, a file that others may read. It is called from any goroutine. Nil
	// is silence.
	Report func(error)
}

func (o Options) withDefaults() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Report == nil {
		o.Report = func(error) {}
	}
	return o
}

// Store is an open file. It may be used from several goroutines.
type Store struct {
	path     string
	db       *sql.DB
	o        Options
	readOnly bool

	prepare sync.Mutex
	st      *statements

	daily daily
}

// Path is the file, with links resolved.
func (s *Store) Path() string { return s.path }

// Close waits a moment for a backup that is being taken and closes the file.
func (s *Store) Close() error {
	s.daily.stop()
	s.prepare.Lock()
	defer s.prepare.Unlock()
	if s.st != nil {
		s.st.close()
		s.st = nil
	}
	return s.explain("close", s.db.Close())
}

// write runs f in one transaction. The context may stop it before it begins,
// never within: a transaction that is cut off half-way leaves a driver in doubt.
func (s *Store) write(ctx context.Context, doing string, f func(*tx) error) error {
	if s.readOnly {
		return fmt.Errorf("%s: %s: %w", doing, s.path, ErrReadOnly)
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	ctx = context.WithoutCancel(ctx)
	st, err := s.statements(ctx)
	if err != nil {
		return s.explain(doing, err)
	}
	t, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return s.explain(doing, err)
	}
	if err := f(&tx{Tx: t, ctx: ctx, st: st}); err != nil {
		_ = t.Rollback() // SQLite may have rolled back already; err says why
		return s.explain(doing, err)
	}
	return s.explain(doing, t.Commit())
}

// tx is a writing transaction with the prepared statements.
type tx struct {
	*sql.Tx
	ctx context.Context
	st  *statements
}

func (t *tx) exec(st *sql.Stmt, args ...any) error {
	_, err := t.StmtContext(t.ctx, st).ExecContext(t.ctx, args...)
	return err
}

func (t *tx) row(st *sql.Stmt, args ...any) *sql.Row {
	return t.StmtContext(t.ctx, st).QueryRowContext(t.ctx, args...)
}

// statements are what an act needs, prepared at the first.
type statements struct {
	lastAt, dropRedo, addAct, setUndone  *sql.Stmt
	cardByID, addCard, setCard, setShown *sql.Stmt
	noteOf, setNote, dropNote            *sql.Stmt
	addDay, takeDay, dropDay             *sql.Stmt
	newestStanding, oldestUndone, actRow *sql.Stmt
	saveExam, saveAnswer                 *sql.Stmt
}

func (s *Store) statements(ctx context.Context) (*statements, error) {
	s.prepare.Lock()
	defer s.prepare.Unlock()
	if s.st != nil {
		return s.st, nil
	}
	st := &statements{}
	for _, p := range st.all() {
		var err error
		if *p.to, err = s.db.PrepareContext(ctx, p.query); err != nil {
			st.close()
			return nil, err
		}
	}
	s.st = st
	return st, nil
}

type prepared struct {
	to    **sql.Stmt
	query string
}

func (st *statements) all() []prepared {
	return []prepared{
		{&st.lastAt, `select at from acts order by id desc limit 1`},
		{&st.dropRedo, `update acts set undone = 2 where undone = 1`},
		{&st.addAct, addActSQL},
		{&st.setUndone, `update acts set undone = ? where id = ?`},
		{&st.cardByID, cardByIDSQL},
		{&st.addCard, addCardSQL},
		{&st.setCard, setCardSQL},
		{&st.setShown, setShownSQL + ` where key = ?`},
		{&st.noteOf, `select note from notes where card = ?`},
		{&st.setNote, `insert into notes (card, note) values (?, ?) on conflict (card) do update set note = excluded.note`},
		{&st.dropNote, `delete from notes where card = ?`},
		{&st.addDay, addDaySQL},
		{&st.takeDay, takeDaySQL},
		{&st.dropDay, `delete from days where day = ? and exam = ? and again + hard + good + easy = 0`},
		{&st.newestStanding, `select max(id) from acts where undone = 0`},
		{&st.oldestUndone, `select min(id) from acts where undone = 1`},
		{&st.actRow, actByIDSQL},
		{&st.saveExam, `update exams set place = ?, used = ?, pauses = ?, breaks = ?, away = ? where id = ? and holder = ? and status = 0`},
		{&st.saveAnswer, `update exam_items set picked = ?, first = ?, flagged = ?, visited = ?, spent = ? where exam = ? and place = ?`},
	}
}

func (st *statements) close() {
	for _, p := range st.all() {
		if *p.to != nil {
			_ = (*p.to).Close()
		}
	}
}

func isNone(err error) bool { return errors.Is(err, sql.ErrNoRows) }
