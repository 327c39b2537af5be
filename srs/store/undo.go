package store

import (
	"context"
	"database/sql"

	"dva/srs"
	"dva/srs/review"
)

// Undo takes back the newest act that stands and returns it with the card as
// it was before. review.ErrNothingToUndo when no act stands, or the newest is an
// exam's: what was handed in stays handed in, and what lies before it too.
func (s *Store) Undo(ctx context.Context) (done srs.Act, err error) {
	err = s.write(ctx, "undo", func(t *tx) error {
		a, err := t.pick(t.st.newestStanding, review.ErrNothingToUndo)
		if err != nil {
			return err
		}
		if a.ofExam() {
			return review.ErrNothingToUndo
		}
		if err := t.mustBe(a.After, s.path); err != nil {
			return err
		}
		done = a.done(a.Before)
		return t.turn(a, undone, t.takeBack)
	})
	return done, err
}

// Redo does again what the newest Undo took back and returns it with the card
// as it is then. review.ErrNothingToRedo when nothing was taken back or another
// act was made since.
func (s *Store) Redo(ctx context.Context) (done srs.Act, err error) {
	err = s.write(ctx, "redo", func(t *tx) error {
		a, err := t.pick(t.st.oldestUndone, review.ErrNothingToRedo)
		if err != nil {
			return err
		}
		if err := t.mustBe(a.Before, s.path); err != nil {
			return err
		}
		done = a.done(a.After)
		return t.turn(a, standing, t.carryOut)
	})
	return done, err
}

// pick reads the act whose id st returns.
func (t *tx) pick(st *sql.Stmt, none error) (act, error) {
	var id sql.NullInt64
	if err := t.row(st).Scan(&id); err != nil {
		return act{}, err
	}
	if !id.Valid {
		return act{}, none
	}
	return scanAct(t.row(t.st.actRow, id.Int64).Scan)
}

// mustBe guards against copying an image over a card that has become
// another, which only damage can bring about.
func (t *tx) mustBe(want srs.Card, path string) error {
	_, got, err := t.card(want.ID)
	if err != nil {
		return err
	}
	if got != want {
		return damaged(path, "card %s is not what the log says; dva check --rebuild mends that", want.ID)
	}
	return nil
}

func (t *tx) turn(a act, to int64, how func(act) error) error {
	if err := t.exec(t.st.setUndone, to, int64(a.ID)); err != nil {
		return err
	}
	return how(a)
}

// ofExam says whether a mock exam made the act.
func (a act) ofExam() bool { return a.kind == srs.ActForward || a.Source == srs.FromExam }

func (a act) done(now srs.Card) srs.Act {
	return srs.Act{ID: a.ID, Kind: a.kind, Grade: a.Grade, Source: a.Source, Card: now}
}
