package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"dva/deck"
)

// ownFolder is the folder below decks in which entries are begun.
const ownFolder = "own"

// draft is an entry that was begun in a file of the learner's own deck.
type draft struct {
	file  string
	id    string
	rest  int64    // bytes of the file that are not the template's
	text  []byte   // of the file with the template
	whole bool     // the file is there for the template alone
	made  []string // other files and folders that were not there, the innermost first
}

// begin puts a template into the file for this service, which is made when there
// is none. What a file held stays as it is, byte by byte.
func begin(f form, s deck.Service, d *deck.Deck, decks string, today time.Time) (*draft, error) {
	own := filepath.Join(decks, ownFolder)
	for n := 1; ; n++ {
		name := s.Key
		if n > 1 {
			name = fmt.Sprintf("%s-%d", s.Key, n)
		}
		dr := &draft{file: filepath.Join(own, f.list, name+".yaml")}
		before, err := dr.read()
		if err != nil {
			return nil, err
		}
		if dr.fit(f, s, d, before, today) {
			return dr, dr.write(f, before, own)
		}
	}
}

// read is what the file holds; nil when it is not there.
func (dr *draft) read() ([]byte, error) {
	stat, err := os.Stat(dr.file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !stat.Mode().IsRegular():
		return nil, fmt.Errorf("%s is no file", dr.file)
	}
	return os.ReadFile(dr.file)
}

// fit makes the text of the file with the template at its end. It is false when
// an entry could not be read there. A template that was never filled is used
// again.
func (dr *draft) fit(f form, s deck.Service, d *deck.Deck, before []byte, today time.Time) bool {
	head, indent := f.head(s), "  "
	empty := len(bytes.TrimSpace(before)) == 0
	if !empty {
		var ok bool
		if indent, ok = f.indentIn(string(before), s.Key); !ok {
			return false
		}
		head = ""
		if !bytes.HasSuffix(before, []byte("\n")) {
			head = "\n"
		}
	}
	for n := 1; ; n++ {
		dr.id = fmt.Sprintf("my-%s%s%d", s.Key, f.mark, n)
		blank := f.template(s, dr.id, indent, "", today)
		if rest, begun := bytes.CutSuffix(before, []byte(blank)); begun {
			dr.rest, dr.text, dr.whole = int64(len(rest)), before, string(rest) == f.head(s)
			return true
		}
		if taken(d, dr.id) || bytes.Contains(before, []byte("id: "+dr.id)) {
			continue
		}
		dr.rest, dr.text, dr.whole = int64(len(before)), slices.Concat(before, []byte(head+blank)), before == nil
		return empty || readable(string(before)+head+f.template(s, dr.id, indent, "**x**", today), dr.id, d)
	}
}

// taken says that an entry has or had this id.
func taken(d *deck.Deck, id string) bool {
	_, card := d.Card(id)
	_, question := d.Question(id)
	_, former := d.Renamed()[id]
	return card || question || former
}

// readable says that a file of this text holds the entry with this id.
func readable(text, id string, d *deck.Deck) bool {
	dir, err := os.MkdirTemp("", "dva-new")
	if err != nil {
		return false
	}
	defer os.RemoveAll(dir)
	if os.WriteFile(filepath.Join(dir, "new.yaml"), []byte(text), 0o600) != nil {
		return false
	}
	own, _ := deck.LoadOwn(dir, d, "") // of other entries nothing matters
	return own != nil && slices.ContainsFunc(own.Items, func(it deck.Item) bool { return it.Parent == id })
}

// write puts the template into the file, and the schema that it names beside it.
func (dr *draft) write(f form, before []byte, own string) error {
	schema := filepath.Join(own, "schema", f.list+".json")
	for _, path := range []string{filepath.Dir(dr.file), schema, filepath.Dir(schema), own, filepath.Dir(own)} {
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			dr.made = append(dr.made, path)
		}
	}
	if err := errors.Join(makeFolder(filepath.Dir(dr.file)), makeFolder(filepath.Dir(schema))); err != nil {
		return err
	}
	if had, err := os.ReadFile(schema); err != nil || string(had) != f.schema {
		if err := os.WriteFile(schema, []byte(f.schema), 0o600); err != nil {
			return err
		}
	}
	if err := appendTo(dr.file, dr.text[len(before):]); err != nil {
		_ = os.Truncate(dr.file, int64(len(before))) // half a template helps nobody
		return err
	}
	return nil
}

// appendTo adds text to a file, and never touches what it holds.
func appendTo(file string, text []byte) error {
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Close())
}

var lineEnds = regexp.MustCompile(`(?m)[ \t\r]+$`)

// takeBack removes the template when the file is still as it was begun, and says
// whether it was. Editors that clean the ends of lines have written nothing.
func (dr *draft) takeBack() (untouched bool, err error) {
	now, err := os.ReadFile(dr.file)
	if errors.Is(err, fs.ErrNotExist) { // the learner's own way to take it back
		dr.clear()
		return true, nil
	}
	bare := func(text []byte) []byte { return lineEnds.ReplaceAll(text, nil) }
	if err != nil || !bytes.HasPrefix(now, dr.text[:dr.rest]) || !bytes.Equal(bare(now), bare(dr.text)) {
		return false, err
	}
	if !dr.whole {
		return true, os.Truncate(dr.file, dr.rest)
	}
	if err := os.Remove(dr.file); err != nil {
		return true, err
	}
	dr.clear()
	return true, nil
}

// clear removes what was made beside the file. A folder that holds something else
// by now stays.
func (dr *draft) clear() {
	for _, path := range dr.made {
		_ = os.Remove(path)
	}
}

// line is where the first blank is, from 1.
func (dr *draft) line() int {
	at := strings.LastIndex(string(dr.text), "- id: "+dr.id)
	blank := strings.Index(string(dr.text[at:]), ": |\n")
	return 2 + strings.Count(string(dr.text[:at+blank]), "\n")
}
