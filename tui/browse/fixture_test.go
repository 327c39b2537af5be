package browse_test

import (
	"context"
	"io"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"dva/deck"
	"dva/srs"
	"dva/srs/find"
	"dva/srs/fsrs"
	"dva/srs/review"
	"dva/srs/srstest"
	"dva/srs/store"
	"dva/tui/browse"
	"dva/tui/render"
	"dva/tui/theme"
	"dva/tui/tuitest"
)

var (
	ctx   = context.Background()
	today = srs.DayOf(srstest.Start)
)

// small is a deck of eight items, which no test changes.
var small = sync.OnceValues(func() (*deck.Deck, error) { return deck.Load(os.DirFS("testdata/deck")) })

// desk is where a test browses: a small deck and a real file.
type desk struct {
	*tuitest.Driver
	t     testing.TB
	room  *tuitest.Room
	deck  *deck.Deck
	file  *store.Store
	query string

	fail   error // of what would be saved next
	broken error // of what is read
	reload func() (string, error)

	profile termenv.Profile
	theme   theme.Choice
	ascii   bool
}

// fresh is a desk of a learner who has not begun.
func fresh(t testing.TB) *desk {
	t.Helper()
	d, err := small()
	if err != nil {
		t.Fatal(err)
	}
	return &desk{t: t, deck: d, file: srstest.Store(t), profile: termenv.ANSI, theme: theme.Auto}
}

// seen is a desk of a learner with something in every state.
func seen(t testing.TB) *desk {
	d := fresh(t)
	d.answer(srstest.Card("sqs-gone", today-30, 9), 1)
	d.answer(srstest.Card("sqs-visibility-timeout", today-40, 12), d.hash("sqs-visibility-timeout"))
	d.answer(srstest.Card("sqs-message-size", today-12, 30), 5) // another text
	leech := srstest.Card("sqs-fifo-rate#1", today-1, 3)
	leech.Lapses, leech.Reps = 8, 20
	d.answer(leech, d.hash("sqs-fifo-rate#1"))
	d.answer(srstest.Card("dynamodb-read-unit", today-9, 5), d.hash("dynamodb-read-unit"))
	desk := d.desk()
	for id, kind := range map[string]srs.ActKind{"sqs-visibility-timeout": srs.ActFlag, "dynamodb-read-unit": srs.ActSuspend} {
		if _, err := desk.Do(ctx, id, kind); err != nil {
			t.Fatal(err)
		}
	}
	if err := desk.SetNote(ctx, "sqs-visibility-timeout", "half a minute, as long as a coffee takes"); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *desk) hash(id string) uint64 {
	it, ok := d.deck.Item(id)
	if !ok {
		d.t.Fatalf("no item %s", id)
	}
	return it.Hash
}

// answer saves a review that made a card what it is.
func (d *desk) answer(c srs.Card, hash uint64) {
	d.t.Helper()
	r := srstest.Answer(srs.Card{ID: c.ID}, c)
	r.Hash = hash
	if _, err := d.file.Record(ctx, r); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) desk() review.Desk {
	return review.Desk{Store: d.file, Calendar: srs.Calendar{Start: srs.Defaults().DayStart}, Now: func() time.Time { return srstest.Start }}
}

// at opens the screen in a window.
func (d *desk) at(width, height int) *desk {
	d.t.Helper()
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(d.profile)
	th := theme.New(r, d.theme, d.ascii)
	c := browse.Config{
		Theme: &th, Render: render.New(th), Now: func() time.Time { return srstest.Start }, Query: d.query,
		Desk:    port{d.desk(), d},
		Fact:    d.deck.Fact,
		Service: func(key string) string { s, _ := d.deck.Service(key); return s.Name },
	}
	if d.reload != nil {
		c.Reload = func(context.Context) (string, error) { return d.reload() }
	}
	d.room = &tuitest.Room{Theme: &th, Screen: browse.New(c)}
	d.Driver = tuitest.New(d.t, d.room, width, height)
	return d
}

// port is the desk as the screen has it.
type port struct {
	review.Desk
	d *desk
}

func (p port) Shelf(ctx context.Context) (*find.Shelf, error) {
	if p.d.broken != nil {
		return nil, p.d.broken
	}
	cards, err := p.Store.Cards(ctx, srs.Filter{All: true})
	if err != nil {
		return nil, err
	}
	shown, err := p.Store.Shown(ctx, nil)
	if err != nil {
		return nil, err
	}
	notes, err := p.Store.Notes(ctx)
	return find.New(p.d.deck, find.Known{Cards: cards, Shown: shown, Notes: notes}, today, 8), err
}

func (p port) History(ctx context.Context, id string) ([]srs.Past, error) {
	if p.d.broken != nil {
		return nil, p.d.broken
	}
	return p.Store.History(ctx, id)
}

func (p port) Do(ctx context.Context, id string, kind srs.ActKind) (srs.Card, error) {
	if p.d.fail != nil {
		return srs.Card{}, p.d.fail
	}
	return p.Desk.Do(ctx, id, kind)
}

func (p port) SetNote(ctx context.Context, id, text string) error {
	if p.d.fail != nil {
		return p.d.fail
	}
	return p.Desk.SetNote(ctx, id, text)
}

func (p port) Undo(ctx context.Context) (srs.Act, error) { return p.Store.Undo(ctx) }
func (p port) Redo(ctx context.Context) (srs.Act, error) { return p.Store.Redo(ctx) }
func (p port) Today() srs.Day                            { return today }

func (p port) Recall(c srs.Card) float64 {
	return fsrs.Default().Recall(c.Memory, c.Elapsed(today))
}

// card is the card in the file.
func (d *desk) card(id string) srs.Card {
	d.t.Helper()
	cards, err := d.file.Cards(ctx, srs.Filter{IDs: []string{id}})
	if err != nil {
		d.t.Fatal(err)
	}
	if len(cards) == 0 {
		return srs.Card{ID: id}
	}
	return cards[0]
}

// all are the cards in the file.
func (d *desk) all() []srs.Card {
	d.t.Helper()
	cards, err := d.file.Cards(ctx, srs.Filter{All: true})
	if err != nil {
		d.t.Fatal(err)
	}
	return cards
}
