package store

import (
	"errors"
	"path/filepath"
	"testing"

	"dva/srs"
)

func TestALockThatLastsIsToldAndNothingIsLost(t *testing.T) {
	path := filepath.Join(t.TempDir(), "progress.db")
	var s [2]*Store
	for i := range s {
		var err error
		if s[i], err = Open(ctx, path, Options{Now: then}); err != nil {
			t.Fatal(err)
		}
		defer s[i].Close()
	}
	if _, err := s[1].db.Exec(`pragma busy_timeout = 20`); err != nil { // less patience than in life
		t.Fatal(err)
	}
	hold, err := s[0].db.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	c := srs.Card{ID: "a"}
	m := srs.Mark{At: then(), Kind: srs.ActSuspend, Before: c, After: c}
	m.After.Marks.Suspended = true
	if _, err := s[1].Mark(ctx, m); !errors.Is(err, ErrLocked) {
		t.Errorf("got %v, want ErrLocked", err)
	}
	if got, err := s[1].Cards(ctx, srs.Filter{All: true}); err != nil || len(got) > 0 {
		t.Errorf("reading gave %v, %v, want nothing at once", got, err)
	}
	if err := hold.Rollback(); err != nil {
		t.Fatal(err)
	}
	if _, err := s[1].Mark(ctx, m); err != nil {
		t.Errorf("after the lock is gone: %v", err)
	}
}
