package tells

import "math"

// Prior picks by the words that correct choices had in other items: naive Bayes
// over the words of the single ones, add-one smoothed. Each item is judged by all
// others but its enemies. Twins share their choices, correct in one and wrong in
// the other: left in, a twin would vote against the correct choice and hide a
// tell, and they never meet in one exam.
func (b *Bank) Prior() Cue {
	all := votes{}
	for _, it := range b.Singles {
		all.add(it, 1)
	}
	return Cue{"token prior", func(it *Item) []float64 {
		left := b.without(it)
		for _, o := range left {
			all.add(o, -1)
		}
		out := make([]float64, len(it.Choices))
		for i, c := range it.Choices {
			for _, w := range c.Words {
				out[i] += all.odds(w)
			}
		}
		for _, o := range left {
			all.add(o, 1)
		}
		return out
	}}
}

// without is the single items that say nothing of it: itself and its enemies.
func (b *Bank) without(it *Item) []*Item {
	var out []*Item
	for _, o := range append([]*Item{it}, b.enemies[it]...) {
		if o.Single() {
			out = append(out, o)
		}
	}
	return out
}

// votes counts for each word the choices that have it: correct, and wrong.
type votes map[uint64][2]float64

func (v votes) add(it *Item, n float64) {
	for i := range it.Choices {
		c := &it.Choices[i]
		for _, w := range c.Words {
			count := v[w]
			if c.Key {
				count[0] += n
			} else {
				count[1] += n
			}
			v[w] = count
		}
	}
}

// odds is the logarithm of how much likelier the word is in a correct choice. A
// word never met says nothing: there are three wrong choices for a correct one.
func (v votes) odds(w uint64) float64 {
	count := v[w]
	return math.Log((count[0]+1)/(count[1]+3)) + math.Log(3)
}
