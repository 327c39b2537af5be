package srs

import "testing"

func TestElapsed(t *testing.T) {
	tests := []struct {
		name string
		card Card
		on   Day
		want float64
	}{
		{"a new card has no last review", Card{}, 20000, 0},
		{"the same day", Card{State: Reviewing, LastDay: 20000}, 20000, 0},
		{"ten days", Card{State: Reviewing, LastDay: 20000}, 20010, 10},
		{"a clock set back counts as the same day", Card{State: Learning, LastDay: 20000}, 19990, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.card.Elapsed(tt.on); got != tt.want {
				t.Errorf("%v days, want %v", got, tt.want)
			}
		})
	}
}

func TestDueBy(t *testing.T) {
	tests := []struct {
		name        string
		card        Card
		due, wanted bool
	}{
		{"a new card", Card{}, false, false},
		{"a new card that is wanted today", Card{DueDay: 20000}, true, true},
		{"one wanted since yesterday", Card{DueDay: 19999}, true, true},
		{"one wanted when the clock was ahead", Card{DueDay: 20001}, false, true},
		{"on review today", Card{State: Reviewing, DueDay: 20000}, true, false},
		{"on review tomorrow", Card{State: Reviewing, DueDay: 20001}, false, false},
		{"in steps", Card{State: Learning, DueDay: 20000}, true, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if due, wanted := tt.card.DueBy(20000), tt.card.Wanted(); due != tt.due || wanted != tt.wanted {
				t.Errorf("due %v and wanted %v, want %v and %v", due, wanted, tt.due, tt.wanted)
			}
		})
	}
}

func TestStudiedIsTheDayWithoutItsExams(t *testing.T) {
	total := Total{
		Reviews: 20, New: 9, Questions: 5, Due: 7, Took: 100,
		Exam: Part{Reviews: 10, New: 6, Questions: 4, Due: 2, Took: 60},
	}
	if got, want := total.Studied(), (Part{Reviews: 10, New: 3, Questions: 1, Due: 5, Took: 40}); got != want {
		t.Errorf("studied %+v, want %+v", got, want)
	}
}

func TestHidden(t *testing.T) {
	tests := []struct {
		name  string
		marks Marks
		want  bool
	}{
		{"without marks", Marks{}, false},
		{"a flag hides nothing", Marks{Flagged: true}, false},
		{"suspended", Marks{Suspended: true}, true},
		{"buried until tomorrow", Marks{BuriedUntil: 20001}, true},
		{"buried until today", Marks{BuriedUntil: 20000}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.marks.Hidden(20000); got != tt.want {
				t.Errorf("hidden: %v, want %v", got, tt.want)
			}
		})
	}
}

func TestWords(t *testing.T) {
	for i, want := range []string{"again", "hard", "good", "easy"} {
		if g := Grades[i]; g.String() != want || g.Index() != i || !g.Valid() {
			t.Errorf("grade %d is %v at %d", i+1, g, g.Index())
		}
	}
	for s, want := range map[State]string{New: "new", Learning: "learning", Reviewing: "review", Relearning: "relearning", 9: "state 9"} {
		if s.String() != want {
			t.Errorf("state %d is %q, want %q", uint8(s), s, want)
		}
	}
	for k, want := range map[ActKind]string{ActReview: "review", ActUnflag: "unflag", ActReset: "reset", ActForward: "forward", 0: "unknown", 99: "unknown"} {
		if k.String() != want {
			t.Errorf("act %d is %q, want %q", uint8(k), k, want)
		}
	}
	if Grade(0).Valid() || Grade(5).Valid() {
		t.Error("0 or 5 is taken for a grade")
	}
}
