package main

import (
	"context"
	"slices"
	"testing"
	"time"

	"dva/cmd/dva/internal/settings"
	"dva/srs"
	"dva/srs/drill"
	"dva/srs/srstest"
)

// Home counts what browse and statistics count, and names what the drill table has
// on top, without a file and with one.
func TestHomeAgreesWithTheOtherScreens(t *testing.T) {
	ctx := context.Background()
	a := &app{home: t.TempDir(), env: func(string) string { return "" }, now: func() time.Time { return srstest.Start }}
	l, _, err := a.lookWith(ctx, settings.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	if d, err := l.Details(ctx); err != nil || d.Retention != nil || len(d.Weakest) > 0 {
		t.Errorf("a learner who has not begun is told %+v, %v", d, err)
	}

	l.own = srstest.Store(t)
	l.store = l.own
	srstest.History{Cards: 500, Reviews: 5_000, ID: func(i int) string { return l.deck().Items[5*i].ID }}.Fill(t, l.own)
	today, err := l.Today(ctx)
	if err != nil {
		t.Fatal(err)
	}
	d, err := l.Details(ctx)
	if err != nil {
		t.Fatal(err)
	}
	f, err := l.Figures(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if today.Cards != f.Items.Cards || today.Questions != f.Items.Questions || today.Cards+today.Questions != len(l.deck().Items) {
		t.Errorf("home has %d cards and %d questions, statistics %+v, browse %d in all", today.Cards, today.Questions, f.Items, len(l.deck().Items))
	}
	if want := f.TrueRetention.Days30; d.Retention == nil || want == nil || *d.Retention != *want {
		t.Errorf("true retention is %v, statistics have %v", d.Retention, want)
	}
	book, err := l.Drills(ctx)
	if err != nil {
		t.Fatal(err)
	}
	rows := book.Rows(drill.Both, "")
	drill.Sort(rows, drill.ByWeakness)
	rows = slices.DeleteFunc(rows, func(r drill.Row) bool { return r.Seen < 5 }) // too few to call a service weak
	if want := []string{rows[0].Name, rows[1].Name, rows[2].Name}; !slices.Equal(d.Weakest, want) {
		t.Errorf("weakest are %v, of the table %v", d.Weakest, want)
	}
	reviews := map[string]int{}
	for _, day := range f.Days {
		reviews[day.Day] = day.Reviews
	}
	week := 0
	for i, n := range today.Days {
		week += n
		if day := (today.Plan.Day - 6 + srs.Day(i)).String(); n != reviews[day] {
			t.Errorf("%d answers on %s, statistics have %d", n, day, reviews[day])
		}
	}
	if week == 0 || len(today.Days) != 7 {
		t.Errorf("%d answers on %d days: the week tells nothing", week, len(today.Days))
	}
}

// Misses are those of the last seven study days, and single answers those of the
// last ninety, today being one.
func TestHowFarBackTheLogIsRead(t *testing.T) {
	ctx := context.Background()
	a := &app{home: t.TempDir(), env: func(string) string { return "" }, now: func() time.Time { return srstest.Start }}
	l, _, err := a.lookWith(ctx, settings.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	l.own = srstest.Store(t)
	l.store = l.own
	today := srs.DayOf(srstest.Start)
	for i, ago := range []srs.Day{90, 89, 7, 6, 0} {
		id := l.deck().Items[i].ID
		r := srstest.Answer(srs.Card{ID: id}, srstest.Card(id, today-ago, 1))
		r.Grade = srs.Again
		if _, err := l.own.Record(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	book, err := l.Drills(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if n := book.Count(drill.Wish{Group: drill.LastDays}); n != 2 {
		t.Errorf("%d were missed in the last %d days, want 2", n, drill.MissedDays)
	}
	f, err := l.Figures(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if n := f.Hours[12].Reviews; n != 4 || f.Reviews.Total != 5 {
		t.Errorf("%d of %d answers are told by the hour, want 4 of 5", n, f.Reviews.Total)
	}
}
