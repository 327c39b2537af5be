package words

import (
	"cmp"
	"math"
	"slices"
)

// Pair is two of a list that are alike.
type Pair struct {
	A, B int // indexes, A below B
	Like float64
}

// Near is the pairs whose Jaccard index is above least, in the order of the list.
// Two such sets share one of their rarest members (the prefix filter of
// Chaudhuri, Ganti and Kaushik 2006), so that few pairs are compared.
func Near(sets []Set, least float64) []Pair {
	count := map[uint64]int{}
	for _, s := range sets {
		for _, h := range s {
			count[h]++
		}
	}
	var pairs []Pair
	having := map[uint64][]int{} // the sets so far with this one among their rarest
	for b, s := range sets {
		rare := slices.Clone(s)
		slices.SortFunc(rare, func(x, y uint64) int { return cmp.Or(cmp.Compare(count[x], count[y]), cmp.Compare(x, y)) })
		rare = rare[:len(rare)-int(math.Ceil(least*float64(len(rare))))+min(1, len(rare))]
		compared := map[int]bool{}
		for _, h := range rare {
			for _, a := range having[h] {
				if compared[a] {
					continue
				}
				compared[a] = true
				if like := sets[a].Jaccard(s); like > least {
					pairs = append(pairs, Pair{a, b, like})
				}
			}
			having[h] = append(having[h], b)
		}
	}
	slices.SortFunc(pairs, func(x, y Pair) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return pairs
}
