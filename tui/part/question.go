package part

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dva/tui/render"
	"dva/tui/theme"
)

// Choice is one answer that a question offers, at the place where it is shown.
type Choice struct {
	Text, Why       string // Markdown
	Correct, Picked bool
}

// Stem is a question's text with how many of its choices to pick, when that is
// more than one.
func Stem(text string, correct int) string {
	text = strings.TrimSpace(text)
	if correct > 1 {
		text += " (Select " + strings.ToUpper(Word(correct)) + ".)"
	}
	return text
}

// Reasons are all choices of a question that was answered, each with its reason,
// and an empty line before each. The reason is told from its choice without
// colour, by standing further in.
func Reasons(t theme.Theme, r *render.Renderer, choices []Choice, width int) []string {
	var lines []string
	for place, c := range choices {
		sign := " "
		switch {
		case c.Correct:
			sign = t.Right.Render(t.Symbols.Right)
		case c.Picked:
			sign = t.Wrong.Render(t.Symbols.Wrong)
		}
		first := sign + " " + t.Bold.Render(Letter(place)) + "  "
		wide := ansi.StringWidth(first)
		lines = append(append(lines, ""), Hang(first, r.Markdown(strings.TrimSpace(c.Text), width-wide))...)
		if c.Picked {
			lines = AtRight(lines, t.Bold.Render("your answer"), width)
		}
		under := strings.Repeat(" ", wide+2)
		lines = append(lines, Hang(under, r.Markdown(c.Why, width-len(under)))...)
	}
	return lines
}

// Verdict says which choices are right and which of the picked ones are not, in a
// sign and in words.
func Verdict(t theme.Theme, choices []Choice, width int) []string {
	var right, missed []int
	all := true
	for place, c := range choices {
		switch {
		case c.Correct:
			right = append(right, place)
			all = all && c.Picked
		case c.Picked:
			missed = append(missed, place)
		}
	}
	are := " is"
	if len(right) > 1 {
		are = " are"
	}
	sign, text := t.Wrong.Render(t.Symbols.Wrong), Letters(right)+are+"."
	switch {
	case all && len(missed) == 0:
		sign, text = t.Right.Render(t.Symbols.Right), Letters(right)+are+" right."
	case len(missed) == 1:
		text = Letters(missed) + " is not it. " + text
	case len(missed) > 1:
		text = Letters(missed) + " are not it. " + text
	case !slices.ContainsFunc(choices, func(c Choice) bool { return c.Picked }):
		text = "No answer. " + Letters(right) + are + " right."
	default:
		text = "Not all of it. " + Letters(right) + are + " right."
	}
	return Hang(sign+" ", Styled(t.Bold.Render, Wrap(text, width-2)))
}

// AtRight puts text at the right edge of the last line, or on a line of its own
// where there is no room.
func AtRight(lines []string, text string, width int) []string {
	last := len(lines) - 1
	if gap := width - ansi.StringWidth(lines[last]) - ansi.StringWidth(text); gap >= 2 {
		lines[last] += strings.Repeat(" ", gap) + text
		return lines
	}
	return append(lines, strings.Repeat(" ", max(width-ansi.StringWidth(text), 0))+text)
}

// InSight is the first line to show in a room of height lines so that lines from
// to to are seen, as near to at as can be.
func InSight(at, from, to, height int) int {
	return min(max(at, to-height), from)
}

// Place is the choice that a key's name means, a to f or 1 to 6, from 0; -1 when
// it means none.
func Place(name string) int {
	if len(name) != 1 {
		return -1
	}
	switch c := name[0]; {
	case c >= 'a' && c <= 'f':
		return int(c - 'a')
	case c >= '1' && c <= '6':
		return int(c - '1')
	}
	return -1
}

// Letter is the name of the choice shown at place i.
func Letter(i int) string { return string(rune('A' + i)) }

// Letters lists choices: A, or A and C, or A, B and D.
func Letters(places []int) string {
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = Letter(p)
	}
	return And(names)
}

// And joins names by commas, the last by "and".
func And(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

// Word writes a small number as a word.
func Word(n int) string {
	words := [...]string{"none", "one", "two", "three", "four", "five", "six"}
	if n < 0 || n >= len(words) {
		return fmt.Sprint(n)
	}
	return words[n]
}
