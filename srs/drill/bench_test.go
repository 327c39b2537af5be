package drill_test

import (
	"fmt"
	"testing"

	"dva/deck"
	"dva/srs"
	"dva/srs/drill"
	"dva/srs/srstest"
)

// BenchmarkTenThousandItems is the pure part of the drill table: it does not
// depend on how many reviews there are.
func BenchmarkTenThousandItems(b *testing.B) {
	in := input()
	in.Items, in.Services = nil, nil
	for s := range 100 {
		in.Services = append(in.Services, deck.Service{Key: fmt.Sprint("service", s), Name: fmt.Sprint("Service ", s)})
	}
	for i := range 10_000 {
		it := deck.Item{ID: fmt.Sprint("item", i), Parent: fmt.Sprint("item", i), Service: fmt.Sprint("service", i%100), Skills: []string{"1.1.2", "4.3.3"}, Place: i / 100}
		in.Items = append(in.Items, it)
		in.Cards = append(in.Cards, srstest.Card(it.ID, today-srs.Day(i%50), 1+i%90))
	}
	b.Run("table", func(b *testing.B) {
		for b.Loop() {
			drill.Sort(drill.New(in).Rows(drill.Both, ""), drill.ByWeakness)
		}
	})
	book := drill.New(in)
	b.Run("pick", func(b *testing.B) {
		for b.Loop() {
			book.Pick(drill.Wish{Limit: 20})
		}
	})
}
