package report_test

import (
	"errors"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"dva/srs/stats"
	"dva/tui/report"
	"dva/tui/tuitest"
	"dva/tui/ui"
)

var (
	_ ui.Screen  = (*report.Screen)(nil)
	_ ui.Speaker = (*report.Screen)(nil)
	_ ui.Worker  = (*report.Screen)(nil)
	_ ui.Titled  = (*report.Screen)(nil)
)

func TestPagesByNumberAndSideways(t *testing.T) {
	d := newDesk(t, full()).at(80, 24)
	for _, step := range []struct{ key, see string }{
		{"2", "Cards on review that you recalled"},
		{"5", "newest first"},
		{"3", "Answers a day"},
		{"4", "Domains of the exam"},
		{"right", "Mock exams"},
		{"l", "Grades"}, // round
		{"left", "Mock exams"},
		{"h", "Domains of the exam"},
		{"tab", "Mock exams"},
		{"1", "Grades"},
	} {
		d.Press(step.key)
		d.See(step.see)
	}
	if d.loads != 1 {
		t.Errorf("the figures were read %d times for one opening", d.loads)
	}
}

func TestAPageIsFoundWhereItWasLeft(t *testing.T) {
	d := newDesk(t, full()).at(80, 24)
	d.Press("3", "G")
	d.See("Most answers come")
	d.Press("1")
	d.See("Grades")
	d.Press("3")
	d.See("Most answers come")
	d.NotSee("53 weeks")
	d.Press("g")
	d.See("53 weeks")
}

func TestAKeyThatDoesNothingSaysWhy(t *testing.T) {
	d := newDesk(t, stats.Compute(stats.Input{Today: day})).at(80, 24)
	for _, step := range []struct{ key, see string }{
		{"x", "x does nothing here"},
		{"6", "6 does nothing here"},
		{"down", "all of it is on the screen"},
		{"p", "no mock exam has been finished yet"},
	} {
		d.Press(step.key)
		d.See(step.see)
	}
}

func TestPastExamsOpenOnTop(t *testing.T) {
	d := newDesk(t, full()).at(80, 24)
	d.Press("5", "p")
	if len(d.room.Opened) != 1 || d.room.Opened[0].Place != ui.Exams {
		t.Fatalf("opened %v, want past exams", d.room.Opened)
	}
	d.Press("1") // meant for the screen that is coming
	d.See("newest first")
	d.figures.Exams = nil
	d.Send(ui.ShownMsg{})
	if d.loads != 2 {
		t.Errorf("read %d times, want anew when seen again", d.loads)
	}
	d.See("Grades") // the key that was held
}

func TestReadingFailsAndIsTriedAgain(t *testing.T) {
	d := newDesk(t, full())
	d.fail = errors.New("the file is locked")
	d.at(80, 24)
	d.See("could not be read: the file is locked", "Enter tries again")
	d.Press("2")
	d.See("2 does nothing here")
	d.fail = nil
	d.Press("enter")
	d.See("Grades")
	d.NotSee("locked")
}

func TestOldFiguresStayWhenNewOnesCannotBeRead(t *testing.T) {
	d := newDesk(t, full()).at(80, 24)
	d.Press("2")
	d.fail = errors.New("the file is locked")
	d.Send(tea.ResumeMsg{})
	d.See("the file is locked", "Cards on review that you recalled")
	d.fail = nil
	d.Press("enter")
	d.NotSee("locked")
	d.See("Cards on review that you recalled")
}

func TestKeysTypedBeforeTheFiguresAreThereAreHeld(t *testing.T) {
	d := newDesk(t, full())
	d.at(80, 24) // makes the room
	h := tuitest.NewHeld(t, &tuitest.Room{Theme: d.room.Theme, Screen: report.New(report.Config{Theme: d.room.Theme, Load: d.load, Now: noon})}, 80, 24)
	h.See("reading")
	h.Press("5")
	h.Run()
	h.See("newest first")
}

func TestResizing(t *testing.T) {
	d := newDesk(t, full()).at(120, 40)
	for _, key := range []string{"1", "2", "3", "4", "5"} {
		d.Press(key, "G")
		for _, size := range [][2]int{{40, 12}, {200, 60}, {41, 13}, {20, 8}, {59, 14}, {60, 15}, {80, 24}} {
			d.Resize(size[0], size[1]) // the driver checks that the frame fits
		}
		if strings.TrimSpace(d.View()) == "" {
			t.Errorf("page %s is empty after resizing", key)
		}
	}
}

func TestNoRoomAtAll(t *testing.T) {
	d := newDesk(t, full()).at(80, 24)
	for _, key := range []string{"1", "2", "3", "4", "5"} {
		d.Press(key)
		for _, size := range [][2]int{{0, 0}, {1, 1}, {4, 2}, {-1, -1}, {5, 40}} {
			d.room.Screen.SetSize(size[0], size[1])
			if got := len(strings.Split(d.room.Screen.View(), "\n")); got > max(size[1], 1) {
				t.Errorf("%d lines in a room of %v", got, size)
			}
		}
	}
}

// Words stand beside every picture.
func TestEachFigureHasItsNumberInWords(t *testing.T) {
	f := full()
	d := newDesk(t, f).at(80, 90)
	d.See("one missed day in seven is forgiven")
	d.Press("2")
	d.See("Over 90 days you recalled", "last three weeks or longer", "predicted and true are about")
	d.Press("3")
	d.See("answers on", "in a year, the most on", "tomorrow;", "minutes in 30 days", "Most answers come between")
	d.Press("4")
	d.See("what you would know today", "not begun yet")
	d.Press("5")
	d.See("14 points apart; less than 15 may be chance")
}

func TestARowOfDaysThatIsOverIsNotHeldAgainstAnybody(t *testing.T) {
	f := full()
	f.StreakDays = 0
	d := newDesk(t, f).at(80, 24)
	d.See("The next answer begins a new row of days.")
	d.NotSee("in a row")
}

func TestExamsAreOnlyCalledBetterBeyondChance(t *testing.T) {
	for _, tt := range []struct {
		name  string
		exams []stats.Exam
		want  string
	}{
		{"one full exam", []stats.Exam{sat(9, "full", 30, 50), sat(5, "half", 30, 33)}, "Two full exams are needed"},
		{"14 points", []stats.Exam{sat(9, "full", 30, 50), sat(5, "full", 37, 50)}, "neither better nor worse"},
		{"16 points up", []stats.Exam{sat(9, "full", 30, 50), sat(5, "full", 38, 50)}, "16 points above the one before: more than chance makes likely"},
		{"16 points down", []stats.Exam{sat(9, "full", 38, 50), sat(5, "full", 30, 50)}, "16 points below the one before: more than chance makes likely"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t, stats.Compute(stats.Input{Today: day, Exams: tt.exams})).at(80, 24)
			d.Press("5")
			d.See(tt.want)
		})
	}
}

func TestTheModelIsOnlyCalledWrongBeyondChance(t *testing.T) {
	for _, tt := range []struct {
		name      string
		predicted float64
		want      string
	}{
		{"inside the interval", 0.91, "no more apart than chance allows"},
		{"below it", 0.85, "you remember more than the model expects"},
		{"above it", 0.95, "you remember less than the model expects"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := full()
			p := &f.Periods[2]
			retention, low, high := 0.9, 0.88, 0.92
			p.Retention, p.Low, p.High, p.Predicted = &retention, &low, &high, &tt.predicted
			d := newDesk(t, f).at(80, 24)
			d.Press("2")
			d.See(tt.want)
		})
	}
}

func BenchmarkPage(b *testing.B) {
	f := full()
	for _, key := range []string{"1", "2", "3", "4", "5"} {
		b.Run(key, func(b *testing.B) {
			d := newDesk(b, f).at(80, 24)
			for b.Loop() {
				d.Press(key) // draws it anew, and takes a frame
			}
		})
	}
}
