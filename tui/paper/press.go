package paper

import (
	"fmt"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"dva/tui/keys"
	"dva/tui/part"
)

// rest is how long after the end of the time a key counts as meant for the
// question.
const rest = time.Second

// press finds what a key means now. A key that cannot be used says why.
func (s *Screen) press(msg tea.KeyMsg) tea.Cmd {
	switch {
	case s.stage == sitting && s.panel == all:
		return s.pressGrid(msg)
	case s.stage == sitting && s.panel == leaving:
		return s.pressLeaving(msg)
	case s.stage == sitting && s.panel == finishing:
		return s.pressFinish(msg)
	case s.stage == sitting:
		return s.pressQuestion(msg)
	case s.stage == asking:
		return s.pressOpen(msg)
	case s.stage == choosing:
		return s.pressBegin(msg)
	case s.page.Update(msg, s.keys.Scroll):
		return nil
	case key.Matches(msg, s.keys.Go):
		return s.pressGo()
	}
	s.say(keys.Unused(msg))
	return nil
}

// pressGo is enter on a page that only says something.
func (s *Screen) pressGo() tea.Cmd {
	switch s.stage {
	case failed:
		s.stage = opening
		return s.again()
	case up:
		return s.submit()
	case handed:
		if s.cfg.Now().Sub(s.ended) < rest {
			s.say("the time was up before that key; press it again")
			return nil
		}
		return s.result()
	case elsewhere:
		return s.leave()
	}
	return nil
}

// pressQuestion handles a key on a question. Letters that are choices are choices;
// where f is one, F flags.
func (s *Screen) pressQuestion(msg tea.KeyMsg) tea.Cmd {
	k, i, last := s.keys, s.sheet.item, len(s.state.Paper.Items)-1
	place := part.Place(msg.String())
	switch {
	case place >= 0 && place < len(s.sheet.choices):
		return s.toggle(place)
	case key.Matches(msg, k.Flag):
		return s.flag()
	case key.Matches(msg, k.Choose):
		s.say(fmt.Sprintf("this question has choices a to %c", 'a'+len(s.sheet.choices)-1))
	case key.Matches(msg, k.Toggle) && s.sheet.at < 0:
		s.say("choose with a letter, or move the pointer first")
	case key.Matches(msg, k.Toggle):
		return s.toggle(s.sheet.at)
	case key.Matches(msg, k.Next) && i == last:
		s.openGrid(true)
		s.sayMiscount(i)
	case key.Matches(msg, k.Next):
		return s.goTo(i + 1)
	case key.Matches(msg, k.Previous) && i == 0:
		s.say("this is the first question")
	case key.Matches(msg, k.Previous):
		return s.goTo(i - 1)
	case key.Matches(msg, k.Grid):
		s.openGrid(false)
	case key.Matches(msg, k.Finish):
		s.askFinish()
	case key.Matches(msg, k.Down):
		s.down()
	case key.Matches(msg, k.Up):
		s.up()
	case s.sheet.body.Update(msg, k.Scroll):
	case k.Has(msg):
		s.say("all of it is on the screen")
	default:
		s.say(keys.Unused(msg))
	}
	return nil
}

// said is a page that says something and waits.
func (s *Screen) said() []string {
	th := s.cfg.Theme
	bold := func(text string) []string { return part.Styled(th.Bold.Render, part.Wrap(text, s.width)) }
	switch s.stage {
	case up, handed:
		text := fmt.Sprintf("%d of %d questions are answered.", s.state.Answered(), len(s.state.Answers))
		switch {
		case s.stage == handed:
			text += " The exam is handed in; enter shows the result."
		case s.busy:
			text += " Handing in."
		default:
			text += " The exam is not handed in yet. Enter tries again; it can also be done later."
		}
		return append(append(bold("The time is up."), ""), part.Wrap(text, s.width)...)
	case elsewhere:
		return append(append(bold("This exam goes on elsewhere."), ""), part.Wrap(
			"Another running dva has taken it up or ended it. What you chose before is saved; here nothing can be changed any more. Enter leaves.", s.width)...)
	case failed:
		return part.Wrap("Enter tries again.", s.width)
	case opening:
		return []string{th.Dim.Render("opening")}
	}
	return nil
}
