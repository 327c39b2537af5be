package store_test

import (
	"os"
	"path/filepath"
	"testing"

	"dva/srs"
	"dva/srs/srstest"
)

// A learner answers 200 cards a day for a year and starts the program twice a
// day. The file stays small, the log beside it too, and all of it agrees.
func TestAYearOfUse(t *testing.T) {
	if testing.Short() || slow > 1 {
		t.Skip("a year takes seconds")
	}
	const (
		days   = 365
		perDay = 200
		single = 5 // of each half day one by one, the others at once
	)
	path := filepath.Join(t.TempDir(), "progress.db")
	log := srstest.History{Cards: 3000, Reviews: days * perDay, Days: days}.Log()
	longest := int64(0)
	for len(log) > 0 {
		s := open(t, path)
		half := log[:perDay/2]
		log = log[len(half):]
		for _, r := range half[:single] {
			record(t, s, r)
		}
		if err := s.RecordAll(ctx, half[single:]); err != nil {
			t.Fatal(err)
		}
		longest = max(longest, size(t, path+"-wal"))
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(path + "-wal"); err == nil {
			t.Fatal("closing left the log behind")
		}
	}
	if n := size(t, path); n > 20<<20 {
		t.Errorf("the file has %d bytes", n)
	}
	if longest > 8<<20 {
		t.Errorf("the log grew to %d bytes", longest)
	}
	s := open(t, path)
	report, err := s.Check(ctx, models)
	if err != nil || len(report.Faults) > 0 || report.Reviews != days*perDay {
		t.Errorf("%+v, %v", report, err)
	}
	if got := len(cards(t, s, srs.Filter{All: true})); got != 3000 {
		t.Errorf("%d cards are known", got)
	}
	t.Logf("%d bytes, log up to %d", size(t, path), longest)
}
