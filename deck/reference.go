package deck

import (
	"fmt"
	"slices"

	"dva/deck/strict"
)

// refKind is what a reference names.
type refKind string

const (
	toSkill    refKind = "skill"
	toService  refKind = "service"
	toFact     refKind = "fact"
	toCard     refKind = "card"
	toQuestion refKind = "question"
)

type reference struct {
	kind   refKind
	target string
	at     Place
	entry  string // the id of the card, question or fact that refers, or empty
}

// refer notes references that are looked up when all files were read.
func (l *loader) refer(kind refKind, entry string, targets ...strict.Word) []string {
	for _, w := range targets {
		l.refs = append(l.refs, reference{kind, w.Text, w.At, entry})
	}
	return strict.Words(targets)
}

// checkReferences looks up what every entry refers to and leaves out those that
// refer to nothing.
func (l *loader) checkReferences() {
	known := l.known()
	dangling := map[string]bool{}
	listed := map[string]bool{}
	for _, s := range l.allServices() {
		listed[s.Key] = true
	}
	leaveOut := func(id, service string) bool {
		if !listed[service] {
			dangling[id] = true
		}
		return dangling[id]
	}
	for _, r := range l.refs {
		if !known[r.kind].has(r.target) && !l.unread[r.kind] {
			l.reader.Add(strict.Problem{
				Place: r.at, ID: r.entry, Message: fmt.Sprintf("no %s is called %q", r.kind, r.target),
				Hint: known[r.kind].near(r.target),
			})
			dangling[r.entry] = true
		}
	}
	l.cards = slices.DeleteFunc(l.cards, func(c *Card) bool { return leaveOut(c.ID, c.Service) })
	l.questions = slices.DeleteFunc(l.questions, func(q *Question) bool { return leaveOut(q.ID, q.Service) })
	l.facts = slices.DeleteFunc(l.facts, func(f *Fact) bool { return leaveOut(f.ID, f.Service) })
	l.dropLost()
}

// dropLost takes out of the questions the names of entries that were left
// out: those have had their message, and the question is as good as before.
func (l *loader) dropLost() {
	loaded := map[string]bool{}
	for _, c := range l.cards {
		loaded[c.ID] = true
	}
	for _, q := range l.questions {
		loaded[q.ID] = true
	}
	lost := func(id string) bool {
		if l.base != nil {
			if _, ok := l.base.first(id); ok {
				return false
			}
		}
		return !loaded[id]
	}
	for _, q := range l.questions {
		q.Cards = slices.DeleteFunc(q.Cards, lost)
		q.Enemies = slices.DeleteFunc(q.Enemies, lost)
	}
}

// names are the known names of one kind.
type names struct {
	set  map[string]bool
	also func(string) bool // in the base deck
}

func (n names) has(name string) bool { return n.set[name] || n.also != nil && n.also(name) }

// near is a hint; only names of this load are searched.
func (n names) near(name string) string {
	all := make([]string, 0, len(n.set))
	for s := range n.set {
		all = append(all, s)
	}
	slices.Sort(all)
	return strict.DidYouMean(name, all)
}

// allServices are those of the base deck and of this load.
func (l *loader) allServices() []Service {
	if l.base == nil {
		return l.services
	}
	return append(slices.Clip(l.base.Services), l.services...)
}

// known are all names that were given, those of broken entries too: one fault
// shall have one message.
func (l *loader) known() map[refKind]names {
	kinds := map[refKind]names{
		toSkill: {set: map[string]bool{}}, toService: {set: map[string]bool{}}, toFact: {set: map[string]bool{}},
		toCard: {set: map[string]bool{}}, toQuestion: {set: map[string]bool{}},
	}
	exam := l.exam
	if b := l.base; b != nil {
		exam = b.Exam
		kinds[toFact] = names{also: func(id string) bool { _, ok := b.Fact(id); return ok }}
		kinds[toCard] = names{set: kinds[toCard].set, also: func(id string) bool { it, ok := b.first(id); return ok && it.Kind != Multiple }}
		kinds[toQuestion] = names{set: kinds[toQuestion].set, also: func(id string) bool { it, ok := b.first(id); return ok && it.Kind == Multiple }}
	}
	for _, d := range exam.Domains {
		for _, t := range d.Tasks {
			for _, s := range t.Skills {
				kinds[toSkill].set[s.ID] = true
			}
		}
	}
	for _, s := range l.allServices() {
		kinds[toService].set[s.Key] = true
	}
	for key := range l.keys {
		kinds[toService].set[key] = true
	}
	for id := range l.facted {
		kinds[toFact].set[id] = true
	}
	for id, d := range l.ids {
		switch {
		case d.former:
		case d.question:
			kinds[toQuestion].set[id] = true
		default:
			kinds[toCard].set[id] = true
		}
	}
	return kinds
}
