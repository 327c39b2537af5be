package exam

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"
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

// TestWhatWasShownStaysAsItWas holds that a state is a value: what is done later
// changes neither it nor what a failed save leaves behind.
func TestWhatWasShownStaysAsItWas(t *testing.T) {
	b := begin(t)
	at := b.one(true)
	b.goTo(at)
	for _, choice := range []int{0, 2, 4, 1, 0, 3, 2} {
		before := b.sit.State()
		was := fmt.Sprint(before.Answers)
		b.file.fail = errors.New("the disk is full")
		if _, err := b.sit.Toggle(ctx, choice); err == nil {
			t.Fatal("a failed save was not told")
		}
		if got := fmt.Sprint(b.sit.State().Answers); got != was {
			t.Fatalf("%s before, %s after choice %d was not saved", was, got, choice)
		}
		b.pick(choice)
		if got := fmt.Sprint(before.Answers); got != was {
			t.Fatalf("%s was shown, and is %s after choice %d", was, got, choice)
		}
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
