package deck

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"dva/deck/strict"
)

// loader collects the entries of many files, then checks what they say of one
// another. An entry with a problem is left out.
type loader struct {
	reader strict.Reader
	base   *Deck // what a learner's deck stands on; nil for the content that ships

	exam      Exam
	services  []Service
	facts     []*Fact
	cards     []*Card
	questions []*Question

	ids    map[string]declared // cards and questions, present and former ids
	facted map[string]Place    // facts
	words  map[string]Place    // service keys and aliases
	refs   []reference
}

// declared is where an id was first given to a card or question.
type declared struct {
	at       Place
	question bool
	former   bool
	broken   bool // the entry has problems and is left out
}

func newLoader(base *Deck) *loader {
	return &loader{base: base, ids: map[string]declared{}, facted: map[string]Place{}, words: map[string]Place{}}
}

var (
	idForm   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	wordForm = regexp.MustCompile(`^[a-z0-9]+([ ./&+-][a-z0-9]+)*$`)
)

const (
	idHint   = "use lowercase letters, digits and single hyphens, such as sqs-visibility-timeout"
	maxIDLen = 80
)

// id is the id of an entry, and names the entry in later problems.
func readID(m *strict.Map) string {
	id := m.Text("id")
	m.About(id)
	if id != "" && !validID(id) {
		m.Problem("id", "the id is not in the right form", idHint)
		return ""
	}
	return id
}

func validID(id string) bool { return len(id) <= maxIDLen && idForm.MatchString(id) }

// declare gives an entry its id and its former ones, unless another has them.
// Call it after everything else of the entry was read.
func (l *loader) declare(m *strict.Map, id string, formerly []strict.Word, question bool) {
	if id != "" {
		l.declareOne(m, "id", id, m.Place("id"), declared{at: m.Place("id"), question: question})
	}
	for _, w := range formerly {
		if !validID(w.Text) {
			m.Problem("formerly", fmt.Sprintf("%q is not in the form of an id", w.Text), idHint)
			continue
		}
		l.declareOne(m, "formerly", w.Text, w.At, declared{at: w.At, question: question, former: true})
	}
	if d, ok := l.ids[id]; ok && !m.OK() && d.at == m.Place("id") {
		d.broken = true
		l.ids[id] = d
	}
}

func (l *loader) declareOne(m *strict.Map, field, id string, at Place, d declared) {
	if other, taken := l.ids[id]; taken {
		m.Problem(field, fmt.Sprintf("id %q is taken", id), "it is also at "+other.at.String()+"; rename one that no progress hangs on yet")
		return
	}
	l.ids[id] = d
}

// doc is the link to the page that settles an entry.
func readDoc(m *strict.Map, field string) string {
	s := m.Text(field)
	if s == "" {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" || !strings.Contains(u.Host, ".") || u.User != nil || strings.ContainsAny(s, " \t\n<>\"`\\") {
		m.Problem(field, fmt.Sprintf("field %q must be a link that begins with https://", field), "")
		return ""
	}
	return s
}

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
	leaveOut := func(id, service string) bool {
		if !known[toService].has(service) {
			dangling[id] = true
		}
		return dangling[id]
	}
	for _, r := range l.refs {
		if !known[r.kind].has(r.target) {
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
	l.dropBroken(dangling)
}

// dropBroken takes out of the remaining questions what names an entry that was
// left out: that entry has had its message, and the question is as good as
// before.
func (l *loader) dropBroken(dangling map[string]bool) {
	gone := func(id string) bool { return dangling[id] || l.ids[id].broken }
	for _, q := range l.questions {
		q.Cards = slices.DeleteFunc(q.Cards, gone)
		q.Enemies = slices.DeleteFunc(q.Enemies, gone)
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

func (l *loader) known() map[refKind]names {
	kinds := map[refKind]names{
		toSkill: {set: map[string]bool{}}, toService: {set: map[string]bool{}}, toFact: {set: map[string]bool{}},
		toCard: {set: map[string]bool{}}, toQuestion: {set: map[string]bool{}},
	}
	exam, services := l.exam, l.services
	if b := l.base; b != nil {
		exam, services = b.Exam, append(slices.Clip(b.Services), services...)
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
	for _, s := range services {
		kinds[toService].set[s.Key] = true
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
