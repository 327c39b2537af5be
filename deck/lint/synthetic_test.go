package lint

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"dva/deck"
)

// The banks here are made of words drawn by lot, so that it is known whether they
// have a tell.

// invented is a bank whose correct choices are drawn by lot: 85 percent have one
// of four, the others two of five.
func invented(seed uint64, n int) []*deck.Question {
	random := rand.New(rand.NewPCG(seed, 9))
	var all []*deck.Question
	for i := range n {
		q := &deck.Question{
			ID: fmt.Sprint("q", i), Service: "sqs", Stem: text(random, 40) + "?", Skills: []string{fmt.Sprintf("1.1.%d", 1+random.IntN(40))},
			Checked: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC),
		}
		choices, correct := 4, 1
		if i*15/100 < (i+1)*15/100 {
			choices, correct = 5, 2
		}
		for range choices {
			q.Choices = append(q.Choices, deck.Choice{Text: text(random, 7+random.IntN(5))})
		}
		for _, k := range random.Perm(choices)[:correct] {
			q.Choices[k].Correct = true
		}
		all = append(all, q)
	}
	return all
}

// text is words of which a few are common, as in a language.
func text(random *rand.Rand, n int) string {
	var all []string
	for range n {
		w := int(600 * random.Float64() * random.Float64() * random.Float64())
		all = append(all, strings.Repeat(string(rune('b'+w%20)), 1+w%7)+fmt.Sprintf("%c%c", 'a'+w/26, 'a'+w%26))
	}
	return strings.Join(all, " ")
}

// refused is which statistics of a bank are beyond their limits and by more than
// luck. Those of the blueprint are left out.
func refused(questions []*deck.Question) map[string]Statistic {
	d := &deck.Deck{Services: []deck.Service{{Key: "sqs", Name: "Amazon SQS", InScope: true}}}
	c := &checker{deck: d, words: serviceWords(d)}
	b := newBank(c, nil, questions)
	out := map[string]Statistic{}
	for _, rule := range statistics {
		if !rule.blueprint || rule.id == "M1" {
			if s := rule.measure(b); s.Level == Fail {
				out[rule.id] = s
			}
		}
	}
	return out
}

func TestCleanBanksAreRefusedAsSeldomAsLuckHasIt(t *testing.T) {
	const banks = 20
	times := map[string]int{}
	total := 0
	for seed := range uint64(banks) {
		for id := range refused(invented(seed, 400)) {
			times[id]++
			total++
		}
	}
	// Each rule refuses a clean bank at most once in a hundred times, so that more
	// than two of twenty are a fault of the rule.
	for id, n := range times {
		if n > 2 {
			t.Errorf("%s refuses %d of %d clean banks", id, n, banks)
		}
	}
	if total > 6 {
		t.Errorf("%d refusals of %d clean banks: %v", total, banks, times)
	}
	t.Log(times)
}

// planted changes every so many questions with one correct choice.
func planted(every int, change func(q *deck.Question, key *deck.Choice)) func([]*deck.Question) {
	return func(all []*deck.Question) {
		n := 0
		for _, q := range all {
			if q.Correct() != 1 {
				continue
			}
			if n++; n%every == 0 {
				k := slices.IndexFunc(q.Choices, func(c deck.Choice) bool { return c.Correct })
				change(q, &q.Choices[k])
			}
		}
	}
}

// swap makes the choice at place the correct one.
func swap(q *deck.Question, place int) {
	for i := range q.Choices {
		if q.Choices[i].Correct {
			q.Choices[i], q.Choices[place] = q.Choices[place], q.Choices[i]
			return
		}
	}
}

// byLength is the place of the longest choice, or of the shortest.
func byLength(q *deck.Question, sign int) int {
	best := 0
	for i, c := range q.Choices {
		if sign*len(c.Text) > sign*len(q.Choices[best].Text) {
			best = i
		}
	}
	return best
}

// mark makes the choice at place correct and no other.
func mark(q *deck.Question, place int) {
	for i := range q.Choices {
		q.Choices[i].Correct = i == place
	}
}

func wrong(q *deck.Question, change func(i int, c *deck.Choice)) {
	n := 0
	for i := range q.Choices {
		if !q.Choices[i].Correct {
			change(n, &q.Choices[i])
			n++
		}
	}
}

func TestPlantedTellsAreRefused(t *testing.T) {
	before := refused(invented(3, 400))
	for _, c := range []struct {
		name  string
		want  []string
		plant func([]*deck.Question)
	}{
		{"the longest is correct in half", []string{"L1", "L3", "X1"}, planted(2, func(q *deck.Question, _ *deck.Choice) { mark(q, byLength(q, 1)) })},
		{"the shortest is correct in half", []string{"L2", "L3", "X1"}, planted(2, func(q *deck.Question, _ *deck.Choice) { mark(q, byLength(q, -1)) })},
		{"the shortest is never correct", []string{"L2"}, planted(1, func(q *deck.Question, k *deck.Choice) {
			if s := byLength(q, -1); &q.Choices[s] == k {
				mark(q, byLength(q, 1))
			}
		})},
		{"the correct choice says two words more", []string{"L1", "L4", "L5"}, planted(1, func(_ *deck.Question, k *deck.Choice) { k.Text += " anotherlong wordsaid" })},
		{"the second is correct in half", []string{"K1", "K2"}, planted(2, func(q *deck.Question, _ *deck.Choice) { swap(q, 1) })},
		{"wrong choices say always", []string{"A1", "A1-rates"}, planted(2, func(q *deck.Question, _ *deck.Choice) {
			wrong(q, func(_ int, c *deck.Choice) { c.Text = strings.Replace(c.Text, " ", " always ", 1) })
		})},
		{"wrong choices are the right one with a change", []string{"C1"}, planted(2, func(q *deck.Question, k *deck.Choice) {
			wrong(q, func(i int, c *deck.Choice) {
				parts := strings.Fields(k.Text)
				parts[2*i], parts[2*i+1] = "other", fmt.Sprint("thing", i)
				c.Text = strings.Join(parts, " ")
			})
		})},
		{"the correct choice repeats the stem", []string{"S1"}, planted(3, func(q *deck.Question, k *deck.Choice) {
			k.Text = strings.Join(strings.Fields(q.Stem)[5:13], " ")
		})},
		{"the correct choice alone has a number", []string{"O1"}, planted(3, func(_ *deck.Question, k *deck.Choice) { k.Text += " 5" })},
		{"the one with a number is never correct", []string{"O1"}, planted(2, func(q *deck.Question, _ *deck.Choice) {
			wrong(q, func(i int, c *deck.Choice) {
				if i == 0 {
					c.Text += " 5"
				}
			})
		})},
		{"correct choices say managed", []string{"X2"}, planted(2, func(_ *deck.Question, k *deck.Choice) { k.Text = "managed " + k.Text })},
		{"a service is correct wherever it is named", []string{"X3"}, planted(10, func(_ *deck.Question, k *deck.Choice) { k.Text = "SQS " + k.Text })},
		{"a stem asks what is NOT so", []string{"N1"}, planted(8, func(q *deck.Question, _ *deck.Choice) { q.Stem = "Which is NOT so?" })},
		{"no question has several correct choices", []string{"M1"}, func(all []*deck.Question) {
			for _, q := range all {
				q.Choices = q.Choices[:4]
				mark(q, len(q.ID)%4)
			}
		}},
		{"the two longest are correct", []string{"M2"}, func(all []*deck.Question) {
			for _, q := range all {
				if q.Correct() == 2 {
					slices.SortFunc(q.Choices, func(x, y deck.Choice) int { return len(x.Text) - len(y.Text) })
					for i := range q.Choices {
						q.Choices[i].Correct = i > 2
					}
				}
			}
		}},
		{"the second and the fourth are correct in a third", []string{"M2-pair"}, func(all []*deck.Question) {
			n := 0
			for _, q := range all {
				if q.Correct() != 2 {
					continue
				}
				if n++; n%3 == 0 {
					for i := range q.Choices {
						q.Choices[i].Correct = i == 1 || i == 3
					}
				}
			}
		}},
		{"a third of the questions have uneven choices", []string{"L6"}, planted(3, func(q *deck.Question, _ *deck.Choice) {
			q.Choices[0].Text, q.Choices[1].Text = "short", strings.Repeat("long ", 8)
		})},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := invented(3, 400)
			c.plant(all)
			after := refused(all)
			for _, id := range c.want {
				if _, was := before[id]; was {
					t.Errorf("%s refuses the clean bank too", id)
				}
				if _, is := after[id]; !is {
					t.Errorf("%s passes it", id)
				}
			}
		})
	}
}

func TestSmallBankIsNotRefusedByLuck(t *testing.T) {
	for seed := range uint64(20) {
		for id, s := range refused(invented(seed, 60)) {
			if s.Z != 0 && s.Z < 2.3 && s.Z > -2.3 {
				t.Errorf("%s: refused at z %v", id, s.Z)
			}
		}
	}
}

func TestTwinsDoNotSpeakForEachOther(t *testing.T) {
	// Pairs that share their choices, one word of which tells the answer, each time
	// another: whoever has seen the twin knows what it is not.
	var all []*deck.Question
	for i := range 100 {
		for k := range 2 {
			q := &deck.Question{ID: fmt.Sprintf("%d-%d", i, k), Stem: "Which?", Enemies: []string{fmt.Sprintf("%d-%d", i, 1-k)}}
			for j := range 4 {
				q.Choices = append(q.Choices, deck.Choice{Text: fmt.Sprintf("word%d%c", i, 'a'+j), Correct: j == k})
			}
			all = append(all, q)
		}
	}
	b := newBank(&checker{deck: &deck.Deck{}}, nil, all)
	if s := b.prior(); s.Value != quarter {
		t.Errorf("words that no other question has find %v of the answers", s.Value)
	}
}
