package browse

import (
	"context"
	"errors"
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"dva/srs"
	"dva/srs/find"
	"dva/srs/review"
	"dva/tui/render"
	"dva/tui/ui"
)

// actedMsg is what came of an act on one item. When err is set, nothing was saved.
type actedMsg struct {
	from   *Screen
	id     string
	change func(*find.Entry)
	past   []srs.Past
	typed  string // a note, to be tried again
	said   string
	err    error
}

// do carries out an act on the item with the pointer.
func (s *Screen) do(kind srs.ActKind, said string) tea.Cmd {
	id := s.entry().Item.ID
	return s.act(id, func(ctx context.Context) actedMsg {
		card, err := s.cfg.Desk.Do(ctx, id, kind)
		return actedMsg{said: said, err: err, change: func(e *find.Entry) {
			e.Card = card
			e.Changed = e.Changed && card.State != srs.New
		}}
	})
}

func (s *Screen) noteCmd(text string) tea.Cmd {
	id, said := s.entry().Item.ID, "note saved"
	if text == "" {
		said = "note removed"
	}
	return s.act(id, func(ctx context.Context) actedMsg {
		err := s.cfg.Desk.SetNote(ctx, id, text)
		return actedMsg{said: said, err: err, typed: text, change: func(e *find.Entry) { e.Note = text }}
	})
}

// act does one thing to an item and reads its history anew, away from the screen.
func (s *Screen) act(id string, do func(context.Context) actedMsg) tea.Cmd {
	s.busy = true
	return func() tea.Msg {
		ctx := context.Background()
		msg := do(ctx)
		s.acts.Add(1)
		msg.from, msg.id = s, id
		if msg.err == nil {
			msg.past, _ = s.cfg.Desk.History(ctx, id) // read again when it is looked at
		}
		return msg
	}
}

// acted changes the one entry. After a failure all is as it was, and what was
// typed is there to be tried again.
func (s *Screen) acted(msg actedMsg) tea.Cmd {
	s.busy = false
	if msg.err != nil {
		s.status = reason(msg.err)
		if errors.Is(msg.err, review.ErrStale) {
			s.busy = true
			status := s.status
			return func() tea.Msg { return s.load(status) }
		}
		if e := s.entry(); msg.typed != "" && e != nil && e.Item.ID == msg.id {
			s.ask = note
		}
		s.layout()
		return nil
	}
	if at, ok := s.shelf.At(msg.id); ok {
		msg.change(&s.shelf.Entries[at])
	}
	s.past[msg.id] = msg.past
	s.say(msg.said)
	s.layout()
	return nil
}

// takeBack undoes or redoes, and reads everything anew: the act may have been done
// anywhere, to any item.
func (s *Screen) takeBack(said string, do func(context.Context) (srs.Act, error)) tea.Cmd {
	s.busy = true
	return func() tea.Msg {
		a, err := do(context.Background())
		s.acts.Add(1)
		if err != nil {
			return actedMsg{from: s, err: err}
		}
		return s.load(ui.Status{Text: said + describe(a)})
	}
}

// reloadCmd reads the learner's own decks anew, then everything.
func (s *Screen) reloadCmd() tea.Cmd {
	s.busy = true
	return func() tea.Msg {
		said, err := s.cfg.Reload(context.Background())
		if err != nil {
			return s.load(ui.Status{Text: "your own decks are as they were: " + err.Error(), Bad: true})
		}
		return s.load(ui.Status{Text: said})
	}
}

// reason says what went wrong. Having nothing to undo is no failure.
func reason(err error) ui.Status {
	switch {
	case errors.Is(err, review.ErrNothingToUndo):
		return ui.Status{Text: "there is nothing to undo"}
	case errors.Is(err, review.ErrNothingToRedo):
		return ui.Status{Text: "there is nothing to redo"}
	case errors.Is(err, review.ErrStale):
		return ui.Status{Text: "not saved, look again: " + review.ErrStale.Error(), Bad: true}
	}
	return ui.Status{Text: "not saved, press again: " + err.Error(), Bad: true}
}

// describe says what an act was and on which item.
func describe(a srs.Act) string {
	what := a.Kind.String()
	if a.Kind == srs.ActReview {
		what = a.Grade.String()
	}
	return fmt.Sprintf("%s on %s", what, render.Line(a.Card.ID))
}
