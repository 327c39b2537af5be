//go:build linux || darwin || freebsd

package main

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"dva/cmd/dva/internal/settings"
	"dva/srs/drill"
	"dva/srs/srstest"
	"dva/srs/store"
)

// BenchmarkDrillTable is the drill table from the file to its sorted rows, with
// 10,000 items all of which were seen and so many reviews of them. It may take 50
// ms, and nearly all of it goes to reading the cards:
//
//	go test -run '^$' -bench DrillTable ./cmd/dva
func BenchmarkDrillTable(b *testing.B) {
	deck := manyCards(b, 10_000)
	for _, reviews := range []int{20_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprintf("reviews=%d", reviews), func(b *testing.B) {
			home, ctx := b.TempDir(), context.Background()
			s, err := store.Open(ctx, filepath.Join(home, "progress.db"), store.Options{})
			if err != nil {
				b.Fatal(err)
			}
			srstest.History{
				Cards: 10_000, Reviews: reviews, End: time.Date(2026, 11, 22, 3, 0, 0, 0, time.UTC),
				ID: func(i int) string { return fmt.Sprintf("many-%05d", i) },
			}.Fill(b, s)
			if err := s.Close(); err != nil {
				b.Fatal(err)
			}
			a := &app{home: home, decks: []string{deck}, env: func(string) string { return "" }, now: func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }}
			l, notes, err := a.lookWith(ctx, settings.Defaults())
			if err != nil || len(notes) > 0 {
				b.Fatal(err, notes)
			}
			defer l.close()
			var took []time.Duration
			for b.Loop() {
				start := time.Now()
				book, err := l.Drills(ctx)
				if err != nil {
					b.Fatal(err)
				}
				rows := book.Rows(drill.Both, "")
				drill.Sort(rows, drill.ByWeakness)
				took = append(took, time.Since(start))
				if len(rows) == 0 || book.Count(drill.Wish{SeenOnly: true}) != 10_000 {
					b.Fatalf("%d rows, %d items seen", len(rows), book.Count(drill.Wish{SeenOnly: true}))
				}
			}
			reportTimes(b, took)
		})
	}
}
