package deck

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"dva/deck/strict"
)

// Limits of one folder of a learner's own decks.
const (
	maxOwnFiles   = 2_000
	maxOwnBytes   = 32 << 20
	maxOwnEntries = 50_000 // files and folders looked at
)

// LoadOwn reads a learner's own cards, questions and services: every YAML file
// in dir and the folders below it, in any layout. They may name the services,
// skills, facts, cards and questions of base. What is broken is left out and
// told in the error, which is strict.Problems; the deck holds the rest. Only a
// folder that cannot be read gives no deck; the error then says so and wraps
// fs.ErrNotExist when there is none.
//
// The decoded files are kept in cacheDir, so that they are parsed again only
// after a change. A cache that is missing, damaged or cannot be written is no
// error; with an empty cacheDir there is none.
func LoadOwn(dir string, base *Deck, cacheDir string) (*Deck, error) {
	fsys := os.DirFS(dir)
	files, listing, err := listOwn(fsys, dir)
	if err != nil {
		return nil, fmt.Errorf("own decks in %s: %w", strict.Clean(dir), err)
	}
	if len(files) == 0 {
		return &Deck{look: new(lookups)}, listing.Err()
	}
	cache := openCache(cacheDir, dir, base)
	if d, problems, ok := cache.fresh(files); ok {
		return d, append(listing, problems...).Err()
	}
	l := newLoader(base)
	l.reader.Folder = dir
	files, contents := l.readOwn(fsys, files)
	if d, problems, ok := cache.same(files); ok {
		cache.write(files, d, problems)
		return d, append(listing, problems...).Err()
	}
	d := l.ownDeck(files, contents)
	problems := l.reader.Problems()
	cache.write(files, d, problems)
	return d, append(listing, problems...).Err()
}

// OwnStamp is another number when a learner's files in dir may have changed: it
// is made of their names, sizes and times. No file is read. A folder that cannot
// be listed has a stamp too.
func OwnStamp(dir string) uint64 {
	files, problems, err := listOwn(os.DirFS(dir), dir)
	h := fnv.New64a()
	for _, f := range files {
		fmt.Fprintf(h, "%q %d %d\n", f.name, f.size, f.mod)
	}
	fmt.Fprintf(h, "%q %v", problems, err)
	return h.Sum64()
}

// listOwn finds the YAML files. Links to folders are not followed, so that a
// loop of them cannot be walked for ever.
func listOwn(fsys fs.FS, dir string) ([]ownFile, strict.Problems, error) {
	var files []ownFile
	var r strict.Reader
	stop := func(name, message string) error {
		r.Add(strict.Problem{Place: Place{File: filepath.Join(dir, name)}, Message: message, Hint: "files after this one are left out"})
		return fs.SkipAll
	}
	entries := 0
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if entries++; entries > maxOwnEntries {
			return stop(name, fmt.Sprintf("over %d files", maxOwnEntries))
		}
		switch {
		case err != nil && name == ".":
			return err
		case err != nil:
			r.Add(strict.Problem{Place: Place{File: filepath.Join(dir, name)}, Message: "cannot be read: " + reason(err).Error()})
			return nil
		case name == ".":
			return nil
		case e.IsDir() && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		case !isYAML(e.Name()):
			return nil
		case len(files) == maxOwnFiles:
			return stop(name, fmt.Sprintf("over %d YAML files", maxOwnFiles))
		}
		files = append(files, statOwn(fsys, name))
		return nil
	})
	return files, r.Problems(), err
}

func reason(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}

// ownFile is a file as it was last seen.
type ownFile struct {
	name string
	size int64
	mod  int64  // Unix time in ns
	sum  string // SHA-256, once read
}

func statOwn(fsys fs.FS, name string) ownFile {
	f := ownFile{name: name}
	if stat, err := fs.Stat(fsys, name); err == nil {
		f.size, f.mod = stat.Size(), stat.ModTime().UnixNano()
	}
	return f
}

// readOwn reads the files that can be read, and gives each its sum.
func (l *loader) readOwn(fsys fs.FS, files []ownFile) ([]ownFile, [][]byte) {
	contents := make([][]byte, len(files))
	total := 0
	for i := range files {
		data, ok := l.reader.Read(fsys, files[i].name)
		if !ok {
			files[i].sum = unreadable
			continue
		}
		if total += len(data); total > maxOwnBytes {
			l.reader.Add(strict.Problem{
				Place: Place{File: filepath.Join(l.reader.Folder, files[i].name)}, Message: fmt.Sprintf("own decks of over %d MiB", maxOwnBytes>>20),
				Hint: "this file and those after it are left out",
			})
			return files[:i], contents[:i]
		}
		contents[i], files[i].sum = data, sum(data)
	}
	return files, contents
}

// ownDeck parses the contents. A file says what it holds by its fields.
func (l *loader) ownDeck(files []ownFile, contents [][]byte) *Deck {
	for i, f := range files {
		m, ok := (*strict.Map)(nil), false
		if contents[i] != nil {
			m, ok = l.reader.Bytes(f.name, contents[i])
		}
		switch {
		case !ok: // told; it may hold what others name
			l.unread[toCard], l.unread[toQuestion] = true, true
		case m.Has("cards"):
			l.readCards(m)
		case m.Has("questions"):
			l.readQuestions(m)
		case m.Has("services"):
			l.readServices(m)
		default:
			m.Problem("", "no cards, questions or services", "a file holds one of these lists")
		}
	}
	l.checkReferences()
	d := build(Exam{}, l.allServices(), l.cards, l.questions, nil, l.deckName)
	d.Services = l.services
	return d
}

// deckName is the name of the deck that a file belongs to: the folder just
// below the decks' own, or the file when it stands there itself.
func (l *loader) deckName(p Place) string {
	name, err := filepath.Rel(strict.Clean(l.reader.Folder), p.File)
	if err != nil {
		return p.File
	}
	first, _, below := strings.Cut(filepath.ToSlash(name), "/")
	if below {
		return first
	}
	return strings.TrimSuffix(first, path.Ext(first))
}
