package store

import (
	"errors"
	"fmt"
	"path/filepath"

	"modernc.org/sqlite"
)

// Errors that a caller tells apart. Each comes wrapped with what was being done
// and the file.
var (
	// ErrNoFile means that there is nothing to read yet: the learner has not
	// begun.
	ErrNoFile = errors.New("there is no progress file yet")
	// ErrNewer means that a newer dva wrote the file. It was not touched; the
	// cure is to update dva.
	ErrNewer = errors.New("the file was written by a newer dva")
	// ErrOlder means that the file must first be brought up to date, which Open
	// does and OpenRead does not.
	ErrOlder = errors.New("the file was written by an older dva and is not yet brought up to date")
	// ErrForeign means that the file is another program's, or no database at
	// all. It was not touched.
	ErrForeign = errors.New("this is not a progress file of dva, or its beginning is damaged")
	// ErrDamaged means that the file cannot be trusted. The cures are Rebuild,
	// when only caches are wrong, and Restore.
	ErrDamaged = errors.New("the file is damaged")
	// ErrLocked means that another program kept the file for longer than
	// patience lasts. Nothing is wrong; try again.
	ErrLocked = errors.New("another program is using the file")
	// ErrReadOnly means that the file or its folder may not be read, or not be
	// written by one who wants to study.
	ErrReadOnly = errors.New("no permission to use the file or its folder")
	// ErrFull means that the disk has no room. Saving again works once there
	// is some.
	ErrFull = errors.New("the disk is full")
	// ErrDisk means that the disk failed to read or write.
	ErrDisk = errors.New("the disk failed to read or write")
)

// SQLite's primary result codes: https://www.sqlite.org/rescode.html
const (
	codePerm     = 3
	codeBusy     = 5
	codeLocked   = 6
	codeReadOnly = 8
	codeIO       = 10
	codeCorrupt  = 11
	codeFull     = 13
	codeCantOpen = 14
	codeProtocol = 15
	codeNotADB   = 26

	codeIOWrite = codeIO | 3<<8
	codeIOShort = codeIO | 2<<8 // a read past the end: the file was cut
)

var sentinels = map[int]error{
	codePerm: ErrReadOnly, codeReadOnly: ErrReadOnly, codeCantOpen: ErrReadOnly,
	codeBusy: ErrLocked, codeLocked: ErrLocked, codeProtocol: ErrLocked,
	codeIO: ErrDisk, codeFull: ErrFull,
	codeCorrupt: ErrDamaged, codeNotADB: ErrForeign,
}

// explain adds what was being done, the file and the error that callers branch
// on. Of nil it makes nil.
func (s *Store) explain(doing string, err error) error { return explain(doing, s.path, err) }

func explain(doing, path string, err error) error {
	if err == nil {
		return nil
	}
	var t *told
	if errors.As(err, &t) {
		return fmt.Errorf("%s: %w", doing, err)
	}
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return fmt.Errorf("%s: %w", doing, err)
	}
	kind := kindOf(e.Code(), path)
	if kind == nil {
		return fmt.Errorf("%s: %s: %w", doing, path, err)
	}
	return &told{fmt.Sprintf("%s: %s: %s%s", doing, path, kind, room(kind, path)), kind, err}
}

func kindOf(code int, path string) error {
	switch code {
	case codeIOWrite:
		// Some full disks, quotas and limits on file size show up as a write
		// that failed.
		if n, err := free(filepath.Dir(path)); err == nil && n < 1<<20 {
			return ErrFull
		}
	case codeIOShort:
		return ErrDamaged
	}
	return sentinels[code&0xff]
}

// told is an error that has been explained.
type told struct {
	text  string
	kind  error
	cause error
}

func (t *told) Error() string   { return t.text }
func (t *told) Unwrap() []error { return []error{t.kind, t.cause} }

// room says how much is free where path is, when that may be why.
func room(kind error, path string) string {
	if kind != ErrFull && kind != ErrDisk {
		return ""
	}
	n, err := free(filepath.Dir(path))
	if err != nil {
		return ""
	}
	return fmt.Sprintf(" (%d KiB free there)", n/1024)
}

// damaged is an ErrDamaged with the finding.
func damaged(path, format string, args ...any) error {
	return fmt.Errorf("%s: %w: %s", path, ErrDamaged, fmt.Sprintf(format, args...))
}
