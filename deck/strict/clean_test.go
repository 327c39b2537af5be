package strict

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCleanMakesControlsVisible(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"leaves plain text alone", "Ünïcödé, 漢字, 👩‍💻 and \\x1b in words", "Ünïcödé, 漢字, 👩‍💻 and \\x1b in words"},
		{"shows an escape", "\x1b]52;c;x\x07", `\x1b]52;c;x\x07`},
		{"keeps one line", "a\nb\tc\r", `a\nb\tc\x0d`},
		{"shows C1", "\u009b2J", `\x9b2J`},
		{"shows bytes that are not UTF-8", "a\xffb\xc3", `a\xffb\xc3`},
		{"keeps a replacement character that was written", "a\ufffd", "a\ufffd"},
		{"shows bidi controls", "\u202etxt\u2069", `\u202etxt\u2069`},
		{"shows marks of direction", "a\u061cb\u200f", `a\u061cb\u200f`},
		{"shows hidden tags", "\U000e0041", `\U000e0041`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Clean(c.in); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// What is clean has no control character, is UTF-8, and stays as it is when
// cleaned again.
func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "abc", "\x1b[31mred", "\u202e\ufeff", "\xff\xfe", "a\nb", "\U000e0020"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if !utf8.ValidString(got) {
			t.Errorf("%q is not UTF-8", got)
		}
		if strings.ContainsFunc(got, func(r rune) bool { return r < ' ' || refused(r) }) {
			t.Errorf("%q still holds a control", got)
		}
		if again := Clean(got); again != got {
			t.Errorf("cleaned again %q becomes %q", got, again)
		}
	})
}

func TestClosest(t *testing.T) {
	words := []string{"front", "back", "cloze", "skills", "sqs", "sns", "elastic-beanstalk"}
	for _, c := range []struct{ name, word, want string }{
		{"a letter wrong", "frunt", "front"},
		{"two swapped", "fornt", "front"},
		{"one missing", "skils", "skills"},
		{"two slips in a long word", "elastik-beanstlk", "elastic-beanstalk"},
		{"one slip in a short word", "sqss", "sqs"},
		{"two slips in a short word are too many", "xqx", ""},
		{"nothing near", "colour", ""},
		{"a very long word", strings.Repeat("x", 1000), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Closest(c.word, words); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
