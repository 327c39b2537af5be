package ptytest

import (
	"bytes"
	"testing"
)

func TestAllowed(t *testing.T) {
	for _, tt := range []struct {
		name, raw string
		ok        bool
	}{
		{"text and line ends", "Amazon SQS › 30 s\r\n", true},
		{"style", "\x1b[1;38;5;12mbold\x1b[0m\x1b[m", true},
		{"the alternate screen, the cursor and bracketed paste", "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?2004l\x1b[?25h\x1b[?1049l", true},
		{"drawing", "\x1b[2J\x1b[H\x1b[3A\x1b[K\x1b[J\x1b[12;1H\x1b[2L\x1b[1;20r", true},
		{"a link to a page", "\x1b]8;;https://docs.aws.amazon.com/x\x1b\\page\x1b]8;;\x1b\\", true},
		{"a copied text", "\x1b]52;c;aHR0cHM6Ly8=\x07", true},
		{"the mouse switched off", "\x1b[?1002l\x1b[?1003l\x1b[?1006l", true},

		{"the mouse switched on", "\x1b[?1002h", false},
		{"a query for the background", "\x1b]11;?\x1b\\", false},
		{"a query for the cursor", "\x1b[6n", false},
		{"a query for the terminal's kind", "\x1b[c", false},
		{"a query for the clipboard", "\x1b]52;c;?\x07", false},
		{"a query for a mode", "\x1b[?2026$p", false},
		{"a query for the version", "\x1b[>q", false},
		{"a link to a script", "\x1b]8;;javascript:x\x1b\\", false},
		{"a link without encryption", "\x1b]8;;http://example.com\x1b\\", false},
		{"a device control string", "\x1bP+q544e\x1b\\", false},
		{"a reset", "\x1bc", false},
		{"a bell", "\a", false},
		{"a backspace", "a\b", false},
		{"a control sequence in eight bits", "\u009b2J", false},
		{"a byte that is no text", "\xff", false},
		{"text turned around", "\u202e", false},
		{"a sequence that ends early", "abc\x1b[1;", false},
		{"a title that holds an escape", "\x1b]2;a\x1b[6nb\x07", false},
		{"a window operation", "\x1b[21t", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if err := Allowed([]byte(tt.raw)); (err == nil) != tt.ok {
				t.Errorf("Allowed(%q) = %v", tt.raw, err)
			}
		})
	}
}

func FuzzAllowed(f *testing.F) {
	f.Add([]byte("\x1b]8;;https://a\x1b\\\x1b[1m"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if Allowed(raw) != nil {
			return
		}
		for _, forbidden := range []string{"\x1b[6n", "\x1b[c", "\x1b]11;?", "\x1bP", "\b"} {
			if bytes.Contains(raw, []byte(forbidden)) {
				t.Fatalf("%q passes in %q", forbidden, raw)
			}
		}
	})
}
