package store_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dva/srs"
	"dva/srs/srstest"
	"dva/srs/store"
)

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
