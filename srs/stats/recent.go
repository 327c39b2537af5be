package stats

import "dva/srs"

// Recent adds up single answers of the last Window study days, today included.
// It keeps sums and no answers, so that it takes them as fast as they are read.
type Recent struct {
	today srs.Day
	model srs.Model
	hours [24]Hour
	all   Bin
	bins  []Bin
	asked [Window]prediction // by how many days ago
}

// prediction is what the model expected of so many answers.
type prediction struct {
	sum float64
	n   int
}

// NewRecent has no answers yet.
func NewRecent(today srs.Day, m srs.Model) *Recent {
	r := &Recent{today: today, model: m, all: Bin{To: 1}}
	for i, to := range edges[1:] {
		r.bins = append(r.bins, Bin{From: edges[i], To: to})
	}
	for i := range r.hours {
		r.hours[i].Hour = i
	}
	return r
}

// Add takes an answer, in any order. One of another time does not count. The
// error is always nil.
func (r *Recent) Add(a srs.Answer) error {
	if !within(a.Day, r.today, Window) {
		return nil
	}
	right := a.Grade != srs.Again
	h := &r.hours[a.Hour]
	h.Reviews++
	if !a.Due {
		return nil
	}
	h.Due++
	if right {
		h.Recalled++
	}
	p := r.model.Recall(a.Memory, a.Elapsed)
	r.all.add(p, right)
	r.bins[binOf(p)].add(p, right)
	on := &r.asked[r.today-a.Day]
	on.sum += p
	on.n++
	return nil
}

// predicted is what the model expected, on the mean, of the answers of n days.
func (r *Recent) predicted(n int) *float64 {
	var all prediction
	for _, on := range r.asked[:n] {
		all.sum += on.sum
		all.n += on.n
	}
	return share(all.sum, all.n)
}
