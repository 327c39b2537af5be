package store_test

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"dva/srs"
	"dva/srs/review"
	"dva/srs/store"
)

func reviews(t testing.TB, s *store.Store, since srs.Day) (all []srs.Review) {
	t.Helper()
	if err := s.Reviews(ctx, since, func(r srs.Review) error { all = append(all, r); return nil }); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAReviewComesBackAsItWasSaved(t *testing.T) {
	s := temp(t)
	want := answer(srs.Card{ID: "a"}, noon.Add(123*time.Millisecond), srs.Hard)
	want.Source, want.Question = srs.FromExam, true
	id, err := s.Record(ctx, want)
	if err != nil {
		t.Fatal(err)
	}
	want.ID = id
	got := reviews(t, s, 0)[0]
	if !got.At.Equal(want.At) {
		t.Errorf("at %v, want %v", got.At, want.At)
	}
	if _, zone := got.At.Zone(); zone != 3600 {
		t.Errorf("the zone is %d s east, want 3600", zone)
	}
	got.At = want.At
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestReviewsBeginWithADayAndSkipUndoneOnes(t *testing.T) {
	s := temp(t)
	c := record(t, s, answer(srs.Card{ID: "a"}, noon, srs.Good))
	c = record(t, s, answer(c, noon.AddDate(0, 0, 1), srs.Good))
	record(t, s, answer(c, noon.AddDate(0, 0, 2), srs.Good))
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := reviews(t, s, day0+1); len(got) != 1 || got[0].Day != day0+1 {
		t.Errorf("got %+v, want the one of the day after", got)
	}
	stop := errors.New("stop")
	if err := s.Reviews(ctx, 0, func(srs.Review) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("got %v, want the caller's own error", err)
	}
}

func TestTimesInTheLogNeverDecrease(t *testing.T) {
	for _, tt := range []struct {
		name  string
		moved time.Duration
		want  time.Duration // after the first answer
	}{
		{"a later answer keeps its time", time.Second, time.Second},
		{"so does one in the same millisecond", 0, 0},
		{"a clock set back an hour goes on behind the last", -time.Hour, time.Millisecond},
		{"a clock set back forty years too", -40 * 365 * 24 * time.Hour, time.Millisecond},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := temp(t)
			record(t, s, answer(srs.Card{ID: "a"}, noon, srs.Good))
			late := answer(srs.Card{ID: "b"}, noon.Add(tt.moved), srs.Good)
			record(t, s, late)
			got := reviews(t, s, -1<<31)[1]
			if after := got.At.Sub(noon); after != tt.want {
				t.Errorf("the second is %v after the first, want %v", after, tt.want)
			}
			if got.Day != late.Day || got.After != late.After {
				t.Error("the day or the card is not as handed in")
			}
		})
	}
}

func TestTimesStayInOrderThroughUndo(t *testing.T) {
	s := temp(t)
	record(t, s, answer(srs.Card{ID: "a"}, noon.Add(time.Hour), srs.Good))
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	record(t, s, answer(srs.Card{ID: "b"}, noon, srs.Good))
	if got := reviews(t, s, 0)[0].At.Sub(noon); got != time.Hour+time.Millisecond {
		t.Errorf("the answer is %v after noon: an undone one before it is part of the log", got)
	}
}

func TestOneAnswerCountsTwoMinutesAtMost(t *testing.T) {
	s := temp(t)
	r := answer(srs.Card{ID: "a"}, noon, srs.Good)
	r.Took = time.Hour
	record(t, s, r)
	if n, err := s.Today(ctx, day0); err != nil || n.Took != srs.MaxTook {
		t.Errorf("took %v, %v", n.Took, err)
	}
}

func TestWhatMakesNoSenseIsRefused(t *testing.T) {
	good := func() srs.Review { return answer(srs.Card{ID: "a"}, noon, srs.Good) }
	for _, tt := range []struct {
		name   string
		change func(*srs.Review)
		want   string
	}{
		{"no id", func(r *srs.Review) { r.Before.ID, r.After.ID = "", "" }, "cannot be an id"},
		{"an id with a line break", func(r *srs.Review) { r.Before.ID, r.After.ID = "a\nb", "a\nb" }, "cannot be an id"},
		{"an id too long", func(r *srs.Review) {
			r.Before.ID = strings.Repeat("x", 301)
			r.After.ID = r.Before.ID
		}, "cannot be an id"},
		{"another card after it", func(r *srs.Review) { r.After.ID = "b" }, `"a" before and "b" after`},
		{"no grade", func(r *srs.Review) { r.Grade = 0 }, "no grade 0"},
		{"a source that there is not", func(r *srs.Review) { r.Source = 9 }, "CHECK"},
		{"a card that is new afterwards", func(r *srs.Review) { r.After = srs.Card{ID: "a"} }, "new after its review"},
		{"a difficulty beyond ten", func(r *srs.Review) { r.After.Memory.Difficulty = 11 }, "CHECK"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := temp(t)
			r := good()
			tt.change(&r)
			if _, err := s.Record(ctx, r); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want it to say %q", err, tt.want)
			}
			if n := len(reviews(t, s, 0)); n != 0 {
				t.Errorf("%d reviews were saved", n)
			}
			record(t, s, good()) // nothing is left in the way
		})
	}
}

func TestManyAnswersAreSavedAllOrNone(t *testing.T) {
	s := temp(t)
	a := answer(srs.Card{ID: "a"}, noon, srs.Good)
	again := answer(a.After, noon.Add(time.Minute), srs.Hard)
	b := answer(srs.Card{ID: "b"}, noon, srs.Again)
	stale := answer(srs.Card{ID: "a"}, noon, srs.Easy)
	if err := s.RecordAll(ctx, []srs.Review{a, b, stale}); !errors.Is(err, review.ErrStale) {
		t.Fatalf("got %v, want ErrStale", err)
	}
	if got := cards(t, s, srs.Filter{All: true}); len(got) != 0 {
		t.Fatalf("%v were saved", got)
	}
	if err := s.RecordAll(ctx, []srs.Review{a, b, again}); err != nil {
		t.Fatal(err)
	}
	equal(t, "cards", cards(t, s, srs.Filter{All: true}), []srs.Card{again.After, b.After})
	if n, err := s.Today(ctx, day0); err != nil || n.Reviews != 3 || n.New != 2 || len(n.Begun) != 2 {
		t.Errorf("today is %+v, %v, want 3 reviews of 2 new cards", n, err)
	}
	if err := s.RecordAll(ctx, nil); err != nil {
		t.Errorf("saving nothing: %v", err)
	}
}

func TestAContextStopsAWriteBeforeItBeginsOnly(t *testing.T) {
	s := temp(t)
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := s.Record(gone, answer(srs.Card{ID: "a"}, noon, srs.Good)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
	if n := len(reviews(t, s, 0)); n != 0 {
		t.Errorf("%d reviews were saved", n)
	}
}

func TestANoteIsSavedOverTheOneThatWasRead(t *testing.T) {
	s := temp(t)
	c := srs.Card{ID: "a"}
	note := func(before, after string) error {
		_, err := s.Mark(ctx, srs.Mark{At: noon, Kind: srs.ActNote, Before: c, After: c, NoteBefore: before, NoteAfter: after})
		return err
	}
	if err := note("", "first"); err != nil {
		t.Fatal(err)
	}
	if err := note("", "second"); !errors.Is(err, review.ErrStale) {
		t.Errorf("got %v, want ErrStale", err)
	}
	if err := note("first", ""); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Note(ctx, "a"); got != "" || err != nil {
		t.Errorf("the note is %q, %v", got, err)
	}
	if got := cards(t, s, srs.Filter{All: true}); len(got) != 0 {
		t.Errorf("a note alone made %v known", got)
	}
}

func TestWhichCardsAFilterReads(t *testing.T) {
	s := temp(t)
	due := record(t, s, answer(srs.Card{ID: "due"}, noon.AddDate(0, 0, -3), srs.Good)) // due today
	late := record(t, s, answer(srs.Card{ID: "late"}, noon.AddDate(0, 0, -9), srs.Good))
	today := record(t, s, answer(srs.Card{ID: "today"}, noon, srs.Easy))
	later := record(t, s, answer(srs.Card{ID: "later"}, noon.AddDate(0, 0, -1), srs.Easy))
	fresh := srs.Card{ID: "fresh", Marks: srs.Marks{Suspended: true}}
	if _, err := s.Mark(ctx, srs.Mark{At: noon, Kind: srs.ActSuspend, Before: srs.Card{ID: "fresh"}, After: fresh}); err != nil {
		t.Fatal(err)
	}
	record(t, s, answer(srs.Card{ID: "undone"}, noon, srs.Good))
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}

	for _, tt := range []struct {
		name string
		f    srs.Filter
		want []srs.Card
	}{
		{"all are those ever answered or marked", srs.Filter{All: true}, []srs.Card{due, fresh, late, later, today}},
		{"by day are the due, today's and marked new ones", srs.Filter{DueBy: day0}, []srs.Card{fresh, late, due, today}},
		{"a day on more are due", srs.Filter{DueBy: day0 + 3}, []srs.Card{fresh, late, due, later}},
		{"by id are those that are known", srs.Filter{IDs: []string{"later", "never", "undone", "fresh"}}, []srs.Card{fresh, later}},
		{"no ids are no cards", srs.Filter{IDs: []string{}}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) { equal(t, "cards", cards(t, s, tt.f), tt.want) })
	}

	if next, err := s.NextDue(ctx, day0); err != nil || next != later.DueDay {
		t.Errorf("next due on %v, %v, want %v", next, err, later.DueDay)
	}
	if next, err := s.NextDue(ctx, day0+100); err != nil || next != 0 {
		t.Errorf("next due on %v, %v, want none", next, err)
	}
}

func TestNothingIsKnownOfANewLearner(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "progress.db"))
	if seen, err := s.Seen(ctx); err != nil || len(seen) != 0 {
		t.Errorf("seen %v, %v", seen, err)
	}
	if n, err := s.Today(ctx, day0); err != nil || !reflect.DeepEqual(n, review.Tally{}) {
		t.Errorf("today %+v, %v", n, err)
	}
	if next, err := s.NextDue(ctx, day0); err != nil || next != 0 {
		t.Errorf("next due %v, %v", next, err)
	}
}

func TestARenamedCardKeepsEverything(t *testing.T) {
	s := temp(t)
	c := record(t, s, answer(srs.Card{ID: "old"}, noon, srs.Good))
	record(t, s, answer(srs.Card{ID: "both-old"}, noon, srs.Good))
	record(t, s, answer(srs.Card{ID: "both-new"}, noon, srs.Good))
	names := map[string]string{"old": "middle", "middle": "new", "both-old": "both-new", "never": "ever"}
	if n, err := s.Rename(ctx, names); err != nil || n != 2 {
		t.Fatalf("moved %d, %v, want the two steps of old", n, err)
	}
	c.ID = "new"
	equal(t, "cards", cards(t, s, srs.Filter{IDs: []string{"old", "middle", "new"}}), []srs.Card{c})
	if n, err := s.Rename(ctx, names); err != nil || n != 0 {
		t.Errorf("again: moved %d, %v", n, err)
	}
	for range 3 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatalf("undo after renaming: %v", err)
		}
	}
	if _, err := s.Rename(ctx, map[string]string{"old": "x", "new": "\x1b"}); err == nil {
		t.Error("a control character was taken for an id")
	}
}

func TestRenamingInACircleEnds(t *testing.T) {
	s := temp(t)
	c := record(t, s, answer(srs.Card{ID: "a"}, noon, srs.Good))
	if _, err := s.Rename(ctx, map[string]string{"a": "b", "b": "c", "c": "a"}); err != nil {
		t.Fatal(err)
	}
	got := cards(t, s, srs.Filter{All: true})
	if len(got) != 1 || got[0].Memory != c.Memory {
		t.Errorf("what is known is now %v", got)
	}
}
