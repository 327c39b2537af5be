package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strconv"
)

//go:embed migrations/*.sql
var migrations embed.FS

// latest is the newest form of the file, the number of the last migration.
const latest = 1

// bringUpToDate runs the migrations that the file lacks, each in a transaction
// with its number, after a backup.
func (s *Store) bringUpToDate(ctx context.Context) error {
	if err := s.mustBeWritable(ctx); err != nil {
		return err
	}
	version, err := userVersion(ctx, s.db)
	if err != nil {
		return err
	}
	if err := tooNew(s.path, version); err != nil {
		return err
	}
	if version == latest {
		return s.useWAL(ctx)
	}
	if version > 0 {
		if err := s.backupBefore(ctx, fmt.Sprintf("form-%d", latest)); err != nil {
			return fmt.Errorf("backup before bringing the file up to date: %w", err)
		}
	}
	for v := version + 1; v <= latest; v++ {
		if err := s.migrate(context.WithoutCancel(ctx), v); err != nil {
			return fmt.Errorf("bring the file to form %d: %w", v, err)
		}
	}
	return s.useWAL(ctx)
}

// migrate takes the file from the form before to form v. Another process may
// have done so in the meantime.
func (s *Store) migrate(ctx context.Context, v int64) error {
	script, err := migration(v)
	if err != nil {
		return err
	}
	t, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer t.Rollback() // does nothing after Commit
	now, err := userVersion(ctx, t)
	if err != nil || now >= v {
		return err
	}
	if _, err := t.ExecContext(ctx, script); err != nil {
		return err
	}
	if v == 1 {
		if err := s.sign(ctx, t); err != nil {
			return err
		}
	}
	if _, err := t.ExecContext(ctx, fmt.Sprintf(`pragma user_version = %d`, v)); err != nil {
		return err
	}
	return t.Commit()
}

// sign makes a new file ours. It happens before the file has a write-ahead log,
// so that the mark is in the file itself from the beginning.
func (s *Store) sign(ctx context.Context, t *sql.Tx) error {
	var device [8]byte
	_, _ = rand.Read(device[:]) // never fails
	_, err := t.ExecContext(ctx, fmt.Sprintf(`pragma application_id = %d;
		insert into meta (key, value) values ('created', ?), ('device', ?)`, applicationID),
		strconv.FormatInt(s.o.Now().UnixMilli(), 10), hex.EncodeToString(device[:]))
	return err
}

// useWAL turns the write-ahead log on, once for the life of the file. Where the
// file system cannot have one the older way is as safe, only slower.
func (s *Store) useWAL(ctx context.Context) error {
	var mode string
	return s.db.QueryRowContext(ctx, `pragma journal_mode = wal`).Scan(&mode)
}

// migration is the script that leads to form v.
func migration(v int64) (string, error) {
	names, err := fs.Glob(migrations, fmt.Sprintf("migrations/%04d_*.sql", v))
	if err != nil || len(names) != 1 {
		return "", fmt.Errorf("found %d scripts for form %d", len(names), v)
	}
	b, err := migrations.ReadFile(names[0])
	return string(b), err
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func userVersion(ctx context.Context, q querier) (v int64, err error) {
	return v, q.QueryRowContext(ctx, `pragma user_version`).Scan(&v)
}

func (s *Store) mustBeCurrent(ctx context.Context) error {
	version, err := userVersion(ctx, s.db)
	if err != nil {
		return err
	}
	if version < latest {
		return fmt.Errorf("%s: %w: its form is %d, this dva reads %d", s.path, ErrOlder, version, latest)
	}
	return tooNew(s.path, version)
}

// mustBeWritable refuses a file that SQLite could open for reading only. It
// would say so with the first act, which is too late.
func (s *Store) mustBeWritable(ctx context.Context) error {
	c, err := s.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	return c.Raw(func(driver any) error {
		d, ok := driver.(interface{ IsReadOnly(string) (bool, error) })
		if !ok {
			return nil
		}
		only, err := d.IsReadOnly("main")
		if err == nil && only {
			err = fmt.Errorf("%s: %w", s.path, ErrReadOnly)
		}
		return err
	})
}
