package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"

	"dva/deck/strict"
	"dva/srs/store"
)

// The exit codes. What a signal ends has 128 and the signal's number.
const (
	exitFine   = 0
	exitFailed = 1
	exitUsage  = 2
)

// errFailed ends a command with exit code 1 when it has already said what is
// wrong.
var errFailed = errors.New("failed")

// usageError is a command line that cannot be understood.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// usage is an error that ends with exit code 2.
func usage(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// hintError is an error with a line that says what can be done.
type hintError struct {
	error
	hint string
}

func (e hintError) Unwrap() error { return e.error }

// hint adds what can be done to err. A nil error stays nil.
func hint(err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	return hintError{err, fmt.Sprintf(format, args...)}
}

// signalError ends a command as the shell expects of one that a signal ended.
type signalError struct{ number int }

func (e signalError) Error() string { return fmt.Sprintf("ended by signal %d", e.number) }

// exitCode is the one place that turns errors into exit codes.
func exitCode(err error) int {
	var sig signalError
	var wrong usageError
	switch {
	case err == nil:
		return exitFine
	case errors.As(err, &sig):
		return 128 + sig.number
	case errors.As(err, &wrong):
		return exitUsage
	}
	return exitFailed
}

// report writes err and its hint for a person, unless it has been said.
func report(w io.Writer, err error) {
	var sig signalError
	if err == nil || errors.Is(err, errFailed) || errors.As(err, &sig) {
		return
	}
	h := hintFor(err)
	for _, line := range strings.Split(strings.TrimSuffix(err.Error(), "; "+h), "\n") {
		fmt.Fprintf(w, "dva: error: %s\n", strict.Clean(line))
	}
	if h != "" {
		fmt.Fprintf(w, "dva: hint: %s\n", strict.Clean(h))
	}
}

// spoken is err with its hint, for places where one sentence has to say both.
// Report takes them apart again.
func spoken(err error) error {
	if h := hintFor(err); h != "" && !strings.HasSuffix(err.Error(), "; "+h) {
		return fmt.Errorf("%w; %s", err, h)
	}
	return err
}

// hintFor is what can be done about err: what the place that made it says, or
// what is known of its kind.
func hintFor(err error) string {
	var h hintError
	switch {
	case errors.As(err, &h):
		return h.hint
	case errors.Is(err, store.ErrNewer):
		return "install the newest dva; the file was not touched"
	case errors.Is(err, store.ErrOlder):
		return "open it once with dva, which brings it up to date"
	case errors.Is(err, store.ErrForeign), errors.Is(err, store.ErrDamaged):
		return "\"dva restore FILE\" brings back a backup; \"dva config path\" says where they are"
	case errors.Is(err, store.ErrLocked):
		return "close what uses the file, or try again in a moment"
	case errors.Is(err, store.ErrReadOnly), errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "make the file and its folder writable, or choose another folder with --home DIR"
	case errors.Is(err, store.ErrFull), errors.Is(err, syscall.ENOSPC):
		return "make room on the disk; everything answered so far is saved"
	case errors.Is(err, store.ErrExists):
		return "choose another name"
	}
	return ""
}
