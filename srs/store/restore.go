package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Restore puts the backup from in the place of the file at path, which no Store
// may have open. The backup is checked before anything changes; the present
// file, whatever its condition, is kept and kept is where, empty when there was
// none. Path is at every moment the old file or the new one.
//
// Errors: ErrForeign, ErrNewer, ErrDamaged for the backup; ErrLocked when
// another dva has the file open; ErrFull, ErrReadOnly.
func Restore(ctx context.Context, path, from string, o Options) (kept string, err error) {
	o = o.withDefaults()
	path, from = resolve(path), resolve(from)
	if path == from {
		return "", fmt.Errorf("restore: %s is the progress file itself", from)
	}
	part := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d%s", filepath.Base(path), os.Getpid(), partSuffix))
	defer os.Remove(part)
	if err := fetch(ctx, from, part); err != nil {
		return "", explain("restore", from, err)
	}
	if size(path) > 0 {
		kept = aside(path, o.Now(), "replaced")
		if err := putAside(ctx, path, kept); err != nil {
			return "", explain("restore", path, err)
		}
	}
	if err := os.Rename(part, path); err != nil {
		return kept, fmt.Errorf("restore: %w", err)
	}
	return kept, syncFolder(filepath.Dir(path))
}

// fetch copies the backup, if it is a sound one that this dva can read.
func fetch(ctx context.Context, from, part string) error {
	if err := examine(ctx, from, false); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(part), 0o700); err != nil {
		return refused(err)
	}
	if err := snapshot(ctx, from, readMode(from), part); err != nil {
		return err
	}
	db, err := connect(part, "immutable", reading())
	if err != nil {
		return err
	}
	defer db.Close()
	lines, err := texts(ctx, db, `pragma integrity_check`)
	if err != nil {
		return err
	}
	if !slices.Equal(lines, []string{"ok"}) {
		return damaged(from, "%s", firstLine(lines))
	}
	return nil
}

// putAside gives the file at path a second name and leaves nothing beside it
// that SQLite would apply to the file that comes.
func putAside(ctx context.Context, path, kept string) error {
	if err := os.MkdirAll(filepath.Dir(kept), 0o700); err != nil {
		return refused(err)
	}
	if err := takeAlone(ctx, path); err != nil {
		return err
	}
	for _, side := range []string{"-wal", "-journal"} {
		// Only a damaged or foreign file still has one.
		if err := os.Rename(path+side, kept+side); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return refused(err)
		}
	}
	if err := os.Remove(path + "-shm"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return refused(err)
	}
	if os.Link(path, kept) == nil {
		return nil
	}
	return copyFile(path, kept)
}

// takeAlone brings all that is beside a sound file into it, which works only
// when nobody else has it open. What is wrong with a damaged file does not
// matter here.
func takeAlone(ctx context.Context, path string) error {
	if examine(ctx, path, false) != nil || checkUnclean(ctx, path) != nil {
		return nil
	}
	// Who has it open is studying: waiting long is of no use.
	db, err := connect(path, "rw", append(writing(), "busy_timeout(200)"))
	if err != nil {
		return err
	}
	defer db.Close()
	var mode string
	err = explain("take alone", path, db.QueryRowContext(ctx, `pragma journal_mode = delete`).Scan(&mode))
	switch {
	case errors.Is(err, ErrDamaged) || errors.Is(err, ErrForeign):
		return nil
	case err == nil && mode != "delete":
		return fmt.Errorf("%s: %w", path, ErrLocked)
	}
	return err
}

func copyFile(from, to string) error {
	r, err := os.Open(from)
	if err != nil {
		return err
	}
	defer r.Close()
	w, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return refused(err)
	}
	if _, err := io.Copy(w, r); err != nil {
		w.Close()
		return refused(err)
	}
	if err := w.Sync(); err != nil {
		w.Close()
		return err
	}
	return w.Close()
}
