package store

import (
	"context"
	"database/sql"

	"dva/srs"
)

// replay is what the caches must hold after the acts that it was shown.
type replay struct {
	cards map[int64]srs.Card // by key
	notes map[int64]string
	days  map[dayKey]srs.Total
	shown map[int64]uint64 // the hash of the text at a card's last review
}

func newReplay() *replay {
	return &replay{
		cards: map[int64]srs.Card{}, notes: map[int64]string{}, days: map[dayKey]srs.Total{}, shown: map[int64]uint64{},
	}
}

// card is the card as it is now; one without acts is new.
func (r *replay) card(key int64, id string) srs.Card {
	if c, ok := r.cards[key]; ok {
		return c
	}
	return srs.Card{ID: id}
}

// add carries out an act that stands.
func (r *replay) add(a act) {
	r.cards[a.key] = a.After
	switch a.kind {
	case srs.ActReview:
		k := keyOf(a.Review)
		r.days[k] = plus(r.days[k], count(a.Review))
		r.shown[a.key] = a.Hash
	case srs.ActNote:
		if a.noteAfter == "" {
			delete(r.notes, a.key)
		} else {
			r.notes[a.key] = a.noteAfter
		}
	}
}

// keys are the ids of all cards by key.
func keys(ctx context.Context, t *sql.Tx) (map[int64]string, error) {
	rows, err := t.QueryContext(ctx, `select key, id from cards`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	ids := map[int64]string{}
	for rows.Next() {
		var key int64
		var id string
		if err := rows.Scan(&key, &id); err != nil {
			return nil, err
		}
		ids[key] = id
	}
	return ids, rows.Err()
}
