package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"dva/deck/exam"
	"dva/srs"
	"dva/srs/srstest"
	"dva/srs/store"
)

// tryEverything opens whatever is at path and does what a program would. Errors
// are welcome. A file that was refused must be as it was.
func tryEverything(t testing.TB, path string) {
	t.Helper()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if s, err := store.OpenRead(ctx, path, store.Options{}); err == nil {
		readEverything(s)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, before) {
		t.Errorf("reading changed the file: %v", err)
	}
	s, err := store.Open(ctx, path, store.Options{Now: fixed})
	if err != nil {
		if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, before) {
			t.Errorf("a file that was refused has changed: %v", err)
		}
		return
	}
	readEverything(s)
	if r, err := s.TakeExam(ctx); err == nil {
		_ = s.SaveExam(ctx, r.ID, exam.Change{Holder: r.Holder, Run: r.Run})
		r.Run.Status, r.Run.Ended = exam.Finished, noon
		_ = srstest.Exams(s, 10).End(ctx, r, exam.Change{Holder: r.Holder, Run: r.Run})
	}
	_, _ = s.Record(ctx, answer(srs.Card{ID: "another"}, noon.AddDate(1, 0, 0), srs.Good))
	_, _ = s.Undo(ctx)
	_, _ = s.Redo(ctx)
	_ = s.Rebuild(ctx)
	_ = s.Close()
}

func readEverything(s *store.Store) {
	_, _ = s.Cards(ctx, srs.Filter{All: true})
	_, _ = s.Cards(ctx, srs.Filter{DueBy: day0})
	_, _ = s.Cards(ctx, srs.Filter{IDs: []string{"card-1"}})
	_, _ = s.Seen(ctx)
	_, _ = s.Today(ctx, day0)
	_, _ = s.Days(ctx, 0, 1<<20)
	_, _ = s.Note(ctx, "card-1")
	_ = s.Reviews(ctx, 0, func(srs.Review) error { return nil })
	_, _ = s.History(ctx, "card-1")
	_, _ = s.Shown(ctx, nil)
	_, _ = s.Notes(ctx)
	_, _ = s.Missed(ctx, 0)
	_, _ = s.Exams(ctx)
	_, _ = s.Exam(ctx, 1)
	_, _, _ = s.Unfinished(ctx)
	_, _ = s.SeenInExams(ctx)
	_, _ = s.Brought(ctx, 1)
	_, _ = s.Check(ctx, models)
}

func TestFlippedBitsNeverPanicAndAreNeverOverwritten(t *testing.T) {
	sound, err := os.ReadFile(sat(t))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for seed := range uint64(300 / slow) {
		rng := rand.New(rand.NewPCG(seed, 0))
		b := bytes.Clone(sound)
		for range 1 + rng.IntN(20) {
			b[rng.IntN(len(b))] ^= 1 << rng.IntN(8)
		}
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) { tryEverything(t, put(t, dir, b)) })
	}
}

func TestAFileCutAnywhereNeverPanicsAndIsNeverOverwritten(t *testing.T) {
	sound, err := os.ReadFile(lived(t))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, n := range every(509*slow, len(sound)) { // a prime: page borders and all between
		t.Run(fmt.Sprint(n, " bytes"), func(t *testing.T) { tryEverything(t, put(t, dir, sound[:n])) })
	}
}

// put writes the file into a folder of its own.
func put(t testing.TB, dir string, content []byte) string {
	t.Helper()
	folder, err := os.MkdirTemp(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "progress.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func FuzzOpen(f *testing.F) {
	sound, err := os.ReadFile(lived(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(sound)
	f.Add(sound[:4096])
	f.Add([]byte{})
	f.Add([]byte("SQLite format 3\x00"))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, content []byte) { tryEverything(t, put(t, dir, content)) })
}

// every lists 0, step, twice step and so on, below end.
func every(step, end int) (all []int) {
	for n := 0; n < end; n += step {
		all = append(all, n)
	}
	return all
}

// crashed is a file as a crash leaves it: the log beside it, nothing brought
// over, and how many answers went in.
func crashed(t *testing.T) (main, wal []byte, answers int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "progress.db")
	s := open(t, path)
	var c srs.Card
	c.ID = "a"
	for range 10 {
		r := graded(c, noon, srs.Good, false)
		c = record(t, s, r)
		answers++
	}
	main, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if wal, err = os.ReadFile(path + "-wal"); err != nil {
		t.Fatal(err)
	}
	return main, wal, answers
}

// Power may be lost while the log is written. Wherever it ends, the file opens
// with the first answers, and log, cards and totals agree.
func TestALogCutAnywhereIsAPrefix(t *testing.T) {
	main, wal, answers := crashed(t)
	dir := t.TempDir()
	last := 0
	for _, n := range append(every(512*slow, len(wal)), len(wal)) {
		path := put(t, dir, main)
		if err := os.WriteFile(path+"-wal", wal[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := store.Open(ctx, path, store.Options{Now: fixed})
		if err != nil {
			t.Fatalf("cut at %d: %v", n, err)
		}
		report, err := s.Check(ctx, models)
		if err != nil || len(report.Faults) > 0 {
			t.Fatalf("cut at %d: %v, %v", n, report.Faults, err)
		}
		if report.Reviews < last || report.Reviews > last+1 {
			t.Fatalf("cut at %d: %d answers, after %d with less", n, report.Reviews, last)
		}
		last = report.Reviews
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if last != answers {
		t.Errorf("the whole log has %d answers, want %d", last, answers)
	}
}

func TestALogThatIsDamagedOrAnotherFilesNeverPanics(t *testing.T) {
	main, wal, _ := crashed(t)
	other, err := os.ReadFile(lived(t))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for seed := range uint64(50 / slow) {
		rng := rand.New(rand.NewPCG(seed, 1))
		b := bytes.Clone(wal)
		for range 1 + rng.IntN(20) {
			b[rng.IntN(len(b))] ^= 1 << rng.IntN(8)
		}
		for what, file := range map[string][]byte{"its own": main, "another's": other} {
			t.Run(fmt.Sprint(what, " ", seed), func(t *testing.T) {
				path := put(t, dir, file)
				if err := os.WriteFile(path+"-wal", b, 0o600); err != nil {
					t.Fatal(err)
				}
				tryEverything(t, path)
			})
		}
	}
}

func TestReadingWritesNothing(t *testing.T) {
	path := lived(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.OpenRead(ctx, path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	readEverything(s)
	for what, err := range map[string]error{
		"record":  second(s.Record(ctx, answer(srs.Card{ID: "x"}, noon, srs.Good))),
		"undo":    second(s.Undo(ctx)),
		"rebuild": s.Rebuild(ctx),
	} {
		if !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("%s: got %v, want ErrReadOnly", what, err)
		}
	}
	if got := names(t, filepath.Dir(path)); len(got) != 1 {
		t.Errorf("the folder holds %v", got)
	}
	s.Close()
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, before) {
		t.Errorf("the file changed: %v", err)
	}
}

func second[T any](_ T, err error) error { return err }

func TestReadingBeforeTheLearnerBegan(t *testing.T) {
	dir := t.TempDir()
	empty := filepath.Join(dir, "empty.db")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(dir, "none", "progress.db"), empty} {
		if _, err := store.OpenRead(ctx, path, store.Options{}); !errors.Is(err, store.ErrNoFile) {
			t.Errorf("%s: got %v, want ErrNoFile", path, err)
		}
	}
	if got := names(t, dir); len(got) != 1 {
		t.Errorf("the folder holds %v", got)
	}
}

func TestReadingSeesWhatAnotherHasJustSaved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "progress.db")
	s := open(t, path)
	c := srs.Card{ID: "a"}
	for n := range 5 {
		c = record(t, s, answer(c, noon, srs.Good))
		r, err := store.OpenRead(ctx, path, store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := cards(t, r, srs.Filter{All: true}); len(got) != 1 || got[0] != c {
			t.Errorf("after %d answers it reads %v", n+1, got)
		}
		r.Close()
	}
}
