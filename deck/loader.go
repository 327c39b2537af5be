package deck

import (
	"fmt"
	"net/url"
	"regexp"
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
	keys   map[string]bool     // service keys
	refs   []reference
	unread map[refKind]bool // a file that may give such names could not be read
}

// declared is where an id was first given to a card or question.
type declared struct {
	at       Place
	question bool
	former   bool
}

func newLoader(base *Deck) *loader {
	return &loader{
		base: base, ids: map[string]declared{}, facted: map[string]Place{}, words: map[string]Place{}, keys: map[string]bool{},
		unread: map[refKind]bool{},
	}
}

var (
	idForm   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	wordForm = regexp.MustCompile(`^[a-z0-9]+([ ./&+-][a-z0-9]+)*$`)
)

const (
	idHint   = "use lowercase letters, digits and single hyphens, such as sqs-visibility-timeout"
	maxIDLen = 80
)

// readID is the id of an entry, and names the entry in later problems.
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
}

func (l *loader) declareOne(m *strict.Map, field, id string, at Place, d declared) {
	if other, taken := l.ids[id]; taken {
		m.Problem(field, fmt.Sprintf("id %q is taken", id), "it is also at "+other.at.String()+"; rename one that no progress hangs on yet")
		return
	}
	l.ids[id] = d
}

// readDoc is the link to the page that settles an entry.
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
