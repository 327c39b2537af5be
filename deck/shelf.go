package deck

import "sync"

// shelf holds the texts of one loaded content: a section for each service and
// one for the facts.
type shelf struct {
	sections map[string]*section
	facts    *section
}

// section is a part of the texts. One that comes from an index is decoded on
// first use; one that comes from YAML is there already.
type section struct {
	once  sync.Once
	coded string
	texts texts
}

// texts are the entries of a section in the order of the files.
type texts struct {
	cards     []*Card
	questions []*Question
	facts     []*Fact

	card     map[string]*Card
	question map[string]*Question
	fact     map[string]*Fact
}

func (s *section) open() *texts {
	s.once.Do(func() {
		if s.coded != "" {
			s.texts.code(&coder{in: s.coded})
		}
		s.texts.index()
	})
	return &s.texts
}

func (t *texts) index() {
	t.card = make(map[string]*Card, len(t.cards))
	for _, c := range t.cards {
		t.card[c.ID] = c
	}
	t.question = make(map[string]*Question, len(t.questions))
	for _, q := range t.questions {
		t.question[q.ID] = q
	}
	t.fact = make(map[string]*Fact, len(t.facts))
	for _, f := range t.facts {
		t.fact[f.ID] = f
	}
}

func (s *shelf) card(service, id string) (*Card, bool) {
	if sec, ok := s.sections[service]; ok {
		c, ok := sec.open().card[id]
		return c, ok
	}
	return nil, false
}

func (s *shelf) question(service, id string) (*Question, bool) {
	if sec, ok := s.sections[service]; ok {
		q, ok := sec.open().question[id]
		return q, ok
	}
	return nil, false
}

func (s *shelf) fact(id string) (*Fact, bool) {
	if s.facts == nil {
		return nil, false
	}
	f, ok := s.facts.open().fact[id]
	return f, ok
}

func (s *shelf) allFacts() []*Fact {
	if s.facts == nil {
		return nil
	}
	return s.facts.open().facts
}

// newShelf keeps texts that were read from YAML.
func newShelf(cards []*Card, questions []*Question, facts []*Fact) *shelf {
	s := &shelf{sections: map[string]*section{}, facts: &section{texts: texts{facts: facts}}}
	of := func(service string) *texts {
		sec, ok := s.sections[service]
		if !ok {
			sec = &section{}
			s.sections[service] = sec
		}
		return &sec.texts
	}
	for _, c := range cards {
		t := of(c.Service)
		t.cards = append(t.cards, c)
	}
	for _, q := range questions {
		t := of(q.Service)
		t.questions = append(t.questions, q)
	}
	return s
}
