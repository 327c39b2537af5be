package paper_test

import (
	"testing"
	"time"
)

// BenchmarkKeyToView picks a choice and goes on, without a disk.
func BenchmarkKeyToView(b *testing.B) {
	d := full(b, 80, 24)
	for b.Loop() {
		d.Press("a", "n")
		if d.file.Record(1).Run.At == 64 {
			d.Press("g", "1", "enter")
		}
	}
}

// BenchmarkTick is a second of an exam: the clock drawn anew, now and then saved.
func BenchmarkTick(b *testing.B) {
	d := full(b, 80, 24)
	b.ReportAllocs()
	for b.Loop() {
		d.pass(time.Second)
		if d.file.Record(1).Run.Used > 2*time.Hour {
			b.StopTimer()
			d = full(b, 80, 24)
			b.StartTimer()
		}
	}
}
