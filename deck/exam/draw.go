package exam

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
	most   int      // multiple response at most, in all
	least  int
	chosen []*candidate

	multiples int
	skills    map[string]int
	facts     map[string]bool
	taken     map[string]bool // the chosen and their enemies
}

func newDraw(b *bank, f Form) *draw {
	d := &draw{bank: b, skills: map[string]int{}, facts: map[string]bool{}, taken: map[string]bool{}}
	d.least, d.most = (f.Asked*b.share.Least+99)/100, f.Asked*b.share.Most/100
	aim := min(max((f.Asked*b.share.Target+50)/100, d.least), d.most)
	for i, n := range apportion(aim, f.Domains) {
		d.room = append(d.room, [2]int{single: f.Domains[i] - n, multiple: n})
	}
	return d
}

// fill takes candidates in their order: first as many of each kind as are aimed
// at, then, where a domain lacks one kind, the other, as long as the share of
// multiple response keeps within its range. It says whether the form is full.
func (d *draw) fill() bool {
	for _, c := range d.bank.candidates {
		if d.room[c.domain][kind(c)] > 0 && d.fits(c) {
			d.room[c.domain][kind(c)]--
			d.take(c)
		}
	}
	for _, c := range d.bank.candidates {
		other := 1 - kind(c)
		if d.room[c.domain][other] > 0 && (!c.multiple || d.multiples < d.most) && d.fits(c) {
			d.room[c.domain][other]--
			d.take(c)
		}
	}
	for _, r := range d.room {
		if r[single]+r[multiple] > 0 {
			return false
		}
	}
	return d.least <= d.multiples && d.multiples <= d.most
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
	if c.multiple {
		d.multiples++
	}
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
