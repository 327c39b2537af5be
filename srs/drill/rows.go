package drill

import (
	"cmp"
	"slices"
	"strings"

	"dva/deck"
)

// Figures are how a part of the deck stands. All but Cards and Questions is
// counted among the kind that was asked for.
type Figures struct {
	Cards, Questions int
	Seen, Due        int
	Recall           float64 // mean chance, 0 to 1, that an item seen is recalled today; 0 when none was
}

// Row is how a service stands.
type Row struct {
	Key     string
	Name    string // without the vendor's
	Aliases []string
	Weight  float64 // in the exam, in percent
	Figures
}

// Order is how rows are sorted.
type Order uint8

// The orders.
const (
	ByWeakness Order = iota // the lowest recall first, then services never seen
	ByWeight                // the heaviest in the exam first
	ByName
)

// Rows are the services that have something to drill of this kind and within this
// domain, task or skill, in the order of the input.
func (b *Book) Rows(k Kind, skill string) []Row {
	of := make(map[string]*sum, len(b.services))
	for i := range b.entries {
		e := &b.entries[i]
		if !e.in(skill) {
			continue
		}
		s := of[e.item.Service]
		if s == nil {
			s = &sum{}
			of[e.item.Service] = s
		}
		s.add(e, k)
	}
	rows := make([]Row, 0, len(of))
	for _, s := range b.services {
		if f := of[s.Key]; f != nil && f.asked > 0 {
			rows = append(rows, Row{s.Key, short(s.Name), s.Aliases, b.weight(s.Key), f.figures()})
		}
	}
	return rows
}

// Sort puts rows in order. Among equal ones the heavier comes first, then the one
// earlier by name.
func Sort(rows []Row, by Order) {
	slices.SortStableFunc(rows, func(a, b Row) int {
		first := 0
		if by == ByWeakness {
			first = byWeakness(a, b)
		}
		if by != ByName {
			first = cmp.Or(first, cmp.Compare(b.Weight, a.Weight))
		}
		return cmp.Or(first, cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)))
	})
}

func byWeakness(a, b Row) int {
	if (a.Seen > 0) != (b.Seen > 0) {
		return before(a.Seen > 0)
	}
	return cmp.Compare(a.Recall, b.Recall)
}

// short is a service's name without the vendor's, by which people look for it.
func short(name string) string {
	for _, vendor := range []string{"Amazon ", "AWS "} {
		if rest, ok := strings.CutPrefix(name, vendor); ok && rest != "" {
			return rest
		}
	}
	return name
}

// Matches says whether every word of a filter but the vendor's stands in the
// service's key, name or an alias, in any case. Exact says that the filter is one
// of these.
func (r Row) Matches(filter string) (found, exact bool) {
	words := slices.DeleteFunc(strings.Fields(strings.ToLower(filter)), func(w string) bool { return w == "amazon" || w == "aws" })
	names := append([]string{r.Key, strings.ToLower(r.Name)}, r.Aliases...)
	for _, w := range words {
		if !slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, w) }) {
			return false, false
		}
	}
	return true, slices.Contains(names, strings.Join(words, " "))
}

// Scope is a domain, task or skill of the exam, and how what belongs to it
// stands.
type Scope struct {
	ID    string
	Name  string
	Depth int // 0 a domain, 1 a task, 2 a skill
	Figures
}

// Scopes are all parts of the blueprint in its order, with figures of this kind.
func (b *Book) Scopes(k Kind) []Scope {
	of := map[string]*sum{}
	for i := range b.entries {
		for _, id := range parts(b.entries[i].item.Skills) {
			if of[id] == nil {
				of[id] = &sum{}
			}
			of[id].add(&b.entries[i], k)
		}
	}
	var out []Scope
	add := func(id, name string, depth int) {
		s := Scope{ID: id, Name: name, Depth: depth}
		if f := of[id]; f != nil {
			s.Figures = f.figures()
		}
		out = append(out, s)
	}
	for _, d := range b.exam.Domains {
		add(d.ID, d.Name, 0)
		for _, t := range d.Tasks {
			add(t.ID, t.Name, 1)
			for _, s := range t.Skills {
				add(s.ID, s.Text, 2)
			}
		}
	}
	return out
}

// parts are skills and the tasks and domains that they belong to, each once.
func parts(skills []string) []string {
	var ids []string
	for _, id := range skills {
		for id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
			id = id[:max(strings.LastIndexByte(id, '.'), 0)]
		}
	}
	return ids
}

// sum is figures being counted.
type sum struct {
	Figures
	asked  int // of the kind
	recall float64
}

func (s *sum) add(e *entry, k Kind) {
	if e.item.Kind == deck.Multiple {
		s.Questions++
	} else {
		s.Cards++
	}
	if !k.has(e.item) {
		return
	}
	s.asked++
	if e.due {
		s.Due++
	}
	if e.seen {
		s.Seen++
		s.recall += e.recall
	}
}

func (s *sum) figures() Figures {
	f := s.Figures
	if f.Seen > 0 {
		f.Recall = s.recall / float64(f.Seen)
	}
	return f
}
