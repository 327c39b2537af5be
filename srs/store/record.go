package store

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode"

	"dva/srs"
	"dva/srs/review"
)

// Record saves a review and its card, and counts it for its day. The time is
// kept to the millisecond, and moved forward when it lies before the log's
// last. review.ErrStale when the stored card is not r.Before, marks included.
func (s *Store) Record(ctx context.Context, r srs.Review) (id srs.ActID, err error) {
	doing := "save the answer to " + r.Before.ID
	err = s.write(ctx, doing, func(t *tx) error {
		id, err = t.append(act{Review: r, kind: srs.ActReview})
		return err
	})
	if err == nil {
		s.backupDaily()
	}
	return id, err
}

// RecordAll saves several reviews, all or none. Errors as for Record.
func (s *Store) RecordAll(ctx context.Context, rs []srs.Review) error {
	err := s.write(ctx, fmt.Sprintf("save %d answers", len(rs)), func(t *tx) error {
		for _, r := range rs {
			if _, err := t.append(act{Review: r, kind: srs.ActReview}); err != nil {
				return fmt.Errorf("%s: %w", r.Before.ID, err)
			}
		}
		return nil
	})
	if err == nil {
		s.backupDaily()
	}
	return err
}

// Mark saves any act but a review. review.ErrStale when the stored card is not
// m.Before or, for a note, the stored note is not m.NoteBefore.
func (s *Store) Mark(ctx context.Context, m srs.Mark) (id srs.ActID, err error) {
	err = s.write(ctx, fmt.Sprintf("save %s of %s", m.Kind, m.Before.ID), func(t *tx) error {
		id, err = t.append(act{
			Review: srs.Review{At: m.At, Before: m.Before, After: m.After},
			kind:   m.Kind, noteBefore: m.NoteBefore, noteAfter: m.NoteAfter,
		})
		return err
	})
	if err == nil {
		s.backupDaily()
	}
	return id, err
}

// append adds an act to the log and carries it out. What was undone before it
// can no longer be done again.
func (t *tx) append(a act) (srs.ActID, error) {
	if err := a.valid(); err != nil {
		return 0, err
	}
	if err := t.exec(t.st.dropRedo); err != nil {
		return 0, err
	}
	if err := t.orderTime(&a); err != nil {
		return 0, err
	}
	if err := t.claim(&a); err != nil {
		return 0, err
	}
	var id int64
	if err := t.row(t.st.addAct, a.args()...).Scan(&id); err != nil {
		return 0, err
	}
	return srs.ActID(id), t.carryOut(a)
}

// orderTime keeps the log's times from decreasing when the clock was set back.
func (t *tx) orderTime(a *act) error {
	a.at = a.At.UnixMilli()
	_, a.zone = a.At.Zone()
	var last int64
	if err := t.row(t.st.lastAt).Scan(&last); isNone(err) {
		return nil
	} else if err != nil {
		return err
	}
	if a.at < last {
		a.ahead = last + 1 - a.at
		a.at = last + 1
	}
	return nil
}

// claim finds the act's card, or makes it, and holds it against Before.
func (t *tx) claim(a *act) error {
	key, stored, err := t.card(a.Before.ID)
	if isNone(err) {
		if a.Before != (srs.Card{ID: a.Before.ID}) || a.noteBefore != "" {
			return review.ErrStale
		}
		return t.row(t.st.addCard, imageOf(a.Before).args([]any{a.Before.ID})...).Scan(&a.key)
	}
	if err != nil {
		return err
	}
	a.key = key
	if stored != a.Before {
		return review.ErrStale
	}
	if a.kind != srs.ActNote {
		return nil
	}
	note, err := t.note(key)
	if err != nil {
		return err
	}
	if note != a.noteBefore {
		return review.ErrStale
	}
	return nil
}

// carryOut brings the caches to what they are after a.
func (t *tx) carryOut(a act) error {
	if err := t.setCard(a.key, a.After); err != nil {
		return err
	}
	switch a.kind {
	case srs.ActReview:
		return t.exec(t.st.addDay, dayArgs(a.Review)...)
	case srs.ActNote:
		return t.setNote(a.key, a.noteAfter)
	}
	return nil
}

// takeBack brings the caches to what they were before a.
func (t *tx) takeBack(a act) error {
	if err := t.setCard(a.key, a.Before); err != nil {
		return err
	}
	switch a.kind {
	case srs.ActReview:
		if err := t.exec(t.st.takeDay, dayArgs(a.Review)...); err != nil {
			return err
		}
		return t.exec(t.st.dropDay, int64(a.Day))
	case srs.ActNote:
		return t.setNote(a.key, a.noteBefore)
	}
	return nil
}

// card reads a card and its key; sql.ErrNoRows when there is none.
func (t *tx) card(id string) (key int64, c srs.Card, err error) {
	var m image
	if err := t.row(t.st.cardByID, id).Scan(m.dest([]any{&key})...); err != nil {
		return 0, srs.Card{}, err
	}
	c, err = m.card(id)
	return key, c, err
}

func (t *tx) setCard(key int64, c srs.Card) error {
	return t.exec(t.st.setCard, append(imageOf(c).args(nil), key)...)
}

// note is the card's note, empty when there is none.
func (t *tx) note(key int64) (note string, err error) {
	if err = t.row(t.st.noteOf, key).Scan(&note); isNone(err) {
		return "", nil
	}
	return note, err
}

func (t *tx) setNote(key int64, note string) error {
	if note == "" {
		return t.exec(t.st.dropNote, key)
	}
	return t.exec(t.st.setNote, key, note)
}

// valid refuses what no later reader could make sense of.
func (a act) valid() error {
	id := a.Before.ID
	if err := validID(id); err != nil {
		return err
	}
	switch {
	case a.After.ID != id:
		return fmt.Errorf("the card is %q before and %q after", id, a.After.ID)
	case a.kind < srs.ActReview || a.kind > srs.ActReset:
		return fmt.Errorf("there is no act %d", a.kind)
	case a.kind != srs.ActReview:
		return nil
	case !a.Grade.Valid():
		return fmt.Errorf("there is no grade %d", a.Grade)
	case a.After.State == srs.New:
		return fmt.Errorf("%s is new after its review", id)
	}
	return nil
}

func validID(id string) error {
	if id == "" || len(id) > 300 || strings.ContainsFunc(id, unicode.IsControl) {
		return fmt.Errorf("%q cannot be an id: 1 to 300 characters, none of them control characters", id)
	}
	return nil
}

// capped is how long an answer took in ms, 0 to srs.MaxTook.
func capped(d time.Duration) int64 { return min(max(d, 0), srs.MaxTook).Milliseconds() }
