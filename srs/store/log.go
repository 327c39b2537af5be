package store

import (
	"context"
	"database/sql"

	"dva/srs"
)

// Reviews hands each review of study day since and later to each, oldest first,
// without undone ones. It stops at the first error and returns it. Each must
// not use the store.
func (s *Store) Reviews(ctx context.Context, since srs.Day, each func(srs.Review) error) error {
	rows, err := s.db.QueryContext(ctx, selectActSQL+`where a.kind = 1 and a.undone = 0 and a.day >= ? order by a.id`, int64(since))
	if err != nil {
		return s.explain("read the log", err)
	}
	return s.explain("read the log", eachAct(rows, func(a act) error { return each(a.Review) }))
}

// eachAct reads rows of selectActSQL to their end.
func eachAct(rows *sql.Rows, each func(act) error) error {
	defer rows.Close()
	for rows.Next() {
		a, err := scanAct(rows.Scan)
		if err != nil {
			return err
		}
		if err := each(a); err != nil {
			return err
		}
	}
	return rows.Err()
}
