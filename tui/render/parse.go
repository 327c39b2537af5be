package render

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dva/tui/theme"
)

// run is text in one style; style is the SGR sequences that make it.
type run struct{ style, text string }

// line is one line as glamour drew it, before wrapping.
type line struct {
	runs []run
	code bool
}

// parse reads what glamour wrote and keeps printable text and, where styles are
// sent at all, SGR. Everything else is dropped.
func parse(drawn string, t theme.Theme) []line {
	var lines []line
	var now line
	style := ""
	p := ansi.NewParser()
	for state := byte(ansi.NormalState); drawn != ""; {
		seq, width, n, next := ansi.DecodeSequence(drawn, state, p)
		drawn, state = drawn[n:], next
		switch {
		case seq == "\n":
			lines, now = append(lines, now.trimmed()), line{}
		case seq == "\t":
			now.add(style, "    ")
		case seq == string(codeMark):
			now.code = true
		case width > 0 || joins(seq):
			now.add(style, keepVisible(seq))
		case t.SGR && isSGR(seq, p):
			style = after(style, seq, p)
		}
	}
	return append(lines, now.trimmed())
}

// joins says that a cluster without width still belongs to the text.
func joins(seq string) bool { return seq != "" && seq[0] >= 0xC2 && keepVisible(seq) != "" }

func keepVisible(s string) string {
	return strings.Map(func(r rune) rune {
		if visible(r) {
			return r
		}
		return -1
	}, s)
}

// isSGR says whether seq is a plain CSI ... m of digits and semicolons.
func isSGR(seq string, p *ansi.Parser) bool {
	if len(seq) < 3 || !strings.HasPrefix(seq, "\x1b[") || p.Command() != 'm' {
		return false
	}
	return strings.Trim(seq[2:len(seq)-1], "0123456789;:") == ""
}

// after is the style after seq: none after a reset, else both.
func after(style, seq string, p *ansi.Parser) string {
	if first, ok := p.Param(0, 0); !ok || first == 0 {
		return ""
	}
	return style + seq
}

func (l *line) add(style, text string) {
	if text == "" {
		return
	}
	if n := len(l.runs); n > 0 && l.runs[n-1].style == style {
		l.runs[n-1].text += text
		return
	}
	l.runs = append(l.runs, run{style, text})
}

// trimmed is l without the spaces that glamour pads with.
func (l line) trimmed() line {
	for n := len(l.runs); n > 0; n = len(l.runs) {
		last := &l.runs[n-1]
		last.text = strings.TrimRight(last.text, " ")
		if last.text != "" {
			break
		}
		l.runs = l.runs[:n-1]
	}
	return l
}

// trimBlank drops blank lines at both ends and all but one between others;
// blank lines in code stay.
func trimBlank(lines []line) []line {
	var out []line
	for _, l := range lines {
		blank := len(l.runs) == 0 && !l.code
		if blank && (len(out) == 0 || (len(out[len(out)-1].runs) == 0 && !out[len(out)-1].code)) {
			continue
		}
		out = append(out, l)
	}
	for len(out) > 0 && len(out[len(out)-1].runs) == 0 {
		out = out[:len(out)-1]
	}
	return out
}
