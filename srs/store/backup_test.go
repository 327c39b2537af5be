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
	"time"

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

func TestRestorePutsABackupInPlaceAndKeepsTheFile(t *testing.T) {
	path := lived(t)
	backup := filepath.Join(t.TempDir(), "backup.db")
	s := open(t, path)
	if err := s.Backup(ctx, backup, false); err != nil {
		t.Fatal(err)
	}
	then := dump(t, backup)
	record(t, s, answer(srs.Card{ID: "later"}, noon.AddDate(1, 0, 0), srs.Good))
	s.Close()
	now := dump(t, path)

	kept, err := store.Restore(ctx, path, backup, store.Options{Now: fixed})
	if err != nil {
		t.Fatal(err)
	}
	if dump(t, path) != then {
		t.Error("the file is not the backup")
	}
	if dump(t, kept) != now {
		t.Error("what was kept is not the file of before")
	}
	if want := filepath.Join(store.Backups(path), "progress-2026-11-22-120000-replaced.db"); kept != want {
		t.Errorf("kept as %s, want %s", kept, want)
	}
	if mode := modeOf(t, path); mode != 0o600 {
		t.Errorf("its mode is %#o", mode)
	}
	s = open(t, path)
	if report, err := s.Check(ctx, models); err != nil || len(report.Faults) > 0 {
		t.Errorf("check: %v, %v", report.Faults, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Errorf("undo after restoring: %v", err)
	}
}

func TestRestoreReplacesADamagedFileAndALostOne(t *testing.T) {
	path := lived(t)
	backup := filepath.Join(t.TempDir(), "backup.db")
	s := open(t, path)
	if err := s.Backup(ctx, backup, false); err != nil {
		t.Fatal(err)
	}
	s.Close()
	want := dump(t, path)
	for _, tt := range []struct {
		name   string
		break_ func() error
		kept   bool
	}{
		{"a text in its place", func() error { return os.WriteFile(path, []byte("not a database"), 0o600) }, true},
		{"half of it", func() error { return os.Truncate(path, size(t, path)/2) }, true},
		{"a strange log beside it", func() error { return os.WriteFile(path+"-wal", []byte(strings.Repeat("x", 5000)), 0o600) }, true},
		{"nothing there", func() error { return os.Remove(path) }, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if err := tt.break_(); err != nil {
				t.Fatal(err)
			}
			clock := srstest.NewClock(noon.Add(time.Duration(len(tt.name)) * time.Hour))
			kept, err := store.Restore(ctx, path, backup, store.Options{Now: clock.Now})
			if err != nil {
				t.Fatal(err)
			}
			if (kept != "") != tt.kept {
				t.Errorf("kept %q", kept)
			}
			if dump(t, path) != want {
				t.Error("the file is not the backup")
			}
		})
	}
}

func size(t *testing.T, path string) int64 {
	t.Helper()
	st, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return st.Size()
}

func TestRestoreRefusesWhatIsNoSoundBackup(t *testing.T) {
	path := lived(t)
	before := dump(t, path)
	dir := t.TempDir()
	good := filepath.Join(dir, "good.db")
	s := open(t, path)
	if err := s.Backup(ctx, good, false); err != nil {
		t.Fatal(err)
	}
	s.Close()
	variant := func(name string, change func(file string) error) string {
		file := filepath.Join(dir, name)
		b, err := os.ReadFile(good)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := change(file); err != nil {
			t.Fatal(err)
		}
		return file
	}
	exec := func(statement string) func(string) error {
		return func(file string) error {
			_, err := raw(t, file).Exec(statement)
			return err
		}
	}
	for _, tt := range []struct {
		name string
		from string
		want error
	}{
		{"a text", variant("text", func(f string) error { return os.WriteFile(f, []byte("text"), 0o600) }), store.ErrForeign},
		{"another program's database", variant("other", exec(`pragma application_id = 7`)), store.ErrForeign},
		{"a newer form", variant("newer", exec(`pragma user_version = 99`)), store.ErrNewer},
		{"half a file", variant("half", func(f string) error { return os.Truncate(f, size(t, f)/2) }), store.ErrDamaged},
		{"an empty file", variant("empty", func(f string) error { return os.Truncate(f, 0) }), store.ErrForeign},
		{"no file", filepath.Join(dir, "none"), fs.ErrNotExist},
		{"the file itself", path, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			kept, err := store.Restore(ctx, path, tt.from, store.Options{Now: fixed})
			if err == nil || kept != "" || tt.want != nil && !errors.Is(err, tt.want) {
				t.Errorf("got %q, %v, want %v", kept, err, tt.want)
			}
		})
	}
	if dump(t, path) != before {
		t.Error("the file changed")
	}
	if left := names(t, filepath.Dir(path)); !slices.Equal(left, []string{"progress.db"}) {
		t.Errorf("left over: %v", left)
	}
}

func TestRestoreRefusesAFileThatIsOpen(t *testing.T) {
	path := lived(t)
	backup := filepath.Join(t.TempDir(), "backup.db")
	s := open(t, path)
	if err := s.Backup(ctx, backup, false); err != nil {
		t.Fatal(err)
	}
	c := record(t, s, answer(srs.Card{ID: "x"}, noon.AddDate(1, 0, 0), srs.Good))
	if _, err := store.Restore(ctx, path, backup, store.Options{Now: fixed}); !errors.Is(err, store.ErrLocked) {
		t.Fatalf("got %v, want ErrLocked", err)
	}
	record(t, s, answer(c, noon.AddDate(1, 0, 1), srs.Good)) // and goes on being used
}
