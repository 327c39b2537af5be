package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"math/bits"
	"time"

	"dva/deck"
	"dva/deck/exam"
)

// maxChoices is how many choices fit into the bits of a set.
const maxChoices = 62

// setOf is a set of choices as bits. Choices must rise, as they do in an answer.
func setOf(choices []int) (set int64, err error) {
	last := -1
	for _, i := range choices {
		if i <= last || i >= maxChoices {
			return 0, fmt.Errorf("%v is no set of choices", choices)
		}
		set |= 1 << i
		last = i
	}
	return set, nil
}

// choicesOf are the choices of a set, nil of the empty one.
func choicesOf(set int64) (choices []int) {
	for rest := uint64(set); rest != 0; rest &= rest - 1 {
		choices = append(choices, bits.TrailingZeros64(rest))
	}
	return choices
}

// questionJSON is a question as exam_texts keeps it: all that a learner is shown
// and what ties it to cards and blueprint. Fields may be added.
type questionJSON struct {
	ID         string       `json:"id"`
	Service    string       `json:"service"`
	Services   []string     `json:"services,omitempty"`
	Stem       string       `json:"stem"`
	Choices    []choiceJSON `json:"choices"`
	Skills     []string     `json:"skills,omitempty"`
	Cards      []string     `json:"cards,omitempty"`
	Facts      []string     `json:"facts,omitempty"`
	Difficulty int          `json:"difficulty,omitempty"`
	Doc        string       `json:"doc,omitempty"`
	Checked    string       `json:"checked,omitempty"` // a date
	Changed    string       `json:"changed,omitempty"`
	Volatile   bool         `json:"volatile,omitempty"`
}

type choiceJSON struct {
	Text    string `json:"text"`
	Correct bool   `json:"correct,omitempty"`
	Why     string `json:"why,omitempty"`
}

func questionText(q *deck.Question) (string, error) {
	j := questionJSON{
		ID: q.ID, Service: q.Service, Services: q.Services, Stem: q.Stem, Skills: q.Skills, Cards: q.Cards, Facts: q.Facts,
		Difficulty: q.Difficulty, Doc: q.Doc, Changed: q.Changed, Volatile: q.Volatile,
	}
	if !q.Checked.IsZero() {
		j.Checked = q.Checked.Format(time.DateOnly)
	}
	for _, c := range q.Choices {
		j.Choices = append(j.Choices, choiceJSON(c))
	}
	b, err := json.Marshal(j)
	return string(b), err
}

func questionOf(text string) (*deck.Question, error) {
	var j questionJSON
	if err := json.Unmarshal([]byte(text), &j); err != nil {
		return nil, err
	}
	q := &deck.Question{
		ID: j.ID, Service: j.Service, Services: j.Services, Stem: j.Stem, Skills: j.Skills, Cards: j.Cards, Facts: j.Facts,
		Difficulty: j.Difficulty, Doc: j.Doc, Changed: j.Changed, Volatile: j.Volatile,
	}
	if j.Checked != "" {
		var err error
		if q.Checked, err = time.Parse(time.DateOnly, j.Checked); err != nil {
			return nil, err
		}
	}
	for _, c := range j.Choices {
		q.Choices = append(q.Choices, deck.Choice(c))
	}
	return q, nil
}

// domainJSON is a domain of an exam.
type domainJSON struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func domainsText(domains []exam.Domain) (string, error) {
	all := make([]domainJSON, len(domains))
	for i, d := range domains {
		all[i] = domainJSON(d)
	}
	b, err := json.Marshal(all)
	return string(b), err
}

func domainsOf(text string) (domains []exam.Domain, err error) {
	var all []domainJSON
	err = json.Unmarshal([]byte(text), &all)
	for _, d := range all {
		domains = append(domains, exam.Domain(d))
	}
	return domains, err
}

// figures are the result of a finished exam as its columns hold it, and null of
// another.
type figures struct {
	right, rightAsked sql.NullInt64
	counts            sql.NullString
}

// figuresOf computes what the columns must hold.
func figuresOf(r exam.Record) figures {
	if r.Run.Status != exam.Finished {
		return figures{}
	}
	res := exam.Score(r)
	counts := make([][2]int, len(res.Domains))
	for i, d := range res.Domains {
		counts[i] = [2]int{d.Right, d.Asked}
	}
	text, _ := json.Marshal(counts) // numbers alone
	return figures{
		right:      sql.NullInt64{Int64: int64(res.Right), Valid: true},
		rightAsked: sql.NullInt64{Int64: int64(res.RightAsked), Valid: true},
		counts:     sql.NullString{String: string(text), Valid: true},
	}
}

// domainCounts are the counts with their domains.
func (f figures) domainCounts(domains []exam.Domain) (all []exam.DomainCount, err error) {
	if !f.counts.Valid {
		return nil, nil
	}
	var counts [][2]int
	if err := json.Unmarshal([]byte(f.counts.String), &counts); err != nil {
		return nil, err
	}
	if len(counts) != len(domains) {
		return nil, fmt.Errorf("%d counts of %d domains", len(counts), len(domains))
	}
	for i, d := range domains {
		all = append(all, exam.DomainCount{Domain: d, Right: counts[i][0], Asked: counts[i][1]})
	}
	return all, nil
}
