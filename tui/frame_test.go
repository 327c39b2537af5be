package tui_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"dva/tui/tuitest"
)

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

func TestAReasonIsReadToItsEnd(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		k := newDesk(basic())
		d := tuitest.New(t, k.app(), size[0], size[1])
		d.Press("r", "space")
		k.sitting.Fail = errors.New("write /home/learner/.local/share/dva/progress.db: the disk is full (0 KiB free there)")
		d.Press("3")
		d.See("not saved, press again: write", "free there)")
		d.Press("f")
		d.See("flagged", "1-4 grade")
		d.NotSee("free there")
	}
}
