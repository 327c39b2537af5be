package lint

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"dva/deck"
)

// The bank against the exam's blueprint.
var blueprintStatistics = []statistic{
	{"V1", true, (*bank).domains},
	{"V2", true, (*bank).skills},
	{"V2-cards", true, (*bank).skillCards},
	{"V3", true, (*bank).services},
	{"V3-two", true, (*bank).servicesTwo},
	{"V3-cards", true, (*bank).serviceCards},
	{"V3-out", true, (*bank).outOfScope},
	{"V5", true, (*bank).stale},
	{"V6", true, (*bank).numbers},
	{"fronts", true, (*bank).joinedFronts},
}

// domains is how far the share of a domain is off its weight, at most.
func (b *bank) domains() Statistic {
	count := map[string]int{}
	for _, q := range b.questions {
		if len(q.Skills) > 0 {
			if d, ok := b.deck.Exam.Domain(q.Skills[0]); ok {
				count[d.ID]++
			}
		}
	}
	s := Statistic{About: "share of a domain off its weight in the exam", N: len(b.questions)}
	for _, d := range b.deck.Exam.Domains {
		off := share(count[d.ID], len(b.questions)) - float64(d.Weight)/100
		if math.Abs(off) > s.Value {
			s.Value, s.Worst = math.Abs(off), fmt.Sprintf("domain %s has %d, its weight is %d percent", d.ID, count[d.ID], d.Weight)
		}
	}
	return s.judge(most(.02, .03), true)
}

// skillIDs are all skills of the blueprint, in its order.
func (b *bank) skillIDs() []string {
	var ids []string
	for _, d := range b.deck.Exam.Domains {
		for _, t := range d.Tasks {
			for _, s := range t.Skills {
				ids = append(ids, s.ID)
			}
		}
	}
	return ids
}

// fewest is the statistic of the least counted; names are those below the limit
// of warning.
func fewest(about string, n map[string]int, ids []string, l limits) Statistic {
	s := Statistic{About: about, N: len(ids)}
	var low []string
	for i, id := range ids {
		v := float64(n[id])
		if i == 0 || v < s.Value {
			s.Value = v
		}
		if v < l.warnLow {
			low = append(low, fmt.Sprintf("%s %d", id, n[id]))
		}
	}
	s.Worst = strings.Join(low, ", ")
	return s.judge(l, true)
}

// skills asks for 4 questions a skill of a bank of 400 and for 2 at the very
// least; of smaller and larger banks in proportion. A question counts for each
// skill that it names.
func (b *bank) skills() Statistic {
	n := map[string]int{}
	for _, q := range b.questions {
		for _, s := range q.Skills {
			n[s]++
		}
	}
	return fewest("questions of the skill that has fewest", n, b.skillIDs(), least(scaled(4, len(b.questions)), scaled(2, len(b.questions))))
}

// scaled is so many of a bank of 400.
func scaled(of400, questions int) float64 { return math.Round(float64(of400*questions) / 400) }

func (b *bank) skillCards() Statistic {
	n := map[string]int{}
	for _, c := range b.cards {
		for _, s := range c.Skills {
			n[s]++
		}
	}
	return fewest("flashcards of the skill that has fewest", n, b.skillIDs(), least(5, 5))
}

// inScope is the services of the exam guide's list; a feature of a service is no
// service.
func (b *bank) inScope() []string {
	var keys []string
	for _, s := range b.deck.Services {
		if s.InScope && s.Parent == "" {
			keys = append(keys, s.Key)
		}
	}
	return keys
}

// served counts the questions of each service: as the one that they mainly test,
// or as another that they involve.
func (b *bank) served() map[string]int {
	n := map[string]int{}
	for _, q := range b.questions {
		n[b.whole(q.Service)]++
		for _, s := range q.Services {
			n[b.whole(s)]++
		}
	}
	return n
}

// whole is the service that a feature belongs to.
func (b *bank) whole(key string) string {
	if s, ok := b.deck.Service(key); ok && s.Parent != "" {
		return s.Parent
	}
	return key
}

// without counts the services with fewer than so many.
func without(about string, n map[string]int, keys []string, fewest int, l limits) Statistic {
	s := Statistic{About: about, N: len(keys)}
	var low []string
	for _, k := range keys {
		if n[k] < fewest {
			low = append(low, k)
		}
	}
	s.Value, s.Worst = float64(len(low)), strings.Join(low, ", ")
	return s.judge(l, true)
}

func (b *bank) services() Statistic {
	return without("services of the exam without a question", b.served(), b.inScope(), 1, most(0, 4*grown(len(b.questions))))
}

func (b *bank) servicesTwo() Statistic {
	return without("services of the exam with fewer than 2 questions", b.served(), b.inScope(), 2, most(4*grown(len(b.questions)), 14*grown(len(b.questions))))
}

// grown loosens a limit for banks below 400.
func grown(questions int) float64 { return max(1, 400/float64(max(1, questions))) }

func (b *bank) serviceCards() Statistic {
	n := map[string]int{}
	for _, c := range b.cards {
		n[b.whole(c.Service)]++
	}
	return without("services of the exam with fewer than 5 flashcards", n, b.inScope(), 5, most(0, 4))
}

// outOfScope counts the questions whose correct choice names a service that is not
// on the exam and that the stem does not speak of, or that mainly test one.
// Services are taken by their full names, since a feature of another may be called
// Shield or Config.
func (b *bank) outOfScope() Statistic {
	s := Statistic{About: "questions whose answer is a service that is not on the exam", N: len(b.questions)}
	var found []string
	for _, q := range b.questions {
		for i := range b.deck.Services {
			service := &b.deck.Services[i]
			if !service.InScope && service.Key != "general" && answers(q, service) {
				found = append(found, q.ID+" "+service.Key)
				s.Value++
				break
			}
		}
	}
	s.Worst = strings.Join(found, ", ")
	return s.judge(most(0, 0), true)
}

func answers(q *deck.Question, s *deck.Service) bool {
	if q.Service == s.Key {
		return true
	}
	name, _, _ := strings.Cut(s.Name, " (")
	if !strings.HasPrefix(name, "Amazon ") && !strings.HasPrefix(name, "AWS ") || strings.Contains(q.Stem, name) {
		return false
	}
	return slices.ContainsFunc(q.Choices, func(c deck.Choice) bool { return c.Correct && strings.Contains(c.Text, name) })
}

// stale is the share of questions that nobody held against the documentation for
// 9 months; from 15 months on each is told by itself.
func (b *bank) stale() Statistic {
	n := 0
	for _, q := range b.questions {
		if q.Checked.Before(b.now.AddDate(0, -9, 0)) {
			n++
		}
	}
	s := Statistic{About: "questions not checked for 9 months", Value: share(n, len(b.questions)), N: len(b.questions)}
	return s.judge(most(0, 1), true)
}

var amount = regexp.MustCompile(`\b[0-9][0-9,.]* ?(?:percent|%|ms|milliseconds?|seconds?|minutes?|hours?|days?|weeks?|[KMGT]i?B|requests|calls|units|messages|items|keys|records|versions)\b`)

// numbers is the share of questions whose correct choice has an amount that their
// stem does not give, without being marked as volatile. Whether AWS may change it
// is for people to say; these are the ones to look at.
func (b *bank) numbers() Statistic {
	s := Statistic{About: "questions with an amount in the correct choice that are not volatile", N: len(b.questions)}
	var found []string
	for _, q := range b.questions {
		a := amount.FindString(correct(q))
		if a != "" && !q.Volatile && !strings.Contains(q.Stem, a) {
			found = append(found, q.ID)
		}
	}
	s.Value, s.Worst = share(len(found), len(b.questions)), strings.Join(found, ", ")
	return s.judge(most(0, 1), true)
}
