package exam

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dva/content"
	"dva/deck"
)

func TestSharesByLargestRemainder(t *testing.T) {
	weights := []int{30, 26, 22, 22}
	tests := []struct {
		name string
		n    int
		want []int
	}{
		{"the whole exam", 65, []int{20, 17, 14, 14}},
		{"its scored questions", 50, []int{15, 13, 11, 11}},
		{"half of it", 33, []int{10, 9, 7, 7}},
		{"a sprint", 10, []int{3, 3, 2, 2}},
		{"one goes to the largest remainder", 1, []int{1, 0, 0, 0}},
		{"of equal remainders the earlier", 3, []int{1, 1, 1, 0}},
		{"none", 0, []int{0, 0, 0, 0}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := apportion(tt.n, weights); !slices.Equal(got, tt.want) {
				t.Errorf("%d is shared as %v, want %v", tt.n, got, tt.want)
			}
		})
	}
	if got := apportion(5, []int{0, 0}); !slices.Equal(got, []int{0, 0}) {
		t.Errorf("without weights: %v", got)
	}
}

func TestSharesAreWithinOneOfTheExactShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights := rapid.SliceOfN(rapid.IntRange(0, 100), 1, 8).Draw(t, "weights")
		n := rapid.IntRange(0, 200).Draw(t, "n")
		total, sum := 0, 0
		for _, w := range weights {
			total += w
		}
		if total == 0 {
			t.Skip("no weight")
		}
		for i, got := range apportion(n, weights) {
			sum += got
			if exact := float64(n*weights[i]) / float64(total); math.Abs(float64(got)-exact) >= 1 {
				t.Errorf("weight %d of %d gets %d of %d", weights[i], total, got, n)
			}
		}
		if sum != n {
			t.Errorf("%d shared out of %d", sum, n)
		}
	})
}

func TestFormsOfTheBlueprint(t *testing.T) {
	d, err := deck.Open(content.Index)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		length        Length
		asked, scored int
		limit, extra  time.Duration
		domains       []int
		pilot         []int
	}{
		{Full, 65, 50, 130 * time.Minute, 30 * time.Minute, []int{20, 17, 14, 14}, []int{5, 4, 3, 3}},
		{Half, 33, 33, 65 * time.Minute, 15 * time.Minute, []int{10, 9, 7, 7}, []int{0, 0, 0, 0}},
		{Sprint, 10, 10, 20 * time.Minute, 5 * time.Minute, []int{3, 3, 2, 2}, []int{0, 0, 0, 0}},
	}
	for _, tt := range tests {
		t.Run(string(tt.length), func(t *testing.T) {
			f := FormOf(&d.Exam, tt.length)
			if f.Asked != tt.asked || f.Scored != tt.scored || f.Limit != tt.limit || f.ExtraTime(&d.Exam) != tt.extra {
				t.Errorf("asks %d, %d scored, in %v, with %v more", f.Asked, f.Scored, f.Limit, f.ExtraTime(&d.Exam))
			}
			if !slices.Equal(f.Domains, tt.domains) || !slices.Equal(f.Pilot, tt.pilot) {
				t.Errorf("domains %v, not scored %v", f.Domains, f.Pilot)
			}
		})
	}
	// The blueprint states the shares of the whole exam and of its scored questions.
	for _, stated := range d.Exam.Mock.Forms {
		var weights []int
		for _, dom := range d.Exam.Domains {
			weights = append(weights, dom.Weight)
		}
		if got := apportion(stated.Asked, weights); !slices.Equal(got, stated.Domains) {
			t.Errorf("%d questions are shared as %v, and the blueprint says %v", stated.Asked, got, stated.Domains)
		}
	}
}

// breaks says which rule a paper breaks, empty when none. It knows the rules and
// not how papers are made.
func breaks(p Paper, domains []int, scored, least, most int) string {
	var (
		count   = map[string]int{}
		skills  = map[string]int{}
		facts   = map[string]string{}
		ids     = map[string]bool{}
		several int
		marked  int
	)
	for _, it := range p.Items {
		q := it.Question
		if ids[it.ID] {
			return it.ID + " twice"
		}
		ids[it.ID] = true
		count[it.Domain]++
		if skills[q.Skills[0]]++; skills[q.Skills[0]] > 2 {
			return "three of skill " + q.Skills[0]
		}
		for _, f := range q.Facts {
			if facts[f] != "" {
				return fmt.Sprintf("%s and %s rest on %s", facts[f], it.ID, f)
			}
			facts[f] = it.ID
		}
		if q.Correct() > 1 {
			several++
		}
		if it.Scored {
			marked++
		}
		if order := slices.Sorted(slices.Values(it.Order)); len(order) != len(q.Choices) || order[0] != 0 || order[len(order)-1] != len(order)-1 || len(slices.Compact(order)) != len(q.Choices) {
			return fmt.Sprintf("%s shows choices %v", it.ID, it.Order)
		}
	}
	for _, it := range p.Items {
		for _, enemy := range it.Question.Enemies {
			if ids[enemy] {
				return it.ID + " stands beside its enemy " + enemy
			}
		}
	}
	for i, d := range p.Domains {
		if count[d.ID] != domains[i] {
			return fmt.Sprintf("%d of domain %s", count[d.ID], d.ID)
		}
	}
	switch {
	case several < least || several > most:
		return fmt.Sprintf("%d multiple response", several)
	case marked != scored:
		return fmt.Sprintf("%d scored", marked)
	}
	return ""
}

func TestEveryPaperKeepsEveryRule(t *testing.T) {
	d := bankOf800()
	tests := []struct {
		length              Length
		domains             []int
		scored, least, most int
	}{
		{Full, []int{20, 17, 14, 14}, 50, 7, 13},
		{Half, []int{10, 9, 7, 7}, 33, 4, 6},
		{Sprint, []int{3, 3, 2, 2}, 10, 1, 2},
	}
	for _, tt := range tests {
		t.Run(string(tt.length), func(t *testing.T) {
			for seed := range uint64(1000) {
				p := assemble(t, Request{Deck: d, Length: tt.length, Seed: seed})
				if why := breaks(p, tt.domains, tt.scored, tt.least, tt.most); why != "" {
					t.Fatalf("seed %d: %s", seed, why)
				}
				if p.Fresh() != len(p.Items) {
					t.Fatalf("seed %d: %d of %d fresh in a bank that nobody has seen", seed, p.Fresh(), len(p.Items))
				}
			}
		})
	}
}

func TestEveryPaperKeepsEveryRuleWhateverWasSeen(t *testing.T) {
	d := bankOf800()
	rapid.Check(t, func(t *rapid.T) {
		seen := map[string]time.Time{}
		share := rapid.IntRange(0, 100).Draw(t, "percent seen")
		without := map[string]bool{}
		for i, it := range d.Items {
			if i*37%100 < share {
				seen[it.ID] = time.Unix(int64(i*7919%1000), 0)
			}
			if i%17 == 5 {
				without[it.ID] = true
			}
		}
		p, err := Assemble(Request{Deck: d, Length: Full, Seed: rapid.Uint64().Draw(t, "seed"), Seen: seen, Without: without})
		if err != nil {
			t.Fatal(err)
		}
		if why := breaks(p, []int{20, 17, 14, 14}, 50, 7, 13); why != "" {
			t.Fatal(why)
		}
		for _, it := range p.Items {
			if without[it.ID] {
				t.Fatalf("%s was to be left out", it.ID)
			}
			if _, known := seen[it.ID]; known == it.Fresh {
				t.Fatalf("%s: fresh %v, seen %v", it.ID, it.Fresh, known)
			}
		}
	})
}

func TestWhatWasSeenLongestAgoComesFirstWhenNothingIsFresh(t *testing.T) {
	d := bankOf800()
	seen := map[string]time.Time{}
	for _, it := range d.Items {
		seen[it.ID] = time.Unix(1_000_000, 0)
	}
	old := assemble(t, Request{Deck: d, Length: Sprint, Seed: 1})
	seenAt(seen, old, time.Unix(1000, 0))
	again := assemble(t, Request{Deck: d, Length: Sprint, Seed: 2, Seen: seen})
	if again.Fresh() != 0 {
		t.Errorf("%d fresh", again.Fresh())
	}
	for _, it := range again.Items {
		if seen[it.ID] != time.Unix(1000, 0) {
			t.Errorf("%s was seen at %v", it.ID, seen[it.ID])
		}
	}
}

func TestPapersAreDisjointWhileTheBankLasts(t *testing.T) {
	d := bankOf800()
	seen := map[string]time.Time{}
	for i := range 8 {
		p := assemble(t, Request{Deck: d, Length: Full, Seed: uint64(i), Seen: seen})
		if p.Fresh() != len(p.Items) {
			t.Fatalf("exam %d has %d fresh questions", i+1, p.Fresh())
		}
		seenAt(seen, p, time.Unix(int64(i), 0))
	}
}

func TestABankTooSmallIsSaidWithTheLargestFormItFills(t *testing.T) {
	tests := []struct {
		name   string
		bank   int
		length Length
		want   Length // the largest; empty when none
	}{
		{"a full exam of a middling bank", 90, Full, Half},
		{"a full exam of a small bank", 40, Full, Sprint},
		{"half an exam of a small bank", 40, Half, Sprint},
		{"a sprint of a handful", 6, Sprint, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Assemble(Request{Deck: synthetic(t, tt.bank), Length: tt.length})
			var small *TooSmallError
			if !errors.As(err, &small) {
				t.Fatalf("error %v", err)
			}
			if small.Largest != tt.want || small.Length != tt.length {
				t.Errorf("%v: the largest is %q, want %q", err, small.Largest, tt.want)
			}
		})
	}
}

func TestExtraTimeIsPartOfTheLimit(t *testing.T) {
	p := assemble(t, Request{Deck: bankOf800(), Length: Full, Extra: true})
	if p.Limit != 160*time.Minute || p.Extra != 30*time.Minute {
		t.Errorf("limit %v, of it %v extra", p.Limit, p.Extra)
	}
	if got := p.Pace(); got != 160*time.Minute/65 {
		t.Errorf("pace %v", got)
	}
}

func TestTheBanksVersionFollowsItsQuestions(t *testing.T) {
	a, b, more := synthetic(t, 20), synthetic(t, 20), synthetic(t, 21)
	if BankVersion(a) != BankVersion(b) {
		t.Error("one bank, two versions")
	}
	if BankVersion(a) == BankVersion(more) {
		t.Error("a question more, the same version")
	}
	b.Items[3].Hash++
	if BankVersion(a) == BankVersion(b) {
		t.Error("a question reworded, the same version")
	}
}

func TestTheShippedBankFillsEveryForm(t *testing.T) {
	d, err := deck.Open(content.Index)
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(100) {
		p := assemble(t, Request{Deck: d, Length: Full, Seed: seed})
		if why := breaks(p, []int{20, 17, 14, 14}, 50, 7, 13); why != "" {
			t.Fatalf("seed %d: %s", seed, why)
		}
		assemble(t, Request{Deck: d, Length: Half, Seed: seed})
		assemble(t, Request{Deck: d, Length: Sprint, Seed: seed})
	}
}

func TestSixFullExamsOfTheShippedBankShareNoQuestion(t *testing.T) {
	d, err := deck.Open(content.Index)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]time.Time{}
	for i := range 6 {
		p := assemble(t, Request{Deck: d, Length: Full, Seed: uint64(i), Seen: seen})
		if why := breaks(p, []int{20, 17, 14, 14}, 50, 7, 13); why != "" {
			t.Errorf("exam %d: %s", i+1, why)
		}
		for _, it := range p.Items {
			if !seen[it.ID].IsZero() {
				t.Errorf("exam %d asks %s again", i+1, it.ID)
			}
		}
		seenAt(seen, p, time.Unix(int64(i+1), 0))
	}
	if len(seen) != 6*65 {
		t.Errorf("%d different questions in six exams", len(seen))
	}
}

func TestAFreshQuestionOfTheOtherKindIsRatherAskedThanASeenOne(t *testing.T) {
	d := bankOf800()
	seen := map[string]time.Time{}
	for _, it := range d.Items { // of domain 1, every multiple response question
		if q, _ := d.Question(it.ID); q.Correct() > 1 && it.Skills[0][:1] == "1" {
			seen[it.ID] = time.Unix(1, 0)
		}
	}
	for seed := range uint64(20) {
		if p := assemble(t, Request{Deck: d, Length: Full, Seed: seed, Seen: seen}); p.Fresh() != len(p.Items) {
			t.Fatalf("seed %d: %d fresh", seed, p.Fresh())
		}
	}
}

func BenchmarkAssemble(b *testing.B) {
	d := bankOf800()
	half := map[string]time.Time{}
	for i, it := range d.Items {
		if i%2 == 0 {
			half[it.ID] = time.Unix(int64(i), 0)
		}
	}
	all := map[string]time.Time{}
	for i, it := range d.Items {
		all[it.ID] = time.Unix(int64(i), 0)
	}
	for _, c := range []struct {
		name string
		seen map[string]time.Time
	}{{"nothing seen", nil}, {"half seen", half}, {"all seen", all}} {
		b.Run(c.name, func(b *testing.B) {
			for seed := uint64(0); b.Loop(); seed++ {
				assemble(b, Request{Deck: d, Length: Full, Seed: seed, Seen: c.seen})
			}
		})
	}
}
