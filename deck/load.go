package deck

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"dva/deck/strict"
)

// Load reads a whole content tree: exam.yaml, services.yaml and the YAML files
// in facts/, cards/ and questions/. The error is strict.Problems, everything
// that is wrong in any file; the deck then holds what is right, for reports
// only.
func Load(fsys fs.FS) (*Deck, error) {
	l := newLoader(nil)
	for _, part := range []struct {
		files []string
		read  func(*strict.Map)
		gives refKind
	}{
		{[]string{"exam.yaml"}, l.readExam, toSkill},
		{[]string{"services.yaml"}, l.readServices, toService},
		{l.yamlFiles(fsys, "facts"), l.readFacts, toFact},
		{l.yamlFiles(fsys, "cards"), l.readCards, toCard},
		{l.yamlFiles(fsys, "questions"), l.readQuestions, toQuestion},
	} {
		for _, name := range part.files {
			if m, ok := l.reader.File(fsys, name); ok {
				part.read(m)
			} else {
				l.unread[part.gives] = true
			}
		}
	}
	l.refuseStrays(fsys)
	l.checkReferences()
	d := build(l.exam, l.services, l.cards, l.questions, l.facts, func(Place) string { return "" })
	return d, l.reader.Problems().Err()
}

// yamlFiles are the files of a folder that hold entries. A folder that is not
// there has none.
func (l *loader) yamlFiles(fsys fs.FS, folder string) []string {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		l.reader.Add(strict.Problem{Place: Place{File: folder}, Message: "cannot be read: " + err.Error()})
	}
	var names []string
	for _, e := range entries {
		if isYAML(e.Name()) {
			names = append(names, path.Join(folder, e.Name()))
		}
	}
	return names
}

// refuseStrays finds YAML files where nothing reads them.
func (l *loader) refuseStrays(fsys fs.FS) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return // told by exam.yaml already
	}
	for _, e := range entries {
		if isYAML(e.Name()) && !slices.Contains([]string{"exam.yaml", "services.yaml"}, e.Name()) {
			l.reader.Add(strict.Problem{
				Place: Place{File: e.Name()}, Message: "nothing reads this file",
				Hint: "move it to cards, questions or facts",
			})
		}
	}
}

func isYAML(name string) bool {
	return !strings.HasPrefix(name, ".") && (strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml"))
}
