package deck

import (
	"encoding/binary"
	"errors"
	"time"
)

// coder writes the fields of a deck to bytes, or reads them back: each type has
// one method that names its fields once, so that the two cannot disagree.
// Texts that are read are parts of one string and cost nothing.
type coder struct {
	out []byte

	in     string // what to read; empty when writing
	writes bool
	err    error // of reading; everything after it is zero
	slab   []string
}

var errIndex = errors.New("the index is damaged")

func (c *coder) uint(n *uint64) {
	if c.writes {
		c.out = binary.AppendUvarint(c.out, *n)
		return
	}
	*n = 0
	for shift := 0; shift < 64; shift += 7 {
		if c.in == "" {
			break
		}
		b := c.in[0]
		c.in = c.in[1:]
		*n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return
		}
	}
	c.fail()
}

func (c *coder) fail() {
	c.err = errIndex
	c.in = ""
}

func (c *coder) int(n *int) {
	i := int64(*n)
	c.int64(&i)
	*n = int(i)
}

func (c *coder) int64(n *int64) {
	u := uint64(*n)<<1 ^ uint64(*n>>63)
	c.uint(&u)
	*n = int64(u>>1) ^ -int64(u&1)
}

func (c *coder) byte(b *uint8) {
	u := uint64(*b)
	c.uint(&u)
	*b = uint8(u)
}

func (c *coder) bool(b *bool) {
	var u uint64
	if *b {
		u = 1
	}
	c.uint(&u)
	*b = u == 1
}

func (c *coder) fixed(n *uint64) {
	switch {
	case c.writes:
		c.out = binary.LittleEndian.AppendUint64(c.out, *n)
	case len(c.in) < 8:
		c.fail()
		*n = 0
	default:
		*n = 0
		for i := range 8 {
			*n |= uint64(c.in[i]) << (8 * i)
		}
		c.in = c.in[8:]
	}
}

func (c *coder) text(s *string) {
	n := uint64(len(*s))
	c.uint(&n)
	switch {
	case c.writes:
		c.out = append(c.out, *s...)
	case n > uint64(len(c.in)):
		c.fail()
		*s = ""
	default:
		*s, c.in = c.in[:n], c.in[n:]
	}
}

// length is how many entries follow. One that is read is never more than the
// bytes that are left, so that a damaged index cannot ask for much memory.
func (c *coder) length(n int) int {
	u := uint64(n)
	c.uint(&u)
	if !c.writes && u > uint64(len(c.in)) {
		c.fail()
		return 0
	}
	return int(u)
}

// texts takes its slices from a slab: ten thousand small ones would cost more
// than all else.
func (c *coder) texts(ss *[]string) {
	n := c.length(len(*ss))
	if !c.writes {
		*ss = c.cut(n)
	}
	for i := range *ss {
		c.text(&(*ss)[i])
	}
}

func (c *coder) cut(n int) []string {
	if n == 0 {
		return nil
	}
	if n > len(c.slab) {
		c.slab = make([]string, max(n, 1024))
	}
	ss := c.slab[:n:n]
	c.slab = c.slab[n:]
	return ss
}

// date is a day; the zero time is 0.
func (c *coder) date(t *time.Time) {
	const day = 24 * 60 * 60
	var n int
	if !t.IsZero() {
		n = int(t.Unix()/day) + 1
	}
	c.int(&n)
	if !c.writes {
		*t = time.Time{}
		if n != 0 {
			*t = time.Unix(int64(n-1)*day, 0).UTC()
		}
	}
}

// list writes or reads a slice of values.
func list[T any](c *coder, values *[]T, each func(*coder, *T)) {
	n := c.length(len(*values))
	if !c.writes {
		*values = nil
		if n > 0 {
			*values = make([]T, n)
		}
	}
	for i := range *values {
		each(c, &(*values)[i])
		if c.err != nil {
			*values = nil
			return
		}
	}
}

// pointers writes or reads a slice of pointers to values.
func pointers[T any](c *coder, values *[]*T, each func(*coder, *T)) {
	n := c.length(len(*values))
	if !c.writes {
		all := make([]T, n)
		*values = make([]*T, n)
		for i := range all {
			(*values)[i] = &all[i]
		}
	}
	for _, v := range *values {
		each(c, v)
		if c.err != nil {
			*values = nil
			return
		}
	}
}
