package study

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"dva/tui/part"
)

// picker is what is chosen among a question's choices, by the place where each is
// shown. One answer moves with the pointer; several are toggled. Nothing is
// chosen at first, so that a stray enter answers nothing.
type picker struct {
	chosen []bool
	need   int // how many choices are correct
	at     int // the pointer; -1 when it has not been used
}

func newPicker(choices, need int) picker {
	return picker{chosen: make([]bool, choices), need: need, at: -1}
}

// press handles one key. mine says that it was a choosing key; problem says why
// it could not be used.
func (p *picker) press(msg tea.KeyMsg) (problem string, mine bool) {
	last := len(p.chosen) - 1
	switch name := msg.String(); name {
	case "up", "k", "left", "h":
		p.move(max(p.at-1, 0))
	case "down", "j", "right", "l":
		p.move(min(p.at+1, last))
	case " ":
		if p.need == 1 || p.at < 0 {
			return "choose with a letter or the arrows; enter answers", true
		}
		return p.toggle(p.at), true
	default:
		i := part.Place(name)
		if i < 0 || i > last {
			return "", false
		}
		if p.need > 1 {
			p.at = i
			return p.toggle(i), true
		}
		p.move(i)
	}
	return "", true
}

// move puts the pointer on choice i, which chooses it when one is asked for.
func (p *picker) move(i int) {
	p.at = i
	if p.need == 1 {
		clear(p.chosen)
		p.chosen[i] = true
	}
}

func (p *picker) toggle(i int) (problem string) {
	if !p.chosen[i] && len(p.picked()) == p.need {
		return fmt.Sprintf("%s are chosen; take one back first", part.Word(p.need))
	}
	p.chosen[i] = !p.chosen[i]
	return ""
}

// picked are the places chosen, in order.
func (p *picker) picked() []int {
	var out []int
	for i, on := range p.chosen {
		if on {
			out = append(out, i)
		}
	}
	return out
}

// missing says what must still be chosen, empty when nothing.
func (p *picker) missing() string {
	switch n := len(p.picked()); {
	case n == p.need:
		return ""
	case p.need == 1:
		return "choose an answer first, with its letter or the arrows"
	default:
		return fmt.Sprintf("choose %s answers; %s chosen so far", part.Word(p.need), part.Word(n))
	}
}
