package deck

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A cloze is a sentence with blanks, in Anki's form: {{c1::answer}} or
// {{c1::answer::hint}}. Blanks with one number are asked together.

// span is a part of a cloze: plain text when number is 0, else a blank.
type span struct {
	number int
	text   string // the answer of a blank
	hint   string
}

const maxBlank = 20

// spans cuts a cloze into its parts. The error is a sentence for the writer.
func spans(cloze string) ([]span, error) {
	var parts []span
	blanks := 0
	for rest := cloze; rest != ""; {
		plain, after, found := strings.Cut(rest, "{{")
		if strings.Contains(plain, "}}") {
			return nil, errors.New("}} without {{ before it")
		}
		if plain != "" {
			parts = append(parts, span{text: plain})
		}
		if !found {
			break
		}
		inside, after, closed := strings.Cut(after, "}}")
		if !closed {
			return nil, errors.New("{{ without }} after it")
		}
		blank, err := parseBlank(inside)
		if err != nil {
			return nil, err
		}
		parts = append(parts, blank)
		blanks++
		rest = after
	}
	if blanks == 0 {
		return nil, errors.New("no blank: write {{c1::answer}} around the answer")
	}
	return parts, nil
}

func parseBlank(inside string) (span, error) {
	fields := strings.Split(inside, "::")
	number, err := strconv.Atoi(strings.TrimPrefix(fields[0], "c"))
	switch {
	case strings.Contains(inside, "{{"):
		return span{}, errors.New("a blank inside a blank")
	case len(fields) > 2 && fields[1] == "AWS" && fields[2] != "" && unicode.IsUpper(rune(fields[2][0])): // as in AWS::Region
		return span{}, errors.New("AWS would be the whole answer, since :: ends it; leave AWS:: in front of the blank")
	case err != nil || !strings.HasPrefix(fields[0], "c") || len(fields) < 2 || len(fields) > 3:
		return span{}, errors.New("a blank is written {{c1::answer}} or {{c1::answer::hint}}")
	case number < 1 || number > maxBlank:
		return span{}, fmt.Errorf("the number of a blank is 1 to %d", maxBlank)
	}
	for _, f := range fields[1:] {
		if f == "" || strings.TrimSpace(f) != f {
			return span{}, errors.New("the answer and the hint of a blank begin and end with a letter, not with a space")
		}
	}
	s := span{number: number, text: fields[1]}
	if len(fields) == 3 {
		s.hint = fields[2]
	}
	return s, nil
}

// blanks are the numbers in the cloze, each once, in order.
func blanks(parts []span) []int {
	var numbers []int
	for _, p := range parts {
		if p.number > 0 && !slices.Contains(numbers, p.number) {
			numbers = append(numbers, p.number)
		}
	}
	slices.Sort(numbers)
	return numbers
}

// clozeSides are the sentence with blank number empty, and with its answer
// bold. Other blanks are filled in on both. An answer inside a code span stays
// as it is: stars would show.
func clozeSides(parts []span, number int) (front, back string) {
	var f, b strings.Builder
	ticks := 0
	for _, p := range parts {
		text, filled := p.text, p.text
		if p.number == number {
			text = "[...]"
			if p.hint != "" {
				text = "[" + p.hint + "]"
			}
			if ticks%2 == 0 {
				filled = "**" + p.text + "**"
			}
		}
		f.WriteString(text)
		b.WriteString(filled)
		ticks += strings.Count(p.text, "`")
	}
	return f.String(), b.String()
}
