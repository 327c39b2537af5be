package tui_test

import (
	"errors"
	"strings"
	"testing"
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
