package ptytest

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Allowed says whether everything in raw may be written to a terminal: text,
// line ends and the few sequences that the program needs to draw. Anything
// else, a query above all, is an error that shows where it stands. A sequence
// that is cut off at the end of raw is an error too.
func Allowed(raw []byte) error {
	for i := 0; i < len(raw); {
		n, err := allowedAt(raw[i:])
		if err != nil {
			from, to := max(0, i-40), min(len(raw), i+40)
			return fmt.Errorf("at byte %d: %w, in %q", i, err, raw[from:to])
		}
		i += n
	}
	return nil
}

// allowedAt checks one character or sequence and returns its length.
func allowedAt(b []byte) (int, error) {
	if b[0] == 0x1b {
		if len(b) < 2 {
			return 0, fmt.Errorf("an escape that ends early")
		}
		switch b[1] {
		case '[':
			return csi(b)
		case ']':
			return osc(b)
		}
		return 0, fmt.Errorf("escape %q", b[1])
	}
	r, size := utf8.DecodeRune(b)
	switch {
	case r == utf8.RuneError && size < 2:
		return 0, fmt.Errorf("byte 0x%02x is not UTF-8", b[0])
	case r == '\r', r == '\n', r == '\t':
		return size, nil
	case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
		return 0, fmt.Errorf("control character %U", r)
	}
	return size, nil
}

// Control sequences that draw: cursor up, down, right, left, column and
// position; erase in display and line; insert and delete lines; scroll region;
// style.
const drawing = "ABCDGHJKLMrm"

// modes that are set and reset by number: cursor, alternate screen, bracketed
// paste. Mouse and focus reports may only be switched off.
var modes = map[string]string{
	"25": "hl", "1049": "hl", "2004": "hl",
	"1000": "l", "1002": "l", "1003": "l", "1004": "l", "1006": "l",
}

// csi checks "ESC [ parameters final", ECMA-48 5.4.
func csi(b []byte) (int, error) {
	end := 2
	for end < len(b) && b[end] >= 0x20 && b[end] < 0x40 {
		end++
	}
	if end == len(b) {
		return 0, fmt.Errorf("a control sequence that ends early")
	}
	params, final := string(b[2:end]), b[end]
	if mode, private := strings.CutPrefix(params, "?"); private {
		if strings.IndexByte(modes[mode], final) >= 0 && modes[mode] != "" {
			return end + 1, nil
		}
		return 0, fmt.Errorf("mode %q%c", params, final)
	}
	if strings.Trim(params, "0123456789;") != "" && (final != 'm' || strings.Trim(params, "0123456789;:") != "") {
		return 0, fmt.Errorf("parameters %q of %c", params, final)
	}
	if strings.IndexByte(drawing, final) < 0 {
		return 0, fmt.Errorf("control sequence %q%c", params, final)
	}
	return end + 1, nil
}

// osc checks "ESC ] number ; text" ended by BEL or ESC \: a window title, an
// https link or text for the clipboard.
func osc(b []byte) (int, error) {
	end, length := bytes.IndexByte(b, '\a'), 1
	if st := bytes.Index(b, []byte("\x1b\\")); st >= 0 && (end < 0 || st < end) {
		end, length = st, 2
	}
	if end < 0 {
		return 0, fmt.Errorf("an operating system command that ends early")
	}
	body := string(b[2:end])
	if i := strings.IndexFunc(body, unicode.IsControl); i >= 0 || !utf8.ValidString(body) {
		return 0, fmt.Errorf("a control character in operating system command %q", body)
	}
	number, text, _ := strings.Cut(body, ";")
	switch number {
	case "0", "2":
		return end + length, nil
	case "8":
		_, url, ok := strings.Cut(text, ";")
		if ok && (url == "" || strings.HasPrefix(url, "https://")) {
			return end + length, nil
		}
	case "52":
		target, payload, _ := strings.Cut(text, ";")
		if _, err := base64.StdEncoding.DecodeString(payload); err == nil && strings.Trim(target, "cp") == "" {
			return end + length, nil
		}
	}
	return 0, fmt.Errorf("operating system command %q", body)
}
