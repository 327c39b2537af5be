package deck

import (
	"cmp"
	"slices"
	"strconv"
)

// build makes a deck of entries that have been checked. own is the name of the
// learner's deck by entry id; nil for the content that ships.
func build(exam Exam, services []Service, cards []*Card, questions []*Question, facts []*Fact, own func(Place) string) *Deck {
	d := &Deck{Exam: exam, Services: services, look: new(lookups)}
	places := map[string]int{} // entries so far, by file
	for _, c := range cards {
		places[c.At.File]++
		d.addCard(c, places[c.At.File], own(c.At))
	}
	for _, q := range questions {
		places[q.At.File]++
		d.addQuestion(q, places[q.At.File], own(q.At))
	}
	sortItems(d.Items, services)
	d.shelves = []*shelf{newShelf(cards, questions, facts)}
	return d
}

func (d *Deck) addCard(c *Card, place int, own string) {
	it := Item{
		ID: c.ID, Parent: c.ID, Service: c.Service, Skills: c.Skills, Level: c.Level, Place: place, Deck: own,
	}
	if c.Cloze == "" {
		it.Hash = hash(c.Front, c.Back)
		d.add(it, c.Formerly, "")
		return
	}
	parts, _ := spans(c.Cloze)
	for _, n := range blanks(parts) {
		suffix := "#" + strconv.Itoa(n)
		it.Kind, it.ID, it.Blank = Cloze, c.ID+suffix, n
		it.Hash = hash(c.sides(n))
		d.add(it, c.Formerly, suffix)
	}
}

func (d *Deck) addQuestion(q *Question, place int, own string) {
	level := Core
	if q.Difficulty > 2 {
		level = Useful
	}
	d.add(Item{
		ID: q.ID, Parent: q.ID, Kind: Multiple, Service: q.Service, Services: q.Services, Skills: q.Skills,
		Level: level, Needs: q.Cards, Place: place, Deck: own, Hash: q.hash(),
	}, q.Formerly, "")
}

func (d *Deck) add(it Item, formerly []string, suffix string) {
	d.Items = append(d.Items, it)
	for _, was := range formerly {
		d.renames = append(d.renames, rename{was + suffix, it.ID})
	}
}

// sortItems orders items by service, keeping the order of files and places
// within each.
func sortItems(items []Item, services []Service) {
	order := serviceOrder(services)
	slices.SortStableFunc(items, func(a, b Item) int { return cmp.Compare(order[a.Service], order[b.Service]) })
}

// serviceOrder is the place of each service.
func serviceOrder(services []Service) map[string]int {
	order := make(map[string]int, len(services))
	for i, s := range services {
		order[s.Key] = i
	}
	return order
}
