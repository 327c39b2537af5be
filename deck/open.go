// Package deck is the question bank: flashcards, exam questions, the facts
// they rest on, the services and the exam's blueprint. It loads them
// strictly, finds them and marks answers. It does not know what is remembered.
//
// The shipped content is written as YAML, read whole by Load, and compiled by
// Index into the bytes that Open reads when the program starts. A learner's own
// files are read by LoadOwn and put beside it by Join.
package deck

// Deck is the loaded content, ours and the learner's own. It does not change
// after loading and may be read from several goroutines. Texts are decoded when
// asked for, so that opening a large deck stays quick.
type Deck struct {
	Exam     Exam
	Services []Service // in the order of services.yaml
	Items    []Item    // all, in the order of services, files and places

	renames []rename // former item ids
	shelves []*shelf // the texts: ours, then each own deck's
	look    *lookups // nil in a deck made by hand
	stamp   uint64   // of the content; 0 when it has none
}

// Card is the flashcard with this id as written in the YAML (Item.Parent). The
// caller must not change it.
func (d *Deck) Card(parent string) (*Card, bool) {
	if it, ok := d.first(parent); ok && it.Kind != Multiple {
		for _, s := range d.shelves {
			if c, ok := s.card(it.Service, parent); ok {
				return c, true
			}
		}
	}
	return nil, false
}

// Question is the question with this id. The caller must not change it.
func (d *Deck) Question(id string) (*Question, bool) {
	if it, ok := d.first(id); ok && it.Kind == Multiple {
		for _, s := range d.shelves {
			if q, ok := s.question(it.Service, id); ok {
				return q, true
			}
		}
	}
	return nil, false
}

// Fact is the statement with this id. The caller must not change it.
func (d *Deck) Fact(id string) (*Fact, bool) {
	for _, s := range d.shelves {
		if f, ok := s.fact(id); ok {
			return f, true
		}
	}
	return nil, false
}

// Facts are all statements, in the order of files. The caller must not change
// them.
func (d *Deck) Facts() []*Fact {
	var all []*Fact
	for _, s := range d.shelves {
		all = append(all, s.allFacts()...)
	}
	return all
}

// Renamed gives for each former item id the present one, so that progress
// kept under the old name is found again.
func (d *Deck) Renamed() map[string]string {
	m := make(map[string]string, len(d.renames))
	for _, r := range d.renames {
		m[r.was] = r.is
	}
	return m
}

type rename struct{ was, is string }
