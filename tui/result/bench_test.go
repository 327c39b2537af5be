package result_test

import "testing"

// BenchmarkOpen is from the exam read to its result drawn, the estimate included.
func BenchmarkOpen(b *testing.B) {
	d := sat(b)
	for b.Loop() {
		d.at(80, 24)
	}
}

// BenchmarkNextQuestion turns a page of the misses.
func BenchmarkNextQuestion(b *testing.B) {
	d := sat(b).at(80, 24)
	d.Press("enter")
	n := 0
	for b.Loop() {
		key := "n"
		if n++; n%30 >= 15 {
			key = "p"
		}
		d.Press(key)
	}
}
