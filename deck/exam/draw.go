package exam

import "slices"

// perSkill is how many questions of one skill a form may hold.
const perSkill = 2

// The kinds of questions of which a form has a share.
const (
	single = iota
	multiple
)

// draw is a form being filled.
type draw struct {
	bank   *bank
	room   [][2]int // left in each domain, by kind
	chosen []*candidate

	// aim is how many multiple response questions the form will hold when its rooms
	// are filled; least and most are its range.
	aim, least, most int

	skills map[string]int
	facts  map[string]bool
	taken  map[string]bool // the chosen and their enemies
}

func newDraw(b *bank, f Form) *draw {
	d := &draw{bank: b, skills: map[string]int{}, facts: map[string]bool{}, taken: map[string]bool{}}
	d.least, d.most = (f.Asked*b.share.Least+99)/100, f.Asked*b.share.Most/100
	d.aim = min(max((f.Asked*b.share.Target+50)/100, d.least), d.most)
	for i, n := range apportion(d.aim, f.Domains) {
		d.room = append(d.room, [2]int{single: f.Domains[i] - n, multiple: n})
	}
	return d
}

// fill takes candidates in their order: fresh ones first, and of these as many of
// each kind as are aimed at, then, where a domain lacks one kind, the other, as
// long as the share of multiple response keeps within its range. It says whether
// the form is full.
func (d *draw) fill() bool {
	all := d.bank.candidates
	fresh := slices.IndexFunc(all, func(c *candidate) bool { return !c.seen.IsZero() })
	if fresh < 0 {
		fresh = len(all)
	}
	for _, some := range [][]*candidate{all[:fresh], all[fresh:]} {
		for _, c := range some {
			if d.room[c.domain][kind(c)] > 0 && d.fits(c) {
				d.room[c.domain][kind(c)]--
				d.take(c)
			}
		}
		for _, c := range some {
			if d.room[c.domain][1-kind(c)] > 0 && d.mayReplace(c) && d.fits(c) {
				d.room[c.domain][1-kind(c)]--
				d.aim += 2*kind(c) - 1 // one multiple response question more, or less
				d.take(c)
			}
		}
	}
	for _, r := range d.room {
		if r[single]+r[multiple] > 0 {
			return false
		}
	}
	return true
}

// mayReplace says whether c may stand where the other kind was aimed at.
func (d *draw) mayReplace(c *candidate) bool {
	if c.multiple {
		return d.aim < d.most
	}
	return d.aim > d.least
}

func kind(c *candidate) int {
	if c.multiple {
		return multiple
	}
	return single
}

// fits says whether c may stand beside the chosen.
func (d *draw) fits(c *candidate) bool {
	if d.taken[c.item.ID] || d.skills[c.skill] == perSkill {
		return false
	}
	for _, f := range c.question.Facts {
		if d.facts[f] {
			return false
		}
	}
	return true
}

func (d *draw) take(c *candidate) {
	d.chosen = append(d.chosen, c)
	d.skills[c.skill]++
	for _, f := range c.question.Facts {
		d.facts[f] = true
	}
	d.taken[c.item.ID] = true
	for _, id := range d.bank.enemies[c.item.ID] {
		d.taken[id] = true
	}
}

func (d *draw) fresh() int {
	n := 0
	for _, c := range d.chosen {
		if c.seen.IsZero() {
			n++
		}
	}
	return n
}
