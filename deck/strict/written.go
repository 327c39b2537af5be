package strict

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// Written is a field as it is written, whatever its type: a number, a date, a
// text, or a list of such with a space between each.
func (m *Map) Written(name string) string {
	n := m.take(name)
	if n == nil {
		return ""
	}
	entries := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		entries = n.Content
	}
	words := make([]string, 0, len(entries))
	for _, e := range entries {
		if e.Kind != yaml.ScalarNode {
			m.add(place(m.at.File, e), fmt.Sprintf("field %q cannot hold %s", name, nodeKind(e)), "")
			return ""
		}
		words = append(words, e.Value)
	}
	return strings.Join(words, " ")
}
