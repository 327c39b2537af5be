package store

import "dva/srs"

// carryOut brings the caches to what they are after a.
func (t *tx) carryOut(a act) error {
	if err := t.setCard(a.key, a.After); err != nil {
		return err
	}
	switch a.kind {
	case srs.ActReview:
		if err := t.exec(t.st.setShown, a.key); err != nil {
			return err
		}
		return t.exec(t.st.addDay, totalArgs(keyOf(a.Review), count(a.Review))...)
	case srs.ActNote:
		return t.setNote(a.key, a.noteAfter)
	}
	return nil
}

// takeBack brings the caches to what they were before a.
func (t *tx) takeBack(a act) error {
	if err := t.setCard(a.key, a.Before); err != nil {
		return err
	}
	switch a.kind {
	case srs.ActReview:
		if err := t.exec(t.st.setShown, a.key); err != nil {
			return err
		}
		k := keyOf(a.Review)
		if err := t.exec(t.st.takeDay, totalArgs(k, count(a.Review))...); err != nil {
			return err
		}
		return t.exec(t.st.dropDay, k.args()...)
	case srs.ActNote:
		return t.setNote(a.key, a.noteBefore)
	}
	return nil
}

// card reads a card and its key; sql.ErrNoRows when there is none.
func (t *tx) card(id string) (key int64, c srs.Card, err error) {
	var m image
	if err := t.row(t.st.cardByID, id).Scan(m.dest([]any{&key})...); err != nil {
		return 0, srs.Card{}, err
	}
	c, err = m.card(id)
	return key, c, err
}

func (t *tx) setCard(key int64, c srs.Card) error {
	return t.exec(t.st.setCard, append(imageOf(c).args(nil), key)...)
}

// note is the card's note, empty when there is none.
func (t *tx) note(key int64) (note string, err error) {
	if err = t.row(t.st.noteOf, key).Scan(&note); isNone(err) {
		return "", nil
	}
	return note, err
}

func (t *tx) setNote(key int64, note string) error {
	if note == "" {
		return t.exec(t.st.dropNote, key)
	}
	return t.exec(t.st.setNote, key, note)
}
