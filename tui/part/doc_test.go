package part

import (
	"strings"
	"testing"
)

func TestLink(t *testing.T) {
	tests := []struct{ name, raw, want string }{
		{"a documentation page", "https://docs.aws.amazon.com/a/b.html#c", "https://docs.aws.amazon.com/a/b.html#c"},
		{"nothing", "", ""},
		{"no https", "http://docs.aws.amazon.com/", ""},
		{"another scheme", "file:///etc/passwd", ""},
		{"no host", "https:///x", ""},
		{"a user", "https://aws@evil.example/", ""},
		{"an escape", "https://x.example/\x1b\\", ""},
		{"a space", "https://x.example/a b", ""},
		{"letters beyond ASCII", "https://x.example/ä", ""},
		{"too long", "https://x.example/" + strings.Repeat("a", longestLink), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := (Doc{URL: tt.raw}).link(); got != tt.want {
				t.Errorf("the link of %q is %q, want %q", tt.raw, got, tt.want)
			}
		})
	}
}

func TestShortName(t *testing.T) {
	for _, tt := range []struct {
		raw  string
		room int
		want string
	}{
		{"https://docs.aws.amazon.com/lambda/latest/dg/b.html#c", 40, "lambda/latest/dg/b.html"},
		{"https://docs.aws.amazon.com/lambda/latest/dg/b.html#c", 12, "dg/b.html"},
		{"https://docs.aws.amazon.com/lambda/latest/dg/b.html#c", 3, "b.html"},
		{"https://docs.aws.amazon.com/a/", 40, "a"},
		{"https://docs.aws.amazon.com/", 40, "docs.aws.amazon.com"},
		{"https://docs.aws.amazon.com", 40, "docs.aws.amazon.com"},
	} {
		if got := shortName(tt.raw, tt.room); got != tt.want {
			t.Errorf("shortName(%q, %d) = %q, want %q", tt.raw, tt.room, got, tt.want)
		}
	}
}
