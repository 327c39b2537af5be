package paper_test

import (
	"strings"
	"testing"
)

func TestTheGrid(t *testing.T) {
	d := full(t, 80, 24)
	d.Press("a", "n", "n", "a", "n", "f", "g")
	d.See("2 answered, 63 blank, 1 flagged", "1 ✓", "2 ·", "3 ?", "› 4 ·⚑", "wrong number of choices")
	d.Press("6", "5")
	d.See("›65", "• 4")
	d.Press("enter")
	d.See("65 of 65")
	d.Press("g", "6", "6")
	d.See("› 6") // there is no 66
	d.Press("0")
	d.See("60")
	d.Press("tab")
	d.See("Only flagged: 1 of 65", "› 4 ·⚑")
	d.Press("2")
	d.See("question 2 is not among those shown")
	d.Press("tab")
	d.See("Only blank: 63 of 65")
	d.NotSee(" 1 ✓")
	d.Press("1", "0", "left", "down", "up", "right", "enter")
	d.See("10 of 65")
	d.Press("g", "home", "g")
	d.See("10 of 65")
	d.Press("g", "esc")
	d.See("10 of 65", "Which solution")
}

func TestTheGridWithNothingToShow(t *testing.T) {
	d := sprint(t)
	d.Press("g", "tab")
	d.See("No question is flagged.")
	d.Press("enter")
	d.See("there is no question here")
	d.Press("down", "left", "1")
	d.See("question 1 is not among those shown")
}

func TestTheGridCanBeWalkedByArrows(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		d := full(t, size[0], size[1])
		d.Press("g")
		seen := map[string]bool{}
		note := func() {
			for _, l := range strings.Split(d.View(), "\n") {
				if _, after, ok := strings.Cut(l, "›"); ok {
					seen[strings.Fields(after)[0]] = true
				}
			}
		}
		note()
		for range 70 {
			d.Press("right")
			note()
		}
		if len(seen) != 65 {
			t.Errorf("%v: the pointer was in sight on %d questions", size, len(seen))
		}
		d.Press("up", "down", "down", "up")
		note()
	}
}
