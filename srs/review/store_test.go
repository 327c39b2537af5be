package review_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"dva/deck"
	"dva/srs"
	"dva/srs/review"
	"dva/srs/srstest"
)

// TestWithTheRealStore goes through a learner's days as the other tests do, on
// a file.
func TestWithTheRealStore(t *testing.T) {
	s := srstest.Store(t)
	b := newTable(t, s, items(12)...).sit()
	b.keys("14s3b2").want("sqs-7").keys("f4u").want("sqs-7").keys("3").want("sqs-8")
	b.sit().keys("uuu").want("sqs-6").keys("UUU")
	b.keys("d").sit()
	for b.shows() != "over" {
		b.keys("4")
	}
	cards, err := s.Cards(context.Background(), srs.Filter{All: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(cards) != 12 {
		t.Errorf("%d cards, want all 12", len(cards))
	}
	for _, c := range cards {
		if (c.State == srs.New) != c.Marks.Suspended {
			t.Errorf("after two days %+v", c)
		}
	}
}

// large is a deck of 10,000 items over forty services.
func large() *deck.Deck {
	d := &deck.Deck{}
	for i := range 40 {
		d.Services = append(d.Services, deck.Service{Key: fmt.Sprint("service-", i)})
	}
	for i := range 10000 {
		id := fmt.Sprintf("card-%05d", i)
		d.Items = append(d.Items, deck.Item{
			ID: id, Parent: id, Service: d.Services[i/250].Key, Skills: []string{"1.1.1"}, Level: deck.Level(i % 3), Place: i % 250,
		})
	}
	return d
}

// BenchmarkOpen opens a sitting over 10,000 items, 8,000 of them learned in
// 200,000 reviews, and BenchmarkToday plans the day. BenchmarkGrade is a grade
// until the next turn, saved to disk.
func BenchmarkOpen(b *testing.B) {
	o := learned(b)
	for b.Loop() {
		if _, err := review.Open(context.Background(), o); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkToday(b *testing.B) {
	o := learned(b)
	for b.Loop() {
		if _, err := review.Today(context.Background(), o); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGrade(b *testing.B) {
	o := learned(b)
	s, err := review.Open(context.Background(), o)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		turn, err := s.Grade(context.Background(), srs.Good, time.Second)
		if err != nil {
			b.Fatal(err)
		}
		if turn.Over {
			b.StopTimer()
			for range 100 {
				if _, _, err := s.Undo(context.Background()); err != nil {
					b.Fatal(err)
				}
			}
			b.StartTimer()
		}
	}
}

func learned(b *testing.B) review.Options {
	s := srstest.Store(b)
	srstest.History{Cards: 8000, Reviews: 200000}.Fill(b, s)
	t := newTable(b, s)
	t.o.Deck = large()
	t.clock.AdvanceDays(3)
	return t.o
}
