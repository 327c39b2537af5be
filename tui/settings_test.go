package tui_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"dva/tui/settings"
	"dva/tui/tuitest"
)

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

func TestPointerStaysInSight(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		k := newDesk()
		for i := range 20 {
			k.port.List = append(k.port.List, settings.Option{Key: fmt.Sprint(i), Label: fmt.Sprintf("Setting %d.", i), Value: "1"})
		}
		d := tuitest.New(t, k.app(), size[0], size[1])
		d.Press(",")
		for range k.port.List {
			d.See("› ")
			d.Press("down")
		}
		d.See("› Setting 19.")
		d.Press("g")
		d.See("› Date of the exam")
		d.Press("G")
		d.See("› Setting 19.")
	}
}

func TestAnEmptiedExamDateIsNone(t *testing.T) {
	k := newDesk()
	k.port.List[0].Value = "2027-01-15"
	d := k.sit(t)
	d.Press("w", "ctrl+u", "enter")
	if got := k.port.List[0].Value; got != "none" {
		t.Errorf("the date is %q", got)
	}
}

func TestHelpOfASettingIsReadToItsEnd(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		k := newDesk()
		k.port.List[1].Help = "The day of your exam; new cards are then paced to be seen in time. " +
			"(a date such as 2027-01-15, or none; default none)"
		d := tuitest.New(t, k.app(), size[0], size[1])
		d.Press(",", "down")
		d.See("› Minutes a day", "The day of your exam", "default none)")
	}
}
