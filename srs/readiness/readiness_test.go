package readiness

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// of are the domains of an exam whose scored questions are shared 15, 13, 11, 11.
func of(right, asked [4]int) []Domain {
	scored := [4]int{15, 13, 11, 11}
	out := make([]Domain, 4)
	for i := range out {
		out[i] = Domain{Right: right[i], Asked: asked[i], Scored: scored[i]}
	}
	return out
}

func TestADomainsPriorRestsOnTheOthers(t *testing.T) {
	domains := of([4]int{20, 5, 6, 7}, [4]int{20, 17, 14, 14})
	if got, want := elsewhere(domains, 0), 19.0/47; math.Abs(got-want) > 1e-12 {
		t.Errorf("beside the first %v, want %v", got, want)
	}
	if got, want := elsewhere(domains[:1], 0), 0.5; got != want {
		t.Errorf("of one domain alone %v, want %v", got, want)
	}
}

// TestReferenceValues holds the model against values computed apart from this
// program, by plain simulation, to 0.02.
func TestReferenceValues(t *testing.T) {
	one, three := [4]int{20, 17, 14, 14}, [4]int{60, 51, 42, 42}
	tests := []struct {
		name                    string
		right, asked            [4]int
		pass, low, middle, high float64
	}{
		{"59 percent", [4]int{12, 10, 8, 8}, one, .16, .46, .59, .70},
		{"65 percent", [4]int{13, 11, 9, 9}, one, .31, .52, .65, .75},
		{"71 percent", [4]int{14, 12, 10, 10}, one, .52, .59, .71, .80},
		{"75 percent", [4]int{15, 13, 10, 11}, one, .69, .64, .75, .84},
		{"80 percent", [4]int{16, 14, 11, 11}, one, .84, .70, .80, .87},
		{"85 percent", [4]int{17, 14, 12, 12}, one, .94, .76, .84, .91},
		{"three exams at 75 percent say hardly more", [4]int{45, 38, 32, 32}, three, .70, .65, .75, .83},
		{"three at 80", [4]int{48, 41, 34, 34}, three, .87, .72, .81, .87},
		{"a weak domain is made up for", [4]int{51, 43, 36, 19}, three, .76, .68, .76, .84},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Of(of(tt.right, tt.asked))
			for _, v := range []struct {
				name      string
				got, want float64
			}{{"pass", got.Pass, tt.pass}, {"low", got.Low, tt.low}, {"middle", got.Middle, tt.middle}, {"high", got.High, tt.high}} {
				if math.Abs(v.got-v.want) > 0.02 {
					t.Errorf("%s is %.3f, want %.2f", v.name, v.got, v.want)
				}
			}
		})
	}
}

func TestOneRightAnswerMoreNeverLowersTheEstimate(t *testing.T) {
	asked := [4]int{20, 17, 14, 14}
	rapid.Check(t, func(t *rapid.T) {
		var right [4]int
		for i := range right {
			right[i] = rapid.IntRange(0, asked[i]-1).Draw(t, "right")
		}
		less := Of(of(right, asked))
		right[rapid.IntRange(0, 3).Draw(t, "domain")]++
		more := Of(of(right, asked))
		if more.Pass < less.Pass || more.Low < less.Low || more.Middle < less.Middle || more.High < less.High {
			t.Fatalf("%+v, and with one more %+v", less, more)
		}
		if more.Low > more.Middle || more.Middle > more.High || more.Pass < 0 || more.Pass > 1 {
			t.Fatalf("%+v", more)
		}
	})
}

func TestBands(t *testing.T) {
	tests := []struct {
		name    string
		pass    float64
		percent int
		band    Band
	}{
		{"nobody is without a chance", 0, 5, Unlikely},
		{"rounded to 5", 0.318, 30, Unlikely},
		{"the word goes by the number that is said", 0.326, 35, TossUp},
		{"the middle", 0.52, 50, TossUp},
		{"up to 62", 0.624, 60, TossUp},
		{"from 63", 0.626, 65, Likely},
		{"up to 82", 0.824, 80, Likely},
		{"from 83", 0.826, 85, Ready},
		{"no mock exam knows more", 1, 95, Ready},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := Estimate{Pass: tt.pass}
			if e.Percent() != tt.percent || e.Band() != tt.band {
				t.Errorf("%d percent, %v", e.Percent(), e.Band())
			}
		})
	}
}

func TestNothingAskedSaysNothing(t *testing.T) {
	if got := Of(nil); got != (Estimate{}) {
		t.Errorf("%+v", got)
	}
	if got := Of(of([4]int{}, [4]int{})); got.Pass > 0.2 || got.High-got.Low < 0.2 {
		t.Errorf("of no answers %+v", got)
	}
}

func TestIncompleteBeta(t *testing.T) {
	tests := []struct {
		name    string
		a, b, x float64
		want    float64
	}{
		{"uniform", 1, 1, 0.3, 0.3},
		{"x squared", 2, 1, 0.5, 0.25},
		{"symmetric", 5, 5, 0.5, 0.5},
		{"a sum of binomials: P(at least 3 of 5 at 0.4)", 3, 3, 0.4, 0.31744},
		{"arcsine law", 0.5, 0.5, 0.25, 1.0 / 3},
		{"the ends", 3, 4, 0, 0},
		{"the other end", 3, 4, 1, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := betaBelow(tt.a, tt.b, tt.x); math.Abs(got-tt.want) > 1e-12 {
				t.Errorf("%.15f, want %.15f", got, tt.want)
			}
		})
	}
	if q := newQuantile(2, 1); math.Abs(q.at(0.25)-0.5) > 1e-6 {
		t.Errorf("the median's share is %v", q.at(0.25))
	}
}

func BenchmarkOf(b *testing.B) {
	d := of([4]int{15, 13, 10, 11}, [4]int{20, 17, 14, 14})
	for b.Loop() {
		Of(d)
	}
}
