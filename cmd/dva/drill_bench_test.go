//go:build linux || darwin || freebsd

package main

import (
	"context"
	"fmt"
	"testing"
	"time"

	"dva/srs/drill"
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
			l, ctx := afterReviews(b, deck, reviews), context.Background()
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
