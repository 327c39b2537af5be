package render

import (
	"regexp"
	"strings"
)

// deepest is how far quotes and lists may nest; glamour's time grows steeply
// with depth.
const deepest = 8

// codeMark begins each line of code on its way through glamour, so that the
// wrapping knows it. It is a private character that is removed from the text
// first.
const codeMark = '\uE000'

var (
	fence    = regexp.MustCompile(`^\s*(\x60{3,}|~{3,})`)
	starts   = regexp.MustCompile(`^\s*([-+*]\s|\d{1,9}[.)]\s|>|#{1,6}\s|-{2,}\s*$|={2,}\s*$|\*{3,}\s*$)`)
	indented = regexp.MustCompile(`^( {4}|\t)`)
)

// prepare makes Markdown safe and simple for glamour: fences get a label, so
// that no language is guessed; nesting is capped; the lines of a paragraph are
// joined, since glamour does not wrap for us.
func prepare(text string, ascii bool) string {
	text = strings.ReplaceAll(text, string(codeMark), "")
	if ascii {
		text = toASCII.Replace(text)
	}
	var out []string
	open, joins := "", false // the fence that is open; whether a paragraph goes on
	for _, line := range strings.Split(text, "\n") {
		mark := fence.FindStringSubmatch(line)
		switch {
		case open == "" && mark != nil:
			open, joins = mark[1], false
			out = append(out, line[:strings.Index(line, mark[1])]+mark[1]+"text")
		case open != "" && mark != nil && strings.HasPrefix(mark[1], open) && strings.TrimSpace(line) == mark[1]:
			open = ""
			out = append(out, line)
		case open != "":
			out = append(out, markCode(line))
		case joins && continues(line):
			last := len(out) - 1
			out[last] += " " + strings.TrimSpace(line)
			joins = !hardBreak(line)
		default:
			out = append(out, capDepth(line))
			joins = strings.TrimSpace(line) != "" && !strings.Contains(line, "|") &&
				!strings.HasPrefix(line, "#") && !indented.MatchString(line) && !hardBreak(line)
		}
	}
	return strings.Join(out, "\n")
}

// markCode puts the mark behind the indentation, which a list may need. Blank
// lines need none.
func markCode(line string) string {
	body := strings.TrimLeft(line, " ")
	if body == "" {
		return line
	}
	return line[:len(line)-len(body)] + string(codeMark) + body
}

// continues says whether line goes on with the paragraph before it.
func continues(line string) bool {
	return strings.TrimSpace(line) != "" && !starts.MatchString(line) && !strings.Contains(line, "|")
}

func hardBreak(line string) bool {
	return strings.HasSuffix(line, "  ") || strings.HasSuffix(line, `\`)
}

// capDepth drops quote and list marks beyond deepest at the start of a line, and
// indentation that would nest as deep.
func capDepth(line string) string {
	marks, spaces := 0, 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
			spaces++
		case c == '>', (c == '-' || c == '+' || c == '*') && i+1 < len(line) && line[i+1] == ' ':
			marks++
		default:
			if marks+spaces/4 <= deepest {
				return line
			}
			return strings.Repeat("> ", min(marks, 1)) + line[i:]
		}
	}
	return line
}

// toASCII spells what cards commonly use beyond ASCII.
var toASCII = strings.NewReplacer(
	"…", "...", "→", "->", "←", "<-", "⇒", "=>", "≤", "<=", "≥", ">=", "≠", "!=", "≈", "~", "×", "x", "÷", "/",
	"–", "-", "—", "-", "−", "-", "‑", "-", "·", "-", "•", "-", "‘", "'", "’", "'", "“", `"`, "”", `"`,
	"\u00a0", " ", "\u202f", " ", "µ", "u", "°", " deg", "✓", "+", "✗", "x", "é", "e", "ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss",
)
