package exam

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var ctx = context.Background()

// table is a sitting with its file and a clock that moves only when told to.
type table struct {
	*testing.T
	file *fake
	sit  *Sitting
	now  time.Time
}

func (b *table) clock() time.Time { return b.now }

// begin sits down to a sprint.
func begin(t *testing.T) *table {
	t.Helper()
	b := &table{T: t, file: &fake{}, now: noon}
	var err error
	b.sit, err = Begin(ctx, b.file, assemble(t, Request{Deck: bankOf800(), Length: Sprint, Seed: 3}), b.clock)
	b.must(err)
	return b
}

func (b *table) must(err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

func (b *table) wait(d time.Duration) *table { b.now = b.now.Add(d); return b }

// live lets time pass as it does while the program is there.
func (b *table) live(d time.Duration) {
	b.Helper()
	for ; d > 0; d -= time.Second {
		b.wait(min(d, time.Second))
		if _, err := b.sit.Beat(ctx); err != nil && !errors.Is(err, ErrTimeUp) {
			b.Fatal(err)
		}
	}
}

func (b *table) pick(choices ...int) {
	b.Helper()
	for _, c := range choices {
		_, err := b.sit.Toggle(ctx, c)
		b.must(err)
	}
}

func (b *table) goTo(i int) {
	b.Helper()
	_, err := b.sit.Go(ctx, i)
	b.must(err)
}

// resume goes on as another program would, after a kill.
func (b *table) resume() {
	b.Helper()
	var err error
	b.sit, err = Resume(ctx, b.file, b.clock)
	b.must(err)
}

// one is the index of an item with one correct choice or several, from the
// start of the paper.
func (b *table) one(multiple bool) int {
	b.Helper()
	i := slices.IndexFunc(b.file.record.Paper.Items, func(it Item) bool { return it.Multiple() == multiple })
	if i < 0 {
		b.Fatal("no such item")
	}
	return i
}

func TestTogglingChoices(t *testing.T) {
	tests := []struct {
		name     string
		multiple bool
		picks    []int
		want     []int
	}{
		{"one is picked", false, []int{2}, []int{2}},
		{"the same again takes it back", false, []int{2, 2}, nil},
		{"of one answer the new takes the old one's place", false, []int{2, 0}, []int{0}},
		{"of several all are kept, in order", true, []int{4, 1}, []int{1, 4}},
		{"one of several is taken back", true, []int{4, 1, 4}, []int{1}},
		{"nothing stops a third", true, []int{4, 1, 0}, []int{0, 1, 4}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := begin(t)
			at := b.one(tt.multiple)
			b.goTo(at)
			b.pick(tt.picks...)
			if got := b.sit.State().Answers[at].Picked; !slices.Equal(got, tt.want) {
				t.Errorf("picked %v, want %v", got, tt.want)
			}
			if got := b.file.record.Answers[at].Picked; !slices.Equal(got, tt.want) {
				t.Errorf("the file has %v, want %v", got, tt.want)
			}
		})
	}
}

func TestActsOutsideThePaperAreRefused(t *testing.T) {
	b := begin(t)
	saves := b.file.saves
	for _, i := range []int{-1, 10, 99} {
		if _, err := b.sit.Go(ctx, i); err == nil {
			t.Errorf("went to item %d of 10", i)
		}
		if _, err := b.sit.Toggle(ctx, i); err == nil {
			t.Errorf("picked choice %d", i)
		}
	}
	if b.file.saves != saves {
		t.Error("something was saved")
	}
}

// standing is all but the time of how the exam stands.
func (b *table) standing() string {
	r := b.sit.Record()
	for i := range r.Answers {
		r.Answers[i].Spent = 0
	}
	r.Run.Used = 0
	return fmt.Sprintf("%d %v %+v %+v", r.Run.At, r.Run.Status, r.Run, r.Answers)
}

func TestAnActThatIsNotSavedDidNotHappen(t *testing.T) {
	full := errors.New("the disk is full")
	acts := map[string]func(*Sitting) error{
		"toggle":  func(s *Sitting) error { _, err := s.Toggle(ctx, 1); return err },
		"flag":    func(s *Sitting) error { _, err := s.Flag(ctx); return err },
		"go":      func(s *Sitting) error { _, err := s.Go(ctx, 4); return err },
		"beat":    func(s *Sitting) error { _, err := s.Beat(ctx); return err },
		"pause":   func(s *Sitting) error { _, err := s.Pause(ctx); return err },
		"submit":  func(s *Sitting) error { _, err := s.Submit(ctx); return err },
		"abandon": func(s *Sitting) error { return s.Abandon(ctx) },
	}
	for name, act := range acts {
		t.Run(name, func(t *testing.T) {
			b := begin(t)
			b.pick(0)
			before := b.standing()
			b.wait(3 * time.Second)
			b.file.fail = full
			if err := act(b.sit); !errors.Is(err, full) {
				t.Fatalf("error %v", err)
			}
			if after := b.standing(); after != before {
				t.Errorf("it moved:\n%s\n%s", before, after)
			}
			if left := b.sit.State().Left(b.now); left != 20*time.Minute-3*time.Second {
				t.Errorf("%v left: the time passes all the same", left)
			}
			if err := act(b.sit); err != nil {
				t.Fatalf("pressed again: %v", err)
			}
			if got := b.sit.Record().Run.Used; got != 3*time.Second {
				t.Errorf("%v used, want the time of the failed press once", got)
			}
		})
	}
}

func TestTimeGoesToTheItemOnTheScreen(t *testing.T) {
	b := begin(t)
	b.live(30 * time.Second)
	b.goTo(1)
	b.live(10 * time.Second)
	b.goTo(0)
	b.live(5 * time.Second)
	b.goTo(2)
	a := b.file.record.Answers
	if a[0].Spent != 35*time.Second || a[1].Spent != 10*time.Second || a[2].Spent != 0 {
		t.Errorf("spent %v, %v, %v", a[0].Spent, a[1].Spent, a[2].Spent)
	}
	if !a[2].Visited || a[3].Visited {
		t.Error("visited is what was on the screen")
	}
}

func TestTheFirstAnswerIsTheOneThatTheItemWasFirstLeftWith(t *testing.T) {
	b := begin(t)
	at := b.one(false)
	other := (at + 1) % 10
	b.goTo(at)
	b.pick(1)
	b.pick(2) // changed one's mind before leaving
	b.goTo(other)
	b.goTo(at)
	b.pick(3)
	b.goTo(other)
	if a := b.file.record.Answers[at]; !slices.Equal(a.First, []int{2}) || !slices.Equal(a.Picked, []int{3}) {
		t.Errorf("first %v, then %v", a.First, a.Picked)
	}
	if a := b.file.record.Answers[other]; a.First != nil {
		t.Errorf("left blank, and has a first answer %v", a.First)
	}
}

func TestAfterAKillTheExamGoesOnWhereItWas(t *testing.T) {
	b := begin(t)
	b.pick(1)
	_, err := b.sit.Flag(ctx)
	b.must(err)
	b.goTo(4)
	b.live(61 * time.Second)
	b.wait(4 * time.Second) // not yet saved when it was killed
	before := b.file.copy()
	b.wait(9 * time.Hour)
	b.resume()
	st := b.sit.State()
	if st.Run.At != 4 || !slices.Equal(st.Answers[0].Picked, []int{1}) || !st.Answers[0].Flagged {
		t.Errorf("resumed at %d with %+v", st.Run.At, st.Answers[0])
	}
	if lost := st.Left(b.now) - (20*time.Minute - 65*time.Second); lost < 0 || lost > Gap {
		t.Errorf("%v gained", lost)
	}
	if fmt.Sprintf("%+v", shown(*st.Paper)) != fmt.Sprintf("%+v", shown(before.Paper)) {
		t.Error("another paper")
	}
	if !st.Run.Timed() {
		t.Error("a kill is no pause")
	}
}

func TestOnlyTheLastThatTookItCanGoOn(t *testing.T) {
	b := begin(t)
	first := b.sit
	b.resume()
	if _, err := first.Toggle(ctx, 1); !errors.Is(err, ErrTaken) {
		t.Errorf("the first: %v", err)
	}
	b.pick(2)
	if _, err := first.Submit(ctx); !errors.Is(err, ErrTaken) {
		t.Errorf("the first hands in: %v", err)
	}
}

func TestAPausedExamTakesNoTimeAndIsNotTimed(t *testing.T) {
	b := begin(t)
	b.live(time.Minute)
	_, err := b.sit.Pause(ctx)
	b.must(err)
	left := b.sit.State().Left(b.now)
	b.wait(24 * time.Hour)
	if got := b.sit.State().Left(b.now); got != left {
		t.Errorf("%v left, %v when it was paused", got, left)
	}
	b.resume()
	b.live(time.Second)
	st := b.sit.State()
	if got := st.Left(b.now); got != left-time.Second {
		t.Errorf("%v left, %v when it was paused", got, left)
	}
	if st.Run.Timed() || st.Run.Pauses != 1 {
		t.Errorf("timed %v after %d pauses", st.Run.Timed(), st.Run.Pauses)
	}
}

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

func TestTheStateSaysWhatIsLeftToDo(t *testing.T) {
	b := begin(t)
	several := b.one(true)
	b.goTo(several)
	b.pick(0)
	_, err := b.sit.Flag(ctx)
	b.must(err)
	st := b.sit.State()
	if st.Answered() != 1 || st.Flagged() != 1 || len(st.Blank()) != 9 || slices.Contains(st.Blank(), several) {
		t.Errorf("%d answered, %d flagged, blank %v", st.Answered(), st.Flagged(), st.Blank())
	}
	if !slices.Equal(st.Short(), []int{several}) {
		t.Errorf("too few or too many: %v, want %d", st.Short(), several)
	}
	b.pick(1)
	if got := b.sit.State().Short(); len(got) != 0 {
		t.Errorf("too few or too many: %v", got)
	}
}

func TestTimeInHandIsAgainstTwoMinutesAQuestion(t *testing.T) {
	b := begin(t)
	b.live(90 * time.Second)
	if got := b.sit.State().InHand(b.now); got != -90*time.Second {
		t.Errorf("%v in hand with no answer", got)
	}
	b.pick(1)
	if got := b.sit.State().InHand(b.now); got != 30*time.Second {
		t.Errorf("%v in hand with one answer", got)
	}
}

// TestAnyOrderOfActsKillsAndJumps plays at random and holds the sitting against
// what a learner would swear to: the file always has what was last shown, time
// left never grows, and the end comes once.
func TestAnyOrderOfActsKillsAndJumps(t *testing.T) {
	paper := assemble(t, Request{Deck: bankOf800(), Length: Sprint, Seed: 9})
	paper.Limit = time.Minute
	rapid.Check(t, func(t *rapid.T) {
		file, now := &fake{}, noon
		clock := func() time.Time { return now }
		s, err := Begin(ctx, file, paper, clock)
		if err != nil {
			t.Fatal(err)
		}
		picked := map[int][]int{}
		left, at := paper.Limit, 0
		var unsaved time.Duration // what a kill would give back
		for range rapid.IntRange(1, 80).Draw(t, "acts") {
			now = now.Add(time.Duration(rapid.Int64Range(-int64(time.Hour), int64(3*time.Second)).Draw(t, "passes")))
			var st State
			switch rapid.IntRange(0, 5).Draw(t, "act") {
			case 0:
				c := rapid.IntRange(0, 3).Draw(t, "choice")
				if st, err = s.Toggle(ctx, c); err == nil {
					picked[at] = toggled(picked[at], c, paper.Items[at].Multiple())
				}
			case 1:
				i := rapid.IntRange(0, 9).Draw(t, "item")
				if st, err = s.Go(ctx, i); err == nil {
					at = i
				}
			case 2:
				st, err = s.Flag(ctx)
			case 3:
				file.fail = errors.New("full")
				st, err = s.Beat(ctx)
				if err == nil {
					t.Fatal("a failed save was not told")
				}
				err = nil
			case 4:
				unsaved = s.Record().Run.Used - file.record.Run.Used
				if s, err = Resume(ctx, file, clock); err != nil {
					t.Fatal(err)
				}
				st = s.State()
			default:
				st, err = s.Beat(ctx)
			}
			if err != nil && !errors.Is(err, ErrTimeUp) {
				t.Fatal(err)
			}
			if got := st.Left(now); got > left+unsaved {
				t.Fatalf("%v left after %v", got, left)
			}
			left, unsaved = st.Left(now), 0
			if errors.Is(err, ErrTimeUp) && left != 0 {
				t.Fatalf("time is up with %v left", left)
			}
			for i, a := range st.Answers {
				if !slices.Equal(a.Picked, picked[i]) || !slices.Equal(file.record.Answers[i].Picked, picked[i]) {
					t.Fatalf("item %d shows %v, the file has %v, picked were %v", i, a.Picked, file.record.Answers[i].Picked, picked[i])
				}
			}
		}
		var spent time.Duration
		res, err := s.Submit(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range file.record.Answers {
			spent += a.Spent
		}
		if spent != file.record.Run.Used || file.record.Run.Used > paper.Limit {
			t.Fatalf("%v spent on items, %v used of %v", spent, file.record.Run.Used, paper.Limit)
		}
		right := 0
		for i, it := range paper.Items {
			all := true
			for n, c := range it.Question.Choices {
				all = all && c.Correct == slices.Contains(picked[i], n)
			}
			if all {
				right++
			}
		}
		if res.RightAsked != right || file.ends != 1 {
			t.Fatalf("%d right, counted %d; ended %d times", res.RightAsked, right, file.ends)
		}
	})
}
