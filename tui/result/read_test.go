package result_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"dva/deck/exam"
	"dva/tui/ui"
)

func TestReadingTheMisses(t *testing.T) {
	d := sat(t).at(80, 24)
	d.See("38 of 50 scored right: 76 %", "between 68 and 83 % with 80 % confidence", "› misses 16")
	d.Press("enter")
	d.See("Misses › 1 of 16", "question 2, Amazon SQS", "Case 2.")
	d.Press("G")
	d.See("your answer", "time", "learn it", "sqs-card-2", "checked 2026-11-21")
	d.Press("n")
	d.See("Misses › 2 of 16", "question 6", "Case 6.")
	for range 14 {
		d.Press("right")
	}
	d.See("Misses › 16 of 16")
	d.Press("enter")
	d.See("this is the last of them")
	d.Press("left")
	d.See("15 of 16")
	d.Press("esc")
	d.See("scored right")
	d.Press("esc")
	if !d.room.Closed {
		t.Error("esc does not leave the result")
	}
}

func TestFilters(t *testing.T) {
	d := eventful(t).at(80, 24)
	d.See("› misses 17", "all 65", "flagged 8", "slow 5", "lucky 12")
	d.Press("left")
	d.See("› lucky 12")
	d.Press("tab", "right", "enter", "n")
	d.See("All › 2 of 65", "question 2")
	d.Press("tab") // it is not flagged
	d.See("Flagged › 1 of 8", "question 1")
	d.Press("tab")
	d.See("Slow › 1 of 5", "question 18")
	d.Press("tab", "tab")
	d.See("Misses › 1 of 17", "question 2") // from the first: the lucky one is no miss
}

func TestTheFilterStaysOnTheQuestion(t *testing.T) {
	d := sat(t).at(80, 24)
	d.Press("enter", "n", "n", "tab")
	d.See("All › 10 of 65", "question 10")
}

func TestAFilterThatLetsNothingThrough(t *testing.T) {
	d := sat(t).at(80, 24)
	d.Press("n", "n", "enter")
	d.See("no question is flagged")
}

func TestEveryChoiceHasItsReason(t *testing.T) {
	d := sat(t).at(80, 40)
	d.Press("enter")
	for _, c := range d.record.Paper.Items[1].Question.Choices {
		d.See(strings.ReplaceAll(c.Text, "`", ""), c.Why)
	}
	d.See("✗ C", "your answer", "✓ D")
}

func TestOpeningThePage(t *testing.T) {
	d := sat(t).at(80, 24)
	d.Press("o")
	d.See("read a question first")
	d.Press("enter", "o")
	d.See("https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/", "the address is copied")
	if want := d.record.Paper.Items[1].Question.Doc; d.room.Copied != want {
		t.Errorf("copied %q", d.room.Copied)
	}
}

func TestTheCardsBehindTheMisses(t *testing.T) {
	for _, keys := range [][]string{{"c"}, {"enter", "c"}} {
		d := sat(t).at(80, 24)
		d.Press(keys...)
		want := []ui.OpenMsg{{Place: ui.Cards, IDs: []string{"sqs-card-2", "sqs-card-6"}}}
		if !reflect.DeepEqual(d.room.Opened, want) {
			t.Errorf("after %v asked for %+v", keys, d.room.Opened)
		}
		d.Send(ui.ShownMsg{})
		d.Press("enter")
		d.See("of 16")
	}
	d := sat(t)
	d.brought = nil
	d.at(80, 24).Press("c")
	d.See("brought no cards forward")
}

func TestAllRight(t *testing.T) {
	d := with(t, exam.Sprint, 10, func(int, exam.Item, *exam.Answer) {})
	d.brought = nil
	d.at(80, 24)
	d.See("10 of 10 right: 100 %", "misses 0", "› all 10")
	d.Press("G")
	d.See("nothing was missed")
	d.Press("enter")
	d.See("All › 1 of 10")
}

func TestWhenAVerdictIsGiven(t *testing.T) {
	sit := func(l exam.Length, n int, change func(*exam.Record)) *desk {
		d := with(t, l, n, func(i int, it exam.Item, a *exam.Answer) {
			if i%4 == 1 {
				a.Picked = wrong(it)
			}
		})
		change(&d.record)
		return d.at(120, 40)
	}
	stale := func(n int) func(*exam.Record) {
		return func(r *exam.Record) {
			for i := range n {
				r.Paper.Items[i].Fresh = false
			}
		}
	}
	tests := []struct {
		name string
		d    *desk
		want string
	}{
		{"a full exam", sit(exam.Full, 65, stale(0)), "passing is likely: about 70 in 100"},
		{"four fifths of it new", sit(exam.Full, 65, stale(13)), "On this evidence"},
		{"less", sit(exam.Full, 65, stale(14)), "Not enough evidence for a verdict: 78 % of the questions were new to you, and at least 80 % should be."},
		{"half an exam", sit(exam.Half, 33, stale(0)), "Not enough evidence for a verdict: only a full exam asks enough."},
		{"paused", sit(exam.Full, 65, func(r *exam.Record) { r.Run.Pauses = 1 }), "Not enough evidence for a verdict: it was paused."},
		{"a sprint, paused", sit(exam.Sprint, 10, func(r *exam.Record) { r.Run.Pauses = 2 }), "only a full exam asks enough and it was paused."},
		{"a domain with few", sit(exam.Full, 65, func(r *exam.Record) {
			for i := range r.Paper.Items {
				if it := &r.Paper.Items[i]; it.Domain == "4" && i > 60 {
					it.Domain = "1"
				}
			}
		}), "Troubleshooting and Optimization had 10 questions, and should have 12."},
		{"an interruption is no pause", sit(exam.Full, 65, func(r *exam.Record) { r.Run.Breaks = 3 }), "On this evidence"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.d.See(tt.want, "AWS does not publish", "These questions are ours, not AWS's")
		})
	}
}

// TestAVerdictRestsOnFirstAnswersAlone answers the questions seen before right and
// wrong: the verdict is the same.
func TestAVerdictRestsOnFirstAnswersAlone(t *testing.T) {
	verdict := func(known bool) string {
		d := with(t, exam.Full, 65, func(i int, it exam.Item, a *exam.Answer) {
			if i%5 == 0 && !known || i%5 != 0 && i%4 == 1 {
				a.Picked = wrong(it)
			}
		})
		for i := range d.record.Paper.Items {
			d.record.Paper.Items[i].Fresh = i%5 != 0
		}
		_, after, found := strings.Cut(d.at(120, 40).View(), "On this evidence")
		if !found {
			t.Fatalf("no verdict:\n%s", d.View())
		}
		said, _, _ := strings.Cut(after, ".")
		return said
	}
	if right, wrong := verdict(true), verdict(false); right != wrong {
		t.Errorf("with the known ones right%s, with them wrong%s", right, wrong)
	}
}

func TestTheResultIsSaidOnItsDayAndLater(t *testing.T) {
	d := sat(t)
	d.at(80, 24).Press("G")
	d.See("16 misses put 2 cards into today's review")
	d.clock.Advance(72 * time.Hour)
	d.at(80, 24).Press("G")
	d.See("16 misses brought 2 cards forward that day")
}

func TestAnExamThatCannotBeShown(t *testing.T) {
	d := sat(t)
	d.fail = errors.New("the disk has gone")
	d.at(80, 24)
	d.See("the exam could not be read: the disk has gone")
	d.fail = nil
	d.Press("enter")
	d.See("scored right")

	d = sat(t)
	d.record.Run.Status = exam.Abandoned
	d.at(80, 24).See("exam 3 is abandoned and has no result")
}

func TestTheHistory(t *testing.T) {
	tests := []struct {
		name string
		keys string
		want []ui.OpenMsg
		says string
	}{
		{"the open one goes on", "enter", []ui.OpenMsg{{Place: ui.Resume}}, ""},
		{"a finished one shows its result", "down enter", []ui.OpenMsg{{Place: ui.Result, ID: 5}}, ""},
		{"one that was given up has none", "j j enter", nil, "given up, so it has no result"},
		{"the last", "G l", []ui.OpenMsg{{Place: ui.Result, ID: 1}}, ""},
		{"the first", "G g enter", []ui.OpenMsg{{Place: ui.Resume}}, ""},
		{"a key without use", "x", nil, "x does nothing here"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := sat(t)
			d.exams = listings()
			d.history(80, 24).Press(strings.Fields(tt.keys)...)
			if !reflect.DeepEqual(d.room.Opened, tt.want) {
				t.Errorf("asked for %+v", d.room.Opened)
			}
			d.See(tt.says)
		})
	}
}

func TestTheHistoryIsReadAnewAndStaysOnItsExam(t *testing.T) {
	d := sat(t)
	d.exams = listings()[1:]
	d.history(80, 24).Press("down", "down")
	d.See("› 13 Nov 2026")
	d.exams = listings()
	d.Send(ui.ShownMsg{})
	d.See("› 13 Nov 2026", "open, 12 of 33")
	d.fail = errors.New("the disk has gone")
	d.Send(ui.ShownMsg{})
	d.See("the exams could not be read: the disk has gone", "Enter tries again")
	d.fail = nil
	d.Press("enter")
	d.See("› 13 Nov 2026")
}

func TestNoProgressIsClaimedThatChanceMakes(t *testing.T) {
	full := func(right int) exam.Listing {
		return exam.Listing{ID: exam.ID(right), Length: exam.Full, Asked: 65, Scored: 50, Right: right, Run: exam.Run{Status: exam.Finished, Started: noon}}
	}
	tests := []struct {
		name  string
		right []int // newest first
		want  string
	}{
		{"14 points up", []int{42, 35}, "14 points apart; up to 15 are chance"},
		{"one point", []int{36, 36}, "0 points apart"},
		{"16 points up", []int{43, 35}, "16 points above the one before: more than chance makes likely"},
		{"16 points down", []int{35, 43}, "16 points below the one before: more than chance makes likely"},
		{"only the newest two", []int{40, 39, 10}, "2 points apart"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := sat(t)
			for _, r := range tt.right {
				d.exams = append(d.exams, full(r))
			}
			d.history(80, 24).See(tt.want)
			d.NotSee("improve")
		})
	}
	d := sat(t)
	d.exams = []exam.Listing{full(40)}
	d.history(80, 24).NotSee("apart", "chance")
}

func TestALongHistoryScrolls(t *testing.T) {
	d := sat(t)
	for i := range 50 {
		l := listings()[1]
		l.ID, l.Run.Started = exam.ID(i+1), noon.AddDate(0, 0, -i)
		d.exams = append(d.exams, l)
	}
	d.history(40, 12)
	for range 49 {
		d.Press("down")
		d.See("›")
	}
	d.Press("enter")
	if want := int64(50); len(d.room.Opened) != 1 || d.room.Opened[0].ID != want {
		t.Errorf("opened %s", fmt.Sprint(d.room.Opened))
	}
}

func TestEveryInterruptionIsTold(t *testing.T) {
	tests := []struct {
		name   string
		change func(*exam.Record)
		want   string
	}{
		{"after a kill", func(r *exam.Record) { r.Holder = 2 }, "stopped interrupted once new 65 of 65"},
		{"a pause is told as one", func(r *exam.Record) { r.Holder, r.Run.Pauses = 2, 1 }, "stopped paused once, so it does not count as timed new 65 of 65"},
		{"how long is known while the program ran", func(r *exam.Record) { r.Run.Breaks, r.Run.Away = 1, 3*time.Minute }, "interrupted once, 3 minutes away in all"},
		{"and not of a kill", func(r *exam.Record) { r.Holder, r.Run.Breaks, r.Run.Away = 2, 1, 3*time.Minute }, "interrupted twice, at least 3 minutes away in all"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := sat(t)
			tt.change(&d.record)
			d.at(80, 40).See(tt.want)
		})
	}
}
