package srstest

import (
	"context"
	"path/filepath"
	"testing"

	"dva/srs"
	"dva/srs/store"
)

// Store is a real, empty store in a temporary folder, closed when the test
// ends. Its clock stands at Start, its days begin at 04:00 UTC, and it takes no
// backups by itself.
func Store(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "progress.db"), store.Options{
		Now:      NewClock(Start).Now,
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
