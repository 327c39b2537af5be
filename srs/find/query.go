package find

import (
	"fmt"
	"slices"
	"strings"

	"dva/deck"
	"dva/deck/strict"
	"dva/srs"
)

// States are what is: may ask, in the order in which help lists them.
var States = [...]string{
	"new", "learning", "young", "mature", "due", "suspended", "buried", "flagged", "noted", "leech", "changed",
	"card", "question", "own", "gone",
}

// Fields are the words before a colon, with an example of each.
var Fields = [...]struct{ Name, Example string }{
	{"service", "service:sqs"},
	{"domain", "domain:4"},
	{"task", "task:4.3"},
	{"skill", "skill:4.3.1"},
	{"level", "level:core"},
	{"is", "is:flagged"},
}

// Remembers says whether query asks for what only the learner's file knows.
func Remembers(query string) bool {
	return slices.ContainsFunc(strings.Fields(query), func(w string) bool {
		return strings.HasPrefix(strings.ToLower(strings.TrimPrefix(w, "-")), "is:")
	})
}

// query is a query that was understood.
type query struct {
	text  string
	terms []term
	gone  bool // asks for what is gone
}

// term is one field:value. Not turns it round.
type term struct {
	fits func(*Entry) bool
	not  bool
}

// parse takes query apart. A word with a colon whose first part is no field, such
// as s3:PutObject, is text. Values may be begun only, and be several with commas.
func (s *Shelf) parse(text string) (query, string) {
	var q query
	var words []string
	for _, w := range strings.Fields(text) {
		bare, not := strings.CutPrefix(w, "-")
		field, value, ok := strings.Cut(bare, ":")
		field = strings.ToLower(field)
		if !ok || !isField(field) {
			words = append(words, w)
			continue
		}
		if value == "" {
			continue // still being typed
		}
		var some []func(*Entry) bool
		for _, v := range strings.Split(strings.ToLower(value), ",") {
			if v == "" {
				continue
			}
			fits, problem := s.term(field, v)
			if problem != "" {
				return query{}, problem
			}
			q.gone = q.gone || field == "is" && strings.HasPrefix("gone", v)
			some = append(some, fits)
		}
		q.terms = append(q.terms, term{not: not, fits: func(e *Entry) bool {
			return slices.ContainsFunc(some, func(fits func(*Entry) bool) bool { return fits(e) })
		}})
	}
	q.text = strings.Join(words, " ")
	return q, ""
}

func isField(name string) bool {
	for _, f := range Fields {
		if f.Name == name {
			return true
		}
	}
	return false
}

func (s *Shelf) term(field, value string) (fits func(*Entry) bool, problem string) {
	switch field {
	case "service":
		return s.service(value)
	case "level":
		return level(value)
	case "is":
		return s.state(value)
	}
	return s.blueprint(field, value)
}

// service fits items of a service, by its key, an alias or a name in one word; of
// all that begin so when none is called so.
func (s *Shelf) service(value string) (func(*Entry) bool, string) {
	keys := map[string]bool{}
	var known []string
	if svc, ok := s.Deck.Service(value); ok {
		keys[svc.Key] = true
	} else {
		for _, svc := range s.Deck.Services {
			for _, name := range append([]string{svc.Key}, svc.Aliases...) {
				known = append(known, name)
				keys[svc.Key] = keys[svc.Key] || strings.HasPrefix(name, value)
			}
		}
		if !slices.ContainsFunc(s.Deck.Services, func(svc deck.Service) bool { return keys[svc.Key] }) {
			return nil, "there is no service " + quoted(value) + meant(value, known)
		}
	}
	return func(e *Entry) bool { return keys[e.Item.Service] }, ""
}

func level(value string) (func(*Entry) bool, string) {
	levels := []string{deck.Core.String(), deck.Useful.String(), deck.Edge.String()}
	if !slices.ContainsFunc(levels, func(l string) bool { return strings.HasPrefix(l, value) }) {
		return nil, "there is no level " + quoted(value) + ": " + strings.Join(levels, ", ")
	}
	return func(e *Entry) bool { return !e.Gone && strings.HasPrefix(e.Item.Level.String(), value) }, ""
}

// blueprint fits items with a skill in a part of the exam's blueprint.
func (s *Shelf) blueprint(field, value string) (func(*Entry) bool, string) {
	value = strings.TrimSuffix(value, ".") // the next number is still being typed
	if _, ok := s.Deck.Exam.Domain(value); !ok || !s.part(value) {
		return nil, fmt.Sprintf("the exam has no %s %s", field, quoted(value))
	}
	return func(e *Entry) bool {
		return slices.ContainsFunc(e.Item.Skills, func(skill string) bool {
			return skill == value || strings.HasPrefix(skill, value+".")
		})
	}, ""
}

// part says whether id is a domain, a task or a skill.
func (s *Shelf) part(id string) bool {
	exam := &s.Deck.Exam
	if d, ok := exam.Domain(id); ok && d.ID == id {
		return true
	}
	if t, ok := exam.Task(id); ok && t.ID == id {
		return true
	}
	_, ok := exam.Skill(id)
	return ok
}

// state fits items in the state of this name, or in any whose name begins so.
func (s *Shelf) state(value string) (func(*Entry) bool, string) {
	var asked []string
	for _, name := range States {
		if name == value {
			asked = []string{name}
			break
		}
		if strings.HasPrefix(name, value) {
			asked = append(asked, name)
		}
	}
	if asked == nil {
		return nil, "there is no is:" + strict.Clean(value) + meant(value, States[:]) + "; there are " + strings.Join(States[:], ", ")
	}
	return func(e *Entry) bool {
		return slices.ContainsFunc(asked, func(name string) bool { return s.Is(e, name) })
	}, ""
}

// Is says whether an entry is in one of States.
func (s *Shelf) Is(e *Entry, state string) bool {
	c := &e.Card
	switch state {
	case "gone":
		return e.Gone
	case "new":
		return c.State == srs.New && !e.Gone
	case "learning":
		return c.State == srs.Learning || c.State == srs.Relearning
	case "young":
		return c.State == srs.Reviewing && c.Interval < srs.MatureDays
	case "mature":
		return c.State == srs.Reviewing && c.Interval >= srs.MatureDays
	case "due":
		return c.DueBy(s.today) && !c.Marks.Hidden(s.today) && !e.Gone
	case "suspended":
		return c.Marks.Suspended
	case "buried":
		return s.today < c.Marks.BuriedUntil
	case "flagged":
		return c.Marks.Flagged
	case "noted":
		return e.Note != ""
	case "leech":
		return s.Leech(*c)
	case "changed":
		return e.Changed
	case "card":
		return e.Item.Kind != deck.Multiple && !e.Gone
	case "question":
		return e.Item.Kind == deck.Multiple
	case "own":
		return e.Item.Deck != ""
	}
	return false
}

func quoted(s string) string { return `"` + strict.Clean(s) + `"` }

func meant(word string, words []string) string {
	if w := strict.Closest(word, words); w != "" {
		return ", did you mean " + w + "?"
	}
	return ""
}
