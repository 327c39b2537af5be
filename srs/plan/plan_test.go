package plan

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dva/srs"
)

var today = srs.DayOf(time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC))

// input is a day of a learner who began long ago and set an exam in so many
// days, 0 for no date.
func input(examIn int) Input {
	in := Input{Day: today, Settings: srs.Defaults()}
	if examIn > 0 {
		in.Settings.ExamDay = today + srs.Day(examIn)
	}
	return in
}

func TestMake(t *testing.T) {
	type want struct {
		due, fresh, putOff, minutes, spare int
		newFirst                           bool
		why                                string
	}
	tests := []struct {
		name string
		in   func() Input
		want want
	}{
		{"the very first sitting is ten cards", func() Input {
			in := input(0)
			in.First, in.Core, in.Unseen = true, 300, 300
			return in
		}, want{fresh: 10, minutes: 4, why: "Ten cards to start with, about four minutes. Nothing leaves this machine."}},
		{"a learner who sat an exam first begins with what it brought", func() Input {
			in := input(0)
			in.First, in.Core, in.Unseen, in.Due = true, 300, 300, 40
			return in
		}, want{due: 40, fresh: 10, minutes: 9, why: "With a date for your exam, new cards are paced toward it."}},
		{"after them the first day goes on", func() Input {
			in := input(0)
			in.First, in.Core, in.Unseen, in.Done = true, 290, 290, Done{Answers: 24, Core: 10}
			return in
		}, want{fresh: 10, minutes: 4, why: "With a date for your exam, new cards are paced toward it."}},
		{"without a date twenty new ones and what is due", func() Input {
			in := input(0)
			in.Due, in.Steps, in.Core, in.Unseen, in.Questions = 60, 3, 100, 100, 5
			return in
		}, want{due: 63, fresh: 20, minutes: 16, why: "With a date for your exam, new cards are paced toward it."}},
		{"half of them done", func() Input {
			in := input(0)
			in.Due, in.Core, in.Unseen, in.Questions, in.Done = 30, 100, 100, 5, Done{Answers: 60, Core: 10, Questions: 2, Due: 30}
			return in
		}, want{due: 30, fresh: 8, minutes: 7, why: "With a date for your exam, new cards are paced toward it."}},
		{"a backlog is put off, and new cards wait", func() Input {
			in := input(0)
			in.Due, in.Core, in.Unseen = 500, 100, 100
			return in
		}, want{
			due: 200, putOff: 300, minutes: 27,
			why: "500 cards due: today takes 200, the coming days the rest, and new cards wait until then.",
		}},
		{"of a backlog a day takes no more although some are done", func() Input {
			in := input(0)
			in.Due, in.Done = 420, Done{Answers: 90, Due: 80}
			return in
		}, want{
			due: 120, putOff: 300, minutes: 16,
			why: "420 cards due: today takes 120, the coming days the rest, and new cards wait until then.",
		}},
		{"ten minutes a day hold 75 reviews", func() Input {
			in := input(0)
			in.Settings.Minutes, in.Due = 10, 100
			return in
		}, want{
			due: 75, putOff: 25, minutes: 10,
			why: "100 cards due: today takes 75, the coming days the rest, and new cards wait until then.",
		}},
		{"a slower learner's ten minutes hold fewer", func() Input {
			in := input(0)
			in.Settings.Minutes, in.Due, in.Pace = 10, 100, 20*time.Second
			return in
		}, want{
			due: 30, putOff: 70, minutes: 10,
			why: "100 cards due: today takes 30, the coming days the rest, and new cards wait until then.",
		}},
		{"done, with minutes to spare", func() Input {
			in := input(0)
			in.Done, in.Idle = Done{Answers: 110, Core: 20, Due: 60}, 300
			return in
		}, want{spare: 115, why: "Done for today. There is time for 115 more, the weakest first."}},
		{"nothing to do and nothing learned", func() Input { return input(0) }, want{why: "Nothing is due today."}},
		{"a month to the exam: all core cards by ten days before", func() Input {
			in := input(30)
			in.Core, in.Unseen = 1190, 1200
			return in
		}, want{
			fresh: 58, minutes: 20, newFirst: true,
			why: "At this pace you have seen every core card by 12 December, 10 days before the exam.",
		}},
		{"with many reviews new cards come first", func() Input {
			in := input(30)
			in.Core, in.Unseen, in.Questions, in.Due = 1190, 1200, 9, 120
			return in
		}, want{
			due: 75, putOff: 45, fresh: 60, minutes: 30, newFirst: true,
			why: "At this pace you have seen every core card by 12 December, 10 days before the exam. " +
				"New cards come first, so 45 reviews are left for the coming days.",
		}},
		{"two weeks do not hold the deck", func() Input {
			in := input(14)
			in.Core, in.Unseen = 1190, 1200
			return in
		}, want{
			fresh: 81, minutes: 27, newFirst: true,
			why: "30 minutes a day are too few: about 66 core cards will not be seen before the exam.",
		}},
		{"as many go unseen when some of them are done", func() Input {
			in := input(14)
			in.Core, in.Unseen, in.Due, in.Done = 1119, 1119, 9, Done{Answers: 81, Core: 81}
			return in
		}, want{
			due: 9, minutes: 2, newFirst: true,
			why: "30 minutes a day are too few: about 66 core cards will not be seen before the exam.",
		}},
		{"with very few minutes most goes unseen", func() Input {
			in := input(14)
			in.Settings.Minutes, in.Core, in.Unseen = 5, 1200, 1200
			return in
		}, want{
			fresh: 13, minutes: 5, newFirst: true,
			why: "5 minutes a day are too few: about 1018 core cards will not be seen before the exam.",
		}},
		{"core is seen, and useful cards follow in time that is left", func() Input {
			in := input(30)
			in.Further, in.UnseenFurther, in.Due, in.Idle = 400, 400, 90, 500
			return in
		}, want{due: 90, fresh: 20, minutes: 19, newFirst: true, spare: 85, why: "You have seen every core card."}},
		{"useful cards are not begun at the cost of reviews", func() Input {
			in := input(30)
			in.Further, in.UnseenFurther, in.Due = 400, 400, 230
			return in
		}, want{
			due: 200, putOff: 30, minutes: 27, newFirst: true,
			why: "You have seen every core card. 30 reviews are left for the coming days.",
		}},
		{"the day before the exam", func() Input {
			in := input(1)
			in.Core, in.Unseen, in.Due = 5, 5, 40
			return in
		}, want{due: 40, fresh: 5, minutes: 7, newFirst: true, why: "Today you see the last of the core cards, 1 day before the exam."}},
		{"on the exam day nothing new", func() Input {
			in := input(0)
			in.Settings.ExamDay, in.Core, in.Unseen, in.Due = today, 5, 5, 40
			return in
		}, want{due: 40, minutes: 6, why: "Your exam is today: no new cards, only what is due."}},
		{"on the exam day what does not fit is still due", func() Input {
			in := input(0)
			in.Settings.ExamDay, in.Due, in.Done = today, 100, Done{Answers: 230, Due: 225}
			return in
		}, want{putOff: 100, why: "Done for today. 100 due cards are left for the coming days."}},
		{"a limit of no reviews is given as the reason", func() Input {
			in := input(0)
			in.Settings.Reviews, in.Due, in.Core, in.Unseen = 0, 5, 50, 50
			return in
		}, want{putOff: 5, why: "Reviews a day are set to 0. 5 due cards are left for the coming days."}},
		{"and not when nothing is due", func() Input {
			in := input(0)
			in.Settings.Reviews = 0
			return in
		}, want{why: "Nothing is due today."}},
		{"without a date useful cards follow core ones", func() Input {
			in := input(0)
			in.Core, in.Unseen, in.Further, in.UnseenFurther, in.Questions = 3, 3, 50, 50, 1
			return in
		}, want{fresh: 20, minutes: 7, why: "With a date for your exam, new cards are paced toward it."}},
		{"no new cards a day, and none come", func() Input {
			in := input(0)
			in.Settings.NewPerDay, in.Due, in.Core, in.Unseen = 0, 5, 50, 50
			return in
		}, want{due: 5, minutes: 1}},
		{"nor anything for the coming days", func() Input {
			in := input(0)
			in.Settings.ExamDay, in.Due = today, 700
			return in
		}, want{due: 200, putOff: 500, minutes: 27, why: "Your exam is today: no new cards, and of what is due the weakest."}},
		{"after it the days are as without a date", func() Input {
			in := input(0)
			in.Settings.ExamDay, in.Core, in.Unseen, in.Due = today-1, 50, 50, 40
			return in
		}, want{due: 40, fresh: 20, minutes: 12, why: "With a date for your exam, new cards are paced toward it."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Make(tt.in())
			have := want{got.Due, got.New, got.PutOff, got.Minutes, got.Spare, got.NewFirst, got.Why}
			if have != tt.want {
				t.Errorf("planned\n%+v, want\n%+v", have, tt.want)
			}
		})
	}
}

// inputs draws days in the middle of anything.
func inputs(t *rapid.T) Input {
	n := func(name string, most int) int { return rapid.IntRange(0, most).Draw(t, name) }
	in := input(n("exam in", 90))
	in.Settings.Minutes = 5 + n("minutes", 120)
	in.Settings.Reviews = n("limit", 400)
	in.Settings.NewPerDay = n("new per day", 50)
	in.Pace = time.Duration(n("pace", 60)) * time.Second
	in.Due, in.Steps, in.Idle = n("due", 600), n("steps", 10), n("idle", 500)
	in.Core, in.Further, in.Questions = n("core", 800), n("further", 300), n("questions", 50)
	in.Unseen, in.UnseenFurther = in.Core+n("waiting", 9), in.Further
	in.Done.Questions = n("questions done", 2)
	in.Done.Core, in.Done.Further, in.Done.Due = n("core done", 60), n("further done", 20), n("due done", 300)
	in.Done.Answers = in.Done.New() + in.Done.Due + n("steps done", 99)
	in.First = rapid.Bool().Draw(t, "first")
	return in
}

func TestAnyPlanHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := inputs(t)
		got := Make(in)
		d := day{Input: in, pace: in.Pace}
		if d.pace == 0 {
			d.pace = usualPace
		}
		due := got.Due - in.Steps
		switch {
		case due < 0 || due+got.PutOff != in.Due:
			t.Fatalf("due cards are lost: %+v", got)
		case got.Core < 0 || got.Further < 0 || got.Questions < 0 || got.New != got.Core+got.Further+got.Questions:
			t.Fatalf("new cards do not add up: %+v", got)
		case got.Core > in.Core || got.Further > in.Further || got.Questions > in.Questions || got.Spare > in.Idle || got.Spare < 0:
			t.Fatalf("more than there is: %+v", got)
		case got.Spare > 0 && d.cost(in.Done.Due+got.Due+got.Spare, in.Done.New()+got.New) > d.budget():
			t.Fatalf("spare cards beyond the minutes: %+v", got)
		case got.Further > 0 && got.ExamIn > 0 && got.PutOff > 0:
			t.Fatalf("useful cards at the cost of reviews: %+v", got)
		case due > 0 && in.Done.Due+due > in.Settings.Reviews:
			t.Fatalf("more reviews than the limit: %+v", got)
		case strings.Contains(got.Why, "  ") || strings.Contains(got.Why, "%!"):
			t.Fatalf("said %q", got.Why)
		}
	})
}

func TestWantedCardsAreUnseenAndPacedByNobody(t *testing.T) {
	in := Input{Day: 100, Settings: srs.Defaults(), Due: 30, Core: 20, Unseen: 40}
	in.Settings.ExamDay = 140
	without := Make(in)
	in.Wanted = 15
	with := Make(in)
	if with.Unseen != 55 || with.Core != without.Core || with.SeenBy != without.SeenBy {
		t.Errorf("with wanted cards %+v\nwithout %+v", with, without)
	}
	in.Core, in.Unseen = 0, 0
	if why := Make(in).Why; strings.Contains(why, "You have seen every core card") {
		t.Errorf("said %q while 15 are unseen", why)
	}
}

// TestAPlanGoesDownWithEachAnswer: whatever part of a plan is done, the rest of
// it is what the day still holds, and steps that come on the way change nothing
// of that.
func TestAPlanGoesDownWithEachAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := inputs(t)
		in.First = false
		before := Make(in)
		part := func(name string, most int) int { return rapid.IntRange(0, most).Draw(t, name+" of the plan") }
		core, further, questions := part("core", before.Core), part("further", before.Further), part("questions", before.Questions)
		due := part("due", before.Due-in.Steps)
		in.Core, in.Unseen = in.Core-core, in.Unseen-core
		in.Further, in.UnseenFurther = in.Further-further, in.UnseenFurther-further
		in.Questions -= questions
		in.Due -= due
		in.Done.Core += core
		in.Done.Further += further
		in.Done.Questions += questions
		in.Done.Due += due
		dueLeft := before.Due - before.Steps - due
		in.Steps = rapid.IntRange(0, 40).Draw(t, "steps later")
		after := Make(in)
		if after.Core != before.Core-core || after.Further != before.Further-further || after.Questions != before.Questions-questions ||
			after.Due != dueLeft+in.Steps || after.PutOff != before.PutOff || after.SeenBy != before.SeenBy {
			t.Fatalf("after %d core, %d further, %d questions and %d due of\n%+v there is still\n%+v",
				core, further, questions, due, before, after)
		}
	})
}
