package deck

import (
	"fmt"

	"dva/deck/strict"
)

// readFacts reads a file of statements.
func (l *loader) readFacts(m *strict.Map) {
	m.Require("source", "facts")
	source := m.Text("source")
	for _, entry := range m.Maps("facts") {
		l.readFact(entry, source)
	}
	m.Done()
}

func (l *loader) readFact(m *strict.Map, source string) {
	f := &Fact{ID: readID(m), Source: source, At: m.At()}
	m.Require("id", "service", "evidence")
	service := m.Text("service")
	l.refer(toService, f.ID, strict.Word{Text: service, At: m.Place("service")})
	f.Service = service
	f.Verdict = m.OneOf("verdict", "current", "outdated", "wrong", "ambiguous", notAFact)
	if m.Has("verdict") {
		m.Require("where", "says", "weight")
	} else {
		m.Require("skills", "level")
	}
	if f.Teachable() {
		m.Require("claim", "doc")
	}
	f.Where, f.Says, f.Claim, f.Now = m.Text("where"), m.Text("says"), m.Text("claim"), m.Text("now")
	f.Exam, f.Why = m.Text("exam"), m.Text("why")
	f.Doc = readDoc(m, "doc")
	f.Evidence = m.OneOf("evidence", "verified", "recalled")
	f.Domain = m.OneOf("domain", "development", "security", "deployment", "troubleshooting", "none")
	f.Weight = m.OneOf("weight", "core", "useful", "peripheral")
	f.Skills = l.refer(toSkill, f.ID, m.Texts("skills")...)
	f.Level = m.OneOf("level", levelNames[:]...)
	f.Volatile = m.Bool("volatile")
	m.Done()
	l.declareFact(m, f.ID)
	if m.OK() {
		l.facts = append(l.facts, f)
	}
}

func (l *loader) declareFact(m *strict.Map, id string) {
	if id == "" {
		return
	}
	if other, taken := l.facted[id]; taken {
		m.Problem("id", fmt.Sprintf("id %q is taken", id), "it is also at "+other.String())
		return
	}
	l.facted[id] = m.Place("id")
}
