package tui_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"dva/srs/review"
	"dva/tui"
	"dva/tui/tuitest"
)

func TestReviewFromHomeToSummaryAndBack(t *testing.T) {
	k := newDesk(basic(), cloze(), single())
	d := k.sit(t)
	d.Press("enter")
	d.See("1 of 3", "Amazon SQS")
	d.NotSee("30 seconds")
	k.clock.Advance(5 * time.Second)
	d.Press("space")
	d.See("30 seconds", "10m", "1d", "4d", "1.2mo")
	d.Press("3")
	d.See("2 of 3", "takes [...] calls")
	d.Press("enter")
	d.See("takes 300 calls")
	k.clock.Advance(time.Second)
	d.Press("enter")
	d.See("LEAST effort")
	d.Press("b", "enter")
	d.See("B is not it. A is.", "your answer", "counts as again")
	k.clock.Advance(time.Second)
	d.Press("enter", "a", "enter")
	d.See("A is right")
	d.Press("4")
	d.See("Done.", "tomorrow", "34 cards due", "AWS KMS")
	if got, want := fmt.Sprint(k.sitting.Grades), "[good good again easy]"; got != want {
		t.Errorf("saved %s, want %s", got, want)
	}
	if k.sitting.Took[0] != 5*time.Second {
		t.Errorf("the first answer took %v, want 5s", k.sitting.Took[0])
	}
	asked := k.day.Asked
	d.Press("enter")
	d.See("34 due")
	if k.day.Asked != asked+1 {
		t.Errorf("home read the day %d times after the sitting, want once", k.day.Asked-asked)
	}
	d.Press("q")
	if !d.Left {
		t.Error("q at home does not quit")
	}
}

func TestSavingFails(t *testing.T) {
	k := newDesk(basic(), cloze())
	d := k.reviewing(t)
	d.Press("space")
	k.sitting.Fail = errors.New("disk is full: /home/learner/progress.db")
	d.Press("3")
	d.See("30 seconds", "1 of 2", "not saved, press again", "disk is full")
	if len(k.sitting.Grades) != 0 {
		t.Errorf("saved %v", k.sitting.Grades)
	}
	d.Press("3")
	d.See("2 of 2", "[...]")
	d.NotSee("not saved")
}

func TestStaleCardIsShownAnew(t *testing.T) {
	k := newDesk(basic(), cloze())
	d := k.reviewing(t)
	d.Press("space")
	k.sitting.Fail = review.ErrStale
	d.Press("3")
	d.See("30 seconds", "another running dva")
}

func TestANewDayIsNoFailure(t *testing.T) {
	k := newDesk(basic())
	d := k.reviewing(t)
	d.Press("space")
	k.sitting.Fail = review.ErrNewDay
	d.Press("3")
	d.See("30 seconds", "not saved, press again: a new study day has begun")
	d.Press("3")
	d.See("Done.")
}

func TestBothKeysOfANoteAreNamedInASmallWindow(t *testing.T) {
	k := newDesk(basic())
	k.start = &tui.StudyRequest{}
	d := tuitest.New(t, k.app(), 40, 12)
	d.Press("n")
	d.See("enter save", "esc leave as it was")
}

func TestANoteThatIsNotSavedIsStillThere(t *testing.T) {
	k := newDesk(basic())
	d := k.reviewing(t)
	d.Press("n")
	d.Type("a ticket in a drawer")
	k.sitting.Fail = errors.New("the disk is full")
	d.Press("enter")
	d.See("not saved, press again", "note  a ticket in a drawer", "enter save")
	d.Press("enter", "space")
	d.See("note  a ticket in a drawer", "30 seconds", "1 again")
}

func TestAReasonStandsBelowItsChoice(t *testing.T) {
	d := newDesk(single()).reviewing(t)
	d.Press("b", "enter")
	if !strings.Contains(d.View(), "B  Set the batch size to 1") || !strings.Contains(d.View(), "\n         Ends the repetition") {
		t.Errorf("the reason is not set off from its choice:\n%s", d.View())
	}
}

func TestTheSummarySendsNobodyWhereNothingWaits(t *testing.T) {
	k := newDesk(basic())
	k.sitting.Sum.Weakest = "kms"
	d := k.reviewing(t)
	d.Press("space", "1", "space", "1", "space", "3")
	d.See("weakest AWS KMS", "Next: the first card comes back tomorrow.")
	d.NotSee("dva review")
}

func TestUndoAndRedo(t *testing.T) {
	k := newDesk(basic(), cloze())
	d := k.reviewing(t)
	d.Press("space", "3", "space", "4")
	d.See("Done.")
	d.Press("u")
	d.See("undone: easy on sqs-fifo-rate#1", "2 of 2", "[...]")
	d.Press("u")
	d.See("undone: good on sqs-visibility-timeout", "1 of 2")
	d.Press("U")
	d.See("done again: good", "2 of 2")
	d.Press("s")
	d.See("suspended", "Done.")
	d.Press("u")
	d.See("undone: suspend on sqs-fifo-rate#1")
	if fmt.Sprint(k.sitting.Grades) != "[good]" {
		t.Errorf("saved %v", k.sitting.Grades)
	}
}

func TestFlagNoteAndBuryKeepTheirPlace(t *testing.T) {
	k := newDesk(basic(), cloze())
	d := k.reviewing(t)
	d.Press("space", "f")
	d.See("⚑ flagged", "30 seconds")
	d.Press("f")
	d.See("flag taken off")
	d.Press("n")
	d.Type("q? no: 30 s")
	d.Press("enter")
	d.See("note saved", "q? no: 30 s", "30 seconds")
	d.Press("n", "x", "esc")
	d.See("note left as it was", "note q? no: 30 s")
	d.Press("b")
	d.See("hidden until tomorrow", "[...]")
}

func TestKeysThatCannotBeUsedSayWhy(t *testing.T) {
	tests := []struct {
		name string
		turn review.Turn
		keys []string
		want string
	}{
		{"a grade before the answer", basic(), []string{"3"}, "show the answer first"},
		{"the doc page before the answer", basic(), []string{"o"}, "show the answer first"},
		{"the notes before the answer", basic(), []string{"t"}, "show the answer first"},
		{"a key without meaning", basic(), []string{"x"}, "x does nothing here; ? lists the keys"},
		{"scrolling what fits", basic(), []string{"down"}, "all of it is on the screen"},
		{"no notes", cloze(), []string{"space", "t"}, "names no notes"},
		{"a choice that is not there", single(), []string{"e"}, "choices a to d"},
		{"an answer without a choice", single(), []string{"enter"}, "choose an answer first"},
		{"one answer where two are asked", double(), []string{"a", "enter"}, "choose two answers; one chosen so far"},
		{"three answers where two are asked", double(), []string{"a", "b", "c"}, "two are chosen; take one back first"},
		{"again after a right answer", single(), []string{"a", "enter", "1"}, "a right answer is hard, good or easy"},
		{"good after a wrong answer", single(), []string{"b", "enter", "3"}, "a wrong answer counts as again"},
		{"redo of nothing", basic(), []string{"U"}, "nothing to redo"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			k := newDesk(tt.turn)
			d := k.reviewing(t)
			d.Press(tt.keys...)
			d.See(tt.want)
			if len(k.sitting.Grades) != 0 {
				t.Errorf("saved %v", k.sitting.Grades)
			}
		})
	}
}

func TestSittingThatCannotBeOpened(t *testing.T) {
	k := newDesk(basic())
	k.openErr = errors.New("progress.db is locked")
	d := k.reviewing(t)
	d.See("progress.db is locked", "enter try again", "esc back")
	k.openErr = nil
	d.Press("enter")
	d.See("For how long")
}

func TestPanelsCloseBeforeScreens(t *testing.T) {
	d := newDesk(basic()).reviewing(t)
	d.Press("space", "t")
	d.See("outdated", "slide 12", "is not in the notes any more")
	d.Press("q")
	d.See("30 seconds")
	d.Press("t", "esc", "n", "esc")
	d.See("30 seconds")
	d.Press("esc")
	d.See("34 due")
}

func TestOpenDocCopiesAndLinks(t *testing.T) {
	k := newDesk(basic())
	d := k.reviewing(t)
	d.Press("space", "o")
	for _, want := range []string{"\x1b]52;c;aHR0cHM6Ly9kb2Nz", "\x1b]8;;https://docs.aws.amazon.com/"} {
		if !strings.Contains(d.Raw(), want) {
			t.Errorf("%q is not sent", want)
		}
	}
	d.Press("x")
	if strings.Contains(d.Raw(), "\x1b]52;") {
		t.Error("the address is copied again with the next key")
	}
}

func TestNothingDue(t *testing.T) {
	k := newDesk()
	k.day.Today = idleDay()
	d := k.sit(t)
	d.See("Done for today.", "comes back tomorrow")
	d.Press("r")
	d.See("Nothing is due now.", "comes back tomorrow")
	d.Press("u")
	d.See("there is nothing to undo")
	d.Press("enter")
	d.See("Settings")
}
