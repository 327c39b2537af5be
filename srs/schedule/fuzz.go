package schedule

import (
	"hash/fnv"
	"math"
	"strconv"

	"dva/srs"
)

// chooseDays sets the days of every move that goes out into days. A card on
// review keeps hard, good and easy a day apart; where caps leave no room they
// meet at the cap.
func (p *preview) chooseDays(moves *[4]move, out *Outcomes) {
	least, apart := 1, 0
	if p.card.State == srs.Reviewing {
		apart = 1
	}
	chance := p.chance()
	for _, g := range []srs.Grade{srs.Hard, srs.Good, srs.Easy} {
		m := &moves[g.Index()]
		if m.state == srs.Reviewing {
			m.days = p.days(out[g.Index()].After.Memory, least, chance)
			least = m.days + apart
		}
	}
	if again := &moves[srs.Again.Index()]; again.state == srs.Reviewing {
		again.days = p.days(out[srs.Again.Index()].After.Memory, 1, chance)
		if hard := moves[srs.Hard.Index()]; hard.state == srs.Reviewing {
			again.days = min(again.days, hard.days)
		}
	}
}

// days is the interval that memory m asks for, moved by chance when the learner
// wants that, at least least and at most the cap, which wins.
func (p *preview) days(m srs.Memory, least int, chance float64) int {
	least = min(least, p.longest)
	interval := min(max(p.Model.Interval(m, p.Settings.Retention), float64(least)), float64(p.longest))
	if !p.Settings.Fuzz {
		return int(math.Round(interval))
	}
	low, high := fuzzRange(interval)
	low, high = max(low, least), min(high, p.longest)
	return low + int(chance*float64(high-low+1))
}

// fuzzBands are Anki's: by how much of each part of an interval it may move.
var fuzzBands = [...]struct{ from, to, part float64 }{
	{2.5, 7, 0.15},
	{7, 20, 0.10},
	{20, math.Inf(1), 0.05},
}

// fuzzRange is between which whole days an interval may be moved: a day and a
// part of its length either way, and not at all under two and a half days.
func fuzzRange(interval float64) (low, high int) {
	if interval < fuzzBands[0].from {
		day := int(math.Round(interval))
		return day, day
	}
	delta := 1.0
	for _, b := range fuzzBands {
		delta += b.part * max(min(interval, b.to)-b.from, 0)
	}
	return max(int(math.Round(interval-delta)), 2), int(math.Round(interval + delta))
}

// chance is a number from 0 to 1, 1 excluded, that depends on the card and how
// often it was reviewed only, so that the button shows what will be written.
func (p *preview) chance() float64 {
	h := fnv.New64a()
	h.Write([]byte(p.card.ID))
	h.Write(strconv.AppendInt([]byte{0}, int64(p.card.Reps), 10))
	// The last step of SplitMix64 spreads what FNV leaves in the low bits.
	x := h.Sum64()
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	x ^= x >> 31
	return float64(x>>11) / (1 << 53)
}
