package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

// Rebuild makes the cards, notes and day totals anew from the log, and the
// results of exams from their answers, after a backup. A sound file is the same
// afterwards, row by row. It mends caches and indexes; ErrDamaged means that the log itself cannot be read and Restore is
// the cure.
func (s *Store) Rebuild(ctx context.Context) error {
	if s.readOnly {
		return fmt.Errorf("rebuild: %s: %w", s.path, ErrReadOnly)
	}
	if err := s.backupBefore(ctx, "rebuild"); err != nil {
		return s.explain("backup before rebuild", err)
	}
	return s.write(ctx, "rebuild", func(t *tx) error {
		if _, err := t.ExecContext(t.ctx, `reindex`); err != nil {
			return err
		}
		rows, err := t.QueryContext(t.ctx, selectActSQL+`where a.undone = 0 order by a.id`)
		if err != nil {
			return err
		}
		r := newReplay()
		if err := eachAct(rows, func(a act) error { r.add(a); return nil }); err != nil {
			return err
		}
		if err := t.store(r); err != nil {
			return err
		}
		return t.scoreExams()
	})
}

// store replaces the caches by r's.
func (t *tx) store(r *replay) error {
	ids, err := keys(t.ctx, t.Tx)
	if err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(ids)) {
		if err := t.setCard(key, r.card(key, ids[key])); err != nil {
			return err
		}
	}
	if _, err := t.ExecContext(t.ctx, setShownSQL+`; delete from notes; delete from days`); err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(r.notes)) {
		if err := t.setNote(key, r.notes[key]); err != nil {
			return err
		}
	}
	for _, k := range sortedDays(r.days) {
		if err := t.exec(t.st.addDay, totalArgs(k, r.days[k])...); err != nil {
			return err
		}
	}
	return nil
}
