package drill_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dva/srs"
	"dva/srs/srstest"
	"dva/tui/drill"
	"dva/tui/tuitest"
	"dva/tui/ui"
)

// asked is what the screen asked of the shell last.
func (d *desk) asked() ui.OpenMsg {
	d.t.Helper()
	if len(d.room.Opened) == 0 {
		d.t.Fatalf("nothing was opened:\n%s", d.View())
	}
	return d.room.Opened[len(d.room.Opened)-1]
}

func TestWhatKeysDrill(t *testing.T) {
	for _, tt := range []struct {
		name, keys string
		items      int
		first      string // the item asked first
	}{
		{"enter drills the weakest service", "enter", 20, "step-functions-0"},
		{"the next", "j enter", 20, "kms-0"},
		{"the heaviest in the exam, questions only", "x e enter", 20, "lambda-q1"},
		{"by name, fewer", "n - - enter", 10, "api-gateway-0"},
		{"by alias", "/ c f n enter enter", 20, "cloudformation-0"},
		{"a filter moves among what it found", "/ c o d e backspace down enter enter", 20, "codepipeline-0"},
		{"what is called so, not a weaker one whose name holds it", "/ f u n c t i o n s enter enter", 20, "lambda-0"},
		{"a part of the exam in place of a filter", "/ k m s enter d j enter enter", 20, "step-functions-0"},
		{"all there is", "+ + + + enter", 45, "step-functions-0"},
		{"what was missed in the last exam", "g j enter", 2, "lambda-q1"},
		{"the misses of the last days", "g j j enter", 3, "sqs-1"},
		{"what is flagged", "g j j j enter", 2, "cognito-0"},
		{"of a task", "d j j j j j enter enter", 20, "kms-0"},
		{"of a domain, and then of the whole exam again", "d G enter d g enter enter", 20, "step-functions-0"},
		{"as they come", "/ l a m b d a enter o enter", 20, "lambda-0"},
		{"seen ones only", "/ s q s enter u + enter", 28, "sqs-0"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t).at(80, 24)
			d.Press(strings.Fields(tt.keys)...)
			got := d.asked()
			if got.Place != ui.Drilling || len(got.IDs) != tt.items || got.IDs[0] != tt.first {
				t.Errorf("got place %d, %d items, %v first", got.Place, len(got.IDs), got.IDs[0])
			}
		})
	}
}

func TestSprint(t *testing.T) {
	d := newDesk(t).at(80, 24)
	d.Press("g", "j", "j", "j", "j", "j", "enter")
	if got := d.asked(); got.Place != ui.Sprint {
		t.Errorf("got %+v", got)
	}
}

func TestKeysSayWhyTheyDoNothing(t *testing.T) {
	for _, tt := range []struct{ name, keys, says string }{
		{"a key without a meaning", "z", "z does nothing here"},
		{"no leeches", "g j j j j enter", "no card has been forgotten so often"},
		{"no flagged questions", "e g j j j enter", "none of these is a question"},
		{"nothing missed in a task", "d G enter g j enter", "none of these is a card or question of 4.3.3"},
		{"a filter that finds nothing", "/ q q q enter enter", "no service is called so; esc clears the filter"},
		{"no fewer", "- - - - enter", ""},
		{"fewer than the fewest", "- - - -", "no fewer than five"},
		{"more than all", "+ + + + +", "has no more"},
		{"a key without a meaning among parts", "d w", "w does nothing here"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t).at(80, 24)
			d.Press(strings.Fields(tt.keys)...)
			d.See(tt.says)
		})
	}
	d := newDesk(t)
	d.unbegun()
	d.at(80, 24).Press("g", "j", "enter")
	d.See("no mock exam has been handed in yet")
	d.Press("j", "enter")
	d.See("nothing was answered again in the last 7 days")
}

func TestEscClosesFilterAndPartsFirst(t *testing.T) {
	d := newDesk(t).at(80, 24)
	d.Press("/", "s", "q", "s", "q", "u") // a q that is typed does not leave
	d.See("no service is called so")
	d.Press("backspace", "backspace")
	d.See("SQS")
	d.NotSee("Cognito")
	d.Press("enter", "q")
	d.See("Cognito")
	d.Press("d")
	d.See("which part of the exam")
	d.Press("esc")
	d.See("sorted by weakness")
	d.Press("d", "d")
	d.See("sorted by weakness")
	if d.room.Closed {
		t.Fatal("closed too early")
	}
	if d.Press("esc"); !d.room.Closed {
		t.Error("not closed")
	}
}

func TestTableIsReadAnewAfterADrill(t *testing.T) {
	d := newDesk(t).at(80, 24)
	d.Press("j", "j", "enter")
	d.in.Cards = slices.DeleteFunc(d.in.Cards, func(c srs.Card) bool { return strings.HasPrefix(c.ID, "cognito-") })
	for i := range 50 {
		d.in.Cards = append(d.in.Cards, srstest.Card(fmt.Sprint("cognito-", i), today, 9))
	}
	d.Hold = true
	d.Send(ui.ShownMsg{})
	d.Press("enter") // is held until the table is new
	d.Run()
	d.Hold = false
	d.See("› Cognito")
	if got := d.asked(); len(d.room.Opened) != 2 || !strings.HasPrefix(got.IDs[0], "cognito-") || d.loads != 2 {
		t.Errorf("%d were opened, %v; %d loads", len(d.room.Opened), got.IDs, d.loads)
	}
}

func TestTableThatCannotBeRead(t *testing.T) {
	d := newDesk(t)
	d.fail = errors.New("read cards: the file is locked")
	d.at(80, 24)
	d.See("the file is locked")
	d.Press("w")
	d.See("enter tries again")
	d.fail = nil
	d.Press("enter")
	d.See("› Step Functions")

	d.fail = errors.New("read cards: the disk is gone")
	d.Send(ui.ShownMsg{})
	d.See("the disk is gone", "› Step Functions")
	d.Press("j")
	d.NotSee("the disk is gone")
}

func TestPointerIsAlwaysInSight(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}, {120, 40}, {60, 14}} {
		d := newDesk(t).at(size[0], size[1])
		for _, keys := range []string{"g", strings.Repeat("j ", 24), strings.Repeat("k ", 24), "G", "pgup", "pgup pgup", "pgdown", "d G", "k", "esc"} {
			for _, k := range strings.Fields(keys) {
				d.Press(k)
				if n := strings.Count(d.View(), "\n  ›") + strings.Count(d.View(), "\n ›"); size[0] < 100 && n != 1 {
					t.Fatalf("%d pointers after %s at %v:\n%s", n, k, size, d.View())
				}
			}
		}
		d.Resize(80, 12)
		d.See("›")
	}
}

func TestATableSortedAnewIsSeenFromItsTop(t *testing.T) {
	d := newDesk(t).at(40, 12)
	for _, keys := range []string{"g x", "G w", "G n"} {
		d.Press(strings.Fields(keys)...)
		d.See("service")
		if rows := strings.Split(d.View(), "\n"); !strings.Contains(rows[2], "service") || !strings.Contains(rows[3], "›") {
			t.Errorf("after %s:\n%s", keys, d.View())
		}
	}
}

func TestFirstFrame(t *testing.T) {
	d := newDesk(t).at(80, 24)
	d.room.Screen = drill.New(drill.Config{Theme: d.room.Theme, Load: d.load})
	held := tuitest.NewHeld(t, d.room, 80, 24)
	held.See("Drill", "reading what you know")
	held.Press("enter") // waits for the table
	held.Run()
	if got := d.asked(); got.IDs[0] != "step-functions-0" {
		t.Errorf("got %v", got.IDs)
	}
}
