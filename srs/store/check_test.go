package store_test

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dva/srs"
	"dva/srs/store"
)

// raw opens the file past the store, to look at it or to damage it.
func raw(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=busy_timeout(5000)")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return db
}

func damage(t testing.TB, path, statement string) {
	t.Helper()
	db := raw(t, path)
	if _, err := db.Exec(`pragma ignore_check_constraints = 1`); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// dump is every row of every table as text, in order.
func dump(t testing.TB, path string) string {
	t.Helper()
	db := raw(t, path)
	defer db.Close()
	var b strings.Builder
	for _, table := range []string{"meta", "cards", "acts", "notes", "days", "exams", "exam_items", "exam_texts"} {
		rows, err := db.Query(`select * from ` + table + ` order by 1`)
		if err != nil {
			t.Fatal(err)
		}
		names, _ := rows.Columns()
		row, dest := make([]any, len(names)), make([]any, len(names))
		for i := range row {
			dest[i] = &row[i]
		}
		for rows.Next() {
			if err := rows.Scan(dest...); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%s %#v\n", table, row)
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		rows.Close()
	}
	return b.String()
}

// lived is a file with something of everything in it: answers of all grades,
// marks, a note, undone acts and one that can be done again.
func lived(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "progress.db")
	s := open(t, path)
	at := noon
	known := map[string]srs.Card{}
	for i := range 40 {
		id := fmt.Sprintf("card-%d", i%7)
		c, ok := known[id]
		if !ok {
			c.ID = id
		}
		r := graded(c, at, srs.Grades[i%4], i%7 == 3)
		record(t, s, r)
		if i%5 == 4 {
			if _, err := s.Undo(ctx); err != nil {
				t.Fatal(err)
			}
		} else {
			known[id] = r.After
		}
		at = at.Add(7 * time.Hour)
	}
	c := known["card-1"]
	if _, err := s.Mark(ctx, srs.Mark{At: at, Kind: srs.ActNote, Before: c, After: c, NoteAfter: "mine"}); err != nil {
		t.Fatal(err)
	}
	flagged := c
	flagged.Marks.Flagged = true
	if _, err := s.Mark(ctx, srs.Mark{At: at, Kind: srs.ActFlag, Before: c, After: flagged}); err != nil {
		t.Fatal(err)
	}
	record(t, s, graded(srs.Card{ID: "undone"}, at, srs.Good, false))
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestASoundFilePassesAndRebuildChangesNothing(t *testing.T) {
	path := lived(t)
	before := dump(t, path)
	s := open(t, path)
	report, err := s.Check(ctx, models)
	if err != nil || len(report.Faults) > 0 {
		t.Fatalf("check: %v, %v", report.Faults, err)
	}
	if report.Cards != 7 || report.Reviews != 32 || report.Acts != 43 || report.Unproved != 0 {
		t.Errorf("the report counts %+v", report)
	}
	if err := s.Rebuild(ctx); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if after := dump(t, path); after != before {
		t.Errorf("rebuilding changed\n%s\nto\n%s", before, after)
	}
	found, err := filepath.Glob(filepath.Join(store.Backups(path), "progress-2026-11-22-120000-before-rebuild.db"))
	if err != nil || len(found) != 1 {
		t.Errorf("the backup before it is %v, %v", found, err)
	}
}

func TestReviewsOfAnUnknownModelAreTakenAsTheyAre(t *testing.T) {
	s := open(t, lived(t))
	report, err := s.Check(ctx, func(string) (srs.Model, bool) { return nil, false })
	if err != nil || len(report.Faults) > 0 || report.Unproved != 41 {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestDamageToACacheIsFoundAndMended(t *testing.T) {
	for _, tt := range []struct {
		name, damage, want string
	}{
		{"a card is due on another day", `update cards set due_day = due_day + 1 where id = 'card-2'`, "card card-2 is not what the log says"},
		{"a card has no memory", `update cards set state = 0, stability = 0 where id = 'card-2'`, "card card-2 is not"},
		{"a card is in no state there is", `update cards set state = 9 where id = 'card-2'`, "card card-2 is not"},
		{"an undone card is still seen", `update cards set state = 2, stability = 1 where id = 'undone'`, "card undone is not"},
		{"a note is lost", `delete from notes`, "the notes are not"},
		{"a note is new", `insert into notes values (1, 'x')`, "the notes are not"},
		{"a day counts too much", `update days set good = good + 1 where day = (select min(day) from days)`, "the totals of 2026-11-22 are not"},
		{"another text was seen", `update cards set shown = shown + 1 where id = 'card-3'`, "the text that was last seen of card-3 is not"},
		{"no text was seen", `update cards set shown = null where id = 'card-3'`, "the text that was last seen of card-3 is not"},
		{"a text was seen of a card never asked", `update cards set shown = 0 where id = 'undone'`, "the text that was last seen of undone is not"},
		{"a day is lost", `delete from days where day = (select max(day) from days)`, "the totals of 2026-12-0"},
		{"a day is made up", `insert into days values (1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1)`, "the totals of 1970-01-02 are not"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := lived(t)
			before := dump(t, path)
			damage(t, path, tt.damage)
			s := open(t, path)
			report, err := s.Check(ctx, models)
			if err != nil {
				t.Fatal(err)
			}
			if !reports(report, tt.want, "dva check --rebuild") {
				t.Errorf("found %v, want %q", report.Faults, tt.want)
			}
			if err := s.Rebuild(ctx); err != nil {
				t.Fatal(err)
			}
			s.Close()
			if after := dump(t, path); after != before {
				t.Errorf("after rebuilding\n%s\nwant\n%s", after, before)
			}
		})
	}
}

func reports(r store.Report, what, cure string) bool {
	for _, f := range r.Faults {
		if strings.Contains(f.What, what) && strings.Contains(f.Cure, cure) {
			return true
		}
	}
	return false
}

func TestDamageToTheLogIsFound(t *testing.T) {
	for _, tt := range []struct {
		name, damage, want string
	}{
		{"a row is lost", `delete from acts where id = 9`, "other than the act before it had left it"},
		{"a memory was changed", `update acts set after_stability = after_stability * 1.00001 where id = 3`, "review 3 left card-2 with memory"},
		{"a grade was changed", `update acts set grade = 4 where id = 1`, "review 1 left card-0 with memory"},
		{"times are out of order", `update acts set at = at - 100000000 where id = 20`, "act 20 is earlier than the one before it"},
		{"a card is lost", `delete from cards where id = 'card-4'`, "belong to a card that is not there"},
		{"an older act may be done again", `update acts set undone = 1 where id = 5`, "behind one that may be done again"},
		{"another note was there", `update acts set note_before = 'x' where kind = 8`, "found another note on card-1"},
		{"a grade there is not", `update acts set grade = 9 where id = 2`, "damaged"},
		{"a state there is not", `update acts set after_state = 7 where id = 2`, "damaged"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := lived(t)
			damage(t, path, tt.damage)
			report, err := open(t, path).Check(ctx, models)
			if err != nil {
				t.Fatal(err)
			}
			if !reports(report, tt.want, "dva restore") {
				t.Errorf("found %v, want %q", report.Faults, tt.want)
			}
		})
	}
}

func TestAReportStaysReadable(t *testing.T) {
	path := lived(t)
	damage(t, path, `update cards set reps = reps + 1; update acts set after_difficulty = 9.5 where kind = 1`)
	report, err := open(t, path).Check(ctx, models)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(report.Faults); n < 12 || n > 40 {
		t.Errorf("%d faults are listed", n)
	}
	if last := report.Faults[len(report.Faults)-1].What; !strings.HasSuffix(last, "more like these") {
		t.Errorf("the last line is %q", last)
	}
}

func TestUndoRefusesToCopyOverACardThatTheLogDoesNotKnow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "progress.db")
	s := open(t, path)
	record(t, s, answer(srs.Card{ID: "a"}, noon, srs.Good))
	s.Close()
	damage(t, path, `update cards set reps = 7`)
	s = open(t, path)
	if _, err := s.Undo(ctx); !errors.Is(err, store.ErrDamaged) || !strings.Contains(err.Error(), "dva check --rebuild") {
		t.Errorf("got %v, want ErrDamaged with the cure", err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}
