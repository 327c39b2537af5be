package store_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"dva/srs"
	"dva/srs/srstest"
	"dva/srs/store"
)

func TestABackupIsTheWholeFile(t *testing.T) {
	path := lived(t)
	s := open(t, path)
	file := filepath.Join(t.TempDir(), "new folder", "copy.db")
	if err := s.Backup(ctx, file, false); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if dump(t, file) != dump(t, path) {
		t.Error("the backup differs from the file")
	}
	if mode := modeOf(t, file); mode != 0o600 {
		t.Errorf("its mode is %#o", mode)
	}
	if left := names(t, filepath.Dir(file)); !slices.Equal(left, []string{"copy.db"}) {
		t.Errorf("beside it lies %v", left)
	}
}

func modeOf(t *testing.T, path string) fs.FileMode {
	t.Helper()
	st, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return st.Mode().Perm()
}

func names(t *testing.T, dir string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestABackupReplacesOnlyABackup(t *testing.T) {
	s := open(t, lived(t))
	dir := t.TempDir()
	older := filepath.Join(dir, "older.db")
	if err := s.Backup(ctx, older, false); err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(dir, "text")
	if err := os.WriteFile(text, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	inUse := filepath.Join(dir, "other", "progress.db")
	record(t, open(t, inUse), answer(srs.Card{ID: "a"}, noon, srs.Good))

	for _, tt := range []struct {
		name  string
		file  string
		force bool
		ok    bool
	}{
		{"an older backup is replaced", older, false, true},
		{"a text is kept", text, false, false},
		{"a folder is kept even by force", dir, true, false},
		{"another learner's file is kept even by force", inUse, true, false},
		{"the file itself is kept even by force", s.Path(), true, false},
		{"a text goes by force", text, true, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := s.Backup(ctx, tt.file, tt.force)
			if (err == nil) != tt.ok {
				t.Errorf("got %v", err)
			}
			if !tt.ok && !tt.force && !errors.Is(err, store.ErrExists) {
				t.Errorf("got %v, want ErrExists", err)
			}
		})
	}
}

// reported collects what a store says went wrong.
type reported struct {
	mu   sync.Mutex
	errs []error
}

func (r *reported) add(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.errs = append(r.errs, err)
}

func (r *reported) all() []error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.errs)
}

func openDaily(t *testing.T, path string, clock *srstest.Clock) (*store.Store, *reported) {
	t.Helper()
	r := &reported{}
	s, err := store.Open(ctx, path, store.Options{Now: clock.Now, Daily: true, Report: r.add})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s, r
}

func TestTheFirstAnswerOfADayTakesABackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), "progress.db")
	clock := srstest.NewClock(noon)
	c := srs.Card{ID: "a"}
	for day := range 3 {
		s, r := openDaily(t, path, clock)
		for range 3 {
			c = record(t, s, answer(c, clock.Now(), srs.Good))
		}
		if err := s.Close(); err != nil { // waits for the backup
			t.Fatal(err)
		}
		if errs := r.all(); len(errs) > 0 {
			t.Fatal(errs)
		}
		if got := len(names(t, store.Backups(path))); got != day+1 {
			t.Errorf("on day %d there are %d backups", day, got)
		}
		clock.AdvanceDays(1)
	}
	if got := names(t, store.Backups(path))[0]; got != "progress-2026-11-22.db" {
		t.Errorf("the first is called %s", got)
	}
	if mode := modeOf(t, store.Backups(path)); mode != 0o700 {
		t.Errorf("the folder's mode is %#o", mode)
	}
}

func TestAYearOfBackupsLeavesSevenDaysAndFourWeeks(t *testing.T) {
	path := filepath.Join(t.TempDir(), "progress.db")
	clock := srstest.NewClock(noon)
	dir := store.Backups(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	begin := srs.DayOf(noon)
	for i := range srs.Day(60) { // stand-ins: only names count
		name := filepath.Join(dir, "progress-"+(begin-60+i).String()+".db")
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	kept := []string{
		"progress-2026-11-22-120000-before-rebuild.db", "mine.db", ".progress-2026-11-22.db.77.part", // of today, perhaps at work
		"progress-2027-01-01.db", // a wrong clock made it
	}
	for _, name := range append([]string{".progress-2026-11-20.db.12.part"}, kept...) {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, r := openDaily(t, path, clock)
	record(t, s, answer(srs.Card{ID: "a"}, noon, srs.Good))
	s.Close()
	if errs := r.all(); len(errs) > 0 {
		t.Fatal(errs)
	}
	want := append([]string{
		"progress-2026-11-22.db", "progress-2026-11-21.db", "progress-2026-11-20.db", "progress-2026-11-19.db",
		"progress-2026-11-18.db", "progress-2026-11-17.db", "progress-2026-11-16.db", // 22 November is a Sunday
		"progress-2026-11-15.db", "progress-2026-11-08.db", "progress-2026-11-01.db", "progress-2026-10-25.db",
	}, kept...)
	slices.Sort(want)
	if got := names(t, dir); !slices.Equal(got, want) {
		t.Errorf("left are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestABackupThatFailsIsReportedAndStopsNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "progress.db")
	if err := os.WriteFile(store.Backups(path), []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	s, r := openDaily(t, path, srstest.NewClock(noon))
	c := record(t, s, answer(srs.Card{ID: "a"}, noon, srs.Good))
	record(t, s, answer(c, noon, srs.Good))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if errs := r.all(); len(errs) != 1 || !strings.HasPrefix(errs[0].Error(), "today's backup: ") {
		t.Errorf("reported %v, want today's backup once", errs)
	}
}
