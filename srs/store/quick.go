package store

import (
	"context"
	"database/sql"
)

// readMode is how a file that others may be using is read: past the locks when
// nothing lies beside it, since SQLite would otherwise make files there.
func readMode(path string) string {
	if size(path+"-wal") > 0 {
		return "ro"
	}
	return "immutable"
}

// quickCheck has SQLite look through the file's pages.
func quickCheck(ctx context.Context, db *sql.DB, path string) error {
	found, err := texts(ctx, db, `pragma quick_check(1)`)
	if err != nil {
		return err
	}
	if len(found) != 1 || found[0] != "ok" {
		return damaged(path, "%s", firstLine(found))
	}
	return nil
}

// texts reads one column of text.
func texts(ctx context.Context, q interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}, query string, args ...any,
) (all []string, err error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		all = append(all, text)
	}
	return all, rows.Err()
}

func firstLine(lines []string) string {
	if len(lines) == 0 {
		return "the check gave no answer"
	}
	return lines[0]
}
