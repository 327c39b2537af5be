package store

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
)

// Rename moves what is known of cards from their old ids to new ones, where
// the old is known and the new is not, and returns how many it moved. Nothing
// of the log changes. Ids must not be renamed in a circle.
func (s *Store) Rename(ctx context.Context, toNew map[string]string) (moved int, err error) {
	known, err := s.known(ctx, toNew)
	if err != nil || known == 0 {
		return 0, err
	}
	err = s.write(ctx, "rename cards", func(t *tx) error {
		moved = 0
		for range toNew { // an id may become free on the way
			n, err := t.rename(toNew)
			if moved += n; err != nil || n == 0 {
				return err
			}
		}
		return nil
	})
	return moved, err
}

func (t *tx) rename(toNew map[string]string) (moved int, err error) {
	for _, from := range slices.Sorted(maps.Keys(toNew)) {
		to := toNew[from]
		if err := validID(to); err != nil {
			return 0, err
		}
		r, err := t.ExecContext(t.ctx, `update cards set id = ?2 where id = ?1
			and not exists (select 1 from cards where id = ?2)`, from, to)
		if err != nil {
			return 0, err
		}
		n, err := r.RowsAffected()
		if err != nil {
			return 0, err
		}
		moved += int(n)
	}
	return moved, nil
}

// known counts the old ids that the file has, so that a start with nothing to
// rename only reads.
func (s *Store) known(ctx context.Context, toNew map[string]string) (n int, err error) {
	if len(toNew) == 0 {
		return 0, nil
	}
	ids, err := json.Marshal(slices.Collect(maps.Keys(toNew)))
	if err != nil {
		return 0, err
	}
	err = s.db.QueryRowContext(ctx, `select count(*) from cards where id in (select value from json_each(?))`, string(ids)).Scan(&n)
	return n, s.explain("read cards", err)
}
