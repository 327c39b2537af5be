package line_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"dva/deck"
	"dva/srs"
	"dva/srs/plan"
	"dva/srs/review"
	"dva/tui/line"
)

// sitting plays turns in order and writes down what it was told.
type sitting struct {
	turns []review.Turn
	at    int
	acts  []string
	fail  error // of the next act
}

func (s *sitting) Turn() review.Turn {
	if s.at < len(s.turns) {
		return s.turns[s.at]
	}
	return review.Turn{Over: true, Counts: review.Counts{Done: s.at}}
}

func (s *sitting) do(act string, step int) (review.Turn, error) {
	if err := s.fail; err != nil {
		s.fail = nil
		return s.Turn(), err
	}
	s.acts = append(s.acts, act)
	s.at += step
	return s.Turn(), nil
}

func (s *sitting) Grade(_ context.Context, g srs.Grade, took time.Duration) (review.Turn, error) {
	return s.do(g.String(), 1)
}
func (s *sitting) Suspend(context.Context) (review.Turn, error) { return s.do("suspend", 1) }
func (s *sitting) Bury(context.Context) (review.Turn, error)    { return s.do("bury", 1) }
func (s *sitting) Flag(context.Context) (review.Turn, error) {
	if s.fail == nil {
		s.turns[s.at].Card.Marks.Flagged = !s.turns[s.at].Card.Marks.Flagged
	}
	return s.do("flag", 0)
}

func (s *sitting) SetNote(_ context.Context, text string) (review.Turn, error) {
	if s.fail == nil {
		s.turns[s.at].Note = text
	}
	return s.do("note "+text, 0)
}

func (s *sitting) Undo(context.Context) (review.Turn, srs.Act, error) {
	if s.at == 0 {
		return s.Turn(), srs.Act{}, review.ErrNothingToUndo
	}
	turn, err := s.do("undo", -1)
	return turn, srs.Act{Kind: srs.ActReview, Grade: srs.Good, Card: turn.Card}, err
}

func (s *sitting) Redo(context.Context) (review.Turn, srs.Act, error) {
	return s.Turn(), srs.Act{}, review.ErrNothingToRedo
}

func (s *sitting) Summary(context.Context) (review.Summary, error) {
	return review.Summary{Counts: review.Counts{Done: s.at, Again: 1}, Took: 65 * time.Second, Tomorrow: 3}, nil
}

// clock moves on by a step whenever it is read.
func clock(step time.Duration) func() time.Time {
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	return func() time.Time {
		now = now.Add(step)
		return now
	}
}

func card(id, front, back string) review.Turn {
	t := review.Turn{
		Item:  deck.Item{ID: id, Service: "sqs"},
		Card:  srs.Card{ID: id},
		Front: front, Back: back,
		Doc: "https://docs.aws.amazon.com/sqs", Checked: time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC),
		Counts: review.Counts{New: 2},
	}
	for i, wait := range []time.Duration{time.Minute, 6 * time.Minute, 10 * time.Minute, 8 * 24 * time.Hour} {
		t.Outcomes[i].Grade, t.Outcomes[i].Wait = srs.Grades[i], wait
	}
	return t
}

func question() review.Turn {
	t := card("lambda-q", "Which **one** is it?", "")
	t.Item.Kind = deck.Multiple
	t.Order = []int{2, 0, 1}
	t.Question = &deck.Question{ID: "lambda-q", Choices: []deck.Choice{
		{Text: "A queue", Why: "It holds messages."},
		{Text: "A table", Why: "It holds items."},
		{Text: "A `topic`", Correct: true, Why: "It fans out."},
	}}
	return t
}

func pair() review.Turn {
	t := question()
	q := *t.Question
	q.Choices = append([]deck.Choice(nil), q.Choices...)
	q.Choices[0].Correct = true
	t.Question = &q
	return t
}

// talk runs input against turns and returns all that was said.
func talk(t *testing.T, s *sitting, input string, change ...func(*line.Config)) string {
	t.Helper()
	var out strings.Builder
	c := line.Config{
		In: strings.NewReader(input), Out: &out, Now: clock(time.Second), Sitting: s,
		Deck: &deck.Deck{Services: []deck.Service{{Key: "sqs", Name: "Amazon SQS"}}},
	}
	for _, f := range change {
		f(&c)
	}
	if err := line.Run(context.Background(), c); err != nil {
		t.Fatalf("Run: %v", err)
	}
	return out.String()
}

func TestACardFromFrontToEnd(t *testing.T) {
	s := &sitting{turns: []review.Turn{card("sqs-1", "For how long is a message hidden?", "**30 seconds**, the `VisibilityTimeout`.")}}
	today := plan.Today{Due: 0, New: 1, Minutes: 1, ExamIn: -1, Why: "One card to start with."}
	got := talk(t, s, "\n3\n\n", func(c *line.Config) { c.Today = &today })
	want := `Today: 0 due, 1 new, about 1 minute.
One card to start with.
Write ? for the commands.

Card 1, 2 left. Amazon SQS. New.
For how long is a message hidden?
answer> Answer: 30 seconds, the VisibilityTimeout.
1 again (1 minute), 2 hard (6 minutes), 3 good (10 minutes), 4 easy (8 days). Enter is good.
grade> Good: comes back in 10 minutes.

That is all for now: 1 answer in 1 minute, 1 again.
Tomorrow: 3 due.
Write u to take back the last act, or nothing to end.
end> `
	if got != want {
		t.Errorf("said:\n%s\nwant:\n%s", got, want)
	}
}

func TestANewWordingIsSaid(t *testing.T) {
	turn := card("sqs-1", "front", "back")
	turn.Reworded = true
	if got := talk(t, &sitting{turns: []review.Turn{turn}}, ""); !strings.Contains(got, "New. Its text has changed since you last saw it.\n") {
		t.Errorf("said:\n%s", got)
	}
}

func TestWhatALineDoes(t *testing.T) {
	one := func() []review.Turn {
		return []review.Turn{card("sqs-1", "front", "back"), card("sqs-2", "second front", "back")}
	}
	ask := func() []review.Turn { return []review.Turn{question()} }
	for _, tt := range []struct {
		name  string
		turns []review.Turn
		input string
		acts  string // what the sitting was told, joined by commas
		said  string // somewhere in the output
	}{
		{"an empty line after the answer is good", one(), "\n\n", "good", "Good: comes back in 10 minutes."},
		{"a grade may be a word", one(), "\nhard\n", "hard", "Hard: comes back in 6 minutes."},
		{"every grade has its number", []review.Turn{card("1", "f", "b"), card("2", "f", "b"), card("3", "f", "b"), card("4", "f", "b")}, "\n1\n\n2\n\n3\n\n4\n", "again,hard,good,easy", "4 answers"},
		{"a number beyond four is no grade", one(), "\n5\n", "", `"5" is no grade.`},
		{"an own answer is said beside the right one", one(), "thirty seconds\n", "", "You wrote: thirty seconds\nAnswer: back"},
		{"an own answer may begin with a command's letter", one(), "s for suspend\n", "", "You wrote: s for suspend"},
		{"the end of the input ends the sitting", one(), "\n", "", "grade> \n"},
		{"undo returns to the card before", one(), "\n3\nu\n", "good,undo", "Undone: grade good of sqs-1.\n\nCard 1, 2 left. Amazon SQS. New.\nfront"},
		{"undo works at the end too", one()[:1], "\n3\nu\n", "good,undo", "Undone: grade good"},
		{"undo says when there is nothing", one(), "u\n", "", "There is nothing to undo."},
		{"redo says when there is nothing", one(), "U\n", "", "There is nothing to redo."},
		{"suspend goes on to the next card", one(), "s\n", "suspend", "Suspended.\n\nCard 1, 2 left. Amazon SQS. New.\nsecond front"},
		{"bury by its word", one(), "bury\n", "bury", "Buried until tomorrow."},
		{"flag stays with the card", one(), "f\nr\n", "flag", "Flagged.\nanswer> \nCard 1, 2 left. Amazon SQS. New. Flagged."},
		{"a flag is cleared again", one(), "f\nf\n", "flag,flag", "Flag cleared."},
		{"a note is kept", one(), "n think of a ticket\nn\n", "note think of a ticket", "Your note: think of a ticket"},
		{"a dash removes the note", one(), "n x\nn -\nn\n", "note x,note ", "There is no note."},
		{"open names the page and when it was checked", one(), "o\n", "", "https://docs.aws.amazon.com/sqs, checked 2026-11-21"},
		{"help lists the commands", one(), "?\n", "", "b or bury: hide the card until tomorrow"},
		{"quit leaves", one(), "q\n\n3\n", "", "answer> "},
		{"there is no card to flag at the end", nil, "f\n", "", "There is no card to flag."},
		{"nothing to do is said", nil, "\n", "", "Nothing is left to review today."},

		{"choices are numbered as they are shuffled", ask(), "1\n", "", "1. A topic\n2. A queue\n3. A table"},
		{"a right answer may be hard", ask(), "1\n2\n", "hard", "1. Correct, your answer: A topic\n   It fans out."},
		{"a right answer cannot be again", ask(), "1\n1\n", "", "so it cannot be again"},
		{"a wrong answer counts as again", ask(), "2\n\n", "again", "Wrong.\n1. Correct: A topic\n   It fans out.\n2. Not correct, your answer: A queue"},
		{"a wrong answer cannot be good", ask(), "2\n3\n", "", "it counts as again"},
		{"a choice that is not there is refused", ask(), "4\n", "", "Write the number of one choice, 1 to 3."},
		{"an empty answer is refused", ask(), "\n", "", "Write the number of one choice"},
		{"two answers to one question are refused", ask(), "1 2\n", "", "Write the number of one choice"},
		{"a question for two says so", []review.Turn{pair()}, "1\n", "", "Select two.\n1. A topic"},
		{"two are answered with commas too", []review.Turn{pair()}, "1,2\n\n", "good", "Right."},
		{"one of two twice is refused", []review.Turn{pair()}, "1 1\n", "", "Write the numbers of 2 choices"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := &sitting{turns: tt.turns}
			got := talk(t, s, tt.input)
			if acts := strings.Join(s.acts, ","); acts != tt.acts {
				t.Errorf("acts %q, want %q", acts, tt.acts)
			}
			if !strings.Contains(got, tt.said) {
				t.Errorf("%q is missing in:\n%s", tt.said, got)
			}
		})
	}
}

func TestACardThatCannotBeSavedStays(t *testing.T) {
	s := &sitting{turns: []review.Turn{card("sqs-1", "front", "back")}, fail: errors.New("the disk is full")}
	got := talk(t, s, "\n3\n3\n")
	if !strings.Contains(got, "Not saved: the disk is full.\nNothing has changed.") {
		t.Errorf("the failure is not said:\n%s", got)
	}
	if acts := fmt.Sprint(s.acts); acts != "[good]" {
		t.Errorf("acts %s, want the second try alone", acts)
	}
}

func TestAHeldEnterGradesNothing(t *testing.T) {
	s := &sitting{turns: []review.Turn{card("sqs-1", "front", "back")}}
	got := talk(t, s, strings.Repeat("\n", 20), func(c *line.Config) { c.Now = clock(time.Millisecond) })
	if len(s.acts) != 0 || !strings.Contains(got, "too quick") {
		t.Errorf("acts %v after a held key:\n%s", s.acts, got)
	}
}

func TestMoreIsOfferedAtTheEnd(t *testing.T) {
	more := &sitting{turns: []review.Turn{card("sqs-9", "one more", "back")}}
	got := talk(t, &sitting{}, "m\n\n4\n", func(c *line.Config) {
		c.More = func(context.Context) (line.Sitting, error) { return more, nil }
	})
	if fmt.Sprint(more.acts) != "[easy]" {
		t.Errorf("acts %v, want [easy]; said:\n%s", more.acts, got)
	}
}

func TestNothingSaidCanCommandTheTerminal(t *testing.T) {
	evil := card("sqs-1", "a\x1b]52;c;eA==\x07b &#27;[2J \u009b31m \u202e", "`\x1b[0m`\r\b")
	evil.Note = "\x1b[31m"
	got := talk(t, &sitting{turns: []review.Turn{evil}}, "\x1b[5n\nn\no\nt\n?\n3\n")
	for i, r := range got {
		if r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u202e') {
			t.Fatalf("%U at %d in %q", r, i, got)
		}
	}
}

func TestAnEndedContextInterrupts(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	in, _ := io.Pipe() // nothing ever comes
	cancel()
	err := line.Run(ctx, line.Config{In: in, Out: io.Discard, Now: clock(0), Sitting: &sitting{}})
	if !errors.Is(err, line.ErrInterrupted) {
		t.Errorf("err = %v, want ErrInterrupted", err)
	}
}

func TestAnOutputThatIsGoneEndsTheSitting(t *testing.T) {
	r, w := io.Pipe()
	r.Close()
	err := line.Run(context.Background(), line.Config{In: strings.NewReader("\n\n"), Out: w, Now: clock(0), Sitting: &sitting{}})
	if !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("err = %v, want io.ErrClosedPipe", err)
	}
}
