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
const latest = 3

// scripts are the migrations in order; the first makes form 1.
func scripts() ([]string, error) {
	var all []string
	err := fs.WalkDir(migrations, "migrations", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		script, err := migrations.ReadFile(path)
		all = append(all, string(script))
		return err
	})
	return all, err
}

// bringUpToDate runs the migrations that the file lacks, each in a transaction
// with its number, after a backup. A new file gets all of them in one, since each
// transaction waits for the disk several times and there is nothing to lose yet.
func (s *Store) bringUpToDate(ctx context.Context, scripts []string) error {
	version, err := userVersion(ctx, s.db)
	if err != nil {
		return err
	}
	want := int64(len(scripts))
	if version > 0 && version < want {
		if err := s.backupBefore(ctx, fmt.Sprintf("form-%d", want)); err != nil {
			return fmt.Errorf("backup before bringing the file up to date: %w", err)
		}
	}
	for version < want {
		to := version + 1
		if version == 0 {
			to = want
		}
		if err := s.migrate(context.WithoutCancel(ctx), scripts[:to]); err != nil {
			return fmt.Errorf("bring the file to form %d: %w", to, err)
		}
		version = to
	}
	return s.useWAL(ctx)
}

// migrate runs those of scripts that the file lacks in one transaction. Another
// process may have run some in the meantime.
func (s *Store) migrate(ctx context.Context, scripts []string) error {
	t, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer t.Rollback() // does nothing after Commit
	now, err := userVersion(ctx, t)
	if err != nil {
		return err
	}
	for v := now; v < int64(len(scripts)); v++ {
		if _, err := t.ExecContext(ctx, scripts[v]); err != nil {
			return err
		}
		if v == 0 {
			if err := s.sign(ctx, t); err != nil {
				return err
			}
		}
		if _, err := t.ExecContext(ctx, fmt.Sprintf(`pragma user_version = %d`, v+1)); err != nil {
			return err
		}
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

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func userVersion(ctx context.Context, q querier) (v int64, err error) {
	return v, q.QueryRowContext(ctx, `pragma user_version`).Scan(&v)
}

// checkForm refuses a file of a newer form and, for one who only reads, of an
// older one. The log beside the file counts here, which examine does not see.
func (s *Store) checkForm(ctx context.Context) error {
	version, err := userVersion(ctx, s.db)
	if err != nil {
		return err
	}
	if version < latest && s.readOnly {
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
