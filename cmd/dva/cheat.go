package main

import (
	"errors"

	"dva/deck"
	"dva/deck/exam"
	"dva/deck/lint"
)

// blindForms is how many exams the test-takers without knowledge sit.
const blindForms = 1000

// sitBlind lets them sit exams as dva exam would make them for someone who has
// seen no question yet: full ones, or the longest that the bank can fill.
func sitBlind(d *deck.Deck, own bool) (*lint.Cheat, error) {
	if own {
		return nil, usage("--cheat sits exams, which are made of a whole content tree and not of decks of your own")
	}
	length := exam.Full
	_, err := exam.Assemble(exam.Request{Deck: d, Length: length, Seed: 1})
	if small, ok := errors.AsType[*exam.TooSmallError](err); ok && small.Largest != "" {
		length = small.Largest
	}
	return lint.Sit(d, func(seed uint64) ([]lint.Asked, error) {
		p, err := exam.Assemble(exam.Request{Deck: d, Length: length, Seed: seed})
		if err != nil {
			return nil, err
		}
		form := make([]lint.Asked, 0, len(p.Items))
		for _, it := range p.Items {
			form = append(form, lint.Asked{ID: it.ID, Order: it.Order})
		}
		return form, nil
	}, blindForms)
}

func (a *app) sayCheat(c *lint.Cheat) {
	a.say("without knowledge, %d exams of %d questions: right of 100, best exam, by lot %.1f", c.Forms, c.Asked/c.Forms, 100*c.Chance)
	for _, s := range c.Strategies {
		a.say("  %-14s %5.1f  %3.0f", s.Name, 100*s.Right, 100*s.Best)
	}
	a.say("  place of the correct one of four: %.1f %.1f %.1f %.1f percent", 100*c.Places[0], 100*c.Places[1], 100*c.Places[2], 100*c.Places[3])
}
