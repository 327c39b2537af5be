package deck

import (
	"fmt"

	"dva/deck/strict"
)

// readExam reads the blueprint.
func (l *loader) readExam(m *strict.Map) {
	e := &l.exam
	m.Require("code", "name", "first_day", "asked", "scored", "minutes", "extra_minutes", "scale", "domains", "mock", "sources")
	e.Code, e.Name, e.First = m.Text("code"), m.Text("name"), m.Date("first_day")
	e.Asked, e.Scored = m.Int("asked", 1, 500), m.Int("scored", 1, 500)
	e.Minutes, e.Extra = m.Int("minutes", 1, 1000), m.Int("extra_minutes", 0, 1000)
	if s := m.Map("scale"); s != nil {
		s.Require("min", "max", "pass")
		e.Scale = Scale{Min: s.Int("min", 0, 10_000), Max: s.Int("max", 1, 10_000), Pass: s.Int("pass", 0, 10_000)}
		s.Done()
	}
	l.readDomains(m)
	l.readMock(m)
	for _, s := range m.Maps("sources") {
		s.Require("doc", "read", "evidence", "says")
		e.Sources = append(e.Sources, Source{
			Doc: readDoc(s, "doc"), Read: s.Date("read"),
			Evidence: s.OneOf("evidence", "verified", "reported", "ours"), Says: s.Text("says"),
		})
		s.Done()
	}
	m.Done()
}

func (l *loader) readDomains(m *strict.Map) {
	seen := map[string]bool{}
	weights := 0
	for _, d := range m.Maps("domains") {
		d.Require("id", "name", "weight", "tasks")
		domain := Domain{ID: partID(d, "", seen), Name: d.Text("name"), Weight: d.Int("weight", 1, 100)}
		for _, t := range d.Maps("tasks") {
			t.Require("id", "name", "skills")
			task := Task{ID: partID(t, domain.ID, seen), Name: t.Text("name")}
			for _, s := range t.Maps("skills") {
				s.Require("id", "text", "services")
				task.Skills = append(task.Skills, Skill{
					ID: partID(s, task.ID, seen), Text: s.Text("text"), Services: l.refer(toService, "", s.Texts("services")...),
				})
				s.Done()
			}
			t.Done()
			domain.Tasks = append(domain.Tasks, task)
		}
		d.Done()
		weights += domain.Weight
		l.exam.Domains = append(l.exam.Domains, domain)
	}
	if m.OK() && weights != 100 {
		m.Problem("domains", fmt.Sprintf("the weights of the domains make %d, not 100", weights), "")
	}
}

// partID is the id of a domain, task or skill, which continues that of the
// whole it belongs to: 4, 4.3, 4.3.3.
func partID(m *strict.Map, whole string, seen map[string]bool) string {
	id := m.Text("id")
	m.About(id)
	switch {
	case id == "":
	case whole != "" && (!within(id, whole) || id == whole):
		m.Problem("id", fmt.Sprintf("id %q must begin with %q", id, whole+"."), "")
	case seen[id]:
		m.Problem("id", fmt.Sprintf("id %q is given twice", id), "")
	}
	seen[id] = true
	return id
}

func (l *loader) readMock(m *strict.Map) {
	mock := m.Map("mock")
	if mock == nil {
		return
	}
	mock.Require("multiple", "forms")
	if s := mock.Map("multiple"); s != nil {
		s.Require("target", "least", "most")
		l.exam.Mock.Multiple = Share{Target: s.Int("target", 0, 100), Least: s.Int("least", 0, 100), Most: s.Int("most", 0, 100)}
		s.Done()
	}
	for _, f := range mock.Maps("forms") {
		f.Require("asked", "domains")
		form := Form{Asked: f.Int("asked", 1, 500), Domains: f.Ints("domains", 0, 500)}
		sum := 0
		for _, n := range form.Domains {
			sum += n
		}
		if f.OK() && (sum != form.Asked || len(form.Domains) != len(l.exam.Domains)) {
			f.Problem("domains", fmt.Sprintf("%d questions of %d domains, not %d of %d", sum, len(form.Domains), form.Asked, len(l.exam.Domains)), "")
		}
		f.Done()
		l.exam.Mock.Forms = append(l.exam.Mock.Forms, form)
	}
	mock.Done()
}
