package browse_test

import (
	"errors"
	"strings"
	"testing"

	"dva/srs"
	"dva/srs/review"
	"dva/srs/srstest"
	"dva/tui/tuitest"
	"dva/tui/ui"
)

func TestFilteringAsOneTypes(t *testing.T) {
	d := seen(t).at(80, 24)
	d.See("7 cards, 1 question")
	d.Press("/")
	d.See("a slip of the finger is forgiven") // the help stands where the item stood
	d.Type("visb")
	d.See("2 of 8", "A consumer received", "half a minute") // the item is back
	d.NotSee("forgiven")
	d.Type("ilty is:")
	d.See("leech changed card question")
	d.Type("flagged")
	d.See("1 of 8")
	d.Press("enter")
	d.See("/ visbilty is:flagged", "half a minute")

	d.Press("esc")
	d.See("7 cards, 1 question")
	d.Press("esc")
	if !d.room.Closed {
		t.Error("the second esc does not go back")
	}
}

func TestEscPutsTheFilterBack(t *testing.T) {
	d := seen(t)
	d.query = "service:ddb"
	d.at(80, 24)
	d.See("2 of 8")
	d.Press("/")
	d.Type("is:suspended")
	d.See("1 of 8")
	d.Press("esc")
	d.See("2 of 8", "/ service:ddb")
}

func TestWordsThatMeanNothingAreSaid(t *testing.T) {
	d := seen(t).at(80, 24)
	d.Press("/")
	d.Type("service:ddbb")
	d.See(`there is no service "ddbb", did you mean ddb?`, "Nothing fits")
	d.Press("enter", "s")
	d.See("nothing is listed; / changes the filter")
}

func TestMovingInTheList(t *testing.T) {
	for _, tt := range []struct{ name, keys, want string }{
		{"down and up", "down j k down", "sqs-message-size"},
		{"not beyond the ends", "up up", "sqs-purpose"},
		{"to the last and the first", "G g end home down", "sqs-visibility-timeout"},
		{"by pages", "pgdown pgdown pgup", "sqs-purpose"},
		{"while typing, with the arrows", "/ s down down enter", "sqs-message-size"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := seen(t).at(80, 24)
			d.Press(strings.Fields(tt.keys)...)
			d.See(tt.want + " · ")
		})
	}
}

func TestReadingOneAfterTheOther(t *testing.T) {
	d := seen(t).at(40, 12)
	d.Press("down", "enter")
	d.See("2 of 8", "sqs-visibility-timeout")
	d.Press("right")
	d.See("3 of 8", "sqs-message-size")
	d.Press("h", "h")
	d.See("1 of 8")
	d.Press("h")
	d.See("this is the first of them")
	d.Press("q")
	d.See("/ filter")
}

func TestWhatIsDoneIsSavedAndUndone(t *testing.T) {
	for _, tt := range []struct {
		name, keys string
		saved      func(srs.Card) bool
		said       string
	}{
		{"suspend", "s", func(c srs.Card) bool { return c.Marks.Suspended }, "suspended; s brings it back"},
		{"flag", "f", func(c srs.Card) bool { return c.Marks.Flagged }, "flagged"},
		{"bury", "b", func(c srs.Card) bool { return c.Marks.BuriedUntil == today+1 }, "hidden until tomorrow"},
		{"reset", "r enter", func(c srs.Card) bool { return c.State == srs.New }, "new again; u takes it back"},
		{"reset by y", "r y", func(c srs.Card) bool { return c.State == srs.New }, "new again"},
		{"reset is asked", "r x", func(c srs.Card) bool { return c.State == srs.Reviewing }, "enter resets it, esc leaves it"},
		{"reset can be left", "r esc", func(c srs.Card) bool { return c.State == srs.Reviewing }, "left as it was"},
		{"twice is not at all", "s s f f b b", func(c srs.Card) bool { return c.Marks == srs.Marks{} }, "brought back"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := seen(t).at(80, 24)
			before := d.card("sqs-message-size")
			d.Press("down", "down")
			d.Press(strings.Fields(tt.keys)...)
			d.See(tt.said)
			after := d.card("sqs-message-size")
			if !tt.saved(after) {
				t.Errorf("the card is %+v", after)
			}
			if after == before {
				return
			}
			d.Press("u")
			d.See("undone: ", "on sqs-message-size")
			if got := d.card("sqs-message-size"); got != before {
				t.Errorf("undo left %+v, want %+v", got, before)
			}
			d.Press("U")
			d.See("done again: ")
			if got := d.card("sqs-message-size"); got != after {
				t.Errorf("redo left %+v, want %+v", got, after)
			}
		})
	}
}

func TestAnActOfASittingIsUndoneHere(t *testing.T) {
	d := fresh(t)
	d.answer(srstest.Card("sqs-purpose", today, 3), 1)
	d.at(80, 24)
	d.See("young")
	d.Press("u")
	d.See("undone: good on sqs-purpose")
	d.NotSee("young")
	d.Press("u")
	d.See("there is nothing to undo")
}

func TestNotes(t *testing.T) {
	d := seen(t).at(80, 24)
	d.Press("down", "n")
	d.Type(" q?")
	d.Press("enter")
	d.See("note saved", "takes q?")
	d.Press("n", "esc")
	d.See("note left as it was")
	d.Press("n")
	for range 60 {
		d.Press("backspace")
	}
	d.Press("enter")
	d.See("note removed")
	d.NotSee("half a minute")
	if note, err := d.file.Note(ctx, "sqs-visibility-timeout"); note != "" || err != nil {
		t.Errorf("the note is %q, %v", note, err)
	}
}

func TestWhatCannotBeSavedChangesNothing(t *testing.T) {
	d := seen(t).at(80, 24)
	d.Press("down", "down")
	d.fail = srstest.ErrDisk
	d.Press("s")
	d.See("not saved, press again: save: the disk is full", "mature")
	d.Press("n")
	d.Type("mine")
	d.Press("enter")
	d.See("not saved", "mine") // what was typed is there to be tried again
	d.fail = nil
	d.Press("enter")
	d.See("note saved")
	if note, err := d.file.Note(ctx, "sqs-message-size"); note != "mine" || err != nil {
		t.Errorf("the note is %q, %v", note, err)
	}
	d.fail = review.ErrStale
	d.Press("f")
	d.See("not saved, look again: the card was changed by another running dva")
}

func TestKeysTypedAheadWait(t *testing.T) {
	d := seen(t).at(80, 24)
	d.Hold = true
	d.Press("s", "down", "s")
	d.Run()
	if !d.card("sqs-purpose").Marks.Suspended || !d.card("sqs-visibility-timeout").Marks.Suspended {
		t.Errorf("saved are %+v and %+v", d.card("sqs-purpose"), d.card("sqs-visibility-timeout"))
	}
}

// A reading that began before an act and ends after it is of no use.
func TestAReadingThatIsOlderThanAnActIsNotShown(t *testing.T) {
	for _, tt := range []struct{ name, before, act, said, then string }{
		{"an act", "", "f", "flagged", "flag taken off"},
		{"an undo", "f", "u", "undone: flag on sqs-purpose", "flagged"},
		{"a redo", "f u", "U", "done again: flag on sqs-purpose", "flag taken off"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := seen(t).at(80, 24)
			d.Press(strings.Fields(tt.before)...)
			_, read := d.room.Screen.Update(ui.DecksMsg{})
			old := read()
			d.Press(tt.act)
			d.See(tt.said)
			d.Send(old)
			d.Press("f")
			d.See(tt.then)
		})
	}
}

// So with the history of an item: what is read after an act is newer than what was
// asked for before.
func TestAHistoryThatIsOlderThanAnActIsNotShown(t *testing.T) {
	d := seen(t).at(80, 40)
	_, look := d.room.Screen.Update(tuitest.Key("down"))
	old := look() // read before the flag, and late
	d.Press("s")
	d.See("history", "12:00 suspend")
	d.Send(old)
	d.See("history", "12:00 suspend")
}

func TestThePointerStaysWhenAnActTakesTheItemOutOfTheFilter(t *testing.T) {
	d := seen(t)
	d.query = "is:new service:sqs"
	d.at(80, 24)
	d.Press("s")
	d.See("sqs-purpose · ", "3 of 8", "suspended")
	d.Press("s")
	d.See("brought back")
}

func TestWhatTheNotesSaid(t *testing.T) {
	d := seen(t).at(80, 24)
	d.Press("t")
	d.See("this names no notes that it comes from")
	d.Press("down", "down", "t")
	d.See("Messages are at most 256 KB", "outdated", "Raised from 256 KiB")
	d.Press("t")
	d.See("7 cards, 1 question")
	d.Press("enter", "t", "esc")
	d.See("3 of 8")
}

func TestTheDocPageIsCopied(t *testing.T) {
	d := seen(t).at(80, 24)
	d.Press("down", "o")
	if want := "sqs-visibility-timeout.html"; !strings.HasSuffix(d.room.Copied, want) {
		t.Errorf("copied is %q", d.room.Copied)
	}
	d.Press("/")
	d.Type("is:gone")
	d.Press("enter", "o")
	d.See("names no documentation page")
}

func TestShownAgainItReadsAnew(t *testing.T) {
	d := fresh(t).at(80, 24)
	d.Press("down")
	d.answer(srstest.Card("sqs-visibility-timeout", today, 3), d.hash("sqs-visibility-timeout"))
	d.Send(ui.ShownMsg{})
	d.See("young", "sqs-visibility-timeout · ")
}

func TestReadingOwnDecksAnew(t *testing.T) {
	d := fresh(t)
	d.reload = func() (string, error) { return "your own decks were read again: 1 card", nil }
	d.at(80, 24)
	d.Press("ctrl+r")
	d.See("read again: 1 card")
	d.reload = func() (string, error) { return "", errors.New("no such folder") }
	d.Press("ctrl+r")
	d.See("your own decks are as they were: no such folder")
}

// What is wrong in a file that was edited meanwhile is told, and what was said
// before stays when there is nothing to tell.
func TestWhatIsWrongInOwnDecksIsTold(t *testing.T) {
	d := fresh(t).at(80, 24)
	d.Press("f")
	d.See("flagged")
	d.Send(ui.DecksMsg{})
	d.See("flagged")
	d.Send(ui.DecksMsg{Said: "1 problem in your own files: sqs.yaml:9:7"})
	d.See("1 problem in your own files")
	d.Send(ui.ShownMsg{})
	d.NotSee("1 problem in your own files")

	_, read := d.room.Screen.Update(ui.DecksMsg{Said: "1 problem in your own files: sqs.yaml:9:7"})
	old := read()
	d.Press("f")
	d.Send(old) // it is read again, and no less told
	d.See("1 problem in your own files")
}

func TestAResetItemIsNoLongerChanged(t *testing.T) {
	d := seen(t)
	d.query = "is:changed"
	d.at(80, 40)
	d.See("has been reworded")
	d.Press("r", "enter")
	d.See("new again; u takes it back")
	d.NotSee("has been reworded")
}

// A note that could not be saved is asked for again, but never of another item.
func TestANoteThatFailsIsNotAskedOfAnotherItem(t *testing.T) {
	d := seen(t)
	d.query = "-is:flagged"
	d.at(80, 24)
	d.Press("n")
	d.Type("mine")
	d.fail = srstest.ErrDisk
	_, save := d.room.Screen.Update(tuitest.Key("enter"))
	failed := save()
	if _, err := d.desk().Do(ctx, "sqs-purpose", srs.ActFlag); err != nil {
		t.Fatal(err)
	}
	d.Send(ui.DecksMsg{}) // the list is without it now
	d.Send(failed)
	d.See("not saved")
	d.NotSee("mine", "sqs-purpose")
}

func TestAnItemThatLeavesWhileItsNoteIsTyped(t *testing.T) {
	d := seen(t)
	d.query = "is:flagged"
	d.at(80, 24)
	d.Press("enter", "n")
	if _, err := d.desk().Do(ctx, "sqs-visibility-timeout", srs.ActUnflag); err != nil {
		t.Fatal(err)
	}
	d.Send(ui.DecksMsg{})
	d.See("Nothing fits")
	d.Press("enter", "x")
	d.See("nothing is listed")
}

func TestReadingThatFailsCanBeTriedAgain(t *testing.T) {
	d := seen(t)
	d.broken = errors.New("the disk has gone")
	d.at(80, 24)
	d.See("the disk has gone", "enter try again")
	d.Press("x")
	d.See("x does nothing here")
	d.broken = nil
	d.Press("enter")
	d.See("7 cards, 1 question")
}
