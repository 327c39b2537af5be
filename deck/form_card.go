package deck

import "dva/deck/strict"

// readCards reads a file of flashcards.
func (l *loader) readCards(m *strict.Map) {
	m.Require("service", "cards")
	service := m.Text("service")
	l.refer(toService, "", strict.Word{Text: service, At: m.Place("service")})
	for _, entry := range m.Maps("cards") {
		l.readCard(entry, service)
	}
	m.Done()
}

func (l *loader) readCard(m *strict.Map, service string) {
	c := &Card{ID: readID(m), Service: service, At: m.At()}
	m.Require("id", "skills", "doc", "checked", "level")
	c.Front, c.Back, c.Cloze = m.Text("front"), m.Text("back"), m.Text("cloze")
	switch {
	case m.Has("front") && m.Has("cloze"):
		m.Problem("cloze", "a front and a cloze", "a card has one of them; make two cards")
	case m.Has("front"):
		m.Require("back")
	case !m.Has("cloze"):
		m.Problem("", "neither a front nor a cloze", "ask something")
	case c.Cloze != "":
		if _, err := spans(c.Cloze); err != nil {
			m.Problem("cloze", err.Error(), "")
		}
	}
	c.Skills = l.refer(toSkill, c.ID, m.Texts("skills")...)
	c.Facts = l.refer(toFact, c.ID, m.Texts("facts")...)
	c.Doc, c.Checked = readDoc(m, "doc"), m.Date("checked")
	c.Level = readLevel(m)
	c.Volatile, c.Changed = m.Bool("volatile"), m.Text("changed")
	formerly := m.Texts("formerly")
	c.Formerly = strict.Words(formerly)
	m.Done()
	l.declare(m, c.ID, formerly, false)
	if m.OK() {
		l.cards = append(l.cards, c)
	}
}

func readLevel(m *strict.Map) Level {
	name := m.OneOf("level", levelNames[:]...)
	for i, n := range levelNames {
		if n == name {
			return Level(i)
		}
	}
	return Core // the problem is recorded, or the field is missing
}
