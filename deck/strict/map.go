package strict

import (
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"
)

// Map is a mapping whose fields are taken one by one. A field that is missing
// or wrong is given as the zero value, and when wrong a problem is recorded.
// Call Done at the end.
type Map struct {
	reader *Reader
	above  *Map // nil for a whole file
	at     Place
	id     string
	fields []field
	asked  []string
	faults int // problems found here and below
}

type field struct {
	name  string
	key   *yaml.Node
	value *yaml.Node
	taken bool
}

func (r *Reader) newMap(name string, n *yaml.Node) *Map {
	m := &Map{reader: r, at: place(name, n)}
	for i := 0; i+1 < len(n.Content); i += 2 {
		m.fields = append(m.fields, field{name: n.Content[i].Value, key: n.Content[i], value: n.Content[i+1]})
	}
	return m
}

// At is where the mapping begins.
func (m *Map) At() Place { return m.at }

// About names the entry that later problems are about.
func (m *Map) About(id string) { m.id = id }

// OK reports whether no problem has been found in the mapping so far, or in
// those below it.
func (m *Map) OK() bool { return m.faults == 0 }

// Has reports whether the field is there, whatever its value.
func (m *Map) Has(name string) bool {
	return slices.ContainsFunc(m.fields, func(f field) bool { return f.name == name })
}

// Require records a problem for each field that is not there.
func (m *Map) Require(names ...string) {
	for _, name := range names {
		if !m.Has(name) {
			m.add(m.at, fmt.Sprintf("missing field %q", name), "")
		}
	}
}

// Problem records a problem with the field, or with the whole entry when the
// field is not there.
func (m *Map) Problem(name, message, hint string) { m.add(m.Place(name), message, hint) }

// Place is where the value of a field stands, or the mapping when the field is
// not there.
func (m *Map) Place(name string) Place {
	for _, f := range m.fields {
		if f.name == name {
			return place(m.at.File, f.value)
		}
	}
	return m.at
}

// Done records the fields that nobody asked for.
func (m *Map) Done() {
	for _, f := range m.fields {
		if !f.taken {
			m.add(place(m.at.File, f.key), "unknown field "+short(f.name), DidYouMean(f.name, m.asked))
		}
	}
}

func (m *Map) add(at Place, message, hint string) {
	for above := m; above != nil; above = above.above {
		above.faults++
	}
	m.reader.Add(Problem{Place: at, ID: m.id, Message: message, Hint: hint})
}

// take is the value of a field, nil when it is not there or null.
func (m *Map) take(name string) *yaml.Node {
	m.asked = append(m.asked, name)
	for i := range m.fields {
		if f := &m.fields[i]; f.name == name {
			f.taken = true
			if f.value.Tag == "!!null" {
				m.add(place(m.at.File, f.key), fmt.Sprintf("field %q is empty", name), "fill it or remove it")
				return nil
			}
			return f.value
		}
	}
	return nil
}

// below opens a mapping inside this one.
func (m *Map) below(n *yaml.Node) *Map {
	b := m.reader.newMap(m.at.File, n)
	b.above, b.id = m, m.id
	return b
}
