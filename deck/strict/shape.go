package strict

import (
	"fmt"

	"gopkg.in/yaml.v3"
)

// checkShape walks the nodes once and records every form that is refused. It
// reports whether the fields may be read.
func (r *Reader) checkShape(name string, n *yaml.Node, depth int) bool {
	at := place(name, n)
	if depth > maxDepth {
		r.Add(Problem{Place: at, Message: fmt.Sprintf("nested over %d deep", maxDepth)})
		return false
	}
	ok := true
	refuse := func(message, hint string) {
		r.Add(Problem{Place: at, Message: message, Hint: hint})
		ok = false
	}
	switch {
	case n.Kind == yaml.AliasNode:
		refuse("an alias (*)", "write the text out; put a text that begins with * in quotes")
	case n.Anchor != "":
		refuse("an anchor (&)", "remove it; put a text that begins with & in quotes")
	case n.Style&yaml.TaggedStyle != 0:
		refuse("a tag (!)", "remove it; put a text that begins with ! in quotes")
	}
	switch n.Kind {
	case yaml.ScalarNode:
		return r.checkScalar(at, n) && ok
	case yaml.MappingNode:
		return r.checkFields(name, n, depth) && ok
	case yaml.SequenceNode:
		for _, c := range n.Content {
			ok = r.checkShape(name, c, depth+1) && ok
		}
	}
	return ok
}

func (r *Reader) checkScalar(at Place, n *yaml.Node) bool {
	if len(n.Value) > maxScalar {
		r.Add(Problem{Place: at, Message: fmt.Sprintf("a text over %d KiB", maxScalar>>10)})
		return false
	}
	for _, c := range n.Value {
		if refused(c) {
			r.Add(Problem{
				Place: at, Message: fmt.Sprintf("control character U+%04X in a text", c),
				Hint: "remove the escape that makes it",
			})
			return false
		}
	}
	return true
}

// checkFields refuses giant mappings first, so that looking for duplicates
// stays cheap.
func (r *Reader) checkFields(name string, n *yaml.Node, depth int) bool {
	if len(n.Content)/2 > maxFields {
		r.Add(Problem{Place: place(name, n), Message: fmt.Sprintf("over %d fields in one place", maxFields)})
		return false
	}
	ok := true
	lines := make(map[string]int, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch first, twice := lines[key.Value]; {
		case key.Kind != yaml.ScalarNode:
			r.Add(Problem{Place: place(name, key), Message: "a field name must be a word"})
			ok = false
			continue
		case key.Tag == "!!merge":
			r.Add(Problem{Place: place(name, key), Message: "a merge (<<)", Hint: "write the fields out"})
			ok = false
		case twice:
			r.Add(Problem{
				Place: place(name, key), Message: fmt.Sprintf("field %s a second time", short(key.Value)),
				Hint: fmt.Sprintf("the first is on line %d; keep one", first),
			})
			ok = false
		default:
			lines[key.Value] = key.Line
		}
		ok = r.checkShape(name, key, depth) && ok
		ok = r.checkShape(name, value, depth+1) && ok
	}
	return ok
}

func place(name string, n *yaml.Node) Place {
	return Place{name, max(n.Line, 1), max(n.Column, 1)}
}
