package paper

import (
	"context"
	"errors"
	"fmt"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"dva/deck/exam"
	"dva/tui/keys"
	"dva/tui/part"
	"dva/tui/ui"
)

// drawn is a paper that can be begun, or why there is none.
type drawn struct {
	paper exam.Paper
	err   error
}

type lookedMsg struct {
	from  *Screen
	open  exam.Listing
	found bool
	err   error
}

type drawnMsg struct {
	from   *Screen
	length exam.Length
	drawn
}

// satMsg is a sitting, or why it could not be taken up.
type satMsg struct {
	from    *Screen
	sitting Sitting
	err     error
	resumed bool
}

// look asks whether an exam is open.
func (s *Screen) look() tea.Cmd {
	s.busy = true
	return s.lookCmd
}

func (s *Screen) lookCmd() tea.Msg {
	open, found, err := s.cfg.Desk.Unfinished(context.Background())
	return lookedMsg{s, open, found, err}
}

func (s *Screen) looked(msg lookedMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		return s.fail(msg.err, s.look)
	case msg.found:
		s.open = msg.open
		s.askOpen()
		return nil
	}
	return s.choose()
}

// fail says what could not be read and keeps the command, to be tried again.
func (s *Screen) fail(err error, again func() tea.Cmd) tea.Cmd {
	s.stage, s.busy, s.again = failed, false, again
	s.status = ui.Status{Text: err.Error(), Bad: true}
	s.layout()
	return nil
}

// choose offers the forms.
func (s *Screen) choose() tea.Cmd {
	s.stage = choosing
	return s.draw()
}

// draw makes a paper of the form with the pointer, once.
func (s *Screen) draw() tea.Cmd {
	length := s.cfg.Forms[s.form].Length
	s.menu = part.Menu{Options: s.forms(), At: s.form}
	_, done := s.drawn[length]
	s.busy = !done
	s.layout()
	if done {
		return nil
	}
	return func() tea.Msg {
		p, err := s.cfg.Desk.Draw(context.Background(), length)
		return drawnMsg{s, length, drawn{p, err}}
	}
}

func (s *Screen) drew(msg drawnMsg) {
	s.busy = false
	var small *exam.TooSmallError
	if msg.err != nil && !errors.As(msg.err, &small) {
		s.fail(msg.err, s.choose)
		return
	}
	s.drawn[msg.length] = msg.drawn
	s.layout()
}

func (s *Screen) pressBegin(msg tea.KeyMsg) tea.Cmd {
	switch {
	case s.menu.Update(msg, s.keys.Menu):
		s.form = s.menu.At
		return s.draw()
	case s.page.Update(msg, s.keys.Scroll):
	case key.Matches(msg, s.keys.Menu.Choose):
		return s.begin()
	default:
		s.say(keys.Unused(msg))
	}
	return nil
}

// begin starts the clock of the paper drawn. Where the bank is too small the
// largest form that it fills is chosen instead.
func (s *Screen) begin() tea.Cmd {
	d := s.drawn[s.cfg.Forms[s.form].Length]
	var small *exam.TooSmallError
	if errors.As(d.err, &small) {
		for i, f := range s.cfg.Forms {
			if f.Length == small.Largest {
				s.form = i
				return s.draw()
			}
		}
		s.say("no form can be begun with so few questions")
		return nil
	}
	s.busy = true
	return func() tea.Msg {
		sit, err := s.cfg.Desk.Begin(context.Background(), d.paper)
		return satMsg{from: s, sitting: sit, err: err}
	}
}

// resume goes on with the exam that is open.
func (s *Screen) resume() tea.Cmd {
	s.busy = true
	return s.resumeCmd
}

func (s *Screen) resumeCmd() tea.Msg {
	sit, err := s.cfg.Desk.Resume(context.Background())
	return satMsg{from: s, sitting: sit, err: err, resumed: true}
}

// giveUpOpenCmd ends the exam that is open and then looks again.
func (s *Screen) giveUpOpenCmd() tea.Msg {
	sit, err := s.cfg.Desk.Resume(context.Background())
	if err == nil {
		err = sit.Abandon(context.Background())
	}
	if err != nil && !errors.Is(err, exam.ErrNoExam) {
		return satMsg{from: s, err: err}
	}
	return s.lookCmd()
}

// sat begins to show a sitting.
func (s *Screen) sat(msg satMsg) tea.Cmd {
	s.busy = false
	switch err := msg.err; {
	case errors.Is(err, exam.ErrUnfinished):
		return s.look()
	case errors.Is(err, exam.ErrNoExam):
		s.say("there is no exam to go on with")
		return s.choose()
	case errors.Is(err, exam.ErrTimeUp) && msg.sitting != nil: // there is nothing but to hand it in
	case err != nil && s.stage == opening:
		return s.fail(err, s.resume)
	case err != nil:
		s.status = ui.Status{Text: "not done, press again: " + err.Error(), Bad: true}
		return nil
	}
	s.sitting, s.state, s.stage = msg.sitting, msg.sitting.State(), sitting
	s.show(s.state.Run.At)
	switch {
	case msg.resumed && !s.state.Run.Timed():
		s.say("going on where you were; a paused exam does not count as timed")
	case msg.resumed:
		s.say("going on where you were")
	}
	if s.left() <= 0 {
		return s.timeUp()
	}
	return s.startClock()
}

// forms are the forms as the menu names them.
func (s *Screen) forms() []part.Option {
	out := make([]part.Option, len(s.cfg.Forms))
	for i, f := range s.cfg.Forms {
		out[i] = part.Option{
			Label:  capital(string(f.Length)),
			Detail: fmt.Sprintf("%d questions in %d minutes", f.Asked, int(f.Limit.Minutes())),
		}
	}
	return out
}

// beginLines are the forms and what is true of the one chosen.
func (s *Screen) beginLines() (lines []string, from, to int) {
	lines, from, to = s.menu.Lines(*s.cfg.Theme, s.width)
	for _, text := range s.about() {
		lines = append(append(lines, ""), part.Wrap(text, s.width)...)
	}
	return lines, from, to
}

// about says what is true of the form chosen.
func (s *Screen) about() []string {
	f := s.cfg.Forms[s.form]
	d, ok := s.drawn[f.Length]
	var small *exam.TooSmallError
	switch {
	case !ok:
		return nil
	case errors.As(d.err, &small) && small.Largest == "":
		return []string{fmt.Sprintf("The question bank has too few questions for an exam by the rules, even for one of %d.", s.cfg.Forms[len(s.cfg.Forms)-1].Asked)}
	case errors.As(d.err, &small):
		return []string{fmt.Sprintf("The question bank cannot fill a form of %d questions by the rules. The largest that it can fill is the %s one: enter chooses it.", small.Asked, small.Largest)}
	}
	p := d.paper
	scored := "All questions are scored."
	if f.Scored < f.Asked {
		scored = fmt.Sprintf("As in the real exam %d are scored and %d are not; which ones is told at the end.", f.Scored, f.Asked-f.Scored)
	}
	if p.Extra > 0 {
		scored += fmt.Sprintf(" You have %d minutes more, as your settings say.", int(p.Extra.Minutes()))
	}
	return []string{
		scored + " Nothing says right or wrong before the end.",
		fresh(p),
		"Once begun the clock runs on. You can leave and go on later, but only an exam without a pause counts as timed.",
	}
}

// fresh says how many questions are new to the learner. Those seen before say
// less.
func fresh(p exam.Paper) string {
	switch n, all := p.Fresh(), len(p.Items); {
	case n == all:
		return "You have not seen any of the questions before."
	case n == 0:
		return "You have seen all of the questions before, so the result will say little."
	default:
		return fmt.Sprintf("%d of the %d questions are new to you, %d %%.", n, all, 100*n/all)
	}
}
