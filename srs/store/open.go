package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// patience is how long a call waits for another process's transaction, which
// takes milliseconds.
const patience = 5 * time.Second

// Open opens the learner's file for study. It makes the file, and the folder,
// when there is none, for the learner alone, and brings an older file up to
// date after taking a backup. After an unclean end it checks the file first.
//
// Errors: ErrNewer, ErrForeign, ErrDamaged, ErrLocked, ErrReadOnly, ErrFull.
// With the first three the file is as it was.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	o = o.withDefaults()
	path, err := ensure(path)
	if err != nil {
		return nil, fmt.Errorf("open: %w", err)
	}
	if err := examine(ctx, path, true); err != nil {
		return nil, explain("open", path, err)
	}
	if err := checkUnclean(ctx, path); err != nil {
		return nil, explain("open", path, err)
	}
	db, err := connect(path, "rw", writing())
	if err != nil {
		return nil, explain("open", path, err)
	}
	s := &Store{path: path, db: db, o: o}
	if err := s.begin(ctx); err != nil {
		_ = db.Close()
		return nil, s.explain("open", err)
	}
	s.warnIfLoose()
	return s, nil
}

func (s *Store) begin(ctx context.Context) error {
	if err := s.mustBeWritable(ctx); err != nil {
		return err
	}
	if err := s.checkForm(ctx); err != nil {
		return err
	}
	all, err := scripts()
	if err != nil {
		return err
	}
	return s.bringUpToDate(ctx, all)
}

// OpenRead opens the file for reading alone. It never makes, writes or migrates
// anything, beside SQLite's own -shm file when another dva is writing.
//
// Errors: ErrNoFile when the learner has not begun, ErrNewer, ErrOlder,
// ErrForeign, ErrDamaged, ErrReadOnly when what another program left beside
// the file can only be read by one that may write.
func OpenRead(ctx context.Context, path string, o Options) (*Store, error) {
	path = resolve(path)
	st, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && st.Mode().IsRegular() && st.Size() == 0 {
		return nil, fmt.Errorf("read %s: %w", path, ErrNoFile)
	}
	if err := examine(ctx, path, false); err != nil {
		return nil, explain("read", path, err)
	}
	db, err := connect(path, readMode(path), reading())
	if err != nil {
		return nil, explain("read", path, err)
	}
	s := &Store{path: path, db: db, o: o.withDefaults(), readOnly: true}
	if err := s.checkForm(ctx); err != nil {
		_ = db.Close()
		return nil, s.explain("read", err)
	}
	return s, nil
}

// writing and reading are the pragmas of a connection. They stand in the name
// that database/sql opens, so that a connection made anew has them too. WAL is
// kept by the file itself.
func writing() []string {
	p := append(reading(), "synchronous(full)", "foreign_keys(1)", "journal_size_limit(4194304)")
	if runtime.GOOS == "darwin" {
		p = append(p, "fullfsync(1)", "checkpoint_fullfsync(1)")
	}
	return p
}

func reading() []string {
	return []string{fmt.Sprintf("busy_timeout(%d)", patience.Milliseconds()), "trusted_schema(0)", "cell_size_check(1)"}
}

// connect opens one connection. Mode is rw, ro, or immutable: ro without locks
// and without looking for a log beside the file.
func connect(path, mode string, pragmas []string) (*sql.DB, error) {
	q := url.Values{"_txlock": {"immediate"}, "_dqs": {"0"}, "_error_rc": {"1"}, "_pragma": pragmas, "mode": {mode}}
	if mode == "immutable" {
		q.Set("mode", "ro")
		q.Set("immutable", "1")
	}
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	name := url.URL{Scheme: "file", Path: slashed, RawQuery: q.Encode()}
	db, err := sql.Open("sqlite", name.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// ensure makes the folder 0700 and the file 0600 when they are missing, before
// SQLite sees the file: it would make it readable by others, and gives its
// side files the mode of the main one. It returns path with links resolved.
func ensure(path string) (string, error) {
	path = resolve(path)
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", refused(err)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return path, nil
	}
	if err != nil {
		return "", refused(err)
	}
	if err := f.Close(); err != nil {
		return "", err
	}
	return path, syncFolder(dir)
}

// refused adds ErrReadOnly or ErrFull to an error of the file system.
func refused(err error) error {
	switch {
	case isNoRoom(err):
		return fmt.Errorf("%w: %w", ErrFull, err)
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	}
	return err
}

// resolve makes path absolute and follows links, since SQLite puts its side
// files beside the real file.
func resolve(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

// size is the file's size, 0 when there is none.
func size(path string) int64 {
	st, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return st.Size()
}

// syncFolder puts a folder's entries on disk, where the system knows how.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return nil
	}
	defer d.Close()
	_ = d.Sync() // some file systems refuse; the file itself is synced
	return nil
}

func (s *Store) warnIfLoose() {
	st, err := os.Stat(s.path)
	if err == nil && runtime.GOOS != "windows" && st.Mode().Perm()&0o077 != 0 {
		s.o.Report(fmt.Errorf("%s may be read by others (mode %#o): chmod 600 keeps it yours", s.path, st.Mode().Perm()))
	}
}
