package chance_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/optimize"
	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/combin"
	"gonum.org/v1/gonum/stat/distuv"

	"dva/deck/lint/chance"
)

func near(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance }

func TestSumOfGuesses(t *testing.T) {
	for _, c := range []struct {
		name            string
		right, asked    int
		rate, chance, z float64
	}{
		{"no guess at all", 0, 0, 0, 0, 0},
		{"as often as luck", 25, 100, .25, .25, 0},
		{"five points above luck in 400", 120, 400, .30, .25, 2.309401},
		{"below luck", 15, 100, .15, .25, -2.309401},
	} {
		t.Run(c.name, func(t *testing.T) {
			var s chance.Sum
			for i := range c.asked {
				got := 0.0
				if i < c.right {
					got = 1
				}
				s.Add(got, .25, .25*.75)
			}
			if !near(s.Rate(), c.rate, 1e-12) || !near(s.Chance(), c.chance, 1e-12) || !near(s.Z(), c.z, 1e-6) {
				t.Errorf("rate %v, chance %v, z %v", s.Rate(), s.Chance(), s.Z())
			}
		})
	}
	var sure chance.Sum
	sure.Add(1, 1, 0)
	if sure.Z() != 0 {
		t.Errorf("a sure thing has z %v", sure.Z())
	}
}

func TestOneInAHundredIsTheNormalQuantile(t *testing.T) {
	for _, sums := range []int{1, 4, 10} {
		if got, want := chance.Z(sums), distuv.UnitNormal.Quantile(1-.01/float64(sums)); !near(got, want, 1e-9) {
			t.Errorf("best of %d: got %v, want %v", sums, got, want)
		}
	}
}

func TestSquareIsPearsons(t *testing.T) {
	for _, c := range []struct {
		name   string
		counts []float64
	}{
		{"equal counts", []float64{10, 10, 10, 10}},
		{"unequal counts", []float64{99, 80, 84, 60}},
		{"counts of ties split", []float64{12.5, 3.5, 1, 3}},
	} {
		total := 0.0
		for _, n := range c.counts {
			total += n
		}
		even := make([]float64, len(c.counts))
		for i := range even {
			even[i] = total / float64(len(even))
		}
		if got, want := chance.Square(c.counts), stat.ChiSquare(c.counts, even); !near(got, want, 1e-9) {
			t.Errorf("%s: got %v, want %v", c.name, got, want)
		}
	}
	if got := chance.Square([]float64{0, 0}); got != 0 {
		t.Errorf("nothing counted: got %v", got)
	}
}

func TestChooseCountsWays(t *testing.T) {
	for n := 1; n <= 8; n++ {
		for k := 0; k <= n; k++ {
			if got, want := chance.Choose(n, k), float64(combin.Binomial(n, k)); got != want {
				t.Errorf("%d of %d: got %v, want %v", k, n, got, want)
			}
		}
	}
}

func TestExactAddsWhatIsNoLikelier(t *testing.T) {
	for _, n := range []int{1, 10, 17, 60} {
		b := distuv.Binomial{N: float64(n), P: .25}
		for x := range n + 1 {
			want := 0.0
			for k := range n + 1 {
				if b.Prob(float64(k)) <= b.Prob(float64(x))*(1+1e-7) {
					want += b.Prob(float64(k))
				}
			}
			if got := chance.Exact(x, n, .25); !near(got, want, 1e-9) {
				t.Errorf("%d of %d: got %v, want %v", x, n, got, want)
			}
		}
	}
	// binom.test(7, 10, .25) of R.
	if got := chance.Exact(7, 10, .25); !near(got, .003505707, 1e-8) {
		t.Errorf("got %v", got)
	}
}

// cases are choices by someone who weighs features by want.
func cases(seed uint64, n int, want []float64) []chance.Case {
	random := rand.New(rand.NewPCG(seed, 1))
	all := make([]chance.Case, n)
	for i := range all {
		best := math.Inf(-1)
		for a := range 4 {
			f := make([]float64, len(want))
			for j := range f {
				f[j] = random.NormFloat64()
			}
			all[i].Features = append(all[i].Features, f)
			gumbel := -math.Log(random.ExpFloat64())
			if u := chance.Dot(want, f) + gumbel; u > best {
				best, all[i].Taken = u, a
			}
		}
	}
	return all
}

// TestLogitIsWhereAnotherMaximizerEnds writes the likelihood down anew and lets
// gonum climb it without knowing its slope.
func TestLogitIsWhereAnotherMaximizerEnds(t *testing.T) {
	data := cases(7, 150, []float64{1, -.5, 0})
	const ridge = .5
	loss := func(w []float64) float64 {
		l := 0.0
		for _, v := range w {
			l += ridge / 2 * v * v
		}
		for _, c := range data {
			sum := 0.0
			for _, f := range c.Features {
				sum += math.Exp(chance.Dot(w, f))
			}
			l += math.Log(sum) - chance.Dot(w, c.Features[c.Taken])
		}
		return l
	}
	want, err := optimize.Minimize(optimize.Problem{Func: loss}, make([]float64, 3), nil, &optimize.NelderMead{})
	if err != nil {
		t.Fatal(err)
	}
	got := chance.Logit(data, ridge)
	for i := range got {
		if !near(got[i], want.X[i], 1e-3) {
			t.Errorf("weight %d: got %v, want %v", i, got[i], want.X[i])
		}
	}
	if loss(got) > want.F+1e-9 {
		t.Errorf("the other maximizer ends higher: %v, %v", loss(got), want.F)
	}
}

func TestLogitFindsTheWeightsThatMadeTheChoices(t *testing.T) {
	want := []float64{1, -.5, 0, .25}
	got := chance.Logit(cases(1, 4000, want), 1e-3)
	for i := range want {
		if !near(got[i], want[i], .1) {
			t.Errorf("weight %d: got %v, want %v", i, got[i], want[i])
		}
	}
}

func TestLogitOfAFeatureThatDecidesAllStaysFinite(t *testing.T) {
	data := []chance.Case{
		{Features: [][]float64{{1}, {0}}, Taken: 0},
		{Features: [][]float64{{0}, {1}}, Taken: 1},
	}
	if w := chance.Logit(data, 1); len(w) != 1 || !(w[0] > 0 && w[0] < 10) {
		t.Errorf("got %v", w)
	}
	if w := chance.Logit(nil, 1); w != nil {
		t.Errorf("without cases: %v", w)
	}
}
