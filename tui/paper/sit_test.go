package paper_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dva/deck"
	"dva/deck/exam"
	"dva/tui/tuitest"
	"dva/tui/ui"
)

func TestAWholeExamByKeys(t *testing.T) {
	d := full(t, 80, 24)
	want := make([][]string, 66) // the letters that stand at the end
	for n := 1; n <= 65; n++ {
		d.See(fmt.Sprintf("%d of 65", n), "Which solution meets these requirements")
		d.pass(70 * time.Second)
		want[n] = d.right(n)
		switch {
		case n%9 == 0: // leaves it blank, flagged
			want[n] = nil
			d.Press("f")
		case n%7 == 0: // changes one's mind
			other := "a"
			if slices.Contains(want[n], other) {
				other = "b"
			}
			d.Press(other)
			if len(want[n]) > 1 && !slices.Contains(want[n], other) {
				d.Press(other) // takes it back
			}
			for _, letter := range want[n] {
				if len(want[n]) == 1 || !slices.Contains(picked(d, n), letter) {
					d.Press(letter)
				}
			}
		default:
			d.Press(want[n]...)
		}
		d.Press("enter")
	}
	d.See("That was the last question", "58 answered, 7 blank, 7 flagged")
	d.Press("tab", "tab", "enter")
	d.See("9 of 65", "flagged")
	d.Press(d.right(9)...)
	want[9] = d.right(9)
	d.Press("f", "S")
	d.See("Hand in the exam?", "6 questions are blank: 18, 27, 36, 45, 54 and 63.", "6 questions are flagged", "left")
	d.Press("esc")
	d.See("9 of 65")
	d.Press("S", "y")
	if want := []ui.OpenMsg{{Place: ui.Result, ID: 1, Instead: true}}; !reflect.DeepEqual(d.room.Opened, want) {
		t.Fatalf("opened %+v", d.room.Opened)
	}
	r := d.file.Record(1)
	if r.Run.Status != exam.Finished || r.Run.TimeUp || r.Run.Breaks != 0 || d.file.Ends != 1 {
		t.Errorf("run %+v, ended %d times", r.Run, d.file.Ends)
	}
	for n := 1; n <= 65; n++ {
		if got := picked(d, n); !slices.Equal(got, want[n]) {
			t.Errorf("question %d: the file has %v, pressed were %v", n, got, want[n])
		}
	}
	if res := exam.Score(r); res.RightAsked != 59 || res.Blank != 6 {
		t.Errorf("%d right, %d blank", res.RightAsked, res.Blank)
	}
	if got := r.Run.Used; got != 65*70*time.Second {
		t.Errorf("%v used", got)
	}
}

// picked are the letters that the file has for question n, in the order shown.
func picked(d *desk, n int) []string {
	it, a := d.file.Record(1).Paper.Items[n-1], d.answer(n)
	var out []string
	for place, i := range it.Order {
		if slices.Contains(a.Picked, i) {
			out = append(out, string(rune('a'+place)))
		}
	}
	return out
}

func TestPickingChoices(t *testing.T) {
	tests := []struct {
		name     string
		question int
		keys     string
		want     string
		says     string
	}{
		{"a letter picks", 1, "c", "c", ""},
		{"a digit picks", 1, "2", "b", ""},
		{"of one answer the new takes the old one's place", 1, "ca", "a", ""},
		{"the same again takes it back", 1, "cc", "", ""},
		{"space picks at the pointer", 1, "jj ", "b", ""},
		{"space without a pointer says why", 1, " ", "", "choose with a letter"},
		{"two of two", 3, "ae", "ae", ""},
		{"a third is picked and told", 3, "aec", "ace", "3 chosen, the question asks for two"},
		{"one of two is not told yet", 3, "a", "a", ""},
		{"a letter beyond the choices", 1, "e", "", "this question has choices a to d"},
		{"a digit beyond the choices", 1, "6", "", "this question has choices a to d"},
		{"f flags where it is no choice", 1, "f", "", "flagged, to come back to"},
		{"f again takes the flag off", 1, "ff", "", "flag taken off"},
		{"a key without use", 1, "x", "", "x does nothing here"},
		{"nothing before the first", 1, "p", "", "this is the first question"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := sprint(t)
			for range tt.question - 1 {
				d.Press("n")
			}
			d.Type(tt.keys)
			if got := strings.Join(picked(d, tt.question), ""); got != tt.want {
				t.Errorf("%q picks %q, want %q", tt.keys, got, tt.want)
			}
			d.See(tt.says)
		})
	}
}

func TestAWrongNumberOfChoicesIsToldAndNotBlocked(t *testing.T) {
	d := sprint(t)
	d.Press("n", "n", "a", "n")
	d.See("4 of 10", "question 3: 1 chosen, the question asks for two")
	d.Press("p", "b", "c", "n")
	d.See("4 of 10", "question 3: 3 chosen, the question asks for two")
	d.Press("p", "c", "n")
	d.NotSee("chosen")
	d.Press("p", "a", "b", "n")
	d.See("4 of 10")
	d.NotSee("chosen") // blank is said at the end
}

func TestWhereSixChoicesAre(t *testing.T) {
	p := tuitest.Paper(exam.Sprint, 10)
	q := *p.Items[0].Question
	q.Choices = append(slices.Clone(q.Choices), deck.Choice{Text: "Five", Correct: true}, deck.Choice{Text: "Six"})
	p.Items[0].Question, p.Items[0].Order = &q, []int{0, 1, 2, 3, 4, 5}
	d := newDesk(t)
	d.length, d.papers[exam.Sprint] = exam.Sprint, p
	d.at(80, 24).Press("enter", "f")
	d.See("› F [x] Six", "F flag")
	if d.answer(1).Flagged {
		t.Error("f flags where it is a choice")
	}
	d.Press("F")
	d.See("⚑ flagged")
}

func TestHandingInAsks(t *testing.T) {
	d := sprint(t)
	for range 10 {
		d.Press("a", "n")
	}
	d.Press("S")
	d.See("All questions are answered.", "2 questions have a wrong number of choices, which counts as wrong: 3 and 10.", "20 minutes left")
	d.Press("enter")
	d.See("S or y hands in")
	if d.file.Ends != 0 {
		t.Fatal("enter hands in")
	}
	d.Press("S")
	if d.file.Ends != 1 || len(d.room.Opened) != 1 {
		t.Errorf("ended %d times, opened %v", d.file.Ends, d.room.Opened)
	}
}

func TestLeaving(t *testing.T) {
	tests := []struct {
		name   string
		keys   []string
		closed bool
		pauses int
		status exam.Status
	}{
		{"esc asks, and stays", []string{"esc", "enter"}, false, 0, exam.Open},
		{"q asks too", []string{"q", "enter"}, false, 0, exam.Open},
		{"esc twice stays", []string{"esc", "esc"}, false, 0, exam.Open},
		{"later", []string{"esc", "down", "enter"}, true, 1, exam.Open},
		{"giving up", []string{"esc", "down", "down", "enter"}, true, 0, exam.Abandoned},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := sprint(t)
			d.Press("c")
			d.Press(tt.keys[0])
			d.See("Leave the exam?", "does not count as timed", "kept as abandoned, without a result")
			d.Press(tt.keys[1:]...)
			r := d.file.Record(1).Run
			if d.room.Closed != tt.closed || r.Pauses != tt.pauses || r.Status != tt.status {
				t.Errorf("closed %v, run %+v", d.room.Closed, r)
			}
		})
	}
}

func TestAFailedSaveMovesNothing(t *testing.T) {
	full := errors.New("the disk is full")
	for _, keys := range [][]string{{"c"}, {"n"}, {"f"}, {"g", "5", "enter"}, {"esc", "down", "enter"}, {"esc", "down", "down", "enter"}, {"S", "S"}} {
		t.Run(strings.Join(keys, " "), func(t *testing.T) {
			d := sprint(t)
			d.Press("b")
			last := len(keys) - 1
			d.Press(keys[:last]...)
			before := body(d.View())
			d.file.Fail = full
			d.Press(keys[last])
			d.See("press again: the disk is full")
			if now := body(d.View()); now != before {
				t.Errorf("it moved:\n%s\n%s", before, now)
			}
			if r := d.file.Record(1); r.Run.At != 0 || r.Run.Pauses != 0 || r.Run.Status != exam.Open || r.Answers[0].Flagged || !slices.Equal(picked(d, 1), []string{"b"}) {
				t.Errorf("the file has %+v, %v", r.Run, picked(d, 1))
			}
			d.file.Fail = nil
			d.Press(keys[last])
			d.NotSee("the disk is full")
			if r := d.file.Record(1); d.file.Saves == 0 || r.Run.At == 0 && r.Run.Pauses == 0 && r.Run.Status == exam.Open && !r.Answers[0].Flagged && slices.Equal(picked(d, 1), []string{"b"}) {
				t.Error("pressed again, it is not saved")
			}
		})
	}
}

// body is a frame without its last two lines.
func body(frame string) string {
	lines := strings.Split(frame, "\n")
	return strings.Join(lines[:len(lines)-2], "\n")
}

func TestTypingAhead(t *testing.T) {
	d := sprint(t)
	d.Burst("cnanben")
	d.See("4 of 10")
	for n, want := range []string{"c", "a", "be"} {
		if got := strings.Join(picked(d, n+1), ""); got != want {
			t.Errorf("question %d: %q, want %q", n+1, got, want)
		}
	}
}

func TestKeysWaitForASlowDisk(t *testing.T) {
	d := sprint(t)
	d.Hold = true
	d.Press("c", "n", "a")
	d.See("1 of 10")
	d.clock.Advance(400 * time.Millisecond)
	d.See("still saving; your keys wait")
	d.Hold = false
	d.Run()
	d.See("2 of 10", "(x)")
	if got := fmt.Sprint(picked(d, 1), picked(d, 2)); got != "[c] [a]" {
		t.Errorf("picked %s", got)
	}
}

func TestAnotherProgramTakesTheExam(t *testing.T) {
	d := sprint(t)
	d.Press("c")
	if _, err := d.Resume(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.Press("d")
	d.See("goes on elsewhere", "taken up by another running dva")
	if got := picked(d, 1); !slices.Equal(got, []string{"c"}) {
		t.Errorf("picked %v", got)
	}
	d.Press("a", "S", "x")
	if d.room.Closed {
		t.Error("closed by a letter")
	}
	d.Press("enter")
	if !d.room.Closed || d.ticks.Waiting() > 1 {
		t.Errorf("closed %v, %d ticks to come", d.room.Closed, d.ticks.Waiting())
	}
}

// TestNothingTellsRightFromWrong plays the same keys on two papers that differ
// only in which choices are right.
func TestNothingTellsRightFromWrong(t *testing.T) {
	other := tuitest.Paper(exam.Sprint, 10)
	for i := range other.Items {
		q := *other.Items[i].Question
		q.Choices = slices.Clone(q.Choices)
		slices.Reverse(q.Choices) // the right ones come last
		for n, c := range other.Items[i].Question.Choices {
			q.Choices[n].Text, q.Choices[n].Why = c.Text, c.Why
		}
		other.Items[i].Question, other.Items[i].Scored = &q, i%2 == 0
	}
	a, b := sprint(t), newDesk(t)
	b.length, b.papers[exam.Sprint] = exam.Sprint, other
	b.at(80, 24).Press("enter")
	keys := strings.Split("b n a n c d p j j space f n n g tab tab tab 7 enter a b n n n S esc esc down esc g", " ")
	for i, key := range keys {
		a.Press(key)
		b.Press(key)
		if a.Raw() != b.Raw() {
			t.Fatalf("after %v the frames differ:\n%s\n%s", keys[:i+1], a.View(), b.View())
		}
	}
}

func TestALongQuestionCanBeReadByArrows(t *testing.T) {
	d := full(t, 40, 12)
	d.Press("n", "n", "n", "n")
	want := map[string]bool{}
	for _, w := range strings.Fields("A company runs REST lose no order, change as little LEAST ChangeMessageVisibility FIFO delivery delay retention period") {
		want[w] = false
	}
	look := func() {
		for w := range want {
			want[w] = want[w] || strings.Contains(d.View(), w)
		}
		d.See("5 of 65", "2:10:00")
	}
	look()
	for range 40 {
		d.Press("down")
		look()
	}
	for w, seen := range want {
		if !seen {
			t.Errorf("%q was never on the screen", w)
		}
	}
	d.See("› D")
	for range 60 {
		d.Press("up")
	}
	d.See("A company runs an online shop")
}
