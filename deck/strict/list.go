package strict

import (
	"fmt"
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"
)

// Word is a text of a list and where it stands.
type Word struct {
	Text string
	At   Place
}

// Words are the texts of ws.
func Words(ws []Word) []string {
	if len(ws) == 0 {
		return nil
	}
	texts := make([]string, len(ws))
	for i, w := range ws {
		texts[i] = w.Text
	}
	return texts
}

// Texts is a list of texts, none empty and none twice.
func (m *Map) Texts(name string) []Word {
	var words []Word
	for _, n := range m.list(name) {
		w := Word{m.text(fmt.Sprintf("an entry of %q", name), n), place(m.at.File, n)}
		switch {
		case w.Text == "":
		case slices.ContainsFunc(words, func(o Word) bool { return o.Text == w.Text }):
			m.add(w.At, fmt.Sprintf("%s twice in %q", short(w.Text), name), "")
		case len(words) == maxFields:
			m.add(w.At, fmt.Sprintf("over %d texts in %q", maxFields, name), "")
			return words
		default:
			words = append(words, w)
		}
	}
	return words
}

// Ints is a list of whole numbers from least to most.
func (m *Map) Ints(name string, least, most int) []int {
	var ints []int
	for _, n := range m.list(name) {
		i, err := strconv.Atoi(n.Value)
		if n.Tag != "!!int" || err != nil || i < least || i > most {
			m.add(place(m.at.File, n), fmt.Sprintf("field %q must hold whole numbers from %d to %d", name, least, most), "")
			continue
		}
		ints = append(ints, i)
	}
	return ints
}

// Map is a mapping below this one, nil when the field is not there or wrong.
func (m *Map) Map(name string) *Map {
	n := m.take(name)
	if n == nil {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		m.add(place(m.at.File, n), fmt.Sprintf("field %q must hold fields, not %s", name, nodeKind(n)), "")
		return nil
	}
	return m.below(n)
}

// Maps is a list of mappings.
func (m *Map) Maps(name string) []*Map {
	var maps []*Map
	for _, n := range m.list(name) {
		if n.Kind != yaml.MappingNode {
			m.add(place(m.at.File, n), fmt.Sprintf("an entry of %q must hold fields, not %s", name, nodeKind(n)), "")
			continue
		}
		maps = append(maps, m.below(n))
	}
	return maps
}

func (m *Map) list(name string) []*yaml.Node {
	n := m.take(name)
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		m.add(place(m.at.File, n), fmt.Sprintf("field %q must be a list, not %s", name, nodeKind(n)), "")
		return nil
	}
	return n.Content
}
