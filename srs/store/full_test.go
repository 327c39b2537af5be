//go:build linux

package store_test

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dva/srs"
	"dva/srs/store"
)

// squeeze is a way to leave only so many bytes to write behind the end of the
// log, and to take the limit away again.
type squeeze struct {
	to      func(room int64) error
	release func() error
}

// fillUp answers with a little more room each time, so that every write of a
// transaction once is the one that fails. The answer that fails is not there,
// and the same store saves it once there is room.
func fillUp(s *store.Store, by squeeze, want error) error {
	r := graded(srs.Card{ID: "a"}, noon, srs.Good, false)
	failed, saved := 0, 1
	if _, err := s.Record(ctx, r); err != nil {
		return err
	}
	for room := int64(0); room < 64<<10; room += 1 << 10 {
		r = graded(r.After, noon, srs.Good, false)
		if err := by.to(room); err != nil {
			return err
		}
		_, err := s.Record(ctx, r)
		if err := by.release(); err != nil {
			return err
		}
		if err == nil {
			saved++
			continue
		}
		for _, word := range []string{"save the answer to a", s.Path(), "KiB free"} {
			if !errors.Is(err, want) || strings.Count(err.Error(), word) != 1 {
				return fmt.Errorf("unclear: %w", err)
			}
		}
		failed++
		if _, err := s.Record(ctx, r); err != nil { // stale if it was saved after all
			return fmt.Errorf("retry: %w", err)
		}
	}
	report, err := s.Check(ctx, models)
	if err != nil || len(report.Faults) > 0 {
		return fmt.Errorf("check: %v, %w", report.Faults, err)
	}
	if failed < 5 || saved < 5 || report.Reviews != failed+saved {
		return fmt.Errorf("%d failed, %d did not, %d are there", failed, saved, report.Reviews)
	}
	return nil
}

// limited fills up under a limit on the size of files.
func limited(path string) error {
	signal.Ignore(syscall.SIGXFSZ)
	var old syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		return err
	}
	s, err := store.Open(ctx, path, store.Options{Now: fixed})
	if err != nil {
		return err
	}
	defer s.Close()
	return fillUp(s, squeeze{
		to: func(room int64) error {
			log, err := os.Stat(path + "-wal")
			if err != nil {
				return err
			}
			return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: uint64(log.Size() + room), Max: old.Max})
		},
		release: func() error { return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &old) },
	}, store.ErrDisk)
}

func TestALimitOnTheSizeOfFilesLosesNothing(t *testing.T) {
	run(t, child(t, "limited", filepath.Join(t.TempDir(), "progress.db")))
}

func TestAFullDiskLosesNothing(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=4m"); err != nil {
		t.Skip("cannot mount a small disk: ", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	s := open(t, filepath.Join(dir, "progress.db"))
	filler := filepath.Join(dir, "filler")
	err := fillUp(s, squeeze{
		to: func(room int64) error {
			var st syscall.Statfs_t
			if err := syscall.Statfs(dir, &st); err != nil {
				return err
			}
			return os.WriteFile(filler, make([]byte, int64(st.Bavail)*st.Bsize-room), 0o600)
		},
		release: func() error { return os.Remove(filler) },
	}, store.ErrFull)
	if err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func TestANewLearnerOnAFullDiskLearnsSo(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=16k"); err != nil {
		t.Skip("cannot mount a small disk: ", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	path := filepath.Join(dir, "progress.db")
	if _, err := store.Open(ctx, path, store.Options{Now: fixed}); !errors.Is(err, store.ErrFull) {
		t.Errorf("got %v, want ErrFull", err)
	}
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT, "size=4m"); err != nil {
		t.Fatal(err)
	}
	s := open(t, path) // what was begun is not in the way
	record(t, s, answer(srs.Card{ID: "a"}, noon, srs.Good))
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
