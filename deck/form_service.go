package deck

import (
	"fmt"
	"strings"

	"dva/deck/strict"
)

// readServices reads the catalogue of services.
func (l *loader) readServices(m *strict.Map) {
	m.Require("services")
	for _, entry := range m.Maps("services") {
		l.readService(entry)
	}
	m.Done()
}

func (l *loader) readService(m *strict.Map) {
	s := Service{Key: m.Text("key")}
	m.About(s.Key)
	m.Require("key", "name", "category", "in_scope", "doc")
	s.Name, s.Category = m.Text("name"), m.Text("category")
	s.InScope = m.Bool("in_scope")
	s.Doc = readDoc(m, "doc")
	if s.Parent = m.Text("parent"); s.Parent != "" {
		l.refer(toService, "", strict.Word{Text: s.Parent, At: m.Place("parent")})
	}
	if s.Key != "" && !validID(s.Key) {
		m.Problem("key", "the key is not in the right form", "use lowercase letters, digits and single hyphens, such as api-gateway")
		s.Key = ""
	}
	if s.Key != "" {
		l.keys[s.Key] = true
		l.declareService(m, "key", s.Key, m.Place("key"))
	}
	for _, a := range m.Texts("aliases") {
		if !wordForm.MatchString(a.Text) {
			m.Problem("aliases", fmt.Sprintf("alias %q is not in the right form", a.Text), "use lowercase letters and digits, joined by one space, hyphen, dot, slash, & or +")
			continue
		}
		l.declareService(m, "aliases", a.Text, a.At)
		s.Aliases = append(s.Aliases, a.Text)
	}
	m.Done()
	if m.OK() {
		l.services = append(l.services, s)
	}
}

func (l *loader) declareService(m *strict.Map, field, word string, at Place) {
	if l.base != nil {
		if s, ok := l.base.Service(word); ok {
			m.Problem(field, fmt.Sprintf("%q is taken by %s", word, s.Name), "")
			return
		}
	}
	if other, taken := l.words[word]; taken {
		m.Problem(field, fmt.Sprintf("%q is taken", word), "it is also at "+other.String())
		return
	}
	l.words[strings.ToLower(word)] = at
}
