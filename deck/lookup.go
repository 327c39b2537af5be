package deck

import (
	"strings"
	"sync"
)

// lookups are the maps of a deck, each built on first use: opening a deck
// for one card needs none of them.
type lookups struct {
	items    sync.Once
	byID     map[string]int32
	byParent map[string]int32 // the first item of each

	services  sync.Once
	byWord    map[string]int32 // key, alias or name in lower case
	byService map[string]float64

	searching sync.Once
	words     *wordIndex
}

func (d *Deck) indexItems() *lookups {
	l := d.look
	l.items.Do(func() {
		l.byID = make(map[string]int32, len(d.Items))
		l.byParent = make(map[string]int32, len(d.Items))
		for i := range d.Items {
			it := &d.Items[i]
			l.byID[it.ID] = int32(i)
			if _, ok := l.byParent[it.Parent]; !ok {
				l.byParent[it.Parent] = int32(i)
			}
		}
	})
	return l
}

// Item is the item with this id. The caller must not change it.
func (d *Deck) Item(id string) (*Item, bool) {
	if d.look == nil {
		return d.find(func(it *Item) bool { return it.ID == id })
	}
	i, ok := d.indexItems().byID[id]
	if !ok {
		return nil, false
	}
	return &d.Items[i], true
}

// first is the first item of a card or question.
func (d *Deck) first(parent string) (*Item, bool) {
	if d.look == nil {
		return d.find(func(it *Item) bool { return it.Parent == parent })
	}
	i, ok := d.indexItems().byParent[parent]
	if !ok {
		return nil, false
	}
	return &d.Items[i], true
}

func (d *Deck) find(is func(*Item) bool) (*Item, bool) {
	for i := range d.Items {
		if is(&d.Items[i]) {
			return &d.Items[i], true
		}
	}
	return nil, false
}

// Service is the service with this key, alias or name, in any case.
func (d *Deck) Service(word string) (*Service, bool) {
	if d.look == nil {
		for i := range d.Services {
			if d.Services[i].Key == word {
				return &d.Services[i], true
			}
		}
		return nil, false
	}
	i, ok := d.indexServices().byWord[strings.ToLower(word)]
	if !ok {
		return nil, false
	}
	return &d.Services[i], true
}

// Weight is how much of the exam touches the service, in percent. A domain's
// weight is shared evenly by its skills, a skill's evenly by its services. The
// weights of all services make 100 when every skill names one.
func (d *Deck) Weight(service string) float64 {
	if d.look == nil {
		return d.Exam.weights()[service]
	}
	return d.indexServices().byService[service]
}

func (d *Deck) indexServices() *lookups {
	l := d.look
	l.services.Do(func() {
		l.byWord = make(map[string]int32, 4*len(d.Services))
		for i, s := range d.Services {
			l.byWord[strings.ToLower(s.Name)] = int32(i)
		}
		for i, s := range d.Services { // over names, since keys and aliases are unique
			for _, a := range s.Aliases {
				l.byWord[a] = int32(i)
			}
			l.byWord[s.Key] = int32(i)
		}
		l.byService = d.Exam.weights()
	})
	return l
}

func (e *Exam) weights() map[string]float64 {
	of := map[string]float64{}
	for _, d := range e.Domains {
		skills := 0
		for _, t := range d.Tasks {
			skills += len(t.Skills)
		}
		for _, t := range d.Tasks {
			for _, s := range t.Skills {
				for _, key := range s.Services {
					of[key] += float64(d.Weight) / float64(skills) / float64(len(s.Services))
				}
			}
		}
	}
	return of
}

// Domain is the domain with this id, or the one that the task or skill with
// this id belongs to: "4", "4.3" and "4.3.3" are all in "4".
func (e *Exam) Domain(id string) (*Domain, bool) {
	for i := range e.Domains {
		if within(id, e.Domains[i].ID) {
			return &e.Domains[i], true
		}
	}
	return nil, false
}

// Task is the task with this id, or the one that the skill with this id
// belongs to.
func (e *Exam) Task(id string) (*Task, bool) {
	d, ok := e.Domain(id)
	if !ok {
		return nil, false
	}
	for i := range d.Tasks {
		if within(id, d.Tasks[i].ID) {
			return &d.Tasks[i], true
		}
	}
	return nil, false
}

// Skill is the skill with this id.
func (e *Exam) Skill(id string) (*Skill, bool) {
	t, ok := e.Task(id)
	if !ok {
		return nil, false
	}
	for i := range t.Skills {
		if t.Skills[i].ID == id {
			return &t.Skills[i], true
		}
	}
	return nil, false
}

func within(id, whole string) bool {
	return id == whole || strings.HasPrefix(id, whole+".")
}
