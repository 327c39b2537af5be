package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"dva/srs"
)

// ErrExists means that a file stands where a backup should go and is no backup.
var ErrExists = errors.New("a file that is no backup of dva is already there")

// Backups is the folder of the backups that are taken of the file at path.
func Backups(path string) string { return filepath.Join(filepath.Dir(path), "backups") }

// Backup writes a copy of everything to file, for the learner alone. The copy
// is complete or not there at all. An older backup at that place is replaced, a
// strange file only with force, a progress file in use never: ErrExists. Acts
// may be saved meanwhile.
func (s *Store) Backup(ctx context.Context, file string, force bool) error {
	file = resolve(file)
	if err := s.mayReplace(ctx, file, force); err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	return explain("backup", file, s.copyTo(ctx, file))
}

// backupBefore takes the backup that a change to the whole file begins with. No
// later one replaces it.
func (s *Store) backupBefore(ctx context.Context, what string) error {
	return s.copyTo(ctx, aside(s.path, s.o.Now(), "before-"+what))
}

// aside is a name among the backups that tells when and why.
func aside(path string, now time.Time, why string) string {
	stem, ext := stemOf(path)
	return filepath.Join(Backups(path), stem+"-"+now.Format("2006-01-02-150405")+"-"+why+ext)
}

// mayReplace never lets a backup replace a file in use, ours or another.
func (s *Store) mayReplace(ctx context.Context, file string, force bool) error {
	there, err := os.Stat(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return refused(err)
	}
	if own, err := os.Stat(s.path); err == nil && os.SameFile(own, there) {
		return fmt.Errorf("%s is the progress file itself", file)
	}
	ours := examine(ctx, file, false) == nil
	switch {
	case ours && isBackup(file):
		return nil
	case !ours && force && there.Mode().IsRegular():
		return nil
	}
	return fmt.Errorf("%s: %w", file, ErrExists)
}

// isBackup tells a backup from a file in use by its header, whose byte 18 is 2
// for a file with a write-ahead log: https://www.sqlite.org/fileformat2.html
func isBackup(file string) bool {
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	var header [19]byte
	_, err = io.ReadFull(f, header[:])
	return err == nil && header[18] == 1
}

// copyTo makes the copy beside its place and moves it there when it is whole
// and on disk.
func (s *Store) copyTo(ctx context.Context, file string) error {
	dir := filepath.Dir(file)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return refused(err)
	}
	part := filepath.Join(dir, fmt.Sprintf(".%s.%d%s", filepath.Base(file), os.Getpid(), partSuffix))
	defer os.Remove(part) // gone already when all went well
	mode := "ro"          // what we may write has its side files, and may be changing
	if s.readOnly {
		mode = readMode(s.path)
	}
	if err := snapshot(ctx, s.path, mode, part); err != nil {
		return err
	}
	if err := os.Rename(part, file); err != nil {
		return err
	}
	return syncFolder(dir)
}

const partSuffix = ".part"

// snapshot writes what the file at path holds to the new file at to: checked,
// without free space, for the learner alone, and on disk. It has a connection of
// its own, so that nobody waits for it.
func snapshot(ctx context.Context, path, mode, to string) error {
	db, err := connect(path, mode, reading())
	if err != nil {
		return err
	}
	defer db.Close()
	if err := quickCheck(ctx, db, path); err != nil {
		return err
	}
	if err := makeEmpty(to); err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, `vacuum into ?`, to); err != nil {
		return err
	}
	return syncFile(to)
}

// makeEmpty makes a file 0600 that SQLite then fills; by itself it would make
// it readable by others.
func makeEmpty(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return refused(err)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return refused(err)
	}
	return f.Close()
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}

// backupOf is the daily backup: progress-2026-11-22.db.
func backupOf(path string, day srs.Day) string {
	stem, ext := stemOf(path)
	return filepath.Join(Backups(path), stem+"-"+day.String()+ext)
}

func stemOf(path string) (stem, ext string) {
	base := filepath.Base(path)
	ext = filepath.Ext(base)
	return strings.TrimSuffix(base, ext), ext
}
