package tuitest

import (
	"context"
	"time"

	"dva/srs"
	"dva/srs/review"
)

// Sitting is a sitting over turns in memory, without a scheduler: a card that
// was again comes back at the end. It is for tests of screens.
type Sitting struct {
	// Fail, when set, is what the next act returns instead of being saved.
	Fail error
	// Grades are those saved, in order, without undone ones.
	Grades []srs.Grade
	// Took is how long each of them took.
	Took []time.Duration
	// Sum is what Summary adds to the counts.
	Sum review.Summary

	turns  []review.Turn
	past   []step
	future []step
}

// step is one act that can be undone, with the turns as they were.
type step struct {
	act    srs.Act
	before []review.Turn
	took   time.Duration
}

// NewSitting makes a sitting that asks turns in order.
func NewSitting(turns ...review.Turn) *Sitting { return &Sitting{turns: turns} }

// Turn is what the learner sees now.
func (s *Sitting) Turn() review.Turn {
	c := review.Counts{Done: len(s.Grades), Due: len(s.turns)}
	for _, g := range s.Grades {
		if g == srs.Again {
			c.Again++
		}
	}
	if len(s.turns) == 0 {
		return review.Turn{Over: true, Counts: c}
	}
	t := s.turns[0]
	t.Counts = c
	return t
}

// Grade saves a grade.
func (s *Sitting) Grade(_ context.Context, g srs.Grade, took time.Duration) (review.Turn, error) {
	if err := s.fail(); err != nil {
		return s.Turn(), err
	}
	s.do(step{act: srs.Act{Kind: srs.ActReview, Grade: g}, took: took})
	return s.Turn(), nil
}

// Suspend takes the card out.
func (s *Sitting) Suspend(context.Context) (review.Turn, error) { return s.mark(srs.ActSuspend) }

// Bury takes the card out.
func (s *Sitting) Bury(context.Context) (review.Turn, error) { return s.mark(srs.ActBury) }

// Flag turns the card's flag.
func (s *Sitting) Flag(context.Context) (review.Turn, error) { return s.mark(srs.ActFlag) }

// SetNote keeps a note.
func (s *Sitting) SetNote(_ context.Context, text string) (review.Turn, error) {
	if err := s.fail(); err != nil {
		return s.Turn(), err
	}
	s.do(step{act: srs.Act{Kind: srs.ActNote}})
	s.turns[0].Note = text
	return s.Turn(), nil
}

func (s *Sitting) mark(k srs.ActKind) (review.Turn, error) {
	if err := s.fail(); err != nil {
		return s.Turn(), err
	}
	s.do(step{act: srs.Act{Kind: k}})
	return s.Turn(), nil
}

func (s *Sitting) fail() error {
	err := s.Fail
	s.Fail = nil
	return err
}

// do applies an act and remembers the turns before it.
func (s *Sitting) do(st step) {
	st.before = append([]review.Turn(nil), s.turns...)
	st.act.Card.ID = s.turns[0].Item.ID
	s.past, s.future = append(s.past, st), nil
	s.apply(st)
}

func (s *Sitting) apply(st step) {
	switch st.act.Kind {
	case srs.ActReview:
		again := s.turns[0]
		s.turns = append([]review.Turn(nil), s.turns[1:]...)
		if st.act.Grade == srs.Again {
			s.turns = append(s.turns, again)
		}
		s.Grades, s.Took = append(s.Grades, st.act.Grade), append(s.Took, st.took)
	case srs.ActFlag:
		s.turns = append([]review.Turn(nil), s.turns...)
		s.turns[0].Card.Marks.Flagged = !s.turns[0].Card.Marks.Flagged
	case srs.ActSuspend, srs.ActBury:
		s.turns = s.turns[1:]
	}
}

// Undo takes back the newest act.
func (s *Sitting) Undo(context.Context) (review.Turn, srs.Act, error) {
	if err := s.fail(); err != nil {
		return s.Turn(), srs.Act{}, err
	}
	n := len(s.past)
	if n == 0 {
		return s.Turn(), srs.Act{}, review.ErrNothingToUndo
	}
	st := s.past[n-1]
	s.past, s.future = s.past[:n-1], append(s.future, st)
	s.turns = st.before
	if st.act.Kind == srs.ActReview {
		s.Grades, s.Took = s.Grades[:len(s.Grades)-1], s.Took[:len(s.Took)-1]
	}
	return s.Turn(), st.act, nil
}

// Redo does again what Undo took back.
func (s *Sitting) Redo(context.Context) (review.Turn, srs.Act, error) {
	n := len(s.future)
	if n == 0 {
		return s.Turn(), srs.Act{}, review.ErrNothingToRedo
	}
	st := s.future[n-1]
	s.past, s.future = append(s.past, st), s.future[:n-1]
	s.apply(st)
	return s.Turn(), st.act, nil
}

// Summary is Sum with what was done.
func (s *Sitting) Summary(context.Context) (review.Summary, error) {
	sum := s.Sum
	sum.Counts = s.Turn().Counts
	for _, g := range s.Grades {
		sum.ByGrade[g.Index()]++
	}
	return sum, nil
}
