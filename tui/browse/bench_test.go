package browse_test

import "testing"

// BenchmarkTyping is a key that is typed into the filter until the list is drawn,
// with a small deck; deck and srs/find measure large ones.
func BenchmarkTyping(b *testing.B) {
	d := seen(b).at(120, 40)
	d.Press("/")
	n := 0
	for b.Loop() {
		key := "s"
		if n++; n%20 >= 10 {
			key = "backspace"
		}
		d.Press(key)
	}
}
