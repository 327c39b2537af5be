package line

import (
	"html"
	"regexp"
	"strings"
	"unicode"
)

// plain turns Markdown into text that reads well aloud: no marks of emphasis,
// links as their text and address, code as it stands.
func plain(markdown string) string {
	var out []string
	code := false
	for _, l := range strings.Split(strings.TrimRight(markdown, "\n"), "\n") {
		if language, fence := strings.CutPrefix(strings.TrimSpace(l), "```"); fence {
			code = !code
			if code {
				out = append(out, strings.TrimSpace("Code "+language)+":")
			} else {
				out = append(out, "End of code.")
			}
			continue
		}
		if !code {
			l = plainLine(l)
		}
		out = append(out, l)
	}
	return strings.Join(out, "\n")
}

var (
	heading  = regexp.MustCompile(`^\s*(#{1,6}|>)\s+`)
	emphasis = regexp.MustCompile(`(\*{1,3}|~~)([^*~\s](?:[^*~]*[^*~\s])?)(\*{1,3}|~~)`)
	link     = regexp.MustCompile(`\[([^\]]+)\]\((https?://[^)\s]+)\)`)
	escaped  = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])")
)

// plainLine takes the marks off one line outside a fence. What stands between
// backticks stays as it is.
func plainLine(l string) string {
	l = heading.ReplaceAllString(l, "")
	parts := strings.Split(l, "`")
	if len(parts)%2 == 0 { // a lone backtick is no code
		last := len(parts) - 1
		parts = append(parts[:last-1], parts[last-1]+"`"+parts[last])
	}
	for i := 0; i < len(parts); i += 2 {
		p := escaped.ReplaceAllStringFunc(parts[i], hide)
		p = link.ReplaceAllString(p, "$1 ($2)")
		p = emphasis.ReplaceAllString(p, "$2")
		p = strings.ReplaceAll(p, "**", "") // of emphasis that runs over code
		parts[i] = html.UnescapeString(strings.Map(unhide, p))
	}
	return strings.Join(parts, "")
}

// hidden is where escaped characters wait, in a private plane of Unicode,
// until the marks have been taken off.
const hidden = 0xF0000

func hide(s string) string { return string(rune(s[1]) + hidden) }

func unhide(r rune) rune {
	if r > hidden && r < hidden+0x80 {
		return r - hidden
	}
	return r
}

// printable drops what a terminal could take for a command: control characters
// but the line break, and marks that turn the direction of text.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case unicode.IsControl(r), r == '\uFEFF', r == unicode.ReplacementChar,
			r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069', r == '\u200E', r == '\u200F', r == '\u061C',
			r == '\u2028', r == '\u2029':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}
