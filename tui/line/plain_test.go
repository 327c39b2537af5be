package line

import (
	"testing"
	"time"
)

func TestPlain(t *testing.T) {
	for _, tt := range []struct{ name, markdown, want string }{
		{"bold loses its stars", "It is **30 seconds**.", "It is 30 seconds."},
		{"bold may hold code", "**use `Scan` twice**", "use Scan twice"},
		{"italics lose their stars", "an *own* key", "an own key"},
		{"underscores of names stay", "AWS_REGION and aws_access_key_id", "AWS_REGION and aws_access_key_id"},
		{"stars in code stay", "allow `arn:aws:s3:::b/**` and `*`", "allow arn:aws:s3:::b/** and *"},
		{"a lone star stays", "2 * 3 is 6", "2 * 3 is 6"},
		{"a lone backtick stays", "a ` b", "a ` b"},
		{"a link becomes its text and address", "see [the page](https://docs.aws.amazon.com/x)", "see the page (https://docs.aws.amazon.com/x)"},
		{"a heading loses its marks", "## Why", "Why"},
		{"a list keeps its dashes", "- one\n- two", "- one\n- two"},
		{"a fence is announced", "```json\n{\"a\": \"**\"}\n```\nafter", "Code json:\n{\"a\": \"**\"}\nEnd of code.\nafter"},
		{"entities are read", "a &lt; b &amp;&amp; c", "a < b && c"},
		{"entities in code stay", "`&lt;`", "&lt;"},
		{"escapes are taken off", `\*not bold\*`, "*not bold*"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := plain(tt.markdown); got != tt.want {
				t.Errorf("plain(%q) = %q, want %q", tt.markdown, got, tt.want)
			}
		})
	}
}

func TestWait(t *testing.T) {
	for d, want := range map[time.Duration]string{
		30 * time.Second:     "30 seconds",
		time.Minute:          "1 minute",
		90 * time.Minute:     "90 minutes",
		2 * time.Hour:        "2 hours",
		24 * time.Hour:       "1 day",
		400 * 24 * time.Hour: "400 days",
	} {
		if got := wait(d); got != want {
			t.Errorf("wait(%v) = %q, want %q", d, got, want)
		}
	}
}

func FuzzPrintable(f *testing.F) {
	f.Add("\x1b[2J\u009b\u202e")
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range printable(plain(s)) {
			if r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0) {
				t.Fatalf("%U comes through of %q", r, s)
			}
		}
	})
}
