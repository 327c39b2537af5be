package main

import (
	"context"

	"dva/srs"
	"dva/srs/find"
	"dva/srs/review"
	"dva/tui/browse"
)

// browseDesk is where the learner looks through everything, and the cards are
// changed outside a sitting.
type browseDesk struct{ l *learner }

// Browse is that desk.
func (l *learner) Browse() browse.Desk { return browseDesk{l} }

// Shelf is everything that can be found.
func (l *learner) Shelf(ctx context.Context) (*find.Shelf, error) {
	d := l.deck()
	cards, err := l.store.Cards(ctx, srs.Filter{All: true})
	if err != nil {
		return nil, spoken(err)
	}
	shown, err := l.store.Shown(ctx, nil)
	if err != nil {
		return nil, spoken(err)
	}
	notes, err := l.store.Notes(ctx)
	if err != nil {
		return nil, spoken(err)
	}
	known := find.Known{Cards: cards, Shown: shown, Notes: notes}
	return find.New(d, known, l.studyDay(), l.values().LeechAt), nil
}

func (b browseDesk) Shelf(ctx context.Context) (*find.Shelf, error) { return b.l.Shelf(ctx) }

func (b browseDesk) History(ctx context.Context, id string) ([]srs.Past, error) {
	past, err := b.l.store.History(ctx, id)
	return past, spoken(err)
}

func (b browseDesk) Do(ctx context.Context, id string, kind srs.ActKind) (srs.Card, error) {
	return b.l.handwork().Do(ctx, id, kind)
}

func (b browseDesk) SetNote(ctx context.Context, id, text string) error {
	return b.l.handwork().SetNote(ctx, id, text)
}

func (b browseDesk) Undo(ctx context.Context) (srs.Act, error) { return b.l.store.Undo(ctx) }
func (b browseDesk) Redo(ctx context.Context) (srs.Act, error) { return b.l.store.Redo(ctx) }
func (b browseDesk) Today() srs.Day                            { return b.l.studyDay() }

func (b browseDesk) Recall(c srs.Card) float64 {
	return scheduler(b.l.values()).Model.Recall(c.Memory, c.Elapsed(b.l.studyDay()))
}

// handwork does to cards what a sitting does, by the settings as they are now.
func (l *learner) handwork() review.Desk {
	return review.Desk{Store: l.store, Calendar: calendar(l.values()), Now: l.now}
}

func (l *learner) studyDay() srs.Day { return calendar(l.values()).Day(l.now()) }
