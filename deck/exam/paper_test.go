package exam

import (
	"fmt"
	"math"
	"testing"
	"time"
)

func TestTheKeyStandsAnywhereEquallyOften(t *testing.T) {
	d := bankOf800()
	var at [4]float64
	n := 0.0
	for seed := range uint64(10_000) {
		for _, it := range assemble(t, Request{Deck: d, Length: Sprint, Seed: seed}).Items {
			if it.Multiple() {
				continue
			}
			n++
			for place, i := range it.Order {
				if it.Question.Choices[i].Correct {
					at[place]++
				}
			}
		}
	}
	for place, k := range at {
		if k/n < 0.24 || k/n > 0.26 {
			t.Errorf("the key stands at place %d in %.3f of %v questions", place, k/n, n)
		}
	}
}

func TestScoredQuestionsAreNotToldByTheirPlace(t *testing.T) {
	d := bankOf800()
	var scored [65]int
	for seed := range uint64(2000) {
		for i, it := range assemble(t, Request{Deck: d, Length: Full, Seed: seed}).Items {
			if it.Scored {
				scored[i]++
			}
		}
	}
	for i, k := range scored {
		if share := float64(k) / 2000; math.Abs(share-50.0/65) > 0.05 { // five standard errors
			t.Errorf("question %d is scored in %.3f of the papers", i+1, share)
		}
	}
}

func TestTheSameSeedMakesTheSamePaper(t *testing.T) {
	d := bankOf800()
	seen := map[string]time.Time{"q-1": time.Unix(1, 0)}
	words := func(seed uint64) string {
		return fmt.Sprintf("%+v", shown(assemble(t, Request{Deck: d, Length: Half, Seed: seed, Seen: seen})))
	}
	first := words(7)
	if words(7) != first {
		t.Error("one seed, two papers")
	}
	if words(8) == first {
		t.Error("two seeds, one paper")
	}
}

// shown is what the learner sees of a paper.
func shown(p Paper) (out []string) {
	for _, it := range p.Items {
		out = append(out, fmt.Sprint(it.ID, it.Order, it.Scored))
	}
	return out
}

// TestFreshQuestionsAreScoredAsOftenAsOthers holds that which questions are not
// scored has nothing to do with the order in which they were chosen.
func TestFreshQuestionsAreScoredAsOftenAsOthers(t *testing.T) {
	d := bankOf800()
	seen := map[string]time.Time{}
	for i := range d.Items {
		if i%25 != 0 {
			seen[d.Items[i].ID] = time.Unix(int64(i), 0)
		}
	}
	var all, scored [2]int // of those seen before, and of the fresh
	for seed := range uint64(400) {
		for _, it := range assemble(t, Request{Deck: d, Length: Full, Seed: seed, Seen: seen}).Items {
			kind := 0
			if it.Fresh {
				kind = 1
			}
			all[kind]++
			if it.Scored {
				scored[kind]++
			}
		}
	}
	for kind, name := range []string{"seen before", "fresh"} {
		if all[kind] < 4000 {
			t.Fatalf("only %d questions are %s", all[kind], name)
		}
		if share := float64(scored[kind]) / float64(all[kind]); math.Abs(share-50.0/65) > 0.033 { // five standard errors
			t.Errorf("%.3f of the questions %s are scored", share, name)
		}
	}
}
