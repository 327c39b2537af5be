package drill_test

import (
	"fmt"
	"testing"

	"dva/deck"
	"dva/srs"
	"dva/srs/srstest"
)

// BenchmarkKey is a key that moves, one of the filter, and one that counts all
// anew, with 10,000 items of 105 services.
func BenchmarkKey(b *testing.B) {
	d := newDesk(b)
	d.in.Items, d.in.Services = nil, nil
	for s := range 105 {
		d.in.Services = append(d.in.Services, deck.Service{Key: fmt.Sprint("service", s), Name: fmt.Sprint("Amazon Service ", s)})
	}
	for i := range 10_000 {
		it := deck.Item{ID: fmt.Sprint("item", i), Parent: fmt.Sprint("item", i), Service: fmt.Sprint("service", i%105), Skills: []string{"1.1.1", "4.3.3"}, Place: i}
		d.in.Items = append(d.in.Items, it)
		d.in.Cards = append(d.in.Cards, srstest.Card(it.ID, today-srs.Day(i%50), 1+i%90))
	}
	d.at(80, 24)
	for _, bb := range []struct {
		name string
		keys []string
	}{
		{"move", []string{"j", "k"}},
		{"filter", []string{"/", "s", "9", "esc"}},
		{"kind", []string{"c", "b"}},
		{"parts", []string{"d", "esc"}},
	} {
		b.Run(bb.name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				d.Press(bb.keys[i%len(bb.keys)])
			}
		})
	}
}
