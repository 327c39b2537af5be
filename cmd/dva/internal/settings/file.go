package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"dva/deck/strict"
)

// head begins a file that the program makes.
const head = "# Settings of dva. \"dva config list\" shows all of them and what they may be.\n"

// Read is the settings file at path; a missing one is the defaults. The error
// names all that is wrong, with line, column and a hint; the settings that
// could be read are returned beside it.
func Read(path string) (Values, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Defaults(), nil
	}
	if err != nil {
		return Defaults(), fmt.Errorf("read settings: %w", err)
	}
	return parse(path, data)
}

// parse reads the text of a settings file.
func parse(path string, data []byte) (Values, error) {
	v := Defaults()
	if onlyComments(data) {
		return v, nil
	}
	var r strict.Reader
	m, ok := r.Bytes(path, data)
	if !ok {
		return v, r.Problems().Err()
	}
	for _, o := range Options() {
		value := m.Written(o.Key)
		if !m.Has(o.Key) {
			continue
		}
		if err := o.Set(&v, value); err != nil {
			m.Problem(o.Key, err.Error(), "it stays "+o.Get(v)+" until then")
		}
	}
	m.Done()
	return v, r.Problems().Err()
}

// onlyComments says that a file sets nothing, which no document of YAML can say.
func onlyComments(data []byte) bool {
	for _, l := range bytes.Split(data, []byte("\n")) {
		if l = bytes.TrimSpace(l); len(l) > 0 && l[0] != '#' {
			return false
		}
	}
	return true
}

// Set changes one option in the file at path and leaves the rest of its text,
// comments too, as it is. The file is replaced at once or not at all; it and
// its folder are made for the learner alone. A file with problems elsewhere is
// refused.
func Set(path, key, value string) error {
	o, ok := Find(key)
	if !ok {
		return fmt.Errorf("there is no setting %q", key)
	}
	v := Defaults()
	if err := o.Set(&v, value); err != nil {
		return err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		data, err = []byte(head), nil
	}
	if err != nil {
		return fmt.Errorf("read settings: %w", err)
	}
	changed := edit(string(data), key, o.Get(v))
	if _, err := parse(path, []byte(changed)); err != nil {
		return err
	}
	return replace(path, changed)
}

// edit is the text of a settings file with one key set: its lines replaced, or
// one added at the end.
func edit(text, key, value string) string {
	line := key + ": " + quote(value)
	var out []string
	inside, done := false, false
	for _, l := range strings.SplitAfter(text, "\n") {
		if inside && continues(l) {
			continue
		}
		inside = false
		if strings.HasPrefix(l, key+":") {
			inside = true
			if !done {
				out = append(out, line+"\n")
			}
			done = true
			continue
		}
		out = append(out, l)
	}
	text = strings.Join(out, "")
	if !done {
		if text != "" && !strings.HasSuffix(text, "\n") {
			text += "\n"
		}
		text += line + "\n"
	}
	return text
}

// continues says that a line belongs to the field that began above it: it is
// indented, or an entry of a list.
func continues(l string) bool {
	return strings.HasPrefix(l, " ") || strings.HasPrefix(l, "- ")
}

var bare = regexp.MustCompile(`^[a-z0-9. -]+$`)

// quote puts quotes around what YAML would take for something else, such as
// 04:00 for a mapping.
func quote(value string) string {
	if bare.MatchString(value) {
		return value
	}
	return `"` + value + `"`
}

// replace writes a file in one step: a reader sees the old text or the new.
func replace(path, text string) error {
	if err := swap(path, text); err != nil {
		return fmt.Errorf("write settings: %s: %w", path, cause(err))
	}
	return nil
}

func swap(path, text string) (err error) {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".config-*") // made 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// cause is err without the name of the file, which is a passing one.
func cause(err error) error {
	var one *fs.PathError
	var two *os.LinkError
	switch {
	case errors.As(err, &one):
		return one.Err
	case errors.As(err, &two):
		return two.Err
	}
	return err
}
