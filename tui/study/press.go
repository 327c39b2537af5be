package study

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"dva/srs"
	"dva/tui/keys"
	"dva/tui/part"
	"dva/tui/ui"
)

// press finds what a key means now. A key that cannot be used says why.
func (s *Screen) press(msg tea.KeyMsg) tea.Cmd {
	switch {
	case s.panel == noting:
		return s.pressNote(msg)
	case s.panel == facts:
		s.pressFacts(msg)
		return nil
	case s.stage == failed:
		return s.pressFailed(msg)
	case s.stage == over:
		return s.pressOver(msg)
	case s.stage == front && s.turn.Question != nil && s.choose(msg):
		return nil
	case key.Matches(msg, s.keys.Undo):
		return s.undoCmd()
	case key.Matches(msg, s.keys.Redo):
		return s.redoCmd()
	case key.Matches(msg, s.keys.Suspend):
		return s.suspendCmd()
	case key.Matches(msg, s.keys.Bury):
		return s.buryCmd()
	case key.Matches(msg, s.keys.Flag):
		return s.flagCmd()
	case key.Matches(msg, s.keys.Note):
		s.panel, s.input = noting, part.NewInput(s.turn.Note, longestNote)
		s.layout()
		return nil
	case key.Matches(msg, s.keys.Open, s.keys.Facts) && s.stage == front:
		s.say("show the answer first; this would give it away")
		return nil
	case key.Matches(msg, s.keys.Open):
		s.openDoc()
		return nil
	case key.Matches(msg, s.keys.Facts):
		s.openFacts()
		return nil
	case s.body.Update(msg, s.keys.Scroll):
		return nil
	case s.stage == front:
		return s.pressFront(msg)
	default:
		return s.pressBack(msg)
	}
}

func (s *Screen) pressFront(msg tea.KeyMsg) tea.Cmd {
	switch {
	case s.turn.Question != nil && key.Matches(msg, s.keys.Submit):
		s.submit()
	case s.turn.Question != nil:
		s.wrongKey(msg, "")
	case key.Matches(msg, s.keys.Show):
		s.reveal()
	case key.Matches(msg, s.keys.Grade):
		s.say("show the answer first: space")
	default:
		s.wrongKey(msg, "")
	}
	return nil
}

// reveal shows the answer.
func (s *Screen) reveal() {
	s.stage, s.pressed = back, s.cfg.Now()
	s.layout()
	s.body.SetLines(s.lines())
}

func (s *Screen) pressBack(msg tea.KeyMsg) tea.Cmd {
	forward := key.Matches(msg, s.keys.Good)
	if forward && s.held() {
		s.say("that key was still held down; press it again")
		return nil
	}
	question, right := s.turn.Question != nil, s.mark.Right
	switch digit := key.Matches(msg, s.keys.Grade); {
	case forward && question && !right:
		return s.answerCmd(srs.Again)
	case forward:
		return s.answerCmd(srs.Good)
	case digit && question && right && grade(msg) == srs.Again:
		s.say("a right answer is hard, good or easy: 2, 3 or 4")
	case digit && question && !right && grade(msg) != srs.Again:
		s.say("a wrong answer counts as again: enter goes on")
	case digit:
		return s.answerCmd(grade(msg))
	default:
		s.wrongKey(msg, "")
	}
	return nil
}

// held says that space or enter has not rested since it showed the answer. Each
// press begins the rest anew, so that a key held down never grades.
func (s *Screen) held() bool {
	now := s.cfg.Now()
	held := now.Sub(s.pressed) < Rest
	if held {
		s.pressed = now
	}
	return held
}

// choose handles the keys that pick among a question's choices, and says whether
// msg was one.
func (s *Screen) choose(msg tea.KeyMsg) bool {
	problem, mine := s.pick.press(msg)
	if !mine {
		return false
	}
	s.say(problem)
	s.body.SetLines(s.lines())
	return true
}

// submit marks the answer, when as many are chosen as are asked for.
func (s *Screen) submit() {
	if missing := s.pick.missing(); missing != "" {
		s.say(missing)
		return
	}
	var picked []int
	for _, i := range s.pick.picked() {
		picked = append(picked, s.order()[i])
	}
	s.mark = s.turn.Question.Mark(picked)
	s.reveal()
}

// order is how the choices are shuffled: the index of each, in the order shown.
func (s *Screen) order() []int {
	q := s.turn.Question
	if len(s.turn.Order) == len(q.Choices) {
		return s.turn.Order
	}
	plain := make([]int, len(q.Choices))
	for i := range plain {
		plain[i] = i
	}
	return plain
}

func (s *Screen) pressFailed(msg tea.KeyMsg) tea.Cmd {
	if !key.Matches(msg, s.keys.Retry) {
		s.wrongKey(msg, "")
		return nil
	}
	s.stage, s.busy = opening, true
	return s.openCmd
}

func (s *Screen) pressOver(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, s.keys.Home):
		s.busy = true // until the shell has closed this screen
		return func() tea.Msg { return ui.BackMsg{} }
	case key.Matches(msg, s.keys.Undo):
		return s.undoCmd()
	case key.Matches(msg, s.keys.Redo):
		return s.redoCmd()
	case s.body.Update(msg, s.keys.Scroll):
	default:
		s.wrongKey(msg, "the sitting is over; ")
	}
	return nil
}

// wrongKey says that a key cannot be used, and why where there is a reason.
func (s *Screen) wrongKey(msg tea.KeyMsg, why string) {
	switch name := msg.String(); {
	case s.keys.Has(msg):
		s.say("all of it is on the screen")
	case s.turn.Question != nil && s.stage == front && len(name) == 1 && strings.Contains("abcdef123456", name):
		s.say(fmt.Sprintf("this question has choices a to %c", 'a'+len(s.turn.Question.Choices)-1))
	default:
		s.say(why + keys.Unused(msg))
	}
}
