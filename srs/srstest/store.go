package srstest

import (
	"context"
	"path/filepath"
	"testing"

	"dva/srs"
	"dva/srs/store"
)

// Store is a real, empty store in a temporary folder, closed when the test
// ends. Its clock stands at Start.
func Store(t testing.TB) *store.Store {
	t.Helper()
	return StoreAt(t, filepath.Join(t.TempDir(), "progress.db"), NewClock(Start))
}

// StoreAt opens a store at path by this clock, with days that begin at 04:00
// UTC. It takes no backups by itself.
func StoreAt(t testing.TB, path string, c *Clock) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), path, store.Options{
		Now:      c.Now,
		Calendar: srs.Calendar{Start: srs.Defaults().DayStart},
		Report:   func(err error) { t.Log(err) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}
