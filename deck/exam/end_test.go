package exam

import (
	"errors"
	"slices"
	"sync"
	"testing"
	"time"
)

func TestTimeUpLetsNothingButHandingInHappen(t *testing.T) {
	b := begin(t)
	at := b.sit.State().Run.At
	b.pick(1)
	b.live(20*time.Minute - time.Second)
	b.pick(2)
	b.wait(time.Second)
	if _, err := b.sit.Toggle(ctx, 0); !errors.Is(err, ErrTimeUp) {
		t.Fatalf("error %v", err)
	}
	if got := b.file.record.Answers[at].Picked; !slices.Equal(got, []int{2}) {
		t.Errorf("picked %v after the end", got)
	}
	for name, act := range map[string]func() (State, error){
		"flag": func() (State, error) { return b.sit.Flag(ctx) },
		"go":   func() (State, error) { return b.sit.Go(ctx, 3) },
		"beat": func() (State, error) { return b.sit.Beat(ctx) },
	} {
		if st, err := act(); !errors.Is(err, ErrTimeUp) || st.Left(b.now) != 0 || st.Run.At != at || st.Answers[at].Flagged {
			t.Errorf("%s: %v, %v left, at %d", name, err, st.Left(b.now), st.Run.At)
		}
	}
	b.wait(time.Hour)
	_, err := b.sit.Submit(ctx)
	b.must(err)
	if r := b.sit.Record().Run; !r.TimeUp || r.Used != 20*time.Minute || r.Status != Finished {
		t.Errorf("%+v", r)
	}
	if b.file.ends != 1 {
		t.Errorf("handed in %d times", b.file.ends)
	}
}

func TestHandingInHappensOnce(t *testing.T) {
	b := begin(t)
	b.pick(1)
	var all sync.WaitGroup
	results := make([]Result, 8)
	for i := range results {
		all.Go(func() { results[i], _ = b.sit.Submit(ctx) })
	}
	all.Wait()
	if b.file.ends != 1 {
		t.Errorf("ended %d times", b.file.ends)
	}
	for _, r := range results {
		if r.Asked != 10 || r.Right != results[0].Right {
			t.Errorf("results differ: %+v", r)
		}
	}
	for name, err := range map[string]error{
		"abandon": b.sit.Abandon(ctx),
		"beat":    func() error { _, err := b.sit.Beat(ctx); return err }(),
	} {
		if !errors.Is(err, ErrEnded) {
			t.Errorf("%s afterwards: %v", name, err)
		}
	}
	if b.sit.State().Run.TimeUp {
		t.Error("handed in by the learner, not by the clock")
	}
}

func TestAnAbandonedExamHasNoResult(t *testing.T) {
	b := begin(t)
	b.pick(1)
	b.must(b.sit.Abandon(ctx))
	if _, err := b.sit.Submit(ctx); !errors.Is(err, ErrEnded) {
		t.Errorf("handed in afterwards: %v", err)
	}
	if b.file.record.Run.Status != Abandoned || b.file.record.Run.Ended.IsZero() {
		t.Errorf("%+v", b.file.record.Run)
	}
}

func TestASecondExamWaitsForTheFirst(t *testing.T) {
	b := begin(t)
	if _, err := Begin(ctx, b.file, b.file.record.Paper, b.clock); !errors.Is(err, ErrUnfinished) {
		t.Errorf("error %v", err)
	}
	b.must(b.sit.Abandon(ctx))
	if _, err := Resume(ctx, b.file, b.clock); !errors.Is(err, ErrNoExam) {
		t.Errorf("resumed an exam that was given up: %v", err)
	}
	if _, err := Begin(ctx, b.file, Paper{}, b.clock); err == nil {
		t.Error("began an exam without questions")
	}
}

func TestTheItemOnTheScreenIsLeftAtTheEnd(t *testing.T) {
	for name, leave := range map[string]func(*Sitting) error{
		"handed in": func(s *Sitting) error { _, err := s.Submit(ctx); return err },
		"given up":  func(s *Sitting) error { return s.Abandon(ctx) },
	} {
		b := begin(t)
		at := b.sit.State().Run.At
		b.pick(1)
		b.must(leave(b.sit))
		if a := b.file.record.Answers[at]; !slices.Equal(a.First, []int{1}) {
			t.Errorf("%s: first %v, picked %v", name, a.First, a.Picked)
		}
	}
}

func TestWhatIsGivenUpWhenTheTimeIsUpWasNotHandedInByTheClock(t *testing.T) {
	b := begin(t)
	b.live(20 * time.Minute)
	b.must(b.sit.Abandon(ctx))
	if r := b.file.record.Run; r.TimeUp || r.Status != Abandoned {
		t.Errorf("%+v", r)
	}
}
