package store_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dva/deck"
	"dva/deck/exam"
	"dva/srs"
	"dva/srs/review"
	"dva/srs/srstest"
	"dva/srs/store"
)

func begin(t testing.TB, s *store.Store) exam.Record {
	t.Helper()
	r, err := s.BeginExam(ctx, srstest.Paper(10), noon)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAPaperThatCouldNotBeScoredIsRefused(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*exam.Paper)
		want   string
	}{
		{"no questions", func(p *exam.Paper) { p.Items = nil }, "no questions"},
		{"no id", func(p *exam.Paper) { p.Items[0].ID = "" }, "cannot be an id"},
		{"no text", func(p *exam.Paper) { p.Items[0].Question = nil }, "choices"},
		{"a choice shown twice", func(p *exam.Paper) { p.Items[0].Order = []int{0, 1, 2, 2} }, "choices"},
		{"a choice not shown", func(p *exam.Paper) { p.Items[0].Order = []int{0, 1, 2} }, "choices"},
		{"more choices than bits", func(p *exam.Paper) {
			p.Items[0].Order = nil
			for i := range 63 {
				p.Items[0].Order = append(p.Items[0].Order, i)
			}
			p.Items[0].Question.Choices = make([]deck.Choice, 63)
		}, "choices"},
		{"a domain of its own", func(p *exam.Paper) { p.Items[0].Domain = "9" }, "domain"},
		{"a form there is not", func(p *exam.Paper) { p.Length = "huge" }, "CHECK"},
		{"no time", func(p *exam.Paper) { p.Limit = 0 }, "CHECK"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := temp(t)
			p := srstest.Paper(10)
			tt.change(&p)
			if _, err := s.BeginExam(ctx, p, noon); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
			if all, err := s.Exams(ctx); err != nil || len(all) != 0 {
				t.Errorf("%d exams are there, %v", len(all), err)
			}
		})
	}
}

func TestOneExamIsOpenAtATime(t *testing.T) {
	s := temp(t)
	if _, err := s.TakeExam(ctx); !errors.Is(err, exam.ErrNoExam) {
		t.Errorf("taking none: %v", err)
	}
	r := begin(t, s)
	if _, err := s.BeginExam(ctx, srstest.Paper(3), noon); !errors.Is(err, exam.ErrUnfinished) {
		t.Errorf("a second: %v, want ErrUnfinished", err)
	}
	c := exam.Change{Holder: r.Holder, Run: r.Run}
	c.Run.Status, c.Run.Ended = exam.Abandoned, noon
	if err := s.EndExam(ctx, r.ID, c, review.Credit{}); err != nil {
		t.Fatal(err)
	}
	if next := begin(t, s); next.ID != r.ID+1 {
		t.Errorf("the next is number %d", next.ID)
	}
}

func TestAChangeThatMakesNoSenseIsRefusedWhole(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*exam.Change)
		want   string
	}{
		{"a question that is not there", func(c *exam.Change) { c.Items[1].Index = 10 }, "no question 11"},
		{"one before the first", func(c *exam.Change) { c.Items[1].Index = -1 }, "no question 0"},
		{"choices that fall", func(c *exam.Change) { c.Items[1].Answer.Picked = []int{1, 0} }, "no set of choices"},
		{"a choice before the first", func(c *exam.Change) { c.Items[1].Answer.First = []int{-1} }, "no set of choices"},
		{"a choice beyond the bits", func(c *exam.Change) { c.Items[1].Answer.Picked = []int{62} }, "no set of choices"},
		{"a place that is not there", func(c *exam.Change) { c.Run.At = 10 }, "CHECK"},
		{"more time than there is", func(c *exam.Change) { c.Run.Used = time.Hour }, "CHECK"},
		{"time that runs back", func(c *exam.Change) { c.Items[1].Answer.Spent = -1 }, "CHECK"},
		{"an end", func(c *exam.Change) { c.Run.Status = exam.Finished }, "only an open one"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "progress.db")
			s := open(t, path)
			r := begin(t, s)
			before := dump(t, path)
			c := exam.Change{Holder: r.Holder, Run: r.Run, Items: []exam.ItemChange{
				{Index: 0, Answer: exam.Answer{Picked: []int{0}}}, {Index: 1, Answer: exam.Answer{Picked: []int{1}}},
			}}
			tt.change(&c)
			if err := s.SaveExam(ctx, r.ID, c); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
			if after := dump(t, path); after != before {
				t.Error("something was saved")
			}
		})
	}
}

func TestAnExamThatIsNotThereCannotBeSaved(t *testing.T) {
	s := temp(t)
	if err := s.SaveExam(ctx, 1, exam.Change{}); !errors.Is(err, exam.ErrNoExam) {
		t.Errorf("saving: %v", err)
	}
	if _, err := s.Exam(ctx, 1); !errors.Is(err, exam.ErrNoExam) {
		t.Errorf("reading: %v", err)
	}
	if ids, err := s.Brought(ctx, 1); err != nil || len(ids) != 0 {
		t.Errorf("brought %v, %v", ids, err)
	}
}

func TestAnEndIsAllOrNothing(t *testing.T) {
	wanted := func(id string) srs.Mark {
		return srs.Mark{At: noon, Kind: srs.ActForward, Before: srs.Card{ID: id}, After: srs.Card{ID: id, DueDay: day0}}
	}
	exams := func(id string) srs.Review {
		r := answer(srs.Card{ID: id}, noon, srs.Good)
		r.Source = srs.FromExam
		return r
	}
	for _, tt := range []struct {
		name   string
		change func(*exam.Change, *review.Credit)
		want   string
	}{
		{"it has not ended", func(c *exam.Change, _ *review.Credit) { c.Run.Status = exam.Open }, "not ended"},
		{"it ended never", func(c *exam.Change, _ *review.Credit) { c.Run.Ended = time.Time{} }, "not ended"},
		{"a card was changed elsewhere", func(_ *exam.Change, cr *review.Credit) { cr.Forward[0].Before.Reps = 3 }, review.ErrStale.Error()},
		{"an answer from elsewhere", func(_ *exam.Change, cr *review.Credit) { cr.Reviews[1].Source = srs.FromDrill }, "is from drill"},
		{"another act", func(_ *exam.Change, cr *review.Credit) { cr.Forward[0].Kind = srs.ActFlag }, "no part of an exam"},
		{"an answer twice", func(_ *exam.Change, cr *review.Credit) {
			again := cr.Reviews[0]
			again.Before = again.After
			cr.Reviews = append(cr.Reviews, again)
		}, "UNIQUE"},
		{"an answer that is not there", func(c *exam.Change, _ *review.Credit) { c.Items[0].Index = 99 }, "no question 100"},
		{"another holder", func(c *exam.Change, _ *review.Credit) { c.Holder++ }, exam.ErrTaken.Error()},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "progress.db")
			s := open(t, path)
			r := begin(t, s)
			before := dump(t, path)
			c := exam.Change{Holder: r.Holder, Run: r.Run, Items: []exam.ItemChange{{Index: 0, Answer: exam.Answer{Picked: []int{0}}}}}
			c.Run.Status, c.Run.Ended = exam.Finished, noon
			credit := review.Credit{
				Reviews: []srs.Review{exams("question-01"), exams("question-02")}, Forward: []srs.Mark{wanted("card-03")},
			}
			tt.change(&c, &credit)
			if err := s.EndExam(ctx, r.ID, c, credit); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
			if after := dump(t, path); after != before {
				t.Error("something was saved")
			}
		})
	}
}

func TestOnlyAnExamBringsCardsForward(t *testing.T) {
	s := temp(t)
	m := srs.Mark{At: noon, Kind: srs.ActForward, Before: srs.Card{ID: "a"}, After: srs.Card{ID: "a", DueDay: day0}}
	if _, err := s.Mark(ctx, m); err == nil || !strings.Contains(err.Error(), "no exam") {
		t.Errorf("got %v", err)
	}
}

func TestWantedCardsAreRead(t *testing.T) {
	s, _, _ := srstest.Examined(t)
	want := []string{"card-03", "card-07", "card-09", "card-10"}
	for name, f := range map[string]srs.Filter{
		"by day": {DueBy: day0}, "of a day before": {DueBy: day0 - 1}, "by id": {IDs: append(want, "card-01")}, "all": {All: true},
	} {
		var got []string
		for _, c := range cards(t, s, f) {
			if c.Wanted() {
				got = append(got, c.ID)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: wanted are %v, want %v", name, got, want)
		}
	}
	seen, err := s.Seen(ctx)
	if err != nil || len(seen) != 9 {
		t.Errorf("seen are %v, %v: wanted ones were not", seen, err)
	}
}

// sat is lived with a finished exam and an open one.
func sat(t testing.TB) string {
	t.Helper()
	path := lived(t)
	s := open(t, path)
	e := srstest.Exams(s, 10)
	x, _ := srstest.Sit(t, e, 10, srstest.TenAnswers)
	if _, err := x.Submit(ctx); err != nil {
		t.Fatal(err)
	}
	srstest.Sit(t, e, 10, srstest.TenAnswers)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRebuildLeavesExamsAsTheyAre(t *testing.T) {
	path := sat(t)
	before := dump(t, path)
	s := open(t, path)
	if err := s.Rebuild(ctx); err != nil {
		t.Fatal(err)
	}
	if after := dump(t, path); after != before {
		t.Errorf("rebuilding changed\n%s\nto\n%s", before, after)
	}
}

func TestDamageToAnExamIsFound(t *testing.T) {
	for _, tt := range []struct {
		name, damage, want string
		mended             bool // by a rebuild
	}{
		{"a result is better", `update exams set right_scored = right_scored + 1 where id = 1`, "the result of exam 1", true},
		{"a domain is better", `update exams set counts = '[[5,5],[4,5]]' where id = 1`, "the result of exam 1", true},
		{"an answer is another", `update exam_items set picked = 2 where exam = 1 and place = 0`, "the result of exam 1", true},
		{"a wanted card is not", `update cards set due_day = 0 where id = 'card-03'`, "card card-03 is not", true},
		{"the day's exams are gone", `delete from days where exam = 1`, "the totals of 2026-11-22", true},
		{"an answer is gone", `update exam_items set picked = 0 where exam = 1 and place = 0`, "the log has 9 answers of exam 1, which has 8", false},
		{"an answer is not logged", `delete from acts where id = (select max(id) from acts where exam = 1 and kind = 1)`, "the log has 8 answers", false},
		{"an open exam is logged", `update acts set exam = 2 where exam = 1`, "the log has 9 answers of exam 2, which has 0", false},
		{"a question is gone", `delete from exam_items where exam = 2 and place = 3`, "exam 2 cannot be read", false},
		{"a text is gone", `delete from exam_texts where exam = 2 and place = 9`, "exam 2 cannot be read", false},
		{"a text is none", `update exam_texts set text = '[]' where exam = 2 and place = 9`, "exam 2 cannot be read", false},
		{"an order is none", `update exam_items set choices = '[0,1]' where exam = 2 and place = 0`, "exam 2 cannot be read", false},
		{"a choice is none", `update exam_items set picked = 1024 where exam = 2 and place = 0`, "exam 2 cannot be read", false},
		{"domains are none", `update exams set domains = '{}' where id = 2`, "exam 2 cannot be read", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := sat(t)
			damage(t, path, tt.damage)
			s := open(t, path)
			cure := "dva restore"
			if tt.mended {
				cure = "dva check --rebuild"
			}
			report, err := s.Check(ctx, models)
			if err != nil || !reports(report, tt.want, cure) {
				t.Fatalf("found %v, %v, want %q", report.Faults, err, tt.want)
			}
			if !tt.mended {
				return
			}
			if err := s.Rebuild(ctx); err != nil {
				t.Fatal(err)
			}
			if report, err = s.Check(ctx, models); err != nil || len(report.Faults) > 0 {
				t.Errorf("after a rebuild: %v, %v", report.Faults, err)
			}
		})
	}
}

func TestARenamedCardIsBroughtByItsNewName(t *testing.T) {
	s, e, r := srstest.Examined(t)
	if _, err := s.Rename(ctx, map[string]string{"card-07": "card-seven"}); err != nil {
		t.Fatal(err)
	}
	brought, err := e.Brought(ctx, r.ID)
	if want := []string{"card-03", "card-seven", "card-09", "card-10"}; err != nil || !slices.Equal(brought, want) {
		t.Errorf("brought %v, %v, want %v", brought, err, want)
	}
}
