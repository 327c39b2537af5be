package store_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"dva/srs"
	"dva/srs/store"
)

// A process that is killed while it brings the log into the file leaves some
// pages of it new and others old, or not there yet; all of them are in the log
// still. Such a file is sound, whichever pages have arrived.
func TestAFileLeftInTheMiddleOfACheckpointIsSound(t *testing.T) {
	const answers, page = 300, 4096
	dir := t.TempDir()
	path := filepath.Join(dir, "progress.db")
	s := open(t, path)
	for i := range answers {
		record(t, s, answer(srs.Card{ID: fmt.Sprintf("card-%03d", i)}, noon, srs.Good))
	}
	before, log := read(t, path), read(t, path+"-wal")
	if len(log) == 0 {
		t.Fatal("there is no log")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	after := read(t, path)
	if len(after) <= len(before) {
		t.Fatalf("the file did not grow: %d, %d bytes", len(before), len(after))
	}
	for arrived := 1; arrived*page <= len(before); arrived++ {
		t.Run(fmt.Sprintf("%d pages", arrived), func(t *testing.T) {
			half := append(append([]byte(nil), after[:arrived*page]...), before[arrived*page:]...)
			path := filepath.Join(t.TempDir(), "progress.db")
			if err := errors.Join(os.WriteFile(path, half, 0o600), os.WriteFile(path+"-wal", log, 0o600)); err != nil {
				t.Fatal(err)
			}
			r, err := store.OpenRead(ctx, path, store.Options{})
			if err != nil {
				t.Fatalf("read: %v", err)
			}
			r.Close()
			s, err := store.Open(ctx, path, store.Options{Now: fixed})
			if err != nil {
				t.Fatalf("open: %v", err)
			}
			defer s.Close()
			if got := cards(t, s, srs.Filter{All: true}); len(got) != answers {
				t.Errorf("%d of %d answers are there", len(got), answers)
			}
		})
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
