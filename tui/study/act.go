package study

import (
	"context"
	"errors"
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"dva/srs"
	"dva/srs/review"
	"dva/tui/render"
	"dva/tui/ui"
)

// actedMsg is what came of one act of the learner. When err is set, nothing was
// saved.
type actedMsg struct {
	from  *Screen
	turn  review.Turn
	said  string
	stays bool // the turn goes on where it was: a flag, a note
	typed bool // it was typed, and is kept to be tried again
	err   error
}

// act does one thing with the sitting, away from the screen.
func (s *Screen) act(do func(context.Context) actedMsg) tea.Cmd {
	s.busy, s.began = true, s.cfg.Now()
	return func() tea.Msg {
		msg := do(context.Background())
		msg.from = s
		return msg
	}
}

// acted moves on when the act is on disk. After a failure the same card stays as
// it was, with the turn that the sitting gave back, so that pressing again works.
func (s *Screen) acted(msg actedMsg) tea.Cmd {
	s.busy = false
	same := msg.turn.Item.ID == s.turn.Item.ID && msg.turn.Over == s.turn.Over
	if msg.err != nil {
		s.status = reason(msg.err)
		if msg.turn.Item.ID == "" && !msg.turn.Over {
			return nil
		}
	}
	var cmd tea.Cmd
	if same && (msg.err != nil || msg.stays) {
		s.turn = keepOrder(msg.turn, s.turn)
		if msg.err != nil && msg.typed {
			s.panel = noting
		}
		s.layout()
	} else {
		cmd = s.show(msg.turn)
	}
	if msg.err == nil {
		s.say(msg.said)
	}
	return cmd
}

// keepOrder is now with the choices where the learner has seen them.
func keepOrder(now, before review.Turn) review.Turn {
	if len(now.Order) == len(before.Order) {
		now.Order = before.Order
	}
	return now
}

// reason says what went wrong. Having nothing to undo is no failure.
func reason(err error) ui.Status {
	switch {
	case errors.Is(err, review.ErrNothingToUndo):
		return ui.Status{Text: "there is nothing to undo"}
	case errors.Is(err, review.ErrNothingToRedo):
		return ui.Status{Text: "there is nothing to redo"}
	case errors.Is(err, review.ErrStale):
		return ui.Status{Text: "not saved: " + review.ErrStale.Error(), Bad: true}
	case errors.Is(err, review.ErrNewDay):
		return ui.Status{Text: "not saved, press again: " + review.ErrNewDay.Error()}
	default:
		return ui.Status{Text: "not saved, press again: " + err.Error(), Bad: true}
	}
}

// answerCmd saves the outcome that the turn shows for g.
func (s *Screen) answerCmd(g srs.Grade) tea.Cmd {
	took := s.cfg.Now().Sub(s.asked)
	return s.act(func(ctx context.Context) actedMsg {
		t, err := s.sitting.Grade(ctx, g, took)
		return actedMsg{turn: t, err: err}
	})
}

func (s *Screen) suspendCmd() tea.Cmd {
	return s.act(func(ctx context.Context) actedMsg {
		t, err := s.sitting.Suspend(ctx)
		return actedMsg{turn: t, err: err, said: "suspended; u takes it back"}
	})
}

func (s *Screen) buryCmd() tea.Cmd {
	return s.act(func(ctx context.Context) actedMsg {
		t, err := s.sitting.Bury(ctx)
		return actedMsg{turn: t, err: err, said: "hidden until tomorrow; u takes it back"}
	})
}

func (s *Screen) flagCmd() tea.Cmd {
	said := "flagged"
	if s.turn.Card.Marks.Flagged {
		said = "flag taken off"
	}
	return s.act(func(ctx context.Context) actedMsg {
		t, err := s.sitting.Flag(ctx)
		return actedMsg{turn: t, err: err, said: said, stays: true}
	})
}

func (s *Screen) noteCmd(text string) tea.Cmd {
	said := "note saved"
	if text == "" {
		said = "note removed"
	}
	return s.act(func(ctx context.Context) actedMsg {
		t, err := s.sitting.SetNote(ctx, text)
		return actedMsg{turn: t, err: err, said: said, stays: true, typed: true}
	})
}

func (s *Screen) undoCmd() tea.Cmd {
	return s.act(func(ctx context.Context) actedMsg {
		t, a, err := s.sitting.Undo(ctx)
		return actedMsg{turn: t, err: err, said: "undone: " + describe(a) + "; U does it again"}
	})
}

func (s *Screen) redoCmd() tea.Cmd {
	return s.act(func(ctx context.Context) actedMsg {
		t, a, err := s.sitting.Redo(ctx)
		return actedMsg{turn: t, err: err, said: "done again: " + describe(a)}
	})
}

// describe says what an act was and on which card.
func describe(a srs.Act) string {
	what := a.Kind.String()
	if a.Kind == srs.ActReview {
		what = a.Grade.String()
	}
	return fmt.Sprintf("%s on %s", what, render.Line(a.Card.ID))
}
