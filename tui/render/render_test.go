package render

import (
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"dva/tui/theme"
)

var sgr = regexp.MustCompile(`\x1b\[[0-9;:]*m`)

func look(p termenv.Profile, ascii bool) theme.Theme {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(p)
	return theme.New(r, theme.Dark, ascii)
}

func TestMarkdown(t *testing.T) {
	const bold, code, off = "\x1b[1m", "\x1b[96m", "\x1b[0m"
	tests := []struct {
		name, text string
		width      int
		want       []string
	}{
		{"styles words", "**30 s** by `Set`.", 40, []string{bold + "30 s" + off + " by " + code + "Set" + off + "."}},
		{"joins the lines of a paragraph", "one\ntwo\n\nthree", 40, []string{"one two", "", "three"}},
		{"keeps a hard break", "one  \ntwo\\\nthree", 40, []string{"one", "two", "three"}},
		{"wraps at words", "aaa bbb ccc", 7, []string{"aaa bbb", "ccc"}},
		{"cuts a word that is too long", "aaaaaaaaaa", 4, []string{"aaaa", "aaaa", "aa"}},
		{"measures wide letters", "漢字漢字", 5, []string{"漢字", "漢字"}},
		{"closes a style at the end of a line", "**aaa bbb**", 4, []string{bold + "aaa" + off, bold + "bbb" + off}},
		{"hangs list items", "- aaa bbb\n- ccc", 6, []string{"• aaa", "  bbb", "• ccc"}},
		{"hangs numbers", "1. aaa bbb\n2. ccc", 7, []string{"1. aaa", "   bbb", "2. ccc"}},
		{"repeats the bar of a quote", "> aaa bbb", 6, []string{"│ aaa", "│ bbb"}},
		{"keeps code as it is written", "```python\nif x:\n    y = \"\\\\d\\.\"  # a_b_c *d*\n\n    z\n```", 40, []string{"  if x:", "      y = \"\\\\d\\.\"  # a_b_c *d*", "", "      z"}},
		{"wraps code by cells", "```\nabcdef\n```", 6, []string{"  abcd", "  ef"}},
		{"takes no escape from an entity", "a&#27;]52;c;AAAA&#7;b&#x9b;31mc", 40, []string{"ab›31mc"}},
		{"takes no control or bidi mark", "a\u202eb\u200fc\u0008d", 40, []string{"abcd"}},
		{"sends no link", "[text](https://x.example/)", 60, []string{"text https://x.example/"}},
		{"is nothing for nothing", "", 40, nil},
		{"is nothing in no room", "text", 0, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := New(look(termenv.ANSI, false)).Markdown(tt.text, tt.width)
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") || len(got) != len(tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestMarkdownWithoutStyles(t *testing.T) {
	r := New(look(termenv.Ascii, false))
	got := strings.Join(r.Markdown("**30 s** by `Set`, *not* that", 60), "\n")
	if want := "*30 s* by `Set`, _not_ that"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMarkdownInASCII(t *testing.T) {
	r := New(look(termenv.Ascii, true))
	got := strings.Join(r.Markdown("≤ 5 → “x”…\n\n- y\n\n> z", 60), "\n")
	if want := "<= 5 -> \"x\"...\n\n- y\n\n| z"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDeepNestingIsCapped(t *testing.T) {
	r := New(look(termenv.ANSI, false))
	got := ansi.Strip(strings.Join(r.Markdown(strings.Repeat("> ", 500)+"x\n\n"+strings.Repeat("- ", 500)+"y\n", 60), "\n"))
	if !strings.Contains(got, "x") || !strings.Contains(got, "y") || strings.Count(got, "│") > 3 {
		t.Errorf("%q", got)
	}
}

func TestThemeChangeDrawsAnew(t *testing.T) {
	r := New(look(termenv.ANSI, false))
	r.Markdown("`x`", 10)
	r.SetTheme(look(termenv.Ascii, false))
	if got := r.Markdown("`x`", 10); got[0] != "`x`" {
		t.Errorf("%q", got)
	}
}

func TestLine(t *testing.T) {
	if got := Line(" a\x1b]52;c;A\x07b\n\tc\u009bd\u2028e\x1b[31mf\u202e "); got != "ab  cd ef" {
		t.Errorf("%q", got)
	}
}

func TestASCIIKeepsStylesAndWidth(t *testing.T) {
	if got := ASCII("\x1b[1mä漢e\u0301\x1b[0m ok\n"); got != "\x1b[1m???e\x1b[0m ok\n" {
		t.Errorf("%q", got)
	}
}

// FuzzMarkdown holds the rules of the package against any text.
func FuzzMarkdown(f *testing.F) {
	f.Add("**30 s** by `Set`.\n\n- a\n  1. b\n\n> c\n\n```json\n{}\n```\n", 40)
	f.Add("a&#27;]52;c;AAAA&#7;b&#x9b;31mc", 10)
	f.Add("&#27;**[2J**`&#27;[31m`&#27;*]0;x*", 10)
	f.Add("| a | b |\n|---|---|\n| 漢字 | 🎛 |\n", 12)
	f.Add(strings.Repeat("> ", 50)+"x", 20)
	f.Add("漢\n-:\n漢", 2)
	r := New(look(termenv.ANSI, false))
	f.Fuzz(func(t *testing.T, text string, width int) {
		if len(text) > 2000 || width > 300 {
			t.Skip()
		}
		for _, l := range r.Markdown(text, width) {
			if w := ansi.StringWidth(l); w > max(width, 2) {
				t.Fatalf("%d cells in %d: %q", w, width, l)
			}
			if open := openAt(l); open != "" {
				t.Fatalf("style %q stays open: %q", open, l)
			}
			for _, c := range ansi.Strip(l) {
				if c != ' ' && !visible(c) {
					t.Fatalf("%q is sent: %q", c, l)
				}
			}
			rest := sgr.ReplaceAllString(l, "")
			if strings.ContainsRune(rest, ansi.ESC) {
				t.Fatalf("an escape is sent: %q", l)
			}
		}
	})
}

func BenchmarkMarkdown(b *testing.B) {
	const text = "**30 seconds**, the queue's visibility timeout.\n\nIt can be 0 seconds to 12 hours. A slow consumer extends it with `ChangeMessageVisibility`.\n\n```bash\naws sqs list-queues\n```\n"
	r := New(look(termenv.ANSI, false))
	b.Run("new", func(b *testing.B) {
		for b.Loop() {
			r.draw(text, 76)
		}
	})
	b.Run("cached", func(b *testing.B) {
		for b.Loop() {
			r.Markdown(text, 76)
		}
	})
}

func TestBreak(t *testing.T) {
	for _, tt := range []struct {
		name  string
		s     string
		width int
		want  string
	}{
		{"all fits", "from eu-west-1", 20, "from eu-west-1"},
		{"at a space", "from one to two", 9, "from one\nto two"},
		{"a name with hyphens stays whole", "copy it to eu-west-1 and back", 15, "copy it to\neu-west-1 and\nback"},
		{"an option stays whole", "then add --queue-url to it", 16, "then add\n--queue-url to\nit"},
		{"a word longer than a line is broken", "arn:aws:iam::123456789012:role/a-b", 12, "arn:aws:iam:\n:12345678901\n2:role/a-b"},
		{"a row of hyphens is broken", "----------", 4, "----\n----\n--"},
		{"wide letters", "漢字漢字", 4, "漢字\n漢字"},
	} {
		if got := Break(tt.s, tt.width); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestBreakKeepsToTheWidth(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s, width := rapid.StringMatching(`[-a 漢]{0,60}`).Draw(r, "s"), rapid.IntRange(2, 12).Draw(r, "width")
		for _, line := range strings.Split(Break(s, width), "\n") {
			if ansi.StringWidth(line) > width {
				r.Fatalf("%q in %d cells", line, width)
			}
		}
	})
}
