package store_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"dva/deck/exam"
	"dva/srs"
	"dva/srs/srstest"
	"dva/srs/store"
)

// times collects how long each round took, for figures that a mean hides.
type times []time.Duration

func (d times) report(b *testing.B) {
	slices.Sort(d)
	b.ReportMetric(float64(d[len(d)/2].Nanoseconds())/1e6, "p50-ms")
	b.ReportMetric(float64(d[len(d)*99/100].Nanoseconds())/1e6, "p99-ms")
}

// BenchmarkFsync is what the disk asks for any durable write of a page, to hold
// the others against.
func BenchmarkFsync(b *testing.B) {
	f, err := os.Create(filepath.Join(b.TempDir(), "page"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	page := make([]byte, 4096)
	var each times
	for b.Loop() {
		begin := time.Now()
		if _, err := f.Write(page); err != nil {
			b.Fatal(err)
		}
		if err := f.Sync(); err != nil {
			b.Fatal(err)
		}
		each = append(each, time.Since(begin))
	}
	each.report(b)
}

func BenchmarkOpenNew(b *testing.B) {
	dir := b.TempDir()
	for b.Loop() {
		folder, err := os.MkdirTemp(dir, "")
		if err != nil {
			b.Fatal(err)
		}
		s, err := store.Open(ctx, filepath.Join(folder, "progress.db"), store.Options{Now: fixed})
		if err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}

// BenchmarkAfterYears measures what the program asks of a file with 10,000
// cards and 200,000 reviews, three days after the last of them.
func BenchmarkAfterYears(b *testing.B) {
	path := filepath.Join(b.TempDir(), "progress.db")
	s := open(b, path)
	srstest.History{Cards: 10_000, Reviews: 200_000}.Fill(b, s)
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	day := srs.DayOf(srstest.Start) + 3
	at := srstest.At(day)

	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			s, err := store.Open(ctx, path, store.Options{Now: fixed})
			if err != nil {
				b.Fatal(err)
			}
			s.Close()
		}
	})
	b.Run("open to read", func(b *testing.B) {
		for b.Loop() {
			s, err := store.OpenRead(ctx, path, store.Options{Now: fixed})
			if err != nil {
				b.Fatal(err)
			}
			s.Close()
		}
	})

	s = open(b, path)
	b.Run("due", func(b *testing.B) {
		n := 0
		for b.Loop() {
			n = len(cards(b, s, srs.Filter{DueBy: day}))
		}
		b.ReportMetric(float64(n), "cards")
	})
	b.Run("seen", func(b *testing.B) {
		for b.Loop() {
			if ids, err := s.Seen(ctx); err != nil || len(ids) != 10_000 {
				b.Fatal(len(ids), err)
			}
		}
	})
	b.Run("all cards", func(b *testing.B) {
		for b.Loop() {
			cards(b, s, srs.Filter{All: true})
		}
	})
	b.Run("texts last seen", func(b *testing.B) {
		for b.Loop() {
			if shown, err := s.Shown(ctx, nil); err != nil || len(shown) != 10_000 {
				b.Fatal(len(shown), err)
			}
		}
	})
	b.Run("a card's history", func(b *testing.B) {
		for b.Loop() {
			if past, err := s.History(ctx, "card-00017"); err != nil || len(past) == 0 {
				b.Fatal(len(past), err)
			}
		}
	})
	b.Run("missed in a week", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Missed(ctx, day-10); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("all days", func(b *testing.B) {
		for b.Loop() {
			if days, err := s.Days(ctx, 0, day); err != nil || len(days) < 700 {
				b.Fatal(len(days), err)
			}
		}
	})
	b.Run("a month of reviews", func(b *testing.B) {
		for b.Loop() {
			reviews(b, s, day-30)
		}
	})
	b.Run("grade", func(b *testing.B) {
		due := cards(b, s, srs.Filter{DueBy: day})
		var each times
		for i := 0; b.Loop(); i++ {
			c := &due[i%len(due)]
			r := graded(*c, at, srs.Good, false)
			begin := time.Now()
			*c = record(b, s, r)
			each = append(each, time.Since(begin))
		}
		each.report(b)
	})
	b.Run("undo", func(b *testing.B) {
		var each times
		for i := 0; b.Loop(); i++ {
			do := s.Undo
			if i%2 == 1 {
				do = s.Redo
			}
			begin := time.Now()
			if _, err := do(ctx); err != nil {
				b.Fatal(err)
			}
			each = append(each, time.Since(begin))
		}
		each.report(b)
	})
	e := srstest.Exams(s, 10)
	for range 30 {
		sitting, _ := srstest.Sit(b, e, 10, srstest.TenAnswers)
		if _, err := sitting.Submit(ctx); err != nil {
			b.Fatal(err)
		}
	}
	r, err := s.BeginExam(ctx, srstest.Paper(65), at)
	if err != nil {
		b.Fatal(err)
	}
	c := exam.Change{Holder: r.Holder, Run: r.Run, Items: make([]exam.ItemChange, 2)}
	b.Run("save exam", func(b *testing.B) {
		var each times
		for i := 0; b.Loop(); i++ {
			c.Run.Used++
			c.Items[0] = exam.ItemChange{Index: i % 65, Answer: exam.Answer{Picked: []int{i % 4}, Visited: true, Spent: 1}}
			c.Items[1] = exam.ItemChange{Index: (i + 1) % 65, Answer: exam.Answer{Visited: true}}
			begin := time.Now()
			if err := s.SaveExam(ctx, r.ID, c); err != nil {
				b.Fatal(err)
			}
			each = append(each, time.Since(begin))
		}
		each.report(b)
	})
	b.Run("take exam", func(b *testing.B) {
		for b.Loop() {
			if r, err = s.TakeExam(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("unfinished exam", func(b *testing.B) {
		for b.Loop() {
			if _, ok, err := s.Unfinished(ctx); err != nil || !ok {
				b.Fatal(err)
			}
		}
	})
	b.Run("all exams", func(b *testing.B) {
		for b.Loop() {
			if all, err := s.Exams(ctx); err != nil || len(all) != 31 {
				b.Fatal(err)
			}
		}
	})
	b.Run("seen in exams", func(b *testing.B) {
		for b.Loop() {
			if seen, err := s.SeenInExams(ctx); err != nil || len(seen) < 10 {
				b.Fatal(err)
			}
		}
	})
	b.Run("hand in", func(b *testing.B) {
		// Begin, answer 65 questions and hand in: nothing can be handed in twice.
		for b.Loop() {
			b.StopTimer()
			c.Holder, c.Run.Status, c.Run.Ended = r.Holder, exam.Open, time.Time{}
			c.Items = nil
			for i := range 65 {
				c.Items = append(c.Items, exam.ItemChange{Index: i, Answer: exam.Answer{Picked: []int{i % 2}, Visited: true}})
			}
			if err := s.SaveExam(ctx, r.ID, c); err != nil {
				b.Fatal(err)
			}
			c.Run.Status, c.Run.Ended = exam.Finished, at
			b.StartTimer()
			if err := e.End(ctx, r, c); err != nil {
				b.Fatal(err)
			}
			b.StopTimer()
			if r, err = s.BeginExam(ctx, srstest.Paper(65), at); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
	})
	b.Run("backup", func(b *testing.B) {
		file := filepath.Join(b.TempDir(), "copy.db")
		for b.Loop() {
			if err := s.Backup(ctx, file, false); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			if r, err := s.Check(ctx, models); err != nil || len(r.Faults) > 0 {
				b.Fatal(r.Faults, err)
			}
		}
	})
	b.Run("rebuild", func(b *testing.B) {
		for b.Loop() {
			if err := s.Rebuild(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
}
