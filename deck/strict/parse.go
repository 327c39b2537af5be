package strict

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// parse reads the one document of a file into nodes. The nodes' places are
// right when data has no byte order mark in front.
func parse(name string, data []byte) (*yaml.Node, *Problem) {
	d := yaml.NewDecoder(bytes.NewReader(data))
	root, err := decode(d)
	switch {
	case errors.Is(err, io.EOF) || err == nil && len(root.Content) == 0:
		return nil, &Problem{Place: Place{name, 1, 1}, Message: "the file is empty", Hint: "remove it or fill it"}
	case err != nil:
		return nil, syntaxProblem(name, data, err)
	}
	second, err := decode(d)
	switch {
	case errors.Is(err, io.EOF):
		return root.Content[0], nil
	case err != nil:
		return nil, syntaxProblem(name, data, err)
	}
	return nil, &Problem{
		Place: Place{name, max(second.Line, 1), max(second.Column, 1)}, Message: "a second document",
		Hint: "keep one document in a file; remove the line ---",
	}
}

// decode parses one document. The library panics on some malformed input in
// place of returning an error; nothing has been changed by then, so the panic
// is made one.
func decode(d *yaml.Decoder) (root *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("not readable as YAML: %v", p)
		}
	}()
	root = new(yaml.Node)
	return root, d.Decode(root)
}

var libraryError = regexp.MustCompile(`^yaml: (?:line (\d+): )?(?s:(.*))$`)

// syntaxWords translates what the library says into what to do.
var syntaxWords = []struct{ says, message, hint string }{
	{"did not find expected key", "the line does not fit the lines before it", "check its indentation and the quotes around it"},
	{"did not find expected '-' indicator", "the line does not fit the list before it", "check its indentation"},
	{"did not find expected ',' or", "a bracket is not closed, or a comma is missing", ""},
	{"mapping values are not allowed", "a second colon on the line", `put the text in quotes, since it holds ": "`},
	{"could not find expected ':'", "neither a field nor part of a text", `write "field: text", or indent it under a |`},
	{"found character that cannot start any token", "a character that cannot begin a text", "indent with spaces, not tabs; put a text that begins with @, ` or % in quotes"},
	{"found a tab character", "a tab in the indentation", "indent with spaces"},
	{"found unknown escape character", "an unknown \\ escape in double quotes", "use single quotes, or \\\\ for a backslash"},
	{"found unexpected end of stream", "a quote is not closed", "close it before the end of the file"},
	{"found unexpected document indicator", "a quote is not closed", "close it before the line ---"},
	{"exceeded max depth", "nested too deeply", ""},
	{"unknown anchor", "an alias (*)", "write the text out; put a text that begins with * in quotes"},
	{"did not find expected alphabetic or numeric character", "a text that begins with & or *", "put it in quotes"},
	{"block sequence entries are not allowed", "a list cannot begin here", `put it on the next line, or the text in quotes, since it begins with "- "`},
	{"did not find expected node content", "a text is missing, or begins with a sign that YAML uses, or a bracket is not closed", "put the text in quotes"},
}

func syntaxProblem(name string, data []byte, err error) *Problem {
	p := &Problem{Place: Place{name, 1, 1}, Message: err.Error()}
	if m := libraryError.FindStringSubmatch(err.Error()); m != nil {
		p.Message = m[2]
		if n, err := strconv.Atoi(m[1]); err == nil {
			p.Line = max(n, 1)
		}
	}
	says := p.Message
	for _, w := range syntaxWords {
		if strings.Contains(says, w.says) {
			p.Message, p.Hint = w.message, w.hint
			break
		}
	}
	if strings.Contains(says, "did not find expected") {
		p.Line = firstLine(data, says, p.Line)
	}
	p.Message = Clean(p.Message)
	return p
}

// firstLine is the line at which the parser gives up with this message, which
// names the line where the block began and not the one that breaks it. The
// parser reads forwards, so the shortest part of the file that fails in the same
// way ends with the line sought.
func firstLine(data []byte, says string, guess int) int {
	const most = 128 << 10 // bytes; beyond, parsing again and again takes too long
	if len(data) > most {
		return guess
	}
	ends := []int{0}
	for i, c := range data {
		if c == '\n' {
			ends = append(ends, i+1)
		}
	}
	ends = append(ends, len(data))
	n := sort.Search(len(ends), func(k int) bool {
		_, err := decode(yaml.NewDecoder(bytes.NewReader(data[:ends[k]])))
		return err != nil && strings.Contains(err.Error(), says)
	})
	if n == 0 || n == len(ends) {
		return guess
	}
	return n
}
