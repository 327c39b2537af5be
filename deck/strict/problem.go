// Package strict reads YAML that people write by hand and says everything
// that is wrong with it, each with file, line, column and a hint.
//
// It refuses what a plain text file never needs and what an attacker would
// use: control characters, anchors and aliases, tags, deep nesting, giant
// mappings and scalars, a second document. A file is parsed to nodes first, so
// that no cost grows faster than its size and nothing is decoded by
// reflection; then its fields are taken one by one from a Map, and whatever
// nobody took is an unknown field.
//
// This is the only package that imports the YAML library.
package strict

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Place is where something stands in a file, for messages. Line and Column
// start at 1; Column counts characters.
type Place struct {
	File   string
	Line   int
	Column int
}

// String is "file:line:column".
func (p Place) String() string {
	return fmt.Sprintf("%s:%d:%d", Clean(p.File), p.Line, p.Column)
}

// Problem is one thing that is wrong in a file. Its texts are safe to print.
type Problem struct {
	Place
	ID      string // the entry that it is about, when it has a name yet
	Message string
	Hint    string // what to do about it; may be empty
}

// String is the whole problem on one line.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.Place.String())
	if p.ID != "" {
		b.WriteString(": " + p.ID)
	}
	b.WriteString(": " + p.Message)
	if p.Hint != "" {
		b.WriteString(" (" + p.Hint + ")")
	}
	return b.String()
}

// Problems is an error made of all that was found, in the order of files and
// lines.
type Problems []Problem

// Error is one line for each problem.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Err is ps as an error, nil when there is none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

func (ps Problems) sort() {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}
