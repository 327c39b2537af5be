package tui_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"dva/tui/study"
)

func TestKeysTypedAheadWaitForTheDisk(t *testing.T) {
	k := newDesk(basic(), cloze(), basic())
	d := k.reviewing(t)
	d.Press("space")
	d.Hold = true
	d.Press("3", "space", "4", "space", "2")
	d.See("1 of 3")
	if len(k.sitting.Grades) != 0 {
		t.Fatalf("saved %v before the disk answered", k.sitting.Grades)
	}
	d.Run()
	if got, want := fmt.Sprint(k.sitting.Grades), "[good easy hard]"; got != want {
		t.Errorf("saved %s, want %s", got, want)
	}
	d.See("Done.")
}

func TestSlowDiskIsSaid(t *testing.T) {
	k := newDesk(basic(), cloze())
	d := k.reviewing(t)
	d.Press("space")
	d.Hold = true
	d.Press("3", "space")
	d.NotSee("still saving")
	k.clock.Advance(time.Second)
	d.Press("4")
	d.See("still saving; your keys wait", "30 seconds")
	d.Run()
	d.See("Done.")
}

func TestKeysTypedBeforeTheSittingIsOpen(t *testing.T) {
	k := newDesk(basic(), cloze())
	d := k.sit(t)
	d.Hold = true
	d.Press("enter", "space", "3", "space", "3", "q", "q")
	d.Run()
	if len(k.sitting.Grades) != 2 || !d.Left {
		t.Errorf("saved %v, left %v", k.sitting.Grades, d.Left)
	}
}

func TestSavingFailsForgetsKeysTypedAhead(t *testing.T) {
	k := newDesk(basic(), cloze())
	d := k.reviewing(t)
	d.Press("space")
	k.sitting.Fail = errors.New("disk is full")
	d.Hold = true
	d.Press("3", "space", "4", "ctrl+c")
	d.Run()
	d.See("not saved")
	if len(k.sitting.Grades) != 0 || d.Left {
		t.Errorf("saved %v, left %v: keys meant for the next card reached this one", k.sitting.Grades, d.Left)
	}
}

func TestLettersThatArriveTogether(t *testing.T) {
	k := newDesk(double())
	d := k.reviewing(t)
	d.Burst("bd")
	d.Press("enter")
	d.See("B and D are right")
}

func TestLeavingWaitsForTheDisk(t *testing.T) {
	k := newDesk(basic(), cloze())
	d := k.reviewing(t)
	d.Press("space")
	d.Hold = true
	d.Press("3", "ctrl+c")
	if d.Left {
		t.Fatal("left before the answer was saved")
	}
	d.Run()
	if !d.Left || len(k.sitting.Grades) != 1 {
		t.Errorf("left %v with %v saved", d.Left, k.sitting.Grades)
	}
}

func TestLeavingTwiceDoesNotWait(t *testing.T) {
	k := newDesk(basic())
	d := k.reviewing(t)
	d.Press("space")
	d.Hold = true
	d.Press("3", "ctrl+c", "ctrl+c")
	d.RunLast()
	if !d.Left {
		t.Error("the second ctrl+c waits too")
	}
}

func TestHeldSpaceDoesNotGrade(t *testing.T) {
	k := newDesk(basic(), cloze(), basic())
	d := k.reviewing(t)
	for range 100 {
		d.Press("space")
		k.clock.Advance(30 * time.Millisecond)
	}
	if len(k.sitting.Grades) != 0 {
		t.Errorf("a held space graded %v", k.sitting.Grades)
	}
	d.See("held down")
	k.clock.Advance(study.Rest)
	d.Press("space")
	if len(k.sitting.Grades) != 1 {
		t.Error("space after a rest does not grade")
	}
}

func TestHeldEnterDoesNotAnswerAQuestion(t *testing.T) {
	k := newDesk(single(), single())
	d := k.reviewing(t)
	d.Press("enter", "enter")
	d.See("choose an answer first")
	d.Press("a", "enter", "enter", "enter")
	d.See("A is right")
	if len(k.sitting.Grades) != 0 {
		t.Errorf("saved %v", k.sitting.Grades)
	}
}

func TestEnterOfATerminalThatIsNotRaw(t *testing.T) {
	k := newDesk(basic(), single())
	d := k.sit(t)
	d.Press("ctrl+j", "ctrl+j")
	k.clock.Advance(study.Rest)
	d.Press("ctrl+j", "a", "ctrl+j")
	d.See("A is right")
	k.clock.Advance(study.Rest)
	d.Press("ctrl+j", "ctrl+j", ",", "ctrl+j")
	d.Type("2027-01-15")
	d.Press("ctrl+j")
	if got := fmt.Sprint(k.sitting.Grades, k.port.List[0].Value); got != "[good good]2027-01-15" {
		t.Errorf("saved %s", got)
	}
}

func TestDigitRightAfterRevealGrades(t *testing.T) {
	k := newDesk(basic(), cloze())
	d := k.reviewing(t)
	d.Press("space", "2")
	if fmt.Sprint(k.sitting.Grades) != "[hard]" {
		t.Errorf("saved %v", k.sitting.Grades)
	}
}

func TestSuspend(t *testing.T) {
	d := newDesk(basic()).reviewing(t)
	d.Press("ctrl+z")
	if !d.Suspended {
		t.Error("ctrl+z does not suspend")
	}
}

func TestRedrawWhereverOneIs(t *testing.T) {
	for _, keys := range [][]string{{}, {","}, {"r", "space"}, {"r", "n"}} {
		d := newDesk(basic()).sit(t)
		d.Press(keys...)
		before := d.View()
		d.Press("ctrl+l")
		if !d.Redrawn || d.View() != before {
			t.Errorf("after %v: redrawn %v, now\n%s", keys, d.Redrawn, d.View())
		}
	}
}
