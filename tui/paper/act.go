package paper

import (
	"context"
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"dva/deck/exam"
	"dva/tui/ui"
)

// actedMsg is what came of one act of the learner. When err is set, nothing was
// saved.
type actedMsg struct {
	from  *Screen
	state exam.State
	err   error
	then  func() tea.Cmd // what follows when it is saved
}

// endedMsg is what came of handing in.
type endedMsg struct {
	from *Screen
	err  error
}

// act does one thing with the sitting, away from the screen.
func (s *Screen) act(do func(context.Context) (exam.State, error), then func() tea.Cmd) tea.Cmd {
	s.start()
	return func() tea.Msg {
		st, err := do(context.Background())
		return actedMsg{s, st, err, then}
	}
}

// start marks the screen as at work, and its clock as looked at.
func (s *Screen) start() {
	s.busy, s.began = true, s.cfg.Now()
	s.watch.looked = s.began
}

func (s *Screen) acted(msg actedMsg) tea.Cmd {
	if s.stage != sitting {
		return nil // the time was up before; the screen is handing in
	}
	s.busy = false
	s.adopt(msg.state)
	if msg.err != nil {
		return s.refused(msg.err)
	}
	s.watch.unsaved = ""
	return msg.then()
}

// refused says why an act was not saved.
func (s *Screen) refused(err error) tea.Cmd {
	switch {
	case errors.Is(err, exam.ErrTimeUp):
		return s.timeUp()
	case errors.Is(err, exam.ErrTaken), errors.Is(err, exam.ErrEnded):
		s.stage, s.panel, s.busy = elsewhere, none, false
		s.status = ui.Status{Text: "not saved: " + err.Error(), Bad: true}
		s.layout()
	default:
		s.status = ui.Status{Text: "not saved, press again: " + err.Error(), Bad: true}
	}
	return nil
}

// toggle picks or takes back the choice shown at a place.
func (s *Screen) toggle(place int) tea.Cmd {
	choice := s.item().Order[place]
	return s.act(func(ctx context.Context) (exam.State, error) { return s.sitting.Toggle(ctx, choice) }, func() tea.Cmd {
		s.point(place)
		if said := s.miscount(s.sheet.item); said != "" && s.picked(s.sheet.item) > s.item().Question.Correct() {
			s.say(said)
		}
		return nil
	})
}

func (s *Screen) flag() tea.Cmd {
	return s.act(s.sitting.Flag, func() tea.Cmd {
		s.say("flag taken off")
		if s.state.Answers[s.sheet.item].Flagged {
			s.say("flagged, to come back to")
		}
		return nil
	})
}

// goTo shows another question and says when the one left cannot be right for its
// number of choices.
func (s *Screen) goTo(i int) tea.Cmd {
	from := s.sheet.item
	return s.act(func(ctx context.Context) (exam.State, error) { return s.sitting.Go(ctx, i) }, func() tea.Cmd {
		s.show(i)
		s.sayMiscount(from)
		return nil
	})
}

// pause leaves the exam for later.
func (s *Screen) pause() tea.Cmd {
	return s.act(s.sitting.Pause, s.leave)
}

// giveUp ends the exam without a result.
func (s *Screen) giveUp() tea.Cmd {
	return s.act(func(ctx context.Context) (exam.State, error) {
		err := s.sitting.Abandon(ctx)
		return s.sitting.State(), err
	}, s.leave)
}

// leave asks the shell to close the screen. It stays busy until that has come to
// pass, so that no key meets it any more.
func (s *Screen) leave() tea.Cmd {
	s.stage, s.busy = leaves, true
	return func() tea.Msg { return ui.BackMsg{} }
}

// submit hands the exam in.
func (s *Screen) submit() tea.Cmd {
	s.start()
	return func() tea.Msg {
		_, err := s.sitting.Submit(context.Background())
		return endedMsg{s, err}
	}
}

// finished opens the result, or says that the exam is not handed in yet. When the
// time was up the learner is told first, and keys that were meant for the question
// are forgotten.
func (s *Screen) finished(msg endedMsg) tea.Cmd {
	if s.stage != sitting && s.stage != up {
		return nil // handed in by the learner and by the clock at once
	}
	s.busy = false
	s.adopt(s.sitting.State())
	switch {
	case errors.Is(msg.err, exam.ErrTaken), errors.Is(msg.err, exam.ErrEnded):
		return s.refused(msg.err)
	case msg.err != nil:
		s.status = ui.Status{Text: "not handed in, press again: " + msg.err.Error(), Bad: true}
	case s.stage == up:
		s.stage, s.ended = handed, s.cfg.Now()
		s.status = ui.Status{Text: "the time is up: the exam is handed in", Bad: true}
	default:
		return s.result()
	}
	s.layout()
	return nil
}

// result asks the shell for the result in place of this screen.
func (s *Screen) result() tea.Cmd {
	s.stage, s.busy = leaves, true
	id := int64(s.sitting.Record().ID)
	return func() tea.Msg { return ui.OpenMsg{Place: ui.Result, ID: id, Instead: true} }
}
