package paper

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"dva/deck/exam"
	"dva/tui/part"
	"dva/tui/ui"
)

// beat is how often the clock is saved when nothing else is. It is well below
// exam.Gap, so that a tick that comes late is no interruption.
const beat = exam.Gap - 2*time.Second

// inWords is for how long the clock turns to words at each of signs.
const inWords = 10 * time.Second

// signs are the times left at which the learner is told.
var signs = [...]time.Duration{30 * time.Minute, 10 * time.Minute, time.Minute}

// watch is what the screen knows about the time.
type watch struct {
	looked  time.Time     // when the sitting last looked at its clock
	left    time.Duration // at the last tick
	beating bool          // a beat is being saved
	unsaved string        // why the last beat was not
}

type tickMsg struct{ from *Screen }

type beatMsg struct {
	from  *Screen
	state exam.State
	err   error
}

// after is tea.Tick for a message.
func after(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

func (s *Screen) left() time.Duration { return s.state.Left(s.cfg.Now()) }

// tickCmd waits until the clock shows another second. A clock that stands, because
// nothing could be saved for so long, is looked at once a second.
func (s *Screen) tickCmd(left time.Duration) tea.Cmd {
	wait := left % time.Second
	if wait < 10*time.Millisecond || left == s.watch.left {
		wait += time.Second
	}
	return s.cfg.After(wait, tickMsg{s})
}

// startClock begins to tick. A sign that is past already is not given.
func (s *Screen) startClock() tea.Cmd {
	left := s.left()
	cmd := s.tickCmd(left)
	s.watch = watch{looked: s.cfg.Now(), left: left}
	return cmd
}

// tick lets the screen be drawn with the time as it is, saves the clock now and
// then, and hands the exam in when no time is left.
func (s *Screen) tick() tea.Cmd {
	if s.stage != sitting {
		return nil
	}
	left := s.left()
	if left <= 0 {
		return s.timeUp()
	}
	for _, at := range signs {
		if left <= at && s.watch.left > at && !s.status.Bad {
			s.say(capital(part.Minutes(at)) + " left.")
		}
	}
	cmd := s.tickCmd(left)
	s.watch.left = left
	if s.panel == finishing {
		s.layout() // it says how much time is left
	}
	if !s.watch.beating && !s.busy && s.cfg.Now().Sub(s.watch.looked) >= beat {
		s.watch.beating, s.watch.looked = true, s.cfg.Now()
		cmd = tea.Batch(cmd, s.beatCmd)
	}
	return cmd
}

func (s *Screen) beatCmd() tea.Msg {
	st, err := s.sitting.Beat(context.Background())
	return beatMsg{s, st, err}
}

func (s *Screen) beaten(msg beatMsg) tea.Cmd {
	s.watch.beating = false
	if s.stage != sitting {
		return nil
	}
	s.adopt(msg.state)
	switch err := msg.err; {
	case err == nil:
		s.watch.unsaved = ""
	case ends(err):
		return s.refused(err)
	default:
		s.watch.unsaved = "the clock is not being saved: " + err.Error()
	}
	return nil
}

// adopt takes over a state unless a newer one came before it.
func (s *Screen) adopt(st exam.State) {
	if st.Paper == nil || st.Seq <= s.state.Seq {
		return
	}
	if st.Run.Breaks > s.state.Run.Breaks && s.status.Text == "" {
		s.say("dva was stopped for a while; that time is not counted")
	}
	s.state = st
}

// ends says that an error leaves nothing to be done with the sitting.
func ends(err error) bool {
	return errors.Is(err, exam.ErrTimeUp) || errors.Is(err, exam.ErrTaken) || errors.Is(err, exam.ErrEnded)
}

// timeUp hands the exam in, once, whatever lies on top.
func (s *Screen) timeUp() tea.Cmd {
	s.stage, s.panel, s.ended = up, none, s.cfg.Now()
	s.layout()
	raise := func() tea.Msg { return ui.RaiseMsg{Screen: s} }
	return tea.Batch(raise, s.submit())
}

// head is the line that is always in sight: where one is, what is flagged, the
// time left and how far one is ahead. Where room is short the name of the screen
// goes first, then the number of flags.
func (s *Screen) head() string {
	th := s.cfg.Theme
	mine := ""
	if s.state.Answers[s.sheet.item].Flagged {
		mine = th.Symbols.Flag + " flagged"
	}
	place := fmt.Sprintf("%d of %d", s.sheet.item+1, len(s.state.Paper.Items))
	flags := ""
	if n := s.state.Flagged(); n > 0 {
		flags = fmt.Sprintf(" %s %d", th.Symbols.Flag, n)
	}
	pace := s.inHand()
	for _, try := range []struct{ left, right []string }{
		{[]string{"Mock exam", mine}, []string{place + flags, s.clock(), pace}},
		{[]string{mine}, []string{place + flags, s.clock(), pace}},
		{[]string{mine}, []string{place, s.clock(), pace}},
		{nil, []string{place, s.clock(), pace}},
	} {
		left, right := joined(try.left, "   "), joined(try.right, "   ")
		if gap := s.width - ansi.StringWidth(left) - ansi.StringWidth(right); gap >= 2 || left == "" && gap >= 0 {
			return th.Bold.Render(left) + strings.Repeat(" ", gap) + right
		}
	}
	return ansi.Truncate(s.clock()+" "+place, max(s.width, 0), "")
}

func joined(parts []string, by string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, by)
}

// clock is the time left. Close below each sign it is in words.
func (s *Screen) clock() string {
	left := s.left()
	for _, at := range signs {
		if left <= at && left > at-inWords {
			return fmt.Sprintf("%d min left", int(at.Minutes()))
		}
	}
	return part.Clock(left)
}

// inHand is how many whole minutes the learner is ahead of an even pace.
func (s *Screen) inHand() string {
	n := int(s.state.InHand(s.cfg.Now()) / time.Minute)
	if n > 0 {
		return fmt.Sprintf("+%d min", n)
	}
	return fmt.Sprintf("%d min", n)
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
