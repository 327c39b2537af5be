package store

import (
	"context"
	"errors"
	"fmt"

	"dva/srs"
)

// Record saves a review and its card, and counts it for its day. The time is
// kept to the millisecond, and moved forward when it lies before the log's
// last. review.ErrStale when the stored card is not r.Before, marks included.
func (s *Store) Record(ctx context.Context, r srs.Review) (srs.ActID, error) {
	return s.save(ctx, "save the answer to "+r.Before.ID, act{Review: r, kind: srs.ActReview})
}

// RecordAll saves several reviews, all or none, in their order. Errors as for
// Record.
func (s *Store) RecordAll(ctx context.Context, rs []srs.Review) error {
	if len(rs) == 0 {
		return nil
	}
	acts := make([]act, len(rs))
	for i, r := range rs {
		acts[i] = act{Review: r, kind: srs.ActReview}
	}
	_, err := s.save(ctx, fmt.Sprintf("save %d answers", len(rs)), acts...)
	return err
}

// Mark saves any act but a review. review.ErrStale when the stored card is not
// m.Before or, for a note, the stored note is not m.NoteBefore.
func (s *Store) Mark(ctx context.Context, m srs.Mark) (srs.ActID, error) {
	if m.Kind == srs.ActReview {
		return 0, errors.New("a review is recorded, not marked")
	}
	return s.save(ctx, fmt.Sprintf("save %s of %s", m.Kind, m.Before.ID), act{
		Review: srs.Review{At: m.At, Before: m.Before, After: m.After},
		kind:   m.Kind, noteBefore: m.NoteBefore, noteAfter: m.NoteAfter,
	})
}

// save appends acts in one transaction and returns the last one's number.
func (s *Store) save(ctx context.Context, doing string, acts ...act) (id srs.ActID, err error) {
	err = s.write(ctx, doing, func(t *tx) error {
		b, err := t.batch()
		if err != nil {
			return err
		}
		for _, a := range acts {
			if id, err = b.append(a); err != nil {
				return err
			}
		}
		return b.finish()
	})
	if err != nil {
		return 0, err
	}
	s.backupDaily()
	return id, nil
}
