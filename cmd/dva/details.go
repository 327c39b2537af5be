package main

import (
	"context"

	"dva/deck"
	"dva/srs/drill"
	"dva/tui/home"
)

const (
	// fewNamed is how many of the weakest services home names.
	fewNamed = 3
	// enoughSeen is how many items of a service must have been seen before it can
	// be called weak.
	enoughSeen = 5
	// retentionDays is over how many study days home takes true retention, as
	// statistics do first.
	retentionDays = 30
)

// Details are what home fills in after the day's plan.
func (l *learner) Details(ctx context.Context) (home.Details, error) {
	var d home.Details
	today := calendar(l.values()).Day(l.now())
	days, err := l.store.Days(ctx, today-retentionDays+1, today)
	if err != nil {
		return d, spoken(err)
	}
	due, recalled := 0, 0
	for _, t := range days {
		due, recalled = due+t.Due, recalled+t.Recalled
	}
	if due > 0 {
		share := float64(recalled) / float64(due)
		d.Retention = &share
	}
	book, err := l.Drills(ctx)
	if err != nil {
		return d, err
	}
	rows := book.Rows(drill.Both, "")
	drill.Sort(rows, drill.ByWeakness)
	for _, r := range rows {
		if r.Seen >= enoughSeen && len(d.Weakest) < fewNamed {
			d.Weakest = append(d.Weakest, r.Name)
		}
	}
	return d, nil
}

// count puts into today how much there is to learn, each blank of a card being a
// card as everywhere, and what is wrong of it.
func (l *learner) count(today *home.Today) {
	for _, it := range l.deck().Items {
		if it.Kind == deck.Multiple {
			today.Questions++
		} else {
			today.Cards++
		}
	}
	today.Faults = len(l.Faults())
}
