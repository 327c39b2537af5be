//go:build linux

package store_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dva/deck/exam"
	"dva/srs/srstest"
	"dva/srs/store"
)

const (
	savesEach = 25  // of one exam
	handedIn  = 999 // stands for the end in what the child prints
)

// sitExams sits one exam of ten questions after the other. After each saving it
// prints the exam's number by a thousand and the seconds used, after the end
// handedIn.
func sitExams(path string) error {
	s, err := store.Open(ctx, path, store.Options{Now: fixed})
	if err != nil {
		return err
	}
	defer s.Close()
	e := srstest.Exams(s, 10)
	for {
		r, err := e.Take(ctx)
		if errors.Is(err, exam.ErrNoExam) {
			r, err = e.Begin(ctx, srstest.Paper(10), noon)
		}
		if err != nil {
			return err
		}
		c := exam.Change{Holder: r.Holder, Run: r.Run}
		for n := int(r.Run.Used/time.Second) + 1; n <= savesEach; n++ {
			c.Run.Used = time.Duration(n) * time.Second
			c.Items = []exam.ItemChange{{Index: n % 10, Answer: exam.Answer{Picked: []int{n % 3}, Visited: true, Spent: time.Duration(n)}}}
			if err := e.Save(ctx, r.ID, c); err != nil {
				return err
			}
			fmt.Println(int(r.ID)*1000 + n)
		}
		if r, err = e.Record(ctx, r.ID); err != nil {
			return err
		}
		c.Run.Status, c.Run.Ended = exam.Finished, noon
		if err := e.End(ctx, r, c); err != nil {
			return err
		}
		fmt.Println(int(r.ID)*1000 + handedIn)
	}
}

// The process is killed 40 times in the middle of exams. What was acknowledged
// is there, and an exam is handed in with all its answers or not at all.
func TestAKilledExamGoesOnWhereItWas(t *testing.T) {
	rounds := max(40/slow, 10)
	path := filepath.Join(t.TempDir(), "progress.db")
	rng := rand.New(rand.NewPCG(3, 4))
	last := 0
	for round := range rounds {
		last = max(last, int(killAfter(t, child(t, "exams", path), 1+rng.IntN(40))))
		s := open(t, path)
		report, err := s.Check(ctx, models)
		if err != nil || len(report.Faults) > 0 {
			t.Fatalf("round %d: %v, %v", round, report.Faults, err)
		}
		r, err := s.Exam(ctx, exam.ID(last/1000))
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		said := last % 1000
		switch used := int(r.Run.Used / time.Second); {
		case said == handedIn && r.Run.Status != exam.Finished:
			t.Fatalf("round %d: exam %d was handed in and is %s", round, r.ID, r.Run.Status)
		case said != handedIn && used < said:
			t.Fatalf("round %d: %d s were acknowledged and %d are there", round, said, used)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if last < 1000*rounds/10 {
		t.Errorf("only %d got so far", last)
	}
}

// takeExam takes up the exam, answers its first question and leaves it open.
func takeExam(path string) error {
	s, err := store.Open(ctx, path, store.Options{Now: fixed})
	if err != nil {
		return err
	}
	defer s.Close()
	x, err := exam.Resume(ctx, srstest.Exams(s, 10), fixed)
	if err != nil {
		return err
	}
	if _, err := x.Go(ctx, 0); err != nil {
		return err
	}
	_, err = x.Toggle(ctx, 3)
	return err
}

func TestAnotherProcessTakesTheExam(t *testing.T) {
	path := filepath.Join(t.TempDir(), "progress.db")
	s := open(t, path)
	e := srstest.Exams(s, 10)
	x, clock := srstest.Sit(t, e, 10, srstest.TenAnswers)
	before := x.State()
	if out := run(t, child(t, "take", path)); strings.TrimSpace(out) != "" {
		t.Fatal(out)
	}
	clock.Advance(time.Second)
	for what, do := range map[string]func() error{
		"a pick":     func() error { return second(x.Toggle(ctx, 1)) },
		"a beat":     func() error { return second(x.Beat(ctx)) },
		"handing in": func() error { return second(x.Submit(ctx)) },
		"giving up":  func() error { return x.Abandon(ctx) },
		"a new exam": func() error { return second(exam.Begin(ctx, e, srstest.Paper(3), clock.Now)) },
	} {
		want := exam.ErrTaken
		if strings.HasPrefix(what, "a new") {
			want = exam.ErrUnfinished
		}
		if err := do(); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", what, err, want)
		}
	}
	if after := x.State(); after.Over() || after.Run.At != before.Run.At || after.Answered() != before.Answered() {
		t.Errorf("the sitting has moved from %+v to %+v", before.Run, after.Run)
	}
	r, err := s.Exam(ctx, 1)
	if err != nil || len(r.Answers[0].Picked) != 1 || r.Answers[0].Picked[0] != 3 || r.Run.Status != exam.Open {
		t.Errorf("the file has %+v, %v", r.Answers[0], err)
	}
}
