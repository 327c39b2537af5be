package exam

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dva/deck"
)

// question has these choices, r for a correct one and w for an incorrect one.
func question(choices string) *deck.Question {
	q := &deck.Question{}
	for i, c := range choices {
		q.Choices = append(q.Choices, deck.Choice{Text: fmt.Sprint(i), Correct: c == 'r'})
	}
	return q
}

func TestOutcomeOfAnItem(t *testing.T) {
	minute := time.Minute
	tests := []struct {
		name    string
		choices string
		answer  Answer
		want    Outcome
	}{
		{"right", "wrww", Answer{Picked: []int{1}, Spent: minute}, Outcome{Right: true, Hits: 1}},
		{"wrong", "wrww", Answer{Picked: []int{0}, Spent: minute}, Outcome{}},
		{"blank is wrong", "wrww", Answer{Spent: minute}, Outcome{Blank: true}},
		{"blank in no time is not rushed", "wrww", Answer{}, Outcome{Blank: true}},
		{"both of two", "rwrww", Answer{Picked: []int{0, 2}, Spent: minute}, Outcome{Right: true, Hits: 2}},
		{"one of two counts nothing", "rwrww", Answer{Picked: []int{0}, Spent: minute}, Outcome{Hits: 1}},
		{"one right and one wrong", "rwrww", Answer{Picked: []int{0, 1}, Spent: minute}, Outcome{Hits: 1}},
		{"both and one more", "rwrww", Answer{Picked: []int{0, 1, 2}, Spent: minute}, Outcome{Hits: 2}},
		{"right in 19 seconds is luck", "wrww", Answer{Picked: []int{1}, Spent: 19 * time.Second}, Outcome{Right: true, Hits: 1, Rushed: true, Lucky: true}},
		{"20 seconds are enough to read", "wrww", Answer{Picked: []int{1}, Spent: 20 * time.Second}, Outcome{Right: true, Hits: 1}},
		{"wrong in 19 seconds is only rushed", "wrww", Answer{Picked: []int{2}, Spent: 19 * time.Second}, Outcome{Rushed: true}},
		{"right and flagged is luck", "wrww", Answer{Picked: []int{1}, Flagged: true, Spent: minute}, Outcome{Right: true, Hits: 1, Lucky: true}},
		{"wrong and flagged is not", "wrww", Answer{Picked: []int{3}, Flagged: true, Spent: minute}, Outcome{}},
		{"changed to right", "wrww", Answer{First: []int{0}, Picked: []int{1}, Spent: minute}, Outcome{Right: true, Hits: 1, Turned: ToRight}},
		{"changed to wrong", "wrww", Answer{First: []int{1}, Picked: []int{0}, Spent: minute}, Outcome{Turned: ToWrong}},
		{"taken back altogether", "wrww", Answer{First: []int{1}, Spent: minute}, Outcome{Blank: true, Turned: ToWrong}},
		{"from one wrong to another", "wrww", Answer{First: []int{2}, Picked: []int{0}, Spent: minute}, Outcome{Turned: Elsewhere}},
		{"changed and changed back", "wrww", Answer{First: []int{1}, Picked: []int{1}, Spent: minute}, Outcome{Right: true, Hits: 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := outcome(Item{Question: question(tt.choices)}, tt.answer); got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestScoreOfASmallPaper(t *testing.T) {
	item := func(domain string, scored, fresh bool) Item {
		return Item{Domain: domain, Scored: scored, Fresh: fresh, Question: question("rwww")}
	}
	right, wrong := []int{0}, []int{1}
	r := Record{
		Paper: Paper{
			Domains: []Domain{{ID: "1", Name: "Development"}, {ID: "2", Name: "Security"}, {ID: "3", Name: "Deployment"}},
			Items: []Item{
				item("1", true, true), item("1", false, true), item("2", true, false),
				item("2", true, true), item("1", true, false), item("2", false, true), item("1", true, true),
			},
		},
		Answers: []Answer{
			{Picked: right, Visited: true, Spent: 100 * time.Second},
			{Picked: right, Visited: true, Spent: 30 * time.Second, First: wrong},
			{Picked: wrong, Visited: true, Spent: 200 * time.Second, First: right},
			{Picked: right, Visited: true, Spent: 10 * time.Second},
			{Visited: true, Spent: 40 * time.Second},
			{Picked: wrong, Visited: true, Spent: 5 * time.Second},
			{},
		},
	}
	got := Score(r)
	if got.Right != 2 || got.Scored != 5 || got.RightAsked != 3 || got.Asked != 7 || got.Fresh != 5 {
		t.Errorf("%d of %d scored, %d of %d, %d fresh", got.Right, got.Scored, got.RightAsked, got.Asked, got.Fresh)
	}
	want := "[{{1 Development} 2 4} {{2 Security} 1 3} {{3 Deployment} 0 0}]"
	if fmt.Sprint(got.Domains) != want {
		t.Errorf("domains %v", got.Domains)
	}
	if got.Median != 35*time.Second || got.Rushed != 2 || got.Blank != 2 || got.ToRight != 1 || got.ToWrong != 1 {
		t.Errorf("median %v, %d rushed, %d blank, %d to right, %d to wrong", got.Median, got.Rushed, got.Blank, got.ToRight, got.ToWrong)
	}
	if !slices.Equal(got.Slowest, []int{2, 0, 4, 1, 3}) || !got.Outcomes[2].Slow || got.Outcomes[5].Slow {
		t.Errorf("slowest %v", got.Slowest)
	}
	if !slices.Equal(got.Misses(), []int{2, 4, 5, 6}) {
		t.Errorf("misses %v", got.Misses())
	}
}

func TestScoreEqualsACountByHand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := assemble(panicking{}, Request{Deck: bankOf800(), Length: Full, Seed: rapid.Uint64().Draw(t, "seed")})
		r := Record{Paper: p, Answers: make([]Answer, len(p.Items))}
		var right, scored, rightScored int
		domains := map[string][2]int{}
		for i, it := range p.Items {
			for c := range it.Question.Choices {
				if rapid.IntRange(0, 2).Draw(t, "pick") == 0 {
					r.Answers[i].Picked = append(r.Answers[i].Picked, c)
				}
			}
			var key []int
			for c, choice := range it.Question.Choices {
				if choice.Correct {
					key = append(key, c)
				}
			}
			n := 0
			if slices.Equal(key, r.Answers[i].Picked) {
				n = 1
			}
			right += n
			if it.Scored {
				scored++
				rightScored += n
			}
			d := domains[it.Domain]
			domains[it.Domain] = [2]int{d[0] + n, d[1] + 1}
		}
		got := Score(r)
		if got.RightAsked != right || got.Scored != scored || got.Right != rightScored || len(got.Misses()) != 65-right {
			t.Fatalf("%d right, %d of %d scored; counted %d, %d of %d", got.RightAsked, got.Right, got.Scored, right, rightScored, scored)
		}
		for _, d := range got.Domains {
			if domains[d.ID] != [2]int{d.Right, d.Asked} {
				t.Fatalf("domain %s: %d of %d, counted %v", d.ID, d.Right, d.Asked, domains[d.ID])
			}
		}
	})
}

func TestIntervals(t *testing.T) {
	tests := []struct {
		name      string
		of        func(right, n int) Interval
		right, n  int
		low, high float64
	}{
		// Wilson 95 percent intervals of common mock results, to two places.
		{"47 of 65", Interval95, 47, 65, 0.60, 0.82},
		{"50 of 65", Interval95, 50, 65, 0.65, 0.85},
		{"55 of 65", Interval95, 55, 65, 0.74, 0.91},
		{"15 of 20", Interval95, 15, 20, 0.53, 0.89},
		{"none right", Interval95, 0, 10, 0, 0.28},
		{"all right", Interval95, 10, 10, 0.72, 1},
		{"81 of 263, as in Newcombe 1998", Interval95, 81, 263, 0.2553, 0.3662},
		{"80 percent of 36 of 50", Interval80, 36, 50, 0.63, 0.79},
		{"nothing asked", Interval80, 0, 0, 0, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			places := 100.0
			if tt.low != math.Round(tt.low*100)/100 {
				places = 10_000
			}
			round := func(x float64) float64 { return math.Round(x*places) / places }
			if got := tt.of(tt.right, tt.n); round(got.Low) != tt.low || round(got.High) != tt.high {
				t.Errorf("from %.4f to %.4f, want %v to %v", got.Low, got.High, tt.low, tt.high)
			}
		})
	}
}

func TestQuantilesLeaveWhatTheyShouldOnEachSide(t *testing.T) {
	for z, side := range map[float64]float64{z80: 0.1, z95: 0.025} {
		if got := math.Erfc(z/math.Sqrt2) / 2; math.Abs(got-side) > 1e-12 {
			t.Errorf("%v leaves %v, want %v", z, got, side)
		}
	}
}

func TestIntervalsHoldTheShareAndNarrow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 500).Draw(t, "n")
		right := rapid.IntRange(0, n).Draw(t, "right")
		narrow, wide := Interval80(right, n), Interval95(right, n)
		p := float64(right) / float64(n)
		if narrow.Low > p+1e-12 || narrow.High < p-1e-12 || wide.Low > narrow.Low+1e-12 || wide.High < narrow.High-1e-12 {
			t.Fatalf("%d of %d: %v within %v", right, n, narrow, wide)
		}
		if more := Interval80(right*4, n*4); more.High-more.Low >= narrow.High-narrow.Low {
			t.Fatalf("four times the answers say less: %v, %v", more, narrow)
		}
	})
}

func BenchmarkScore(b *testing.B) {
	p := assemble(b, Request{Deck: bankOf800(), Length: Full, Seed: 1})
	r := Record{Paper: p, Answers: make([]Answer, len(p.Items))}
	for i := range r.Answers {
		r.Answers[i] = Answer{Picked: []int{0}, Visited: true, Spent: time.Minute}
	}
	for b.Loop() {
		Score(r)
	}
}
