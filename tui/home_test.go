package tui_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"dva/tui"
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

func TestStartInASitting(t *testing.T) {
	k := newDesk(basic())
	k.start = &tui.StudyRequest{Services: []string{"sqs"}, Limit: 5}
	d := k.sit(t)
	d.See("For how long")
	if fmt.Sprint(k.asked) != "[{[sqs] 5 false [] false <nil>}]" {
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
	d.Press("G", "k")
	d.See("progress.db is locked", "› Settings")
	d.Press("x")
	d.See("x does nothing here", "› Settings")
	d.Press("enter", "q")
	d.See("progress.db is locked", "› Settings")
	k.day.Err = nil
	d.Press("r", "q")
	d.See("34 due")
}

// With nothing due the pointer is on what today has left: when the app opens and
// after a review, and never below the learner's fingers.
func TestHomePointsAtWhatTodayHasLeft(t *testing.T) {
	k := newDesk(basic())
	d := k.sit(t)
	d.See("› Review")
	k.day.Today = idleDay()
	d.Press("r", "q")
	d.See("nothing due", "› More")
	d.Press("up")
	k.clock.Advance(time.Hour)
	d.Press("x")
	d.See("› Review")
	if k.day.Asked != 3 {
		t.Errorf("the day was read %d times", k.day.Asked)
	}

	k.day.Today.Plan.Spare = 0
	k.sit(t).See("› Review")
}

func TestHomeLeftOpenOvernightIsReadAnew(t *testing.T) {
	k := newDesk()
	k.day.Today = idleDay()
	d := k.sit(t)
	d.See("Done for today.")
	k.day.Today = busyDay()
	d.Press("down")
	d.See("Done for today.")
	k.clock.Advance(20 * time.Hour)
	d.Press("x")
	d.See("34 due", "x does nothing here")
	k.clock.Advance(20 * time.Hour)
	d.Press(",") // read when home is shown again, not behind another screen
	if k.day.Asked != 2 {
		t.Errorf("the day was read %d times", k.day.Asked)
	}
}

func TestPointerStaysWhereItPoints(t *testing.T) {
	k := newDesk(basic())
	d := k.sit(t)
	d.Press("G", "k")
	d.See("More", "› Settings")
	k.day.Today = firstDay() // no More, but the exam's date
	d.Press("enter", "q")
	d.NotSee("More")
	d.See("› Settings")
	d.Press("k")
	d.See("› When is your exam?")
	k.day.Today = busyDay()
	d.Press("enter", "esc")
	d.See("›")
}

func TestExamDateFromHome(t *testing.T) {
	k := newDesk()
	k.day.Today = firstDay()
	d := k.sit(t)
	d.Press("w")
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

func TestHomeOffersTheOpenExamFirst(t *testing.T) {
	k := newDesk(basic()).withOpenExam()
	d := k.sit(t)
	d.See("› Go on with the exam", "1 of 65 answered, 2:10:00 left")
	d.NotSee("Mock exam ")
	d.Press("enter")
	d.See("1 of 65", "2:10:00", "going on where you were")
	d.Press("esc", "down", "enter") // later
	d.See("Go on with the exam")
}

func TestHomeBeginsAMockExam(t *testing.T) {
	k := newDesk(basic())
	d := k.sit(t)
	d.Press("e")
	d.See("65 questions in 130 minutes", "10 questions in 20 minutes")
	d.Press("down", "enter")
	d.See("1 of 10", "0:20:00")
	d.Pass(&k.ticks, time.Second)
	d.See("0:19:59")
	d.Press("?")
	d.Pass(&k.ticks, 20*time.Minute)
	d.See("The time is up.", "0 of 10 questions are answered") // though the guide lay on top
}

func TestPastExamsNeedOne(t *testing.T) {
	d := newDesk(basic()).sit(t)
	d.Press("p")
	d.See("no mock exam has been sat yet; e begins one")
}

func TestAnExamFromBeginningToResult(t *testing.T) {
	k := newDesk(basic())
	d := k.sit(t)
	d.Press("e", "down", "enter")
	for range 10 {
		d.Press("a", "enter")
	}
	d.See("That was the last question")
	d.Press("S", "S")
	d.See("of 10 right")
	d.Press("esc")
	d.See("dva", "Review") // home lies below the result, not the paper
	d.Press("p")
}

func TestTheCardsBehindTheMissesFromTheResult(t *testing.T) {
	k := newDesk(basic())
	d := k.sit(t)
	d.Press("e", "down", "enter", "S", "S")
	d.See("0 of 10 right")
	d.Press("c")
	d.See("For how long is it hidden")
	if fmt.Sprint(k.asked) != "[{[] 0 false [sqs-card-1 sqs-card-2] false <nil>}]" {
		t.Errorf("asked for %v", k.asked)
	}
}

func TestHomeOpensEveryPlace(t *testing.T) {
	for _, tt := range []struct{ name, key, see string }{
		{"drill", "d", "Drill"},
		{"statistics", "s", "Statistics"},
		{"browse", "b", "Browse"},
		{"search", "/", "Browse"},
		{"past exams", "p", "no mock exam has been sat yet"},
		{"problems in decks", "!", "nothing is wrong in your own decks"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(basic()).sit(t)
			d.Press(tt.key)
			d.See(tt.see)
			d.Press("esc")
			d.See("› Review")
		})
	}
}

func TestHomeReadsTheOwnDecksAgain(t *testing.T) {
	d := newDesk(basic()).sit(t)
	d.Press("ctrl+r")
	d.See("your own decks were read again")
}

func TestANumberIsNotCutAtItsComma(t *testing.T) {
	d := tuitest.New(t, newDesk(basic()).app(), 40, 24)
	d.See("Browse          1,312 cards ")
}
