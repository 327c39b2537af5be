package deck

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// An index is the content as bytes:
//
//	"dva index N\n"   N is indexVersion
//	stamp             8 bytes, the beginning of the SHA-256 of all that follows
//	length, catalogue exam, services, items, former ids, and where each section ends
//	sections          the texts of each service and, last, the facts
//
// Opening reads the catalogue only.

const indexVersion = 1

var indexMagic = fmt.Sprintf("dva index %d\n", indexVersion)

// Index is the deck as bytes for Open. The same deck always gives the same
// bytes. A deck made by Join has none of its own: index its parts.
func (d *Deck) Index() string {
	cat := catalogue{deck: d}
	var sections []byte
	for _, shelf := range d.shelves {
		for _, service := range slices.Sorted(maps.Keys(shelf.sections)) {
			sections = cat.add(sections, service, shelf.sections[service])
		}
		if shelf.facts != nil {
			sections = cat.add(sections, "", shelf.facts)
		}
	}
	c := &coder{writes: true}
	cat.code(c)

	body := binary.AppendUvarint(nil, uint64(len(c.out)))
	body = append(append(body, c.out...), sections...)
	sum := sha256.Sum256(body)
	return indexMagic + string(sum[:8]) + string(body)
}

// ErrVersion means that an index was written by another version of the
// program; the content has to be compiled again.
var ErrVersion = errors.New("the index is of another version")

// Open reads an index made by Index. It decodes the catalogue alone; texts
// follow when they are asked for. The error is ErrVersion, or says that the
// index is damaged.
func Open(index string) (*Deck, error) {
	rest, ok := strings.CutPrefix(index, indexMagic)
	if !ok {
		return nil, ErrVersion
	}
	d := &Deck{look: new(lookups)}
	c := &coder{in: rest}
	c.fixed(&d.stamp)
	var catalogueText string
	c.text(&catalogueText)
	sections := c.in
	if c.err != nil {
		return nil, c.err
	}
	cat := catalogue{deck: d}
	c = &coder{in: catalogueText}
	if cat.code(c); c.err != nil {
		return nil, c.err
	}
	texts, err := cat.shelf(sections)
	if err != nil {
		return nil, err
	}
	d.shelves = []*shelf{texts}
	return d, nil
}

// catalogue is what Open reads at once.
type catalogue struct {
	deck *Deck
	ends []end
}

// end is where the section of a service ends; the facts' has no service.
type end struct {
	service string
	at      int
}

func (cat *catalogue) add(sections []byte, service string, s *section) []byte {
	c := &coder{writes: true, out: sections}
	s.open().code(c)
	cat.ends = append(cat.ends, end{service, len(c.out)})
	return c.out
}

func (cat *catalogue) code(c *coder) {
	c.exam(&cat.deck.Exam)
	list(c, &cat.deck.Services, (*coder).service)
	list(c, &cat.deck.Items, (*coder).item)
	list(c, &cat.deck.renames, (*coder).rename)
	list(c, &cat.ends, func(c *coder, e *end) {
		c.text(&e.service)
		c.int(&e.at)
	})
}

func (cat *catalogue) shelf(sections string) (*shelf, error) {
	s := &shelf{sections: make(map[string]*section, len(cat.ends))}
	from := 0
	for _, e := range cat.ends {
		if e.at < from || e.at > len(sections) {
			return nil, errIndex
		}
		sec := &section{coded: sections[from:e.at]}
		if from = e.at; e.service == "" {
			s.facts = sec
		} else {
			s.sections[e.service] = sec
		}
	}
	return s, nil
}
