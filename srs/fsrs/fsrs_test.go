package fsrs

import (
	"compress/gzip"
	"encoding/json"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dva/srs"
)

type vectors struct {
	Sets []struct {
		Name string
		W    Parameters
		Rows []row
	} `json:"parameter_sets"`
	Curves []struct {
		Set    string
		Points [][3]float64 // elapsed, stability, recall
	} `json:"forgetting_curve"`
	Clipping []struct{ In, Out Parameters }
}

type row struct {
	ID       string
	Reviews  [][2]int // rating, elapsed days
	S, D     []float64
	S64, D64 []float64
	Interval map[string]float64
}

func load(t testing.TB, file string) vectors {
	t.Helper()
	f, err := os.Open("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var v vectors
	if err := json.NewDecoder(z).Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

var files = []string{"fsrs6-memory.json.gz", "fsrs6-memory-alt.json.gz"}

func far(got, want, relative float64) bool {
	return !(math.Abs(got-want) <= relative*max(math.Abs(want), 1e-12))
}

func TestMemoriesEqualTheReference(t *testing.T) {
	reviews := 0
	for _, file := range files {
		for _, set := range load(t, file).Sets {
			m, err := New(set.W)
			if err != nil {
				t.Fatalf("%s: %v", set.Name, err)
			}
			for _, r := range set.Rows {
				reviews += checkRow(t, m, r)
			}
		}
	}
	if reviews < 7500 {
		t.Errorf("%d reviews in the vectors, want those of four parameter sets", reviews)
	}
}

func checkRow(t *testing.T, m *Model, r row) int {
	t.Helper()
	var now srs.Memory
	for i, review := range r.Reviews {
		g, elapsed := srs.Grade(review[0]), float64(review[1])
		if i == 0 {
			now = m.First(g)
		} else {
			now = m.Next(now, elapsed, g)
		}
		if far(now.Stability, r.S64[i], 1e-9) || far(now.Difficulty, r.D64[i], 1e-9) {
			t.Errorf("%s, review %d: memory %v, in float64 %v and %v", r.ID, i+1, now, r.S64[i], r.D64[i])
		}
		if far(now.Stability, r.S[i], 1e-3) || far(now.Difficulty, r.D[i], 1e-3) {
			t.Errorf("%s, review %d: memory %v, in float32 %v and %v", r.ID, i+1, now, r.S[i], r.D[i])
		}
	}
	for retention, want := range r.Interval {
		at, err := strconv.ParseFloat(retention, 64)
		if err != nil {
			t.Fatal(err)
		}
		if got := m.Interval(now, at); far(got, want, 1e-3) && math.Abs(got-want) > 1e-6 {
			t.Errorf("%s: interval at %s is %v, want %v", r.ID, retention, got, want)
		}
	}
	return len(r.Reviews)
}

func TestForgettingCurveEqualsTheReference(t *testing.T) {
	points := 0
	for _, file := range files {
		v := load(t, file)
		for _, c := range v.Curves {
			for _, set := range v.Sets {
				if set.Name != c.Set {
					continue
				}
				m, err := New(set.W)
				if err != nil {
					t.Fatal(err)
				}
				for _, p := range c.Points {
					points++
					if got := m.Recall(srs.Memory{Stability: p[1], Difficulty: 5}, p[0]); far(got, p[2], 1e-9) {
						t.Errorf("%s: recall of stability %v after %v days is %v, want %v", c.Set, p[1], p[0], got, p[2])
					}
				}
			}
		}
	}
	if points < 4*72 {
		t.Errorf("%d points of curves, want 72 of each of four sets", points)
	}
}

func TestClipMovesParametersAsTheReferenceDoes(t *testing.T) {
	cases := load(t, files[0]).Clipping
	if len(cases) == 0 {
		t.Fatal("no clipping cases")
	}
	for i, c := range cases {
		got := c.In.Clip()
		for w := range got {
			if far(got[w], c.Out[w], 1e-6) && got[w] != c.Out[w] {
				t.Errorf("case %d: w%d = %v clips to %v, want %v", i, w, c.In[w], got[w], c.Out[w])
			}
		}
		if _, err := New(got); err != nil {
			t.Errorf("case %d: clipped parameters are refused: %v", i, err)
		}
	}
}

func TestNewRefusesAParameterByName(t *testing.T) {
	for i, b := range bounds {
		for _, bad := range []float64{b.low - 0.01, b.high + 0.01, math.NaN(), math.Inf(1), math.Inf(-1)} {
			p := DefaultParameters
			p[i] = bad
			if _, err := New(p); err == nil || !strings.Contains(err.Error(), "w"+strconv.Itoa(i)+" ") {
				t.Errorf("w%d = %v: error %v, want one that names it", i, bad, err)
			}
		}
	}
}

func TestVersionTellsParametersApart(t *testing.T) {
	if got := Default().Version(); got != "fsrs-6/default" {
		t.Errorf("default model is %q", got)
	}
	seen := map[string]bool{}
	for i := range DefaultParameters {
		p := DefaultParameters
		p[i] = math.Nextafter(p[i], 0.5)
		if i == 16 {
			p[i] = math.Nextafter(p[i], 2)
		}
		m, err := New(p.Clip())
		if err != nil {
			t.Fatal(err)
		}
		seen[m.Version()] = true
	}
	if len(seen) != len(DefaultParameters) {
		t.Errorf("%d versions of %d sets of parameters", len(seen), len(DefaultParameters))
	}
}

// models draws a model whose parameters lie within their ranges. The first
// stabilities rise, as every fit makes them.
func models(t *rapid.T) *Model {
	p := DefaultParameters
	for i, b := range bounds {
		p[i] = rapid.Float64Range(b.low, b.high).Draw(t, "w"+strconv.Itoa(i))
	}
	for i := 1; i < 4; i++ {
		p[i] = max(p[i], p[i-1])
	}
	m, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func memories(t *rapid.T) srs.Memory {
	return srs.Memory{
		Stability:  math.Exp(rapid.Float64Range(math.Log(minStability), math.Log(maxStability)).Draw(t, "log stability")),
		Difficulty: rapid.Float64Range(minDifficulty, maxDifficulty).Draw(t, "difficulty"),
	}
}

func inRange(m srs.Memory) bool {
	return m.Stability >= minStability && m.Stability <= maxStability &&
		m.Difficulty >= minDifficulty && m.Difficulty <= maxDifficulty
}

func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, old := models(t), memories(t)
		elapsed := float64(rapid.IntRange(0, 40000).Draw(t, "elapsed"))
		later := elapsed + float64(rapid.IntRange(1, 1000).Draw(t, "more"))

		now, then := m.Recall(old, elapsed), m.Recall(old, later)
		if !(now <= 1 && then < now && then > 0) {
			t.Fatalf("recall %v after %v days and %v after %v", now, elapsed, then, later)
		}
		var next [4]srs.Memory
		for i, g := range srs.Grades {
			next[i] = m.Next(old, elapsed, g)
			if !inRange(next[i]) || !inRange(m.First(g)) {
				t.Fatalf("%v: memory %v, first %v, out of range", g, next[i], m.First(g))
			}
			if i > 0 && next[i].Difficulty > next[i-1].Difficulty {
				t.Fatalf("a better grade made the card harder: %v", next)
			}
		}
		if !(next[1].Stability <= next[2].Stability && next[2].Stability <= next[3].Stability) {
			t.Fatalf("hard, good, easy are out of order: %v", next)
		}
		if next[1].Stability < old.Stability {
			t.Fatalf("hard lowered stability from %v to %v", old.Stability, next[1].Stability)
		}
		if elapsed > 0 && next[0].Stability > old.Stability {
			t.Fatalf("again raised stability from %v to %v", old.Stability, next[0].Stability)
		}
	})
}

func TestIntervalIsWhereRecallReachesRetention(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, old := models(t), memories(t)
		retention := rapid.Float64Range(0.70, 0.99).Draw(t, "retention")
		if got := m.Recall(old, m.Interval(old, retention)); far(got, retention, 1e-9) {
			t.Fatalf("recall after the interval for %v is %v", retention, got)
		}
		if got := m.Recall(old, old.Stability); far(got, 0.9, 1e-9) {
			t.Fatalf("recall after the stability is %v, want 0.9", got)
		}
	})
}

func TestNextDoesNotAllocate(t *testing.T) {
	m := Default()
	old := m.First(srs.Good)
	if n := testing.AllocsPerRun(100, func() { old = m.Next(old, 3, srs.Hard) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
