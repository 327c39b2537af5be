package exam

import (
	"cmp"
	"slices"
	"time"
)

const (
	// Rushed is the time below which an answer was hardly read: a stem and four
	// choices are about 120 words.
	Rushed = 20 * time.Second
	// slowest is how many of the slowest items a result names.
	slowest = 5
	// FewAsked is the number of questions below which a domain's share says next
	// to nothing.
	FewAsked = 12
)

// DomainCount is how one domain went, over all its questions, scored or not.
type DomainCount struct {
	Domain
	Right, Asked int
}

// Turned says how an answer changed between the first time the item was left and
// the end.
type Turned uint8

// The ways an answer can change.
const (
	Kept Turned = iota
	ToRight
	ToWrong
	Elsewhere // from one wrong answer to another
)

// Outcome is how one item went.
type Outcome struct {
	Right bool
	Blank bool
	// Hits are the correct choices among the picked ones, for information only:
	// a part of a question counts nothing.
	Hits   int
	Turned Turned
	Rushed bool // answered in less than Rushed
	Slow   bool // one of the five that took longest
	// Lucky says that the answer is right and the learner did not trust it, or
	// had no time to know it: flagged, or rushed.
	Lucky bool
}

// Result is a finished exam, computed from its record and nothing else, so that
// it never changes.
type Result struct {
	Right, Scored     int // of the scored questions
	RightAsked, Asked int // of all
	Fresh             int
	Domains           []DomainCount
	Outcomes          []Outcome // one for each item

	Median           time.Duration // of the time for an item that was visited
	Slowest          []int         // items, slowest first
	Rushed           int
	ToRight, ToWrong int
	Blank            int
}

// Misses are the items that are not right, in the order of the paper.
func (r Result) Misses() []int {
	var out []int
	for i, o := range r.Outcomes {
		if !o.Right {
			out = append(out, i)
		}
	}
	return out
}

// Score computes the result of a record.
func Score(r Record) Result {
	p := r.Paper
	res := Result{Asked: len(p.Items), Fresh: p.Fresh(), Outcomes: make([]Outcome, len(p.Items)), Slowest: slow(r.Answers)}
	of := make(map[string]int, len(p.Domains))
	for i, d := range p.Domains {
		res.Domains = append(res.Domains, DomainCount{Domain: d})
		of[d.ID] = i
	}
	var spent []time.Duration
	for i, it := range p.Items {
		a := r.Answers[i]
		o := outcome(it, a)
		o.Slow = slices.Contains(res.Slowest, i)
		res.Outcomes[i] = o
		res.add(it, o, &res.Domains[of[it.Domain]])
		if a.Visited {
			spent = append(spent, a.Spent)
		}
	}
	res.Median = median(spent)
	return res
}

func (r *Result) add(it Item, o Outcome, d *DomainCount) {
	d.Asked++
	if it.Scored {
		r.Scored++
	}
	if o.Right {
		d.Right++
		r.RightAsked++
		if it.Scored {
			r.Right++
		}
	}
	if o.Blank {
		r.Blank++
	}
	if o.Rushed {
		r.Rushed++
	}
	switch o.Turned {
	case ToRight:
		r.ToRight++
	case ToWrong:
		r.ToWrong++
	}
}

func outcome(it Item, a Answer) Outcome {
	o := Outcome{Blank: len(a.Picked) == 0, Right: it.Question.Mark(a.Picked).Right}
	for _, i := range a.Picked {
		if it.Question.Choices[i].Correct {
			o.Hits++
		}
	}
	o.Rushed = !o.Blank && a.Spent < Rushed
	o.Lucky = o.Right && (a.Flagged || o.Rushed)
	if a.First != nil && !slices.Equal(a.First, a.Picked) {
		before := it.Question.Mark(a.First).Right
		switch {
		case o.Right:
			o.Turned = ToRight
		case before:
			o.Turned = ToWrong
		default:
			o.Turned = Elsewhere
		}
	}
	return o
}

// slow are the items that took longest, slowest first, of those that were
// visited; of equal ones the earlier.
func slow(answers []Answer) []int {
	var at []int
	for i, a := range answers {
		if a.Visited && a.Spent > 0 {
			at = append(at, i)
		}
	}
	slices.SortStableFunc(at, func(i, j int) int { return cmp.Compare(answers[j].Spent, answers[i].Spent) })
	return at[:min(len(at), slowest)]
}

// median is the middle of the times, of an even number the mean of the two in the
// middle, 0 of none.
func median(times []time.Duration) time.Duration {
	n := len(times)
	if n == 0 {
		return 0
	}
	slices.Sort(times)
	return (times[(n-1)/2] + times[n/2]) / 2
}
