//go:build linux || darwin || freebsd

package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"dva/cmd/dva/internal/ptytest"
	"dva/cmd/dva/internal/settings"
	"dva/srs/srstest"
	"dva/srs/store"
)

// The figures that the program has to keep, measured from outside on a terminal
// that never answers: go test -run '^$' -bench . ./cmd/dva
//
//	first frame     40 ms at the median, 100 ms in an empty folder
//	dva due         30 ms, with a file of 10,000 items and 200,000 reviews
//	key to card     10 ms at the median, 30 ms for 99 of 100, saved durably
//	memory          60 MB at most while reviewing

func BenchmarkFirstFrame(b *testing.B) {
	for _, bb := range []struct {
		name string
		home func(b *testing.B) (home string, args []string)
	}{
		{"EmptyFolder", nil},
		{"ShippedContent", func(b *testing.B) (string, []string) {
			home := b.TempDir()
			firstDay(b, home)
			return home, nil
		}},
		{"TenThousandItems", bigHome},
	} {
		b.Run(bb.name, func(b *testing.B) {
			var home string
			var args []string
			if bb.home != nil {
				home, args = bb.home(b)
			}
			var frame, numbers []time.Duration
			for b.Loop() {
				if bb.home == nil {
					home = b.TempDir()
				}
				c := command(b, home, args...)
				start := time.Now()
				p := ptytest.Start(b, 80, 24, c)
				p.See("? help") // the last line
				frame = append(frame, time.Since(start))
				p.See("minutes") // the day's numbers, which need deck and file
				numbers = append(numbers, time.Since(start))
				p.Signal(syscall.SIGTERM)
				p.Exit(soon)
				p.Close()
			}
			reportTimes(b, frame)
			b.ReportMetric(milliseconds(percentile(numbers, 50)), "numbers-p50-ms")
		})
	}
}

func BenchmarkDue(b *testing.B) {
	for _, bb := range []struct {
		name string
		home func(b *testing.B) (home string, args []string)
	}{
		{"EmptyFolder", func(b *testing.B) (string, []string) { return b.TempDir(), nil }},
		{"TenThousandItemsInTheFile", func(b *testing.B) (string, []string) {
			home, _ := bigHome(b)
			return home, nil
		}},
		{"TenThousandItemsInADeckToo", bigHome},
	} {
		b.Run(bb.name, func(b *testing.B) {
			home, args := bb.home(b)
			var took []time.Duration
			for b.Loop() {
				c := command(b, home, append(args, "due")...)
				start := time.Now()
				if err := c.Run(); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
			}
			reportTimes(b, took)
		})
	}
}

// BenchmarkKeyToNextCard is the time from the key that grades a card until the
// next card is drawn, with what a bare fsync costs beside it, and the most
// memory that the program had.
func BenchmarkKeyToNextCard(b *testing.B) {
	home, args := bigHome(b)
	c := command(b, home, append(args, "review")...)
	c.Env = append(c.Env, "DVA_NOW=2026-12-06T09:00:00Z") // when enough is due
	p := ptytest.Start(b, 80, 24, c)
	var took []time.Duration
	for b.Loop() {
		p.See("show answer")
		p.Press("space")
		p.See("space good")
		p.Think()
		start := time.Now()
		p.Press("3")
		p.See("show answer")
		took = append(took, time.Since(start))
	}
	reportTimes(b, took)
	reportMemory(b, p.Pid())
	b.ReportMetric(milliseconds(percentile(bareSyncs(b, len(took)), 50)), "fsync-p50-ms")
	p.Press("ctrl+c")
	p.Exit(soon)
}

// bigHome is the home of a learner with a deck of 10,000 items and 200,000
// reviews of them, up to the day before.
func bigHome(b *testing.B) (home string, args []string) {
	b.Helper()
	home = b.TempDir()
	own := manyCards(b, 10_000)
	for key, value := range map[string]string{"minutes": "600", "reviews_per_day": "9999"} {
		if err := settings.Set(filepath.Join(home, "config.yaml"), key, value); err != nil {
			b.Fatal(err)
		}
	}
	ctx := context.Background()
	s, err := store.Open(ctx, filepath.Join(home, "progress.db"), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	srstest.History{
		Cards: 10_000, Reviews: 200_000, End: time.Date(2026, 11, 22, 3, 0, 0, 0, time.UTC),
		ID: func(i int) string { return fmt.Sprintf("many-%05d", i) },
	}.Fill(b, s)
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	args = []string{"--deck", own}
	if out, err := command(b, home, append(args, "due")...).CombinedOutput(); err != nil { // reads the deck once
		b.Fatalf("%v\n%s", err, out)
	}
	return home, args
}

// bareSyncs are the times of n appends of one page, each followed by an fsync.
func bareSyncs(b *testing.B, n int) []time.Duration {
	b.Helper()
	f, err := os.Create(filepath.Join(b.TempDir(), "file"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	page := make([]byte, 4096)
	took := make([]time.Duration, n)
	for i := range took {
		start := time.Now()
		if _, err := f.Write(page); err != nil {
			b.Fatal(err)
		}
		if err := f.Sync(); err != nil {
			b.Fatal(err)
		}
		took[i] = time.Since(start)
	}
	return took
}

func reportTimes(b *testing.B, took []time.Duration) {
	b.Helper()
	b.ReportMetric(0, "ns/op") // the rest of a round would be in it
	b.ReportMetric(milliseconds(percentile(took, 50)), "p50-ms")
	b.ReportMetric(milliseconds(percentile(took, 99)), "p99-ms")
}

func percentile(took []time.Duration, p int) time.Duration {
	sorted := slices.Sorted(slices.Values(took))
	return sorted[(len(sorted)-1)*p/100]
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// reportMemory reports the most memory that a process has had so far, where the
// system tells.
func reportMemory(b *testing.B, pid int) {
	b.Helper()
	f, err := os.Open(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if value, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			kb, _ := strconv.Atoi(strings.Fields(value)[0])
			b.ReportMetric(float64(kb)/1024, "peak-MB")
		}
	}
}
