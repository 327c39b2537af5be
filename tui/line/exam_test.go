package line_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dva/deck"
	"dva/deck/exam"
	"dva/tui/line"
)

// file is the learner's file with one exam.
type file struct {
	record exam.Record
	saved  []exam.Change
	fail   error // of the next save
}

func (f *file) Begin(_ context.Context, p exam.Paper, at time.Time) (exam.Record, error) {
	f.record = exam.Record{ID: 1, Holder: 1, Paper: p, Run: exam.Run{Started: at}, Answers: make([]exam.Answer, len(p.Items))}
	return f.record, nil
}
func (f *file) Take(context.Context) (exam.Record, error)                 { return f.record, nil }
func (f *file) Save(_ context.Context, _ exam.ID, c exam.Change) error    { return f.keep(c) }
func (f *file) End(_ context.Context, _ exam.Record, c exam.Change) error { return f.keep(c) }

func (f *file) keep(c exam.Change) error {
	if err := f.fail; err != nil {
		f.fail = nil
		return err
	}
	f.saved = append(f.saved, c)
	return nil
}

// paper has three questions, the second with two answers; the third is not
// scored. The choices of each are shown in another order than written.
func paper(limit time.Duration) exam.Paper {
	p := exam.Paper{Exam: "DVA-C03", Length: exam.Sprint, Limit: limit, Domains: []exam.Domain{{ID: "1", Name: "Development"}}}
	for i, key := range []string{"rwww", "rwrww", "wwwr"} {
		q := &deck.Question{
			ID: fmt.Sprintf("q-%d", i+1), Stem: fmt.Sprintf("Stem %d?", i+1),
			Doc: "https://docs.aws.amazon.com/a", Checked: time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC),
		}
		it := exam.Item{ID: q.ID, Domain: "1", Scored: i < 2, Question: q}
		for n, c := range key {
			q.Choices = append(q.Choices, deck.Choice{Text: fmt.Sprintf("Choice %d", n), Correct: c == 'r', Why: fmt.Sprintf("Reason %d.", n)})
			it.Order = append([]int{n}, it.Order...)
		}
		p.Items = append(p.Items, it)
	}
	return p
}

// sitExam plays lines and returns what was said. The clock moves by a second
// whenever it is read.
func sitExam(t *testing.T, f *file, limit time.Duration, lines ...string) string {
	t.Helper()
	now := clock(time.Second)
	s, err := exam.Begin(context.Background(), f, paper(limit), now)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	in := strings.NewReader(strings.Join(lines, "\n") + "\n")
	if err := line.RunExam(context.Background(), line.ExamConfig{In: in, Out: &out, Now: now, Exam: s}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestAnExamByLines(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		want  []string // in this order
	}{
		{
			"it says what it is and asks the first question",
			nil,
			[]string{"Mock exam, sprint: 3 questions, 20 minutes left.", "Question 1 of 3.", "Stem 1?", "a. Choice 3", "d. Choice 0", "exam> "},
		},
		{
			"an answer is chosen, another takes its place, and it is taken back",
			[]string{"b", "D", "d"},
			[]string{"Chosen: b.", "Chosen: d.", "Nothing chosen."},
		},
		{
			"several answers, and a warning that blocks nothing",
			[]string{"g 2", "a", "c", "e", ""},
			[]string{"Select two.", "Chosen: a.", "One chosen so far; the question asks for two.", "Chosen: a and c.", "Chosen: a and c and e.", "Three chosen so far", "Question 3 of 3"},
		},
		{
			"both at once",
			[]string{"g 2", "c e"},
			[]string{"Chosen: c and e."},
		},
		{
			"back, on and beyond the ends",
			[]string{"p", "n", "p", "g 3", "n"},
			[]string{"This is the first question.", "Question 2 of 3.", "Question 1 of 3.", "Question 3 of 3.", "That was the last question.", "Blank: 1, 2, 3."},
		},
		{
			"flags and the list",
			[]string{"f", "n", "a", "list", "go 1", "flag"},
			[]string{"Flagged.", "1 question of 3 answered.", "Blank: 1, 3.", "Wrong number of choices: 2.", "Flagged: 1.", "an even pace", "Question 1 of 3.", "Flagged.", "Flag cleared."},
		},
		{
			"what is no choice is said",
			[]string{"g", "g 9", "x", "e", "a z"},
			[]string{"Write g and the number of a question, 1 to 3.", "Write g and the number", "a to d", "a to d", "a to d"},
		},
		{
			"handing in asks first, and then gives the reasons for every choice",
			[]string{"d", "n", "c", "finish", "no", "finish", "maybe", "yes", "m", "m"},
			[]string{
				"Blank: 3.", "Wrong number of choices: 2.", "hand in? ", "Question 2 of 3", "Write yes or no.",
				"1 of 2 scored questions right, 50 %", "Of all 3: 1 right. 1 were not scored",
				"Development: 1 of 3", "Few questions", "The cards behind 2 misses are due today.",
				"Question 2.", "a. Not correct: Choice 4", "Reason 4.", "c. Correct, your answer: Choice 2", "https://docs.aws.amazon.com/a, checked 2026-11-21",
				"Question 3.", "You left it blank.", "That was the last miss.",
			},
		},
		{
			"leaving for later",
			[]string{"q", "stay", "q", "what", "later"},
			[]string{"leave? ", "Question 1 of 3", "Write later, give up or stay.", "Paused. \"dva exam --resume\" goes on."},
		},
		{
			"giving up",
			[]string{"quit", "give up"},
			[]string{"Given up. It is kept without a result."},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := &file{}
			out := sitExam(t, f, 20*time.Minute, tt.lines...)
			rest := out
			for _, want := range tt.want {
				_, after, found := strings.Cut(rest, want)
				if !found {
					t.Fatalf("%q is not said, or not there, in\n%s", want, out)
				}
				rest = after
			}
		})
	}
}

func TestNothingSaysRightOrWrongBeforeTheEnd(t *testing.T) {
	out := sitExam(t, &file{}, 20*time.Minute, "d", "n", "a", "n", "a", "list", "p", "repeat", "time")
	for _, word := range []string{"Correct", "correct", "Reason", "Wrong.", "Right."} {
		if strings.Contains(out, word) {
			t.Errorf("%q is said before the end:\n%s", word, out)
		}
	}
}

func TestAnExamByLinesIsSavedLineByLine(t *testing.T) {
	f := &file{}
	sitExam(t, f, 20*time.Minute, "d", "f", "n", "q", "later")
	last := f.saved[len(f.saved)-1]
	if last.Run.Pauses != 1 || last.Run.Status != exam.Open || last.Run.At != 1 {
		t.Errorf("left as %+v", last.Run)
	}
	f = &file{}
	sitExam(t, f, 20*time.Minute, "quit", "give up")
	if last := f.saved[len(f.saved)-1]; last.Run.Status != exam.Abandoned {
		t.Errorf("given up as %+v", last.Run)
	}
}

func TestAPausedExamIsSaidToBeSo(t *testing.T) {
	now := clock(time.Second)
	s, err := exam.Begin(context.Background(), &file{}, paper(time.Hour), now)
	if err != nil {
		t.Fatal(err)
	}
	for _, paused := range []bool{false, true} {
		var out strings.Builder
		c := line.ExamConfig{In: strings.NewReader("q\nlater\n"), Out: &out, Now: now, Exam: s}
		if err := line.RunExam(context.Background(), c); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), "It was paused") != paused {
			t.Errorf("paused %v, said\n%s", paused, out.String())
		}
	}
}

func TestTheEndOfTheInputLeavesAnExamOpen(t *testing.T) {
	f := &file{}
	sitExam(t, f, 20*time.Minute, "d")
	if last := f.saved[len(f.saved)-1]; last.Run.Status != exam.Open || last.Run.Pauses != 0 {
		t.Errorf("%+v", last.Run)
	}
}

func TestTimeUpHandsInAnExamByLines(t *testing.T) {
	f := &file{}
	out := sitExam(t, f, 4*time.Second, "d", "n", "p", "n", "p", "n")
	if strings.Count(out, "The time is up.") != 1 || !strings.Contains(out, "questions right") {
		t.Errorf("said\n%s", out)
	}
	last := f.saved[len(f.saved)-1]
	if last.Run.Status != exam.Finished || !last.Run.TimeUp {
		t.Errorf("%+v", last.Run)
	}
}

func TestTheClockRunsAtThePrompt(t *testing.T) {
	var passed atomic.Int64 // seconds
	tick := make(chan time.Time)
	clock := func() time.Time { return time.Unix(passed.Load(), 0) }
	f := &file{}
	s, err := exam.Begin(context.Background(), f, paper(31*time.Minute), clock)
	if err != nil {
		t.Fatal(err)
	}
	in, out := newPipe(), &strings.Builder{}
	done := make(chan error)
	go func() {
		done <- line.RunExam(context.Background(), line.ExamConfig{In: in, Out: out, Now: clock, Exam: s, Tick: tick})
	}()
	for range 31*30 + 1 { // two seconds at a time
		select {
		case tick <- time.Time{}:
			passed.Add(2)
		case <-time.After(10 * time.Second):
			t.Fatal("nobody looks at the clock")
		}
	}
	in.Close()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"30 minutes left.", "10 minutes left.", "1 minute left.", "The time is up.", "0 of 2 scored"} {
		if strings.Count(out.String(), want) != 1 {
			t.Errorf("%q is said %d times:\n%s", want, strings.Count(out.String(), want), out)
		}
	}
}

func TestAnExamThatIsTakenUpElsewhereIsSaidAtThePrompt(t *testing.T) {
	f, tick := &file{}, make(chan time.Time)
	s, err := exam.Begin(context.Background(), f, paper(time.Hour), clock(time.Second))
	if err != nil {
		t.Fatal(err)
	}
	f.fail = exam.ErrTaken
	in, out, done := newPipe(), &strings.Builder{}, make(chan error)
	defer in.Close()
	go func() {
		done <- line.RunExam(context.Background(), line.ExamConfig{In: in, Out: out, Now: clock(time.Second), Exam: s, Tick: tick})
	}()
	tick <- time.Time{}
	select {
	case err := <-done:
		if err != nil || !strings.HasSuffix(out.String(), "another running dva. What was answered is saved.\n") {
			t.Errorf("%v, said\n%s", err, out)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("it goes on asking")
	}
}

func TestAnAnswerThatIsNotSavedIsSaid(t *testing.T) {
	f := &file{}
	now := clock(time.Second)
	s, err := exam.Begin(context.Background(), f, paper(time.Hour), now)
	if err != nil {
		t.Fatal(err)
	}
	f.fail = errors.New("the disk is full")
	var out strings.Builder
	c := line.ExamConfig{In: strings.NewReader("d\nd\n"), Out: &out, Now: now, Exam: s}
	if err := line.RunExam(context.Background(), c); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "Not saved: the disk is full.") || !strings.Contains(out.String(), "Chosen: d.") {
		t.Errorf("said\n%s", out.String())
	}
}

// pipe is an input on which nothing comes until it is closed.
type pipe struct{ closed chan struct{} }

func newPipe() *pipe { return &pipe{make(chan struct{})} }

func (p *pipe) Close() { close(p.closed) }

func (p *pipe) Read([]byte) (int, error) {
	<-p.closed
	return 0, errors.New("closed")
}
