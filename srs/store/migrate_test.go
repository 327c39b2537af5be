package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dva/srs"
	"dva/srs/fsrs"
)

var (
	ctx  = context.Background()
	then = func() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) }
)

func known(string) (srs.Model, bool) { return fsrs.Default(), true }

// copyOf puts a file of testdata where it may be changed.
func copyOf(t *testing.T, fixture string) string {
	t.Helper()
	b, err := os.ReadFile(fixture)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "progress.db")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Testdata has a file of each form there ever was. They are kept for ever: a
// learner may come back after years.
func TestAFileOfEveryFormOpensSound(t *testing.T) {
	all, err := scripts()
	if err != nil {
		t.Fatal(err)
	}
	fixtures, err := filepath.Glob("testdata/form-*.db")
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != latest || len(fixtures) != latest {
		t.Fatalf("form %d with %d migrations and %d fixtures", latest, len(all), len(fixtures))
	}
	for _, fixture := range fixtures {
		want := map[string]Report{
			"testdata/form-1.db": {Cards: 7, Reviews: 32, Acts: 43},
			"testdata/form-2.db": {Cards: 20, Reviews: 41, Acts: 56, Exams: 2},
			"testdata/form-3.db": {Cards: 20, Reviews: 43, Acts: 60, Exams: 2},
		}[fixture]
		t.Run(fixture, func(t *testing.T) {
			s, err := Open(ctx, copyOf(t, fixture), Options{Now: then})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			for _, again := range []func() error{func() error { return nil }, func() error { return s.Rebuild(ctx) }} {
				if err := again(); err != nil {
					t.Fatal(err)
				}
				report, err := s.Check(ctx, known)
				if err != nil || !reflect.DeepEqual(report, want) {
					t.Fatalf("check: %+v, %v, want %+v", report, err, want)
				}
			}
			if note, err := s.Note(ctx, "card-1"); note != "mine" || err != nil {
				t.Errorf("the note is %q, %v", note, err)
			}
			if _, err := s.Undo(ctx); want.Exams == 0 && err != nil {
				t.Errorf("undo: %v", err)
			}
		})
	}
}

// newest is a file of the form that is written now.
var newest = fmt.Sprintf("testdata/form-%d.db", latest)

// rows are what the named columns of a table hold, as text.
func rows(t *testing.T, db *sql.DB, table string, columns []string) (all []string) {
	t.Helper()
	r, err := db.QueryContext(ctx, `select json_array(`+strings.Join(columns, ", ")+`) from `+table+` order by 1`)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for r.Next() {
		var text string
		if err := r.Scan(&text); err != nil {
			t.Fatal(err)
		}
		all = append(all, text)
	}
	return all
}

func TestTheSecondFormKeepsEveryRowOfTheFirst(t *testing.T) {
	path := copyOf(t, "testdata/form-1.db")
	old, err := connect(path, "immutable", reading())
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	columns, before := map[string][]string{}, map[string][]string{}
	for _, table := range []string{"meta", "cards", "acts", "notes", "days"} {
		if columns[table], err = texts(ctx, old, `select name from pragma_table_info(?)`, table); err != nil {
			t.Fatal(err)
		}
		before[table] = rows(t, old, table, columns[table])
	}
	s, err := Open(ctx, path, Options{Now: then})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for table, want := range before {
		if got := rows(t, s.db, table, columns[table]); !slices.Equal(got, want) || len(want) == 0 {
			t.Errorf("%s holds\n%s\nwant\n%s", table, got, want)
		}
	}
	indexes, err := texts(ctx, s.db, `select name from sqlite_schema where type = 'index' and sql is not null order by name`)
	want := "acts_again acts_card acts_day acts_exam acts_redo cards_due cards_last cards_marked exams_open"
	if got := strings.Join(indexes, " "); err != nil || got != want {
		t.Errorf("the indexes are %s, %v, want %s", got, err, want)
	}
}

// next is a form to come: two migrations more than there are, of which the last
// is given.
func next(t *testing.T, last string) []string {
	t.Helper()
	all, err := scripts()
	if err != nil {
		t.Fatal(err)
	}
	return append(all, `alter table cards add column one integer`, last)
}

func formOf(t *testing.T, s *Store) int64 {
	t.Helper()
	v, err := userVersion(ctx, s.db)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestABackupOfTheOldFormComesBeforeTheFirstMigration(t *testing.T) {
	path := copyOf(t, newest)
	s, err := Open(ctx, path, Options{Now: then})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	scripts := next(t, `alter table cards add column two integer`)
	for range 2 { // the second time there is nothing to do
		if err := s.bringUpToDate(ctx, scripts); err != nil {
			t.Fatal(err)
		}
	}
	if v := formOf(t, s); v != latest+2 {
		t.Errorf("the form is %d", v)
	}
	entries, err := os.ReadDir(Backups(path))
	if err != nil || len(entries) != 1 || entries[0].Name() != "progress-2026-11-22-120000-before-form-5.db" {
		t.Fatalf("the backups are %v, %v", entries, err)
	}
	old, err := OpenRead(ctx, filepath.Join(Backups(path), entries[0].Name()), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	if v := formOf(t, old); v != latest {
		t.Errorf("the backup's form is %d", v)
	}
}

func TestAMigrationThatFailsLeavesTheFormBeforeIt(t *testing.T) {
	path := copyOf(t, newest)
	s, err := Open(ctx, path, Options{Now: then})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	scripts := next(t, `alter table cards add column two integer; insert into nowhere values (1)`)
	if err := s.bringUpToDate(ctx, scripts); err == nil {
		t.Fatal("the last migration should fail")
	}
	if v := formOf(t, s); v != latest+1 {
		t.Errorf("the form is %d, want the one before the failure", v)
	}
	if _, err := s.db.Exec(`select one from cards`); err != nil {
		t.Errorf("the first migration is not there: %v", err)
	}
	if _, err := s.db.Exec(`select two from cards`); err == nil {
		t.Error("half of the second migration is there")
	}
}

func TestOnlyAnOlderFormIsReadAfterBeingBroughtUpToDate(t *testing.T) {
	path := copyOf(t, "testdata/form-1.db")
	s, err := Open(ctx, path, Options{Now: then})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Exec(`pragma user_version = 0`); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenRead(ctx, path, Options{}); !errors.Is(err, ErrOlder) {
		t.Errorf("got %v, want ErrOlder", err)
	}
}
