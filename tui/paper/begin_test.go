package paper_test

import (
	"errors"
	"testing"
	"time"

	"dva/deck/exam"
	"dva/tui/tuitest"
)

func TestChoosingAForm(t *testing.T) {
	d := newDesk(t)
	half := tuitest.Paper(exam.Half, 33)
	half.Extra = 15 * time.Minute
	half.Limit += half.Extra
	for i := range 13 {
		half.Items[i].Fresh = false
	}
	d.papers[exam.Half] = half
	d.at(80, 24)
	d.See("› Full", "65 questions in 130 minutes", "50 are scored and 15 are not; which ones is told at the end", "You have not seen any")
	d.Press("down")
	d.See("› Half", "All questions are scored", "15 minutes more, as your settings say", "20 of the 33 questions are new to you, 60 %")
	if d.file.Saves != 0 {
		t.Error("something was saved before the exam was begun")
	}
	d.Press("enter")
	d.See("1 of 33", "1:21:00")
	if got := d.file.Record(1).Paper; got.Length != exam.Half || got.Fresh() != 20 {
		t.Errorf("began %s with %d fresh", got.Length, got.Fresh())
	}
}

func TestALengthAskedForIsChosenAtFirst(t *testing.T) {
	d := newDesk(t)
	d.length = exam.Half
	d.at(80, 24).See("› Half")
}

func TestEscBeforeTheClockRunsLeaves(t *testing.T) {
	d := newDesk(t).at(80, 24)
	d.Press("esc")
	if !d.room.Closed {
		t.Error("esc does not leave")
	}
}

func TestABankTooSmallOffersTheLargestForm(t *testing.T) {
	d := newDesk(t)
	d.largest = exam.Sprint
	d.at(80, 24)
	d.See("cannot fill a form of 65 questions by the rules", "is the sprint one: enter chooses it")
	d.Press("enter")
	d.See("› Sprint", "All questions are scored")
	d.Press("enter")
	d.See("1 of 10")

	d = newDesk(t)
	d.largest = "none"
	d.at(80, 24)
	d.See("too few questions", "even for one of 10")
	d.Press("enter")
	d.See("no form can be begun")
}

// left leaves a sprint for later after 90 seconds and one answer.
func left(t *testing.T) *desk {
	t.Helper()
	d := sprint(t)
	d.Press("c", "n")
	d.pass(90 * time.Second)
	d.Press("esc", "down", "enter")
	again := newDesk(t)
	again.file, again.clock = d.file, d.clock
	again.clock.Advance(24 * time.Hour)
	return again
}

func TestAnExamThatIsNotFinished(t *testing.T) {
	d := left(t).at(80, 24)
	d.See("Another exam is not finished yet.", "Sprint of 10 questions, begun on Sunday, 22 November, 12:00: 1 answered, 18 minutes left.", "It was paused")
	d.Press("enter")
	d.See("2 of 10", "0:18:30")

	d = left(t).at(80, 24)
	d.Press("down", "enter")
	d.See("› Full")
	if got := d.file.Record(1).Run.Status; got != exam.Abandoned {
		t.Errorf("the exam is %v", got)
	}
	d.Press("enter")
	d.See("1 of 65")

	d = left(t).at(80, 24)
	d.Press("down", "down", "enter")
	if got := d.file.Record(1).Run.Status; !d.room.Closed || got != exam.Open {
		t.Errorf("closed %v, the exam is %v", d.room.Closed, got)
	}
}

func TestResuming(t *testing.T) {
	d := left(t)
	d.resume = true
	d.at(80, 24)
	d.See("2 of 10", "0:18:30", "going on where you were")

	d = newDesk(t)
	d.resume = true
	d.at(80, 24)
	d.See("there is no exam to go on with", "› Full")
}

func TestAnExamOutOfTimeIsHandedInWhenResumed(t *testing.T) {
	d := sprint(t)
	d.pass(19 * time.Minute)
	d.file.Fail = errors.New("the disk is full")
	d.pass(time.Minute)
	d.file.Fail = nil
	again := newDesk(t)
	again.file, again.clock, again.resume = d.file, d.clock, true
	again.at(80, 24)
	again.pass(time.Minute + 5*time.Second)
	again.See("The time is up.")
	if again.file.Ends != 1 {
		t.Errorf("ended %d times", again.file.Ends)
	}
}

func TestAnExamBegunElsewhereMeanwhile(t *testing.T) {
	d := newDesk(t).at(80, 24)
	if _, err := d.Begin(t.Context(), tuitest.Paper(exam.Sprint, 10)); err != nil {
		t.Fatal(err)
	}
	d.Press("enter")
	d.See("Another exam is not finished yet.")
}

func TestBeginningFails(t *testing.T) {
	d := newDesk(t).at(80, 24)
	d.file.Fail = errors.New("the disk is full")
	d.Press("enter")
	d.See("not done, press again: the disk is full", "› Full")
	d.file.Fail = nil
	d.Press("enter")
	d.See("1 of 65")
}

func TestAFileThatCannotBeRead(t *testing.T) {
	d := newDesk(t)
	d.fail = errors.New("progress.db: permission denied")
	d.at(80, 24)
	d.See("permission denied", "Enter tries again")
	d.Press("enter")
	d.See("permission denied")
	d.fail = nil
	d.Press("enter")
	d.See("› Full")
}
