package line

import "testing"

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		width      int
		want       string
	}{
		{"nothing is broken without a width", "one two three", 0, "one two three"},
		{"a line that fits stays", "one two", 7, "one two"},
		{"a line is broken at a space", "one two three", 8, "one two\nthree"},
		{"each line is broken by itself", "one two\nthree four", 5, "one\ntwo\nthree\nfour"},
		{"a hyphen is no place to break", "in eu-west-1 only", 10, "in\neu-west-1\nonly"},
		{"an address stays whole", "see https://docs.aws.amazon.com/x now", 10, "see\nhttps://docs.aws.amazon.com/x\nnow"},
		{"a wide sign takes two cells", "漢字 漢字", 8, "漢字\n漢字"},
		{"indentation stays", "    return one", 9, "    return\none"},
		{"empty lines stay", "one two\n\nthree", 4, "one\ntwo\n\nthree"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := wrap(tt.text, tt.width); got != tt.want {
				t.Errorf("wrap(%q, %d) is %q, want %q", tt.text, tt.width, got, tt.want)
			}
		})
	}
}
