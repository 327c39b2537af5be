package review_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dva/deck"
	"dva/srs"
	"dva/srs/review"
	"dva/srs/srstest"
)

// machine is a learner who presses any key at any time, and a plain model of
// what must be in the store: a copy of all cards and notes after every act.
type machine struct {
	*table
	f      *fake
	drills bool    // among reviews, so that siblings are asked on one day
	past   []image // the first is the empty store
	at     int     // the image that holds now
	mine   map[srs.ActID]bool
}

type image struct {
	cards map[string]srs.Card
	notes map[string]string
}

var errDisk = errors.New("disk full")

func newMachine(t *rapid.T, drills bool) *machine {
	all, siblings := items(24), rapid.IntRange(1, 3).Draw(t, "siblings")
	for i := range all {
		all[i].Parent = fmt.Sprint("parent-", i/siblings)
		all[i].Level = deck.Level(i % 2)
	}
	f := newFake()
	m := &machine{table: newTable(t, f, all...), f: f, drills: drills}
	s := &m.o.Scheduler.Settings
	s.Fuzz = rapid.Bool().Draw(t, "fuzz")
	s.NewPerDay = rapid.IntRange(0, 12).Draw(t, "new per day")
	if rapid.Bool().Draw(t, "exam set") {
		s.ExamDay = srs.DayOf(srstest.Start) + srs.Day(rapid.IntRange(0, 9).Draw(t, "exam in"))
	}
	m.past = []image{m.image()}
	m.open(t)
	return m
}

func (m *machine) image() image { return image{maps.Clone(m.f.cards), maps.Clone(m.f.notes)} }

func (m *machine) open(t *rapid.T) {
	m.o.Spare = rapid.IntRange(0, 3).Draw(t, "spare") == 0
	m.o.Items, m.o.Source = nil, srs.FromReview
	if m.drills && rapid.Bool().Draw(t, "drill") {
		m.o.Items, m.o.Source = []string{}, srs.FromDrill
		for _, n := range rapid.SliceOfN(rapid.IntRange(1, 24), 0, 8).Draw(t, "drilled") {
			m.o.Items = append(m.o.Items, fmt.Sprint("sqs-", n))
		}
	}
	s, err := review.Open(context.Background(), m.o)
	if err != nil {
		t.Fatal(err)
	}
	m.s, m.mine = s, map[srs.ActID]bool{}
}

// same says whether the store holds what it held in img, a card that is zero
// being no card.
func (m *machine) same(img image) bool {
	return maps.Equal(solid(m.f.cards), solid(img.cards)) && maps.Equal(m.f.notes, img.notes)
}

func solid(cards map[string]srs.Card) map[string]srs.Card {
	out := map[string]srs.Card{}
	for id, c := range cards {
		if c != (srs.Card{ID: id}) {
			out[id] = c
		}
	}
	return out
}

// act presses a key that saves. It checks what every such key owes, whether or
// not it succeeds.
func (m *machine) act(t *rapid.T, do func() (review.Turn, error)) bool {
	before, stand := m.s.Turn(), m.f.stand
	if rapid.IntRange(0, 9).Draw(t, "disk") == 0 {
		m.f.fail = errDisk
	}
	turn, err := do()
	m.f.fail = nil
	switch {
	case before.Over:
		if !errors.Is(err, review.ErrOver) {
			t.Fatalf("an act when the sitting was over: %v", err)
		}
	case errors.Is(err, review.ErrNewDay):
		if turn.Card != before.Card || m.f.stand != stand {
			t.Fatalf("a new day moved the sitting to %s", turn.Card.ID)
		}
	case errors.Is(err, errDisk):
		if turn.Card != before.Card || turn.Counts != before.Counts || m.f.stand != stand || !m.same(m.past[m.at]) {
			t.Fatalf("a failed act moved the sitting to %s", turn.Card.ID)
		}
	case err != nil:
		t.Fatal(err)
	default:
		m.past = append(m.past[:m.at+1], m.image())
		m.at++
		return true
	}
	return false
}

func (m *machine) grade(t *rapid.T) {
	g := rapid.SampledFrom(srs.Grades[:]).Draw(t, "grade")
	before := m.s.Turn()
	if !m.act(t, func() (review.Turn, error) { return m.s.Grade(context.Background(), g, time.Second) }) {
		return
	}
	a := m.f.acts[m.f.stand-1]
	m.mine[a.ID] = true
	shown := before.Outcomes[g.Index()].After
	got := a.review.After
	shown.Due, shown.DueDay, shown.Last = got.Due, got.DueDay, got.Last // dates count from the answer
	if a.review.Before != before.Card || got != shown {
		t.Fatalf("shown %+v, saved %+v", before.Outcomes[g.Index()], a.review)
	}
	if got.State == srs.Reviewing && got.DueDay != before.Outcomes[g.Index()].After.DueDay {
		t.Fatalf("shown due on %v, saved %v", before.Outcomes[g.Index()].After.DueDay, got.DueDay)
	}
}

func (m *machine) undo(t *rapid.T) {
	turn, act, err := m.s.Undo(context.Background())
	if m.at == 0 {
		if !errors.Is(err, review.ErrNothingToUndo) {
			t.Fatalf("undo of nothing: %v", err)
		}
		return
	}
	m.at--
	if err != nil || !m.same(m.past[m.at]) {
		t.Fatalf("undo of %v on %s, %v, did not restore the store", act.Kind, act.Card.ID, err)
	}
	goesBack := act.Kind == srs.ActReview || act.Kind == srs.ActSuspend || act.Kind == srs.ActBury
	out := act.Card.Marks.Hidden(m.today())
	if m.o.Items != nil {
		out = act.Card.Marks.Suspended
	}
	if goesBack && !out && turn.Card != act.Card {
		t.Fatalf("undo of %v on %s shows %s", act.Kind, act.Card.ID, turn.Card.ID)
	}
}

func (m *machine) redo(t *rapid.T) {
	_, act, err := m.s.Redo(context.Background())
	if m.at == len(m.past)-1 {
		if !errors.Is(err, review.ErrNothingToRedo) {
			t.Fatalf("redo of nothing: %v", err)
		}
		return
	}
	m.at++
	if err != nil || !m.same(m.past[m.at]) {
		t.Fatalf("redo of %v on %s, %v, did not restore the store", act.Kind, act.Card.ID, err)
	}
}

func (m *machine) today() srs.Day { return m.o.Scheduler.Calendar.Day(m.clock.Now()) }

// check is what holds between any two keys.
func (m *machine) check(t *rapid.T) {
	turn := m.s.Turn()
	done := 0
	for _, a := range m.f.acts[:m.f.stand] {
		if m.mine[a.ID] {
			done++
		}
	}
	if turn.Counts.Done != done {
		t.Fatalf("%d answers counted, %d given", turn.Counts.Done, done)
	}
	if turn.Over {
		return
	}
	if turn.Card != m.f.card(turn.Card.ID) || turn.Item.ID != turn.Card.ID {
		t.Fatalf("shown %+v, stored %+v", turn.Card, m.f.card(turn.Card.ID))
	}
	if turn.Note != m.f.notes[turn.Card.ID] {
		t.Fatalf("note %q is shown, %q stored", turn.Note, m.f.notes[turn.Card.ID])
	}
	if turn.Card.Marks.Suspended {
		t.Fatalf("%s is suspended, and is shown", turn.Card.ID)
	}
	if turn.Counts.Left() < 1 {
		t.Fatalf("nothing is left, and %s is shown", turn.Card.ID)
	}
	for _, o := range turn.Outcomes {
		if exam := m.o.Scheduler.Settings.ExamDay; o.After.LastDay < exam && o.After.DueDay > exam {
			t.Fatalf("%v is due on %v, after the exam", o.Grade, o.After.DueDay)
		}
	}
	if !m.drills {
		m.checkSiblings(t)
	}
}

// checkSiblings looks for two cards of one parent begun or reviewed on one day.
func (m *machine) checkSiblings(t *rapid.T) {
	type key struct {
		day    srs.Day
		parent string
	}
	asked := map[key]string{}
	for _, a := range m.f.acts[:m.f.stand] {
		if a.Kind != srs.ActReview || a.before.State == srs.Learning || a.before.State == srs.Relearning {
			continue
		}
		item, _ := m.o.Deck.Item(a.before.ID)
		k := key{a.review.Day, item.Parent}
		if other, ok := asked[k]; ok && other != a.before.ID {
			t.Fatalf("%s and %s are siblings, both asked on %v", other, a.before.ID, k.day)
		}
		asked[k] = a.before.ID
	}
}

func TestAnyKeyAtAnyTime(t *testing.T) { anyKey(t, false) }

func TestAnyKeyInDrillsToo(t *testing.T) { anyKey(t, true) }

func anyKey(t *testing.T, drills bool) {
	rapid.Check(t, func(t *rapid.T) {
		ctx, m := context.Background(), newMachine(t, drills)
		t.Repeat(map[string]func(*rapid.T){
			"":        m.check,
			"grade":   m.grade,
			"undo":    m.undo,
			"redo":    m.redo,
			"suspend": func(t *rapid.T) { m.act(t, func() (review.Turn, error) { return m.s.Suspend(ctx) }) },
			"bury":    func(t *rapid.T) { m.act(t, func() (review.Turn, error) { return m.s.Bury(ctx) }) },
			"flag":    func(t *rapid.T) { m.act(t, func() (review.Turn, error) { return m.s.Flag(ctx) }) },
			"note": func(t *rapid.T) {
				text := rapid.SampledFrom([]string{"", "mine", "other"}).Draw(t, "note")
				if text == m.s.Turn().Note {
					t.Skip("nothing to save")
				}
				m.act(t, func() (review.Turn, error) { return m.s.SetNote(ctx, text) })
			},
			"minutes": func(t *rapid.T) {
				m.clock.Advance(time.Duration(rapid.IntRange(1, 30).Draw(t, "minutes")) * time.Minute)
			},
			"hours":   func(t *rapid.T) { m.clock.Advance(time.Duration(rapid.IntRange(1, 30).Draw(t, "hours")) * time.Hour) },
			"restart": m.open,
		})
	})
}
