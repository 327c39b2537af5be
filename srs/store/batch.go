package store

import (
	"maps"
	"math"
	"slices"

	"dva/srs"
	"dva/srs/review"
)

// batch appends acts to the log. It holds the cards and totals that they touch
// until finish, so that thousands of acts cost little more than their rows.
type batch struct {
	*tx
	last int64            // time of the newest act
	keys map[string]int64 // of the cards touched, by id
	now  *replay          // those cards as they are, and what the acts add to each day
}

// batch begins one. What was undone before it can no longer be done again.
func (t *tx) batch() (*batch, error) {
	b := &batch{tx: t, last: math.MinInt64, keys: map[string]int64{}, now: newReplay()}
	if err := t.exec(t.st.dropRedo); err != nil {
		return nil, err
	}
	if err := t.row(t.st.lastAt).Scan(&b.last); err != nil && !isNone(err) {
		return nil, err
	}
	return b, nil
}

func (b *batch) append(a act) (srs.ActID, error) {
	if err := a.valid(); err != nil {
		return 0, err
	}
	b.orderTime(&a)
	if err := b.claim(&a); err != nil {
		return 0, err
	}
	r, err := b.StmtContext(b.ctx, b.st.addAct).ExecContext(b.ctx, a.args()...)
	if err != nil {
		return 0, err
	}
	id, err := r.LastInsertId()
	if err != nil {
		return 0, err
	}
	b.now.add(a)
	if a.kind == srs.ActNote {
		err = b.setNote(a.key, a.noteAfter)
	}
	return srs.ActID(id), err
}

// finish brings the caches to what they are after the acts.
func (b *batch) finish() error {
	for _, key := range slices.Sorted(maps.Keys(b.now.cards)) {
		if err := b.setCard(key, b.now.cards[key]); err != nil {
			return err
		}
	}
	for _, key := range slices.Sorted(maps.Keys(b.now.shown)) {
		if err := b.exec(b.st.setShown, key); err != nil {
			return err
		}
	}
	for _, k := range sortedDays(b.now.days) {
		if err := b.exec(b.st.addDay, totalArgs(k, b.now.days[k])...); err != nil {
			return err
		}
	}
	return nil
}

// orderTime keeps the log's times from decreasing when the clock was set back.
func (b *batch) orderTime(a *act) {
	a.at = a.At.UnixMilli()
	_, a.zone = a.At.Zone()
	if a.at < b.last {
		a.ahead = b.last + 1 - a.at
		a.at = b.last + 1
	}
	b.last = a.at
}

// claim finds the act's card, or makes it, and holds it against Before.
func (b *batch) claim(a *act) error {
	id := a.Before.ID
	key, touched := b.keys[id]
	if !touched {
		var err error
		if key, err = b.fetch(id); err != nil {
			return err
		}
		b.keys[id] = key
	}
	a.key = key
	if b.now.card(key, id) != a.Before {
		return review.ErrStale
	}
	if a.kind != srs.ActNote {
		return nil
	}
	note, err := b.note(key)
	if err == nil && note != a.noteBefore {
		err = review.ErrStale
	}
	return err
}

// fetch reads the card into the batch, or makes a new one.
func (b *batch) fetch(id string) (int64, error) {
	key, c, err := b.card(id)
	if isNone(err) {
		c = srs.Card{ID: id}
		err = b.row(b.st.addCard, id).Scan(&key)
	}
	b.now.cards[key] = c
	return key, err
}
