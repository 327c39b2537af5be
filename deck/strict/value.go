package strict

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"
)

// Text is a text that is not empty. White space at its end is cut.
func (m *Map) Text(name string) string {
	n := m.take(name)
	if n == nil {
		return ""
	}
	return m.text(fmt.Sprintf("field %q", name), n)
}

// text is the text of n; what names it in problems.
func (m *Map) text(what string, n *yaml.Node) string {
	at := place(m.at.File, n)
	switch {
	case n.Kind != yaml.ScalarNode || n.Tag == "!!null":
		m.add(at, fmt.Sprintf("%s must be a text, not %s", what, nodeKind(n)), "")
	case n.Tag != "!!str" && n.Tag != "!!timestamp":
		m.add(at, fmt.Sprintf("%s must be a text, not %s", what, nodeKind(n)), fmt.Sprintf("put it in quotes: %q", Clean(n.Value)))
	case strings.TrimSpace(n.Value) == "":
		m.add(at, what+" is empty", "fill it or remove it")
	default:
		return strings.TrimRight(n.Value, " \t\n")
	}
	return ""
}

// OneOf is one of words.
func (m *Map) OneOf(name string, words ...string) string {
	s := m.Text(name)
	if s == "" || slices.Contains(words, s) {
		return s
	}
	hint := DidYouMean(s, words)
	if hint == "" {
		hint = "write " + strings.Join(words, ", ")
	}
	m.Problem(name, fmt.Sprintf("field %q cannot be %s", name, short(s)), hint)
	return ""
}

// Bool is true or false.
func (m *Map) Bool(name string) bool {
	n := m.take(name)
	if n == nil {
		return false
	}
	if n.Tag != "!!bool" {
		m.add(place(m.at.File, n), fmt.Sprintf("field %q must be true or false, not %s", name, written(n)), "")
		return false
	}
	return strings.EqualFold(n.Value, "true")
}

// Int is a whole number from least to most.
func (m *Map) Int(name string, least, most int) int {
	n := m.take(name)
	if n == nil {
		return 0
	}
	i, err := strconv.Atoi(n.Value)
	if n.Tag != "!!int" || err != nil {
		m.add(place(m.at.File, n), fmt.Sprintf("field %q must be a whole number, not %s", name, written(n)), "")
		return 0
	}
	if i < least || i > most {
		m.add(place(m.at.File, n), fmt.Sprintf("field %q must be %d to %d, not %d", name, least, most, i), "")
		return 0
	}
	return i
}

// Date is a day as 2006-01-02, at 00:00 UTC.
func (m *Map) Date(name string) time.Time {
	n := m.take(name)
	if n == nil {
		return time.Time{}
	}
	t, err := time.Parse(time.DateOnly, n.Value)
	if n.Kind != yaml.ScalarNode || err != nil {
		m.add(place(m.at.File, n), fmt.Sprintf("field %q must be a date", name), "write it as 2026-11-22")
		return time.Time{}
	}
	return t
}

// written is a scalar as it stands there, and the kind of anything else.
func written(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode {
		return short(n.Value)
	}
	return nodeKind(n)
}

func nodeKind(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "fields"
	case yaml.SequenceNode:
		return "a list"
	}
	switch n.Tag {
	case "!!bool":
		return "true or false"
	case "!!int", "!!float":
		return "a number"
	case "!!null":
		return "nothing"
	case "!!timestamp":
		return "a date"
	}
	return "a text"
}
