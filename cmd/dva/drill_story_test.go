//go:build linux || darwin || freebsd

package main

import (
	"testing"
)

// A learner opens the table from home, finds a service by an alias, drills two
// cards of it, and finds the table changed.
func TestAServiceIsDrilledByAlias(t *testing.T) {
	home := t.TempDir()
	p := open(t, home)
	p.See("10 new")
	p.Press("d")
	p.See("sorted by weakness")
	p.Press("-", "-", "-")
	p.See("5 cards and questions")
	p.Press("/", "a", "p", "i", "g", "w")
	p.See("› API Gateway")
	p.Press("enter")
	p.See("enter drill")
	p.Press("enter")
	p.See("Drill › Amazon API Gateway")
	p.See("1 of 5")
	answer(p, "4")
	p.See("2 of 5")
	answer(p, "4")
	p.See("3 of 5")
	p.Press("esc")
	p.See("recall today")
	p.See("100 %")
	p.Press("ctrl+c")
	p.Exit(soon)
	soundWith(t, home, 2)
	if due := dueNow(t, home, "2026-11-22T10:00:00Z"); due.New != 10 {
		t.Errorf("the drill took of today's new cards: %d are left", due.New)
	}
}

// What was answered wrong in a drill is drilled again from the table, until the
// summary says what moved.
func TestMissesAreDrilled(t *testing.T) {
	home := t.TempDir()
	p := open(t, home, "drill", "sqs", "--cards", "--limit", "3")
	p.See("1 of 3")
	for _, grade := range []string{"1", "4", "1"} {
		answer(p, grade)
	}
	p.Press("ctrl+c")
	p.Exit(soon)

	p = open(t, home, "drill")
	p.See("Missed in the last 7 days        2")
	p.Press("g", "j", "j", "enter")
	p.See("1 of 2")
	answer(p, "4")
	p.See("2 of 2")
	answer(p, "4")
	p.See("of the 2 items seen before would be known in a week")
	p.Press("enter")
	p.See("sorted by weakness")
	p.Press("ctrl+c")
	p.Exit(soon)
	soundWith(t, home, 5)
}
