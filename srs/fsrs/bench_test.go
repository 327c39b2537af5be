package fsrs

import (
	"testing"

	oracle "github.com/open-spaced-repetition/go-fsrs/v4"

	"dva/srs"
)

var grades = [...]srs.Grade{srs.Good, srs.Hard, srs.Again, srs.Good, srs.Easy, srs.Good, srs.Good, srs.Again}

// BenchmarkNext is one next memory, in turn after a success, a failure and a
// same-day review; BenchmarkNextGoFSRS is the same in go-fsrs v4, through the
// cheapest way that it offers.
func BenchmarkNext(b *testing.B) {
	m := Default()
	now, i := m.First(srs.Good), 0
	b.ReportAllocs()
	for b.Loop() {
		now = m.Next(now, float64(i&3), grades[i&7])
		i++
	}
}

func BenchmarkNextGoFSRS(b *testing.B) {
	m := oracle.NewFSRS(oracle.DefaultParam())
	first := Default().First(srs.Good)
	now, i := &oracle.MemoryState{Stability: first.Stability, Difficulty: first.Difficulty}, 0
	b.ReportAllocs()
	for b.Loop() {
		next := m.NextState(now, 0.9, uint64(i&3), oracle.Rating(grades[i&7]))
		now = &next.Memory
		i++
	}
}

func BenchmarkRecall(b *testing.B) {
	m := Default()
	now := m.First(srs.Good)
	for b.Loop() {
		m.Recall(now, 3)
	}
}
