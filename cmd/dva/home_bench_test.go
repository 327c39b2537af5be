//go:build linux || darwin || freebsd

package main

import (
	"context"
	"fmt"
	"testing"
	"time"
)

// BenchmarkHome is home as it is opened and each time that it is shown again, with
// 10,000 items more than ship, all of them seen, and so many reviews of them: the
// day's plan, which may take 50 ms, and with what is filled in after it:
//
//	go test -run '^$' -bench Home ./cmd/dva
func BenchmarkHome(b *testing.B) {
	deck := manyCards(b, 10_000)
	for _, reviews := range []int{20_000, 100_000, 1_000_000} {
		l := afterReviews(b, deck, reviews)
		b.Run(fmt.Sprintf("reviews=%d", reviews), func(b *testing.B) {
			ctx := context.Background()
			var day, whole []time.Duration
			for b.Loop() {
				start := time.Now()
				today, err := l.Today(ctx)
				day = append(day, time.Since(start))
				if err != nil || today.Cards < 10_000 {
					b.Fatalf("%d cards, %v", today.Cards, err)
				}
				details, err := l.Details(ctx)
				whole = append(whole, time.Since(start))
				if err != nil || len(details.Weakest) == 0 || details.Retention == nil {
					b.Fatalf("%+v, %v", details, err)
				}
			}
			reportTimes(b, day)
			b.ReportMetric(milliseconds(percentile(whole, 50)), "details-p50-ms")
		})
	}
}
