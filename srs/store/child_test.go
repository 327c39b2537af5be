//go:build linux

package store_test

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"dva/srs"
	"dva/srs/review"
	"dva/srs/store"
)

// The test binary, started again with childVar set, is the other process of the
// tests that need one.
const childVar = "DVA_STORE_CHILD"

func TestMain(m *testing.M) {
	role, path, _ := strings.Cut(os.Getenv(childVar), " ")
	if role == "" {
		os.Exit(m.Run())
	}
	if err := roles[role](path); err != nil {
		fmt.Println("error:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

var roles = map[string]func(path string) error{
	"study":   func(path string) error { return study(path, 1<<30) },
	"exams":   sitExams,
	"take":    takeExam,
	"300":     func(path string) error { return study(path, 300) },
	"strange": strangeUmask,
	"nobody":  asNobody,
	"limited": limited,
}

// child is the test binary in a role.
func child(t testing.TB, role, path string) *exec.Cmd {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), childVar+"="+role+" "+path)
	c.Stderr = os.Stderr
	return c
}

// run runs a child to its end.
func run(t testing.TB, c *exec.Cmd) string {
	t.Helper()
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return string(out)
}

// study does n acts as a learner would, most of them answers, on cards that
// another process may be answering too, and prints a line for each once it is
// saved: the act's number, or 0 for one that has none.
func study(path string, n int) error {
	s, err := store.Open(ctx, path, store.Options{Now: fixed})
	if err != nil {
		return err
	}
	defer s.Close()
	out := bufio.NewWriterSize(os.Stdout, 0)
	for i := range n {
		id, err := oneAct(s, i)
		if err != nil {
			return err
		}
		fmt.Fprintln(out, id)
		if err := out.Flush(); err != nil {
			return err
		}
	}
	return nil
}

func oneAct(s *store.Store, i int) (srs.ActID, error) {
	switch i % 17 {
	case 5:
		_, err := s.Undo(ctx)
		return 0, ignore(err, review.ErrNothingToUndo)
	case 6, 7:
		_, err := s.Redo(ctx)
		return 0, ignore(err, review.ErrNothingToRedo)
	}
	for {
		c := srs.Card{ID: "card-" + strconv.Itoa(i%5)}
		now, err := s.Cards(ctx, srs.Filter{IDs: []string{c.ID}})
		if err != nil {
			return 0, err
		}
		if len(now) > 0 {
			c = now[0]
		}
		id, err := s.Record(ctx, graded(c, noon, srs.Grades[i%4], i%5 == 0))
		if !errors.Is(err, review.ErrStale) {
			return id, err
		}
	}
}

func ignore(err, not error) error {
	if errors.Is(err, not) {
		return nil
	}
	return err
}

// strangeUmask opens, answers and backs up where new files are open to all.
func strangeUmask(path string) error {
	syscall.Umask(0)
	for _, id := range []string{"a", "b"} {
		s, err := store.Open(ctx, path, store.Options{Now: fixed, Daily: true})
		if err != nil {
			return err
		}
		if _, err := s.Record(ctx, answer(srs.Card{ID: id}, noon, srs.Good)); err != nil {
			return err
		}
		if err := s.Backup(ctx, filepath.Join(filepath.Dir(path), "backups", "by hand.db"), false); err != nil {
			return err
		}
		if id == "a" {
			if err := s.Close(); err != nil { // waits for the daily backup
				return err
			}
		} // the second stays open, and its side files there
	}
	return printModes(filepath.Dir(path))
}

func printModes(dir string) error {
	return filepath.Walk(dir, func(path string, st os.FileInfo, err error) error {
		if err == nil {
			fmt.Printf("%o %s\n", st.Mode().Perm(), st.Name())
		}
		return err
	})
}
