package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dva/deck/exam"
	"dva/srs/review"
	"dva/srs/srstest"
	"dva/srs/store"
)

// memory keeps exams in the plainest way.
type memory struct{ all []exam.Record }

func (m *memory) open() *exam.Record {
	for i := range m.all {
		if m.all[i].Run.Status == exam.Open {
			return &m.all[i]
		}
	}
	return nil
}

func (m *memory) Begin(_ context.Context, p exam.Paper, at time.Time) (exam.Record, error) {
	if m.open() != nil {
		return exam.Record{}, exam.ErrUnfinished
	}
	m.all = append(m.all, exam.Record{
		ID: exam.ID(len(m.all) + 1), Holder: 1, Paper: p, Run: exam.Run{Started: at}, Answers: make([]exam.Answer, len(p.Items)),
	})
	return whole(*m.open()), nil
}

func (m *memory) Take(context.Context) (exam.Record, error) {
	r := m.open()
	if r == nil {
		return exam.Record{}, exam.ErrNoExam
	}
	r.Holder++
	return whole(*r), nil
}

func (m *memory) Save(_ context.Context, id exam.ID, c exam.Change) error {
	r := &m.all[id-1]
	switch {
	case r.Run.Status != exam.Open:
		return exam.ErrEnded
	case r.Holder != c.Holder:
		return exam.ErrTaken
	}
	r.Run = c.Run
	for _, it := range c.Items {
		r.Answers[it.Index] = it.Answer
	}
	return nil
}

func (m *memory) End(ctx context.Context, r exam.Record, c exam.Change) error {
	return m.Save(ctx, r.ID, c)
}

// whole is a copy that shares no answers.
func whole(r exam.Record) exam.Record {
	r.Answers = append([]exam.Answer(nil), r.Answers...)
	return r
}

// words is a record as text, the same for the same record: times by UTC, no
// choices as null.
func words(t fataler, r exam.Record) string {
	r = whole(r)
	r.Run.Started, r.Run.Ended = r.Run.Started.UTC(), r.Run.Ended.UTC()
	for i := range r.Answers {
		if len(r.Answers[i].Picked) == 0 {
			r.Answers[i].Picked = nil
		}
	}
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

type fataler interface{ Fatal(...any) }

// A learner does anything in any order in exams of ten questions, the program is
// started anew now and then, sometimes while the old one still runs, and the
// clock jumps. After each step the file holds what a plain list of records does,
// and its own check finds nothing wrong at the end.
func TestAnySequenceOfExams(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		folder, err := os.MkdirTemp(dir, "")
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(folder, "progress.db")
		clock := srstest.NewClock(srstest.Start)
		reopen := func() *store.Store {
			s, err := store.Open(ctx, path, store.Options{Now: clock.Now})
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		file := reopen()
		defer func() { file.Close() }()
		plain := &memory{}
		begun := func() (real, want *exam.Sitting) {
			for i, st := range []exam.Store{srstest.Exams(file, 10), plain} {
				s, err := exam.Resume(ctx, st, clock.Now)
				if errors.Is(err, exam.ErrNoExam) {
					s, err = exam.Begin(ctx, st, srstest.Paper(10), clock.Now)
				}
				if err != nil {
					t.Fatal(i, err)
				}
				real, want = want, s
			}
			return real, want
		}
		real, want := begun()
		// both does one thing to each of two sittings.
		both := func(a, b *exam.Sitting, do func(*exam.Sitting) error) {
			if got, want := do(a), do(b); !errors.Is(got, want) && !errors.Is(want, got) {
				t.Fatalf("the file answers %v, want %v", got, want)
			}
		}
		act := func(do func(*exam.Sitting) (exam.State, error)) {
			both(real, want, func(s *exam.Sitting) error { _, err := do(s); return err })
		}

		t.Repeat(map[string]func(*rapid.T){
			"pick": func(t *rapid.T) {
				n := rapid.IntRange(0, 4).Draw(t, "choice")
				if n < len(srstest.Paper(10).Items[real.State().Run.At].Order) {
					act(func(s *exam.Sitting) (exam.State, error) { return s.Toggle(ctx, n) })
				}
			},
			"go": func(t *rapid.T) {
				n := rapid.IntRange(0, 9).Draw(t, "question")
				act(func(s *exam.Sitting) (exam.State, error) { return s.Go(ctx, n) })
			},
			"flag":  func(*rapid.T) { act(func(s *exam.Sitting) (exam.State, error) { return s.Flag(ctx) }) },
			"beat":  func(*rapid.T) { act(func(s *exam.Sitting) (exam.State, error) { return s.Beat(ctx) }) },
			"pause": func(*rapid.T) { act(func(s *exam.Sitting) (exam.State, error) { return s.Pause(ctx) }) },
			"time passes": func(t *rapid.T) {
				clock.Advance(time.Duration(rapid.Int64Range(-2000, 20_000).Draw(t, "ms")) * time.Millisecond)
			},
			"hand in": func(t *rapid.T) {
				if rapid.IntRange(0, 3).Draw(t, "sure") == 0 {
					both(real, want, func(s *exam.Sitting) error { _, err := s.Submit(ctx); return err })
				}
			},
			"give up": func(t *rapid.T) {
				if rapid.IntRange(0, 3).Draw(t, "sure") == 0 {
					both(real, want, func(s *exam.Sitting) error { return s.Abandon(ctx) })
				}
			},
			"restart": func(t *rapid.T) {
				if err := file.Close(); err != nil {
					t.Fatal(err)
				}
				file = reopen()
				real, want = begun()
			},
			"another dva": func(*rapid.T) {
				oldReal, oldWant := real, want
				real, want = begun()
				both(oldReal, oldWant, func(s *exam.Sitting) error { _, err := s.Flag(ctx); return err })
			},
			"": func(t *rapid.T) {
				for _, r := range plain.all {
					got, err := file.Exam(ctx, r.ID)
					if err != nil {
						t.Fatal(err)
					}
					if got, want := words(t, got), words(t, r); got != want {
						t.Fatalf("the file holds\n%s\nwant\n%s", got, want)
					}
				}
				if got, want := words(t, real.Record()), words(t, want.Record()); got != want {
					t.Fatalf("the sitting holds\n%s\nwant\n%s", got, want)
				}
				compareListings(t, file, plain)
			},
		})
		report, err := file.Check(ctx, models)
		if err != nil || len(report.Faults) > 0 || report.Exams != len(plain.all) {
			t.Fatalf("check: %+v, %v", report, err)
		}
	})
}

// compareListings holds the history against the records.
func compareListings(t *rapid.T, file *store.Store, plain *memory) {
	all, err := file.Exams(ctx)
	if err != nil || len(all) != len(plain.all) {
		t.Fatalf("the history has %d of %d exams, %v", len(all), len(plain.all), err)
	}
	for i, l := range all {
		r := plain.all[len(all)-1-i]
		want := exam.Listing{
			ID: r.ID, Exam: r.Paper.Exam, Bank: r.Paper.Bank, Length: r.Paper.Length, Seed: r.Paper.Seed, Limit: r.Paper.Limit, Run: r.Run,
			Asked: 10, Scored: 8, Fresh: r.Paper.Fresh(),
		}
		for _, a := range r.Answers {
			if len(a.Picked) > 0 {
				want.Answered++
			}
		}
		if r.Run.Status == exam.Finished {
			res := exam.Score(r)
			want.Right, want.RightAsked, want.Domains = res.Right, res.RightAsked, res.Domains
		}
		l.Run.Started, l.Run.Ended = l.Run.Started.UTC(), l.Run.Ended.UTC()
		want.Run.Started, want.Run.Ended = want.Run.Started.UTC(), want.Run.Ended.UTC()
		got, _ := json.Marshal(l)
		if wanted, _ := json.Marshal(want); string(got) != string(wanted) {
			t.Fatalf("listed as\n%s\nwant\n%s", got, wanted)
		}
	}
	open, ok, err := file.Unfinished(ctx)
	if want := plain.open(); err != nil || ok != (want != nil) || ok && open.ID != want.ID {
		t.Fatalf("unfinished is %+v, %v, %v", open, ok, err)
	}
}

var _ review.ExamStore = (*store.Store)(nil)
