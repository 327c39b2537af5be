package tui_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/muesli/termenv"

	"dva/srs/review"
	"dva/tui"
	"dva/tui/study"
	"dva/tui/tuitest"
)

func TestFirstCardWithinThreeKeys(t *testing.T) {
	k := newDesk(basic())
	k.day.Today = firstDay()
	d := k.sit(t)
	d.See("Ten cards to start with", "When is your exam?")
	d.Press("enter")
	d.See("For how long is it hidden", "space show answer")
}

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

func TestStartInASitting(t *testing.T) {
	k := newDesk(basic())
	k.start = &tui.StudyRequest{Services: []string{"sqs"}, Limit: 5}
	d := k.sit(t)
	d.See("For how long")
	if fmt.Sprint(k.asked) != "[{[sqs] 5 false}]" {
		t.Errorf("asked for %v", k.asked)
	}
	if k.day.Asked != 0 {
		t.Error("home behind the sitting read the day before it was shown")
	}
	d.Press("q")
	d.See("Review", "34 due")
}

func TestMoreAsksForWhatThePlanOffers(t *testing.T) {
	k := newDesk(basic())
	d := k.sit(t)
	d.Press("m")
	d.See("More › Amazon SQS")
	if len(k.asked) != 1 || !k.asked[0].Spare {
		t.Errorf("asked for %v", k.asked)
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

func TestStaleCardIsShownAnew(t *testing.T) {
	k := newDesk(basic(), cloze())
	d := k.reviewing(t)
	d.Press("space")
	k.sitting.Fail = review.ErrStale
	d.Press("3")
	d.See("30 seconds", "another running dva")
}

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

func TestDigitRightAfterRevealGrades(t *testing.T) {
	k := newDesk(basic(), cloze())
	d := k.reviewing(t)
	d.Press("space", "2")
	if fmt.Sprint(k.sitting.Grades) != "[hard]" {
		t.Errorf("saved %v", k.sitting.Grades)
	}
}

func TestResizeInTheMiddleOfACard(t *testing.T) {
	k := newDesk(basic())
	d := k.reviewing(t)
	d.Press("space")
	for _, size := range [][2]int{{40, 12}, {200, 60}, {10, 3}, {80, 24}, {0, 0}, {1, 1}, {500, 200}, {80, 24}} {
		d.Resize(size[0], size[1])
	}
	d.See("30 seconds", "1 again", "1 of 1")
	if len(k.sitting.Grades) != 0 {
		t.Errorf("saved %v", k.sitting.Grades)
	}
}

func TestResizeKeepsThePlace(t *testing.T) {
	long := basic()
	long.Back = "**begin**\n\n" + strings.Repeat("word ", 400) + "\n\nlandmark\n\n" + strings.Repeat("more ", 400)
	d := newDesk(long).reviewing(t)
	d.Press("space")
	for range 100 {
		if strings.Contains(d.View(), "landmark") {
			break
		}
		d.Press("down")
	}
	d.Press("pgdown")
	d.See("landmark")
	d.Resize(120, 24)
	d.See("landmark")
	d.Resize(60, 24)
	d.See("landmark")
}

func TestTooSmall(t *testing.T) {
	k := newDesk(basic())
	d := k.reviewing(t)
	d.Resize(39, 24)
	d.See("needs 40x12, is 39x24")
	d.Press("space", "3")
	if len(k.sitting.Grades) != 0 {
		t.Error("a card that cannot be seen was graded")
	}
	d.Press("ctrl+c")
	if !d.Left {
		t.Error("ctrl+c does not leave a small window")
	}
}

func TestNothingDue(t *testing.T) {
	k := newDesk()
	k.day.Today = idleDay()
	d := k.sit(t)
	d.See("Nothing is due today.", "comes back tomorrow")
	d.Press("r")
	d.See("Nothing is due now.", "comes back tomorrow")
	d.Press("u")
	d.See("there is nothing to undo")
	d.Press("enter")
	d.See("Settings")
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

func TestHomeSaysWhyMoreIsNotThere(t *testing.T) {
	k := newDesk()
	k.day.Today = firstDay()
	d := k.sit(t)
	d.NotSee("More")
	d.Press("m")
	d.See("leaves no cards to offer")
}

func TestHomeDrawsBeforeTheDayIsRead(t *testing.T) {
	k := newDesk(basic())
	d := tuitest.NewHeld(t, k.app(), 80, 24)
	d.See("› Review")
	before := row(d, "› Review")
	d.Run()
	if after := row(d, "› Review"); after != before {
		t.Errorf("the menu moved from row %d to %d:\n%s", before, after, d.View())
	}
}

// row is where a text stands.
func row(d *tuitest.Driver, text string) int {
	before, _, _ := strings.Cut(d.View(), text)
	return strings.Count(before, "\n")
}

func TestHomeSaysThatTheDayCannotBeRead(t *testing.T) {
	k := newDesk(basic())
	k.day.Err = errors.New("progress.db is locked")
	d := k.sit(t)
	d.See("progress.db is locked", "Settings")
	k.day.Err = nil
	d.Press("r", "q")
	d.See("34 due")
}

func TestSittingThatCannotBeOpened(t *testing.T) {
	k := newDesk(basic())
	k.openErr = errors.New("progress.db is locked")
	d := k.reviewing(t)
	d.See("progress.db is locked")
	k.openErr = nil
	d.Press("enter")
	d.See("For how long")
}

func TestSettingIsRefusedWithAReason(t *testing.T) {
	k := newDesk()
	d := k.sit(t)
	d.Press(",", "down", "enter")
	d.Type("x")
	k.port.Refuse = errors.New("minutes: 30x is no number; 5 to 600")
	d.Press("enter")
	d.See("5 to 600", "30x")
	k.port.Refuse = nil
	d.Press("backspace", "backspace", "5", "enter")
	d.See("saved", "35")
	d.Press("enter", "9", "esc")
	d.See("left as it was", "35")
	d.NotSee("359")
}

func TestThemeChangesAtOnce(t *testing.T) {
	k := newDesk()
	d := k.sit(t)
	d.Press(",", "down", "down", "down", "down")
	before := d.Raw()
	d.Press("enter")
	if k.port.List[4].Value != "dark" {
		t.Fatalf("theme is %q", k.port.List[4].Value)
	}
	if !strings.Contains(d.Raw(), "\x1b[1;96m") || strings.Contains(before, "\x1b[1;96m") {
		t.Errorf("the accent did not change:\n%q", d.Raw())
	}
}

func TestExamDateFromHome(t *testing.T) {
	k := newDesk()
	k.day.Today = firstDay()
	d := k.sit(t)
	d.Press("down", "enter")
	d.Type("2027-01-15")
	d.Press("enter")
	d.See("Review", "Settings")
	if k.port.List[0].Value != "2027-01-15" || k.day.Asked != 2 {
		t.Errorf("the date is %q, the day was read %d times", k.port.List[0].Value, k.day.Asked)
	}
}

func TestGuideShowsTheKeysOfTheScreen(t *testing.T) {
	d := newDesk(basic()).reviewing(t)
	d.Press("?")
	d.See("Guide › Review", "again, hard, good, easy")
	d.Press("G")
	d.See("Nothing ever leaves this machine")
	d.Press("?")
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

func TestNoColourSendsNoStyles(t *testing.T) {
	k := newDesk(basic(), single())
	k.profile = termenv.Ascii
	d := k.reviewing(t)
	for _, key := range []string{"f", "space", "t", "t", "n", "esc", "3", "b", "enter", "?", "q", "q", ","} {
		d.Press(key)
		if i := strings.Index(d.Raw(), "\x1b["); i >= 0 {
			t.Fatalf("after %s a style is sent: %q", key, d.Raw()[i:min(i+20, len(d.Raw()))])
		}
	}
}

func TestASCIISendsOnlyASCII(t *testing.T) {
	turn := basic()
	turn.Front = "Größe “quoted” → 漢字 …"
	k := newDesk(turn, single())
	k.ascii, k.profile = true, termenv.Ascii
	d := k.reviewing(t)
	d.See(`Groesse "quoted" -> ???? ...`)
	for _, key := range []string{"f", "space", "o", "t", "t", "n", "esc", "3", "b", "enter", "?", "q", "q", ","} {
		d.Press(key)
		for _, r := range d.Raw() {
			if r != '\n' && (r < ' ' || r > '~') {
				t.Fatalf("after %s %q is sent:\n%s", key, r, d.Raw())
			}
		}
	}
}

func TestHostileTextsSendNothing(t *testing.T) {
	evil := "a\x1b]52;c;AAAA\x07b&#27;]0;x&#7;c\u202ed\u009b31me\rf"
	turn := basic()
	turn.Front, turn.Back, turn.Changed, turn.Note, turn.Doc = evil, evil, evil, evil, "https://x\x1b]8;;y"
	turn.Item.Service, turn.Item.ID = evil, evil
	k := newDesk(turn)
	d := k.reviewing(t)
	k.sitting.Fail = errors.New(evil)
	for _, key := range []string{"space", "3", "o", "n", "esc", "t", "3", "u"} {
		d.Press(key)
		for _, bad := range []string{"\x1b]", "\a", "\u202e", "\u009b", "\r"} {
			if strings.Contains(d.Raw(), bad) {
				t.Fatalf("after %s %q is sent:\n%q", key, bad, d.Raw())
			}
		}
	}
	if got := fmt.Sprint(k.sitting.Grades); got != "[]" {
		t.Errorf("saved %s after undo", got)
	}
}

func TestSuspend(t *testing.T) {
	d := newDesk(basic()).reviewing(t)
	d.Press("ctrl+z")
	if !d.Suspended {
		t.Error("ctrl+z does not suspend")
	}
}
