package review_test

import (
	"cmp"
	"context"
	"slices"

	"dva/srs"
	"dva/srs/review"
)

// fake is a store in memory that keeps the rules of review.Store by the
// simplest means: every act holds the card before and after it.
type fake struct {
	cards map[string]srs.Card
	notes map[string]string
	acts  []act
	// stand is how many acts stand; those after it were undone.
	stand int
	next  srs.ActID
	fail  error // of the next writing call
}

type act struct {
	srs.Act
	review     srs.Review
	mark       srs.Mark
	before     srs.Card
	noteBefore string
	noteAfter  string
}

func newFake() *fake { return &fake{cards: map[string]srs.Card{}, notes: map[string]string{}} }

func (f *fake) card(id string) srs.Card {
	if c, ok := f.cards[id]; ok {
		return c
	}
	return srs.Card{ID: id}
}

func (f *fake) Cards(_ context.Context, q srs.Filter) ([]srs.Card, error) {
	var out []srs.Card
	for id, c := range f.cards {
		marked := c.State == srs.New && c.Marks != srs.Marks{}
		started := c.State != srs.New
		switch {
		case !marked && !started:
		case q.All, q.IDs != nil && slices.Contains(q.IDs, id):
			out = append(out, c)
		case q.IDs == nil && !q.All && (marked || c.DueDay <= q.DueBy || c.LastDay == q.DueBy):
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b srs.Card) int { return cmp.Compare(a.ID, b.ID) })
	return out, nil
}

func (f *fake) Seen(context.Context) ([]string, error) {
	var ids []string
	for id, c := range f.cards {
		if c.State != srs.New {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

func (f *fake) Days(_ context.Context, first, last srs.Day) ([]srs.Total, error) {
	days := map[srs.Day]srs.Total{}
	for _, a := range f.acts[:f.stand] {
		r := a.review
		if a.Kind != srs.ActReview || r.Day < first || r.Day > last {
			continue
		}
		d := days[r.Day]
		d.Day = r.Day
		d.Reviews++
		d.ByGrade[r.Grade.Index()]++
		d.Took += r.Took
		switch r.Before.State {
		case srs.New:
			d.New++
			if r.Question {
				d.Questions++
			}
		case srs.Reviewing:
			d.Due++
		}
		days[r.Day] = d
	}
	var out []srs.Total
	for _, d := range days {
		out = append(out, d)
	}
	slices.SortFunc(out, func(a, b srs.Total) int { return cmp.Compare(a.Day, b.Day) })
	return out, nil
}

func (f *fake) Today(ctx context.Context, d srs.Day) (review.Tally, error) {
	days, _ := f.Days(ctx, d, d)
	if len(days) == 0 {
		return review.Tally{}, nil
	}
	t := review.Tally{Total: days[0]}
	for _, a := range f.acts[:f.stand] {
		if a.Kind == srs.ActReview && a.review.Day == d && a.before.State == srs.New {
			t.Begun = append(t.Begun, a.before.ID)
		}
	}
	return t, nil
}

func (f *fake) NextDue(_ context.Context, after srs.Day) (srs.Day, error) {
	var next srs.Day
	for _, c := range f.cards {
		if c.State != srs.New && !c.Marks.Suspended && c.DueDay > after && (next == 0 || c.DueDay < next) {
			next = c.DueDay
		}
	}
	return next, nil
}

func (f *fake) Note(_ context.Context, id string) (string, error) { return f.notes[id], nil }

func (f *fake) Shown(_ context.Context, ids []string) (map[string]uint64, error) {
	shown := map[string]uint64{}
	for _, a := range f.acts[:f.stand] {
		if a.Kind == srs.ActReview && (ids == nil || slices.Contains(ids, a.before.ID)) {
			shown[a.before.ID] = a.review.Hash
		}
	}
	return shown, nil
}

func (f *fake) Record(_ context.Context, r srs.Review) (srs.ActID, error) {
	a := act{Act: srs.Act{Kind: srs.ActReview, Grade: r.Grade, Source: r.Source, Card: r.After}, before: r.Before, review: r}
	return f.add(a)
}

func (f *fake) Mark(_ context.Context, m srs.Mark) (srs.ActID, error) {
	a := act{Act: srs.Act{Kind: m.Kind, Card: m.After}, before: m.Before, mark: m, noteBefore: m.NoteBefore, noteAfter: m.NoteAfter}
	return f.add(a)
}

func (f *fake) add(a act) (srs.ActID, error) {
	if err := f.fail; err != nil {
		f.fail = nil
		return 0, err
	}
	if f.card(a.before.ID) != a.before {
		return 0, review.ErrStale
	}
	f.next++
	a.ID = f.next
	f.acts = append(f.acts[:f.stand], a)
	f.stand++
	f.put(a.Card, a, a.noteAfter)
	return a.ID, nil
}

func (f *fake) put(c srs.Card, a act, note string) {
	f.cards[c.ID] = c
	switch {
	case a.Kind != srs.ActNote:
	case note == "":
		delete(f.notes, c.ID)
	default:
		f.notes[c.ID] = note
	}
}

func (f *fake) Undo(context.Context) (srs.Act, error) {
	if err := f.fail; err != nil {
		f.fail = nil
		return srs.Act{}, err
	}
	if f.stand == 0 {
		return srs.Act{}, review.ErrNothingToUndo
	}
	f.stand--
	a := f.acts[f.stand]
	f.put(a.before, a, a.noteBefore)
	a.Card = a.before
	return a.Act, nil
}

func (f *fake) Redo(context.Context) (srs.Act, error) {
	if err := f.fail; err != nil {
		f.fail = nil
		return srs.Act{}, err
	}
	if f.stand == len(f.acts) {
		return srs.Act{}, review.ErrNothingToRedo
	}
	a := f.acts[f.stand]
	f.stand++
	f.put(a.Card, a, a.noteAfter)
	return a.Act, nil
}

var _ review.Store = (*fake)(nil)
