package lint

import "dva/deck"

// Facts is how many statements the cards cover. Total and Missing are of the
// notes; lines of them that state nothing testable do not count.
type Facts struct {
	Total             int      `json:"total"`
	Covered           int      `json:"covered"`
	Missing           []string `json:"missing"`
	DocsCore          int      `json:"docs_core"` // the documentation's, by level
	DocsCoreCovered   int      `json:"docs_core_covered"`
	DocsUseful        int      `json:"docs_useful"`
	DocsUsefulCovered int      `json:"docs_useful_covered"`
}

// Skills is how many skills of the blueprint have what.
type Skills struct {
	Total         int `json:"total"`
	WithCards     int `json:"with_cards"`
	WithQuestions int `json:"with_questions"`
}

// Services is how many services of the exam guide's list have what. Features
// of a service do not count.
type Services struct {
	InScope       int `json:"in_scope"`
	WithCards     int `json:"with_cards"`
	WithQuestions int `json:"with_questions"`
}

func (r *Report) cover(d *deck.Deck, cards []*deck.Card, questions []*deck.Question) {
	facts, cardSkills, questionSkills, cardServices, questionServices := set{}, set{}, set{}, set{}, set{}
	for _, c := range cards {
		facts.add(c.Facts...)
		cardSkills.add(c.Skills...)
		cardServices.add(c.Service)
	}
	for _, q := range questions {
		questionSkills.add(q.Skills...)
		questionServices.add(q.Service)
	}
	r.Facts = coverFacts(d, facts)
	for _, domain := range d.Exam.Domains {
		for _, t := range domain.Tasks {
			for _, s := range t.Skills {
				r.Skills.Total++
				r.Skills.WithCards += cardSkills.count(s.ID)
				r.Skills.WithQuestions += questionSkills.count(s.ID)
			}
		}
	}
	for _, s := range d.Services {
		if s.InScope && s.Parent == "" {
			r.Services.InScope++
			r.Services.WithCards += cardServices.count(s.Key)
			r.Services.WithQuestions += questionServices.count(s.Key)
		}
	}
}

func coverFacts(d *deck.Deck, covered set) Facts {
	n := Facts{Missing: []string{}}
	for _, f := range d.Facts() {
		switch {
		case !f.Teachable():
		case f.OfNotes():
			n.Total++
			n.Covered += covered.count(f.ID)
			if !covered[f.ID] {
				n.Missing = append(n.Missing, f.ID)
			}
		case f.Level == deck.Core.String():
			n.DocsCore++
			n.DocsCoreCovered += covered.count(f.ID)
		case f.Level == deck.Useful.String():
			n.DocsUseful++
			n.DocsUsefulCovered += covered.count(f.ID)
		}
	}
	return n
}

type set map[string]bool

func (s set) add(words ...string) {
	for _, w := range words {
		s[w] = true
	}
}

// count is 1 when w is in the set.
func (s set) count(w string) int {
	if s[w] {
		return 1
	}
	return 0
}
