package deck

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"slices"

	"dva/deck/strict"
)

// cache keeps a learner's own decks decoded between two starts. It is one file
// for each folder of decks:
//
//	"dva cache N.M\n" N is indexVersion, M loaderVersion
//	checksum          4 bytes, CRC-32C of all that follows
//	cached            the files seen, what was wrong, and the index
type cache struct {
	file  string // empty when nothing is kept
	stamp uint64 // of the base deck, on which what is right depends
	read  *cached
	wrote int64 // when the cache was written, by the clock of its file system
}

// loaderVersion is raised when the loader begins to accept or refuse something
// else, or to say it otherwise.
const loaderVersion = 2

// unreadable stands for the sum of a file that could not be read; it is tried
// again each time.
const unreadable = "unreadable"

type cached struct {
	stamp    uint64
	files    []ownFile
	problems strict.Problems
	index    string
}

var (
	cacheMagic = fmt.Sprintf("dva cache %d.%d\n", indexVersion, loaderVersion)
	castagnoli = crc32.MakeTable(crc32.Castagnoli)
)

func openCache(cacheDir, dir string, base *Deck) *cache {
	abs, err := filepath.Abs(dir)
	if cacheDir == "" || base.stamp == 0 || err != nil {
		return &cache{}
	}
	c := &cache{file: filepath.Join(cacheDir, "deck-"+hex.EncodeToString([]byte(sum([]byte(abs))[:8]))+".bin"), stamp: base.stamp}
	stat, err := os.Stat(c.file)
	if err != nil || !stat.Mode().IsRegular() {
		return c
	}
	if data, err := os.ReadFile(c.file); err == nil {
		c.wrote = stat.ModTime().UnixNano()
		c.read = parseCache(data, c.stamp)
	}
	return c
}

func parseCache(data []byte, stamp uint64) *cached {
	n := len(cacheMagic)
	if len(data) < n+4 || string(data[:n]) != cacheMagic {
		return nil
	}
	body := data[n+4:]
	if crc32.Checksum(body, castagnoli) != binary.LittleEndian.Uint32(data[n:]) {
		return nil
	}
	var got cached
	c := &coder{in: string(body)}
	c.cached(&got)
	if c.err != nil || got.stamp != stamp {
		return nil
	}
	return &got
}

// fresh is what was kept, when no file looks changed. A file changed so
// shortly before the cache was written that its time may not tell is not
// trusted.
func (c *cache) fresh(files []ownFile) (*Deck, strict.Problems, bool) {
	const doubt = 2e9 // ns; the coarsest clock of a file system
	if c.read == nil || !slices.EqualFunc(files, c.read.files, func(a, b ownFile) bool {
		return a.name == b.name && a.size == b.size && a.mod == b.mod && a.mod < c.wrote-doubt && b.sum != unreadable
	}) {
		return nil, nil, false
	}
	return c.deck()
}

// same is what was kept, when the files hold the same as then.
func (c *cache) same(files []ownFile) (*Deck, strict.Problems, bool) {
	if c.read == nil || !slices.EqualFunc(files, c.read.files, func(a, b ownFile) bool {
		return a.name == b.name && a.sum == b.sum && b.sum != unreadable
	}) {
		return nil, nil, false
	}
	return c.deck()
}

func (c *cache) deck() (*Deck, strict.Problems, bool) {
	d, err := Open(c.read.index)
	return d, c.read.problems, err == nil
}

// write keeps a deck. Failing is no error: it is read from the YAML again.
func (c *cache) write(files []ownFile, d *Deck, problems strict.Problems) {
	if c.file == "" {
		return
	}
	w := &coder{writes: true}
	w.cached(&cached{c.stamp, files, problems, d.Index()})
	out := binary.LittleEndian.AppendUint32([]byte(cacheMagic), crc32.Checksum(w.out, castagnoli))
	if os.MkdirAll(filepath.Dir(c.file), 0o700) != nil {
		return
	}
	tmp, err := os.CreateTemp(filepath.Dir(c.file), "deck-*.tmp") // mode 0600
	if err != nil {
		return
	}
	_, err = tmp.Write(append(out, w.out...))
	if closed := tmp.Close(); err != nil || closed != nil || os.Rename(tmp.Name(), c.file) != nil {
		_ = os.Remove(tmp.Name())
	}
}

func (c *coder) cached(v *cached) {
	c.fixed(&v.stamp)
	list(c, &v.files, func(c *coder, f *ownFile) {
		c.text(&f.name)
		c.int64(&f.size)
		c.int64(&f.mod)
		c.text(&f.sum)
	})
	list(c, (*[]strict.Problem)(&v.problems), func(c *coder, p *strict.Problem) {
		c.place(&p.Place)
		c.text(&p.ID)
		c.text(&p.Message)
		c.text(&p.Hint)
	})
	c.text(&v.index)
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return string(s[:])
}
