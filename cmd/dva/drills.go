package main

import (
	"context"

	"dva/deck"
	"dva/srs"
	"dva/srs/drill"
	"dva/srs/fsrs"
	"dva/srs/review"
)

// Drills is what can be drilled, as it is now.
func (l *learner) Drills(ctx context.Context) (*drill.Book, error) {
	d, v := l.deck(), l.values()
	today := calendar(v).Day(l.now())
	cards, err := l.store.Cards(ctx, srs.Filter{All: true})
	if err != nil {
		return nil, spoken(err)
	}
	again, err := l.store.Missed(ctx, today-drill.MissedDays+1)
	if err != nil {
		return nil, spoken(err)
	}
	missed, err := review.Exams{Store: l.store, Deck: d}.Missed(ctx)
	if err != nil {
		return nil, spoken(err)
	}
	return drill.New(drill.Input{
		Today: today, Exam: &d.Exam, Items: d.Items, Services: d.Services, Weight: d.Weight,
		Cards: cards, Model: fsrs.Default(), LeechAt: v.LeechAt,
		Comes:      func(it *deck.Item) bool { return review.Comes(it, v.Settings) },
		ExamMissed: missed, Again: again,
	}), nil
}

// Missed is nothing before anything was answered.
func (unbegun) Missed(context.Context, srs.Day) ([]string, error) { return nil, nil }
