//go:build linux || darwin || freebsd

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"dva/cmd/dva/internal/ptytest"
	"dva/deck/exam"
	"dva/srs"
	"dva/srs/store"
)

// A learner sits a sprint. It is killed in the middle, goes on two hours later
// with the same paper, answers, flags and time, and is handed in. Its result is
// what a count of the stored answers says; the log has each answer once; the
// cards behind the misses are due.
func TestAnExamSurvivesAKill(t *testing.T) {
	home := t.TempDir()
	p := open(t, home, "exam", "--length", "sprint", "--seed", "5")
	p.See("enter begin")
	p.Press("enter")
	p.See("1 of 10", "0:20:00")
	pick(p, "b", "enter")
	p.See("2 of 10")
	pick(p, "f", "enter")
	p.See("3 of 10", "⚑ 1")
	pick(p, "a", "enter")
	p.See("4 of 10")
	pick(p, "c")
	question := body(p)
	p.Kill()
	p.Exit(soon)

	before := storedExam(t, home)
	if before.Run.At != 3 || len(before.Answers[3].Picked) != 1 || !before.Answers[1].Flagged || len(before.Answers[1].Picked) != 0 {
		t.Fatalf("the file has %+v at %d", before.Answers[:4], before.Run.At)
	}

	c := command(t, home)
	c.Env = append(c.Env, "DVA_NOW=2026-11-22T11:00:00Z")
	p = ptytest.Start(t, 80, 24, c)
	p.See("Go on with the exam", "3 of 10 answered")
	p.Press("enter")
	p.See("4 of 10", "⚑ 1")
	if got := body(p); got != question {
		t.Errorf("after the kill it shows\n%s\nbefore it was\n%s", got, question)
	}
	left := clockLeft(t, p)
	if used := 20*time.Minute - left - before.Run.Used; used < -time.Second || used > exam.Gap {
		t.Errorf("%v left, %v were used before the kill: %v lost", left, before.Run.Used, used)
	}
	after := storedExam(t, home)
	if fmt.Sprint(ids(after)) != fmt.Sprint(ids(before)) {
		t.Error("another paper")
	}
	for range 6 {
		pick(p, "enter")
		pick(p, "a")
	}
	p.See("10 of 10")
	p.Press("S")
	p.See("Hand in the exam?", "1 question is blank: 2")
	p.Press("S")
	p.See("of 10 right")
	shown := regexp.MustCompile(`(\d+) of 10 right`).FindStringSubmatch(p.Screen())[1]
	p.Press("ctrl+c")
	p.Exit(soon)

	done := storedExam(t, home)
	right, domains, misses := countRight(done)
	if shown != fmt.Sprint(right) {
		t.Errorf("the screen says %s right, the stored answers %d", shown, right)
	}
	compareWithStats(t, home, done, right, domains)
	creditedOnce(t, home, done)
	dueAre(t, home, misses)
	soundWith(t, home, 9)
}

// pick presses keys one by one, each after the one before is on the screen.
func pick(p *ptytest.Term, keys ...string) {
	for _, k := range keys {
		p.Press(k)
		p.Think()
	}
}

// body is the screen without the line of the clock and that of the status.
func body(p *ptytest.Term) string {
	lines := strings.Split(p.Screen(), "\n")
	return strings.ReplaceAll(strings.Join(lines[2:max(len(lines)-2, 2)], "\n"), "›", " ")
}

func clockLeft(t *testing.T, p *ptytest.Term) time.Duration {
	t.Helper()
	m := regexp.MustCompile(`(\d):(\d\d):(\d\d)`).FindStringSubmatch(p.Screen())
	if m == nil {
		t.Fatalf("no clock on\n%s", p.Screen())
	}
	d, err := time.ParseDuration(m[1] + "h" + m[2] + "m" + m[3] + "s")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func readStore(t *testing.T, home string) *store.Store {
	t.Helper()
	s, err := store.OpenRead(context.Background(), filepath.Join(home, "progress.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func storedExam(t *testing.T, home string) exam.Record {
	t.Helper()
	r, err := readStore(t, home).Exam(context.Background(), 1)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func ids(r exam.Record) (out []string) {
	for _, it := range r.Paper.Items {
		out = append(out, fmt.Sprint(it.ID, it.Order))
	}
	return out
}

// countRight counts by hand: an item is right when what is picked is exactly what
// is correct. Misses are the flashcards behind the others.
func countRight(r exam.Record) (right int, domains map[string][2]int, misses []string) {
	domains = map[string][2]int{}
	for i, it := range r.Paper.Items {
		var key []int
		for n, c := range it.Question.Choices {
			if c.Correct {
				key = append(key, n)
			}
		}
		d := domains[it.Domain]
		d[1]++
		if slices.Equal(key, r.Answers[i].Picked) {
			right++
			d[0]++
		} else {
			misses = append(misses, it.Question.Cards...)
		}
		domains[it.Domain] = d
	}
	return right, domains, misses
}

func compareWithStats(t *testing.T, home string, r exam.Record, right int, domains map[string][2]int) {
	t.Helper()
	out, err := command(t, home, "stats", "--json").Output()
	if err != nil {
		t.Fatal(err)
	}
	var s struct {
		Exams []struct {
			Length               string
			Seed                 uint64
			Right, Scored, Asked int
			Timed                bool
			Domains              []struct {
				ID           string
				Right, Asked int
			}
		}
	}
	if err := json.Unmarshal(out, &s); err != nil {
		t.Fatal(err)
	}
	if len(s.Exams) != 1 {
		t.Fatalf("%d exams", len(s.Exams))
	}
	e := s.Exams[0]
	if e.Length != "sprint" || e.Seed != 5 || e.Right != right || e.Scored != 10 || e.Asked != 10 || !e.Timed {
		t.Errorf("stats say %+v, counted %d right", e, right)
	}
	for _, d := range e.Domains {
		if domains[d.ID] != [2]int{d.Right, d.Asked} {
			t.Errorf("domain %s: %d of %d, counted %v", d.ID, d.Right, d.Asked, domains[d.ID])
		}
	}
}

// creditedOnce holds the log against the stored answers.
func creditedOnce(t *testing.T, home string, r exam.Record) {
	t.Helper()
	grades := map[string][]srs.Grade{}
	err := readStore(t, home).Reviews(context.Background(), 0, func(v srs.Review) error {
		if v.Source == srs.FromExam {
			grades[v.Before.ID] = append(grades[v.Before.ID], v.Grade)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, it := range r.Paper.Items {
		var want []srs.Grade
		switch {
		case len(r.Answers[i].Picked) == 0:
		case it.Question.Mark(r.Answers[i].Picked).Right:
			want = []srs.Grade{srs.Good}
		default:
			want = []srs.Grade{srs.Again}
		}
		if !slices.Equal(grades[it.ID], want) {
			t.Errorf("the log has %v of %s, want %v", grades[it.ID], it.ID, want)
		}
	}
}

// dueAre fails unless these flashcards are due on the day of the exam.
func dueAre(t *testing.T, home string, parents []string) {
	t.Helper()
	today, _ := srs.ParseDay("2026-11-22")
	cards, err := readStore(t, home).Cards(context.Background(), srs.Filter{DueBy: today})
	if err != nil {
		t.Fatal(err)
	}
	due := map[string]bool{}
	for _, c := range cards {
		parent, _, _ := strings.Cut(c.ID, "#")
		due[parent] = due[parent] || c.DueDay == today
	}
	for _, parent := range parents {
		if !due[parent] {
			t.Errorf("%s is behind a miss and not due", parent)
		}
	}
	if len(parents) == 0 {
		t.Error("nothing was missed: the story tells nothing")
	}
}
