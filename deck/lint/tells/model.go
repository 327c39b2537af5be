package tells

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"dva/deck/lint/chance"
)

// folds is into how many parts the bank is cut, each judged by the others.
const folds = 5

// All weighs all cues of form at once by a conditional logit. An item is judged
// by weights learned from the other four fifths of the bank; items of one skill
// and enemies are in one fifth, so that like questions do not teach each other.
func (b *Bank) All() Cue {
	fold := b.folds()
	features := make([][][]float64, len(b.Items))
	for i, it := range b.Items {
		features[i] = surface(it)
	}
	b.standardize(features)
	var weights [folds][]float64
	for f := range weights {
		var cases []chance.Case
		for _, it := range b.Singles {
			if fold[it.cluster] != f {
				taken := slices.IndexFunc(it.Choices, func(c Choice) bool { return c.Key })
				cases = append(cases, chance.Case{Features: features[it.place], Taken: taken})
			}
		}
		weights[f] = chance.Logit(cases, 1)
	}
	return Cue{"all cues", func(it *Item) []float64 {
		out := make([]float64, len(it.Choices))
		if w := weights[fold[it.cluster]]; w != nil {
			for i, f := range features[it.place] {
				out[i] = chance.Dot(w, f)
			}
		}
		return out
	}}
}

// folds deals the clusters out, the largest first, each to the smallest fold.
func (b *Bank) folds() map[int]int {
	size := map[int]int{}
	var clusters []int
	for _, it := range b.Items {
		if size[it.cluster] == 0 {
			clusters = append(clusters, it.cluster)
		}
		size[it.cluster]++
	}
	slices.SortStableFunc(clusters, func(x, y int) int { return cmp.Compare(size[y], size[x]) })
	fold := map[int]int{}
	var full [folds]int
	for _, c := range clusters {
		f := slices.Index(full[:], slices.Min(full[:]))
		fold[c] = f
		full[f] += size[c]
	}
	return fold
}

// surface is what the form of each choice shows.
func surface(it *Item) [][]float64 {
	cues := [...][]float64{
		Convergence.Score(it), Overlap.Score(it), top(Longest.Score(it)), top(Shortest.Score(it)), Absolutes.Score(it),
		oddBy(it, 0), oddBy(it, 1), oddBy(it, 2),
	}
	out := make([][]float64, len(it.Choices))
	for i := range it.Choices {
		c := &it.Choices[i]
		for _, scores := range cues {
			out[i] = append(out[i], scores[i])
		}
		out[i] = append(
			out[i],
			math.Log(float64(c.Length+1)),
			float64(strings.Count(c.Text, ",")),
			float64(strings.Count(c.Text, " and ")),
			flag(c.Number()), flag(c.Code()),
		)
	}
	return out
}

// top marks the best choices.
func top(scores []float64) []float64 {
	out := make([]float64, len(scores))
	for i, s := range scores {
		out[i] = flag(s == slices.Max(scores))
	}
	return out
}

func oddBy(it *Item, form int) []float64 {
	out := make([]float64, len(it.Choices))
	if i, ok := alone(it, forms[form]); ok {
		out[i] = 1
	}
	return out
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// standardize centres each feature within its item, since only differences
// between choices count, and scales it to one standard deviation over the bank.
func (b *Bank) standardize(features [][][]float64) {
	if len(features) == 0 {
		return
	}
	for f := range features[0][0] {
		square, n := 0.0, 0
		for _, choices := range features {
			mean := 0.0
			for _, c := range choices {
				mean += c[f] / float64(len(choices))
			}
			for _, c := range choices {
				c[f] -= mean
				square += c[f] * c[f]
				n++
			}
		}
		if square == 0 {
			continue
		}
		scale := math.Sqrt(float64(n) / square)
		for _, choices := range features {
			for _, c := range choices {
				c[f] *= scale
			}
		}
	}
}
