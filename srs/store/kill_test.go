//go:build linux

package store_test

import (
	"bufio"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"dva/srs"
	"dva/srs/store"
)

// The process is killed 200 times, each time a moment after one of its first
// acts was acknowledged and so somewhere in the next. Every acknowledged act
// must be in the file, and log, cards and totals must agree.
func TestNothingAcknowledgedIsLostWhenTheProcessIsKilled(t *testing.T) {
	rounds := 200 / slow
	if testing.Short() {
		rounds = 20
	}
	path := filepath.Join(t.TempDir(), "progress.db")
	rng := rand.New(rand.NewPCG(1, 2))
	var last srs.ActID
	for round := range rounds {
		last = max(last, killAfter(t, child(t, "study", path), 1+rng.IntN(40)))
		if round%10 != 9 {
			continue // let the next child find the file as it was left
		}
		s := open(t, path)
		report, err := s.Check(ctx, models)
		if err != nil || len(report.Faults) > 0 {
			t.Fatalf("round %d: %v, %v", round, report.Faults, err)
		}
		// Numbers are given in order and rows are never deleted.
		if srs.ActID(report.Acts) < last {
			t.Fatalf("round %d: act %d was acknowledged and %d are there", round, last, report.Acts)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d acts survived %d kills", last, rounds)
}

// killAfter kills the child after so many lines and returns the highest number
// that it printed.
func killAfter(t *testing.T, c *exec.Cmd, lines int) (last srs.ActID) {
	t.Helper()
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	r := bufio.NewScanner(out)
	for n := 0; r.Scan(); n++ {
		id, err := strconv.ParseInt(r.Text(), 10, 64)
		if err != nil {
			t.Fatalf("the child says %q", r.Text())
		}
		last = max(last, srs.ActID(id))
		if n == lines {
			_ = c.Process.Kill()
		}
	}
	_ = c.Wait() // it was killed
	return last
}

func TestTwoProcessesLoseNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "progress.db")
	a, b := child(t, "300", path), child(t, "300", path)
	outA, err := a.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Start(); err != nil {
		t.Fatal(err)
	}
	ids := map[string]int{}
	for _, id := range lines(run(t, b)) {
		ids[id]++
	}
	for r := bufio.NewScanner(outA); r.Scan(); {
		ids[r.Text()]++
	}
	if err := a.Wait(); err != nil {
		t.Fatal(err)
	}
	acts := 0
	for id, n := range ids {
		switch {
		case id == "0": // undo and redo
		case n > 1:
			t.Errorf("both made act %s", id)
		default:
			acts++
		}
	}
	report, err := open(t, path).Check(ctx, models)
	if err != nil || len(report.Faults) > 0 {
		t.Fatalf("check: %v, %v", report.Faults, err)
	}
	if report.Acts != acts || acts < 400 {
		t.Errorf("%d acts are there, %d were acknowledged", report.Acts, acts)
	}
}

func TestTwoStoresOfOneProcessLoseNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "progress.db")
	s := [2]*store.Store{open(t, path), open(t, path)}
	errs := make(chan error)
	for k := range s {
		go func() {
			for i := range 300 {
				if _, err := oneAct(s[k], i); err != nil {
					errs <- err
					return
				}
			}
			errs <- nil
		}()
	}
	for range s {
		if err := <-errs; err != nil {
			t.Fatal(err)
		}
	}
	report, err := s[0].Check(ctx, models)
	if err != nil || len(report.Faults) > 0 {
		t.Fatalf("check: %v, %v", report.Faults, err)
	}
	if want := 2 * (300 - 3*300/17); report.Acts < want-6 || report.Acts > want+6 {
		t.Errorf("%d acts are there, want about %d", report.Acts, want)
	}
}
