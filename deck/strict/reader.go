package strict

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"

	"gopkg.in/yaml.v3"
)

// Reader reads files and collects what is wrong with them. The zero Reader is
// ready. It is used from one goroutine.
type Reader struct {
	Folder string // put before the names of files in places; may be empty

	problems Problems
	perFile  map[string]int // problems found by file
}

// Problems are all that were found so far, sorted by file and line.
func (r *Reader) Problems() Problems {
	r.problems.sort()
	return r.problems
}

// Add records a problem. After 500 problems in one file the others are only
// counted.
func (r *Reader) Add(p Problem) {
	p.File, p.ID, p.Message, p.Hint = Clean(p.File), Clean(p.ID), Clean(p.Message), Clean(p.Hint)
	p.Line, p.Column = max(p.Line, 1), max(p.Column, 1)
	if r.perFile == nil {
		r.perFile = map[string]int{}
	}
	r.perFile[p.File]++
	switch n := r.perFile[p.File]; {
	case n <= maxPerFile:
		r.problems = append(r.problems, p)
	case n == maxPerFile+1:
		r.problems = append(r.problems, Problem{Place: p.Place, Message: fmt.Sprintf("over %d problems in this file; the others are not shown", maxPerFile)})
	}
}

// File reads the mapping that a file of fsys consists of. When it cannot be
// read, the reason is recorded and ok is false. Only regular files are opened:
// a pipe or a device would wait for ever.
func (r *Reader) File(fsys fs.FS, name string) (m *Map, ok bool) {
	data, ok := r.Read(fsys, name)
	if !ok {
		return nil, false
	}
	return r.Bytes(name, data)
}

// Read is the content of a regular file of fsys, at most maxSize+1 bytes of it.
// When it cannot be read, the reason is recorded and ok is false.
func (r *Reader) Read(fsys fs.FS, name string) (data []byte, ok bool) {
	data, err := readFile(fsys, name)
	if err != nil {
		r.Add(Problem{Place: Place{File: r.shown(name)}, Message: err.Error()})
		return nil, false
	}
	return data, true
}

func readFile(fsys fs.FS, name string) ([]byte, error) {
	stat, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", reason(err))
	}
	if !stat.Mode().IsRegular() {
		return nil, fmt.Errorf("not a file but %s", kind(stat.Mode()))
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", reason(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", reason(err))
	}
	return data, nil
}

// shown is a file's name for people.
func (r *Reader) shown(name string) string { return Clean(filepath.Join(r.Folder, name)) }

// reason is err without the path, which the problem's place already has.
func reason(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}

func kind(m fs.FileMode) string {
	switch {
	case m.IsDir():
		return "a folder"
	case m&fs.ModeNamedPipe != 0:
		return "a pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	}
	return "a device"
}

// Bytes reads the mapping that data consists of; name is for messages. When it
// cannot be read, the reasons are recorded and ok is false.
func (r *Reader) Bytes(name string, data []byte) (m *Map, ok bool) {
	name = r.shown(name)
	data = bytes.TrimPrefix(data, byteOrderMark)
	if p := checkBytes(name, data); p != nil {
		r.Add(*p)
		return nil, false
	}
	root, p := parse(name, data)
	if p != nil {
		r.Add(*p)
		return nil, false
	}
	if !r.checkShape(name, root, 1) {
		return nil, false
	}
	if root.Kind != yaml.MappingNode {
		r.Add(Problem{Place: place(name, root), Message: "not a list of fields", Hint: `begin with a field such as "service: sqs"`})
		return nil, false
	}
	return r.newMap(name, root), true
}
