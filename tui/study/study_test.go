package study

import (
	"strings"
	"testing"

	"dva/tui/part"
	"dva/tui/tuitest"
)

// picks presses each letter of keys, with > for down and < for up, and returns
// what is chosen.
func picks(p *picker, keys string) string {
	for _, r := range keys {
		name := map[rune]string{'>': "down", '<': "up", ' ': "space"}[r]
		if name == "" {
			name = string(r)
		}
		p.press(tuitest.Key(name))
	}
	return strings.ReplaceAll(part.Letters(p.picked()), " and ", ", ")
}

func TestPicker(t *testing.T) {
	tests := []struct {
		name          string
		choices, need int
		keys, want    string
	}{
		{"nothing is chosen at first", 4, 1, "", ""},
		{"a letter chooses", 4, 1, "c", "C"},
		{"a digit chooses", 4, 1, "2", "B"},
		{"the last one counts", 4, 1, "ad", "D"},
		{"down begins at the first", 4, 1, ">", "A"},
		{"up begins at the first", 4, 1, "<", "A"},
		{"arrows move the choice", 4, 1, ">>><", "B"},
		{"the ends hold", 4, 1, ">>>>>>", "D"},
		{"letters beyond the choices are left alone", 4, 1, "aef56", "A"},
		{"two are toggled", 5, 2, "ae", "A, E"},
		{"toggling twice takes back", 5, 2, "aea", "E"},
		{"a third is refused", 5, 2, "abc", "A, B"},
		{"space toggles at the pointer", 5, 2, ">> >> ", "B, D"},
		{"moving chooses nothing when two are asked", 5, 2, ">>>", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := newPicker(tt.choices, tt.need)
			if got := picks(&p, tt.keys); got != tt.want {
				t.Errorf("%q chooses %q, want %q", tt.keys, got, tt.want)
			}
		})
	}
}
