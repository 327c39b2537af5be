package review

import (
	"context"
	"time"

	"dva/deck"
	"dva/deck/exam"
	"dva/srs"
	"dva/srs/schedule"
)

// credit computes what a finished exam brings to memory: every answer as a
// review, and the cards behind what was missed as due today.
func (e Exams) credit(ctx context.Context, p exam.Paper, answers []exam.Answer, at time.Time) (Credit, error) {
	at = local(at, e.Scheduler.Calendar)
	behind := e.behind(p, answers)
	cards, err := e.cards(ctx, p, behind)
	if err != nil {
		return Credit{}, err
	}
	renamed := e.Deck.Renamed()
	credited := map[string]bool{} // two may have become one since
	var c Credit
	for i, it := range p.Items {
		id := e.now(renamed, it.ID)
		if len(answers[i].Picked) > 0 && !credited[id] {
			credited[id] = true
			c.Reviews = append(c.Reviews, e.review(it, answers[i], card(cards, id), at))
		}
	}
	today := e.Scheduler.Calendar.Day(at)
	for _, id := range behind {
		before := card(cards, id)
		if after := forward(before, at, today); after != before {
			c.Forward = append(c.Forward, srs.Mark{At: at, Kind: srs.ActForward, Before: before, After: after})
		}
	}
	return c, nil
}

// behind are the flashcards that teach what is not right, all blanks of a cloze,
// each once, as far as they are in the deck.
func (e Exams) behind(p exam.Paper, answers []exam.Answer) (ids []string) {
	var parents []string
	for i, it := range p.Items {
		if !it.Question.Mark(answers[i].Picked).Right {
			parents = append(parents, it.Question.Cards...)
		}
	}
	blanks := map[string][]string{}
	for i := range e.Deck.Items {
		if it := &e.Deck.Items[i]; it.Kind != deck.Multiple {
			blanks[it.Parent] = append(blanks[it.Parent], it.ID)
		}
	}
	for _, parent := range parents {
		ids = append(ids, blanks[parent]...)
		delete(blanks, parent)
	}
	return ids
}

// cards are those of the paper's questions and of ids, by id.
func (e Exams) cards(ctx context.Context, p exam.Paper, ids []string) (map[string]srs.Card, error) {
	renamed := e.Deck.Renamed()
	ids = append([]string{}, ids...)
	for _, it := range p.Items {
		ids = append(ids, e.now(renamed, it.ID))
	}
	known, err := e.Store.Cards(ctx, srs.Filter{IDs: ids})
	cards := make(map[string]srs.Card, len(known))
	for _, c := range known {
		cards[c.ID] = c
	}
	return cards, err
}

func card(cards map[string]srs.Card, id string) srs.Card {
	if c, ok := cards[id]; ok {
		return c
	}
	return srs.Card{ID: id}
}

// withoutSteps schedules an exam's answers by whole days. Its questions have just
// been read with their reasons: sixty-five of them in steps would be asked again
// the same evening, beyond any limit of the day.
func (e Exams) withoutSteps() schedule.Scheduler {
	s := e.Scheduler
	s.Settings.Learning, s.Settings.Relearning = nil, nil
	return s
}

// review is the line of the log for one answer: good when right, again when not.
func (e Exams) review(it exam.Item, a exam.Answer, before srs.Card, at time.Time) srs.Review {
	g := srs.Again
	if it.Question.Mark(a.Picked).Right {
		g = srs.Good
	}
	return srs.Review{
		At:       at,
		Day:      e.Scheduler.Calendar.Day(at),
		Grade:    g,
		Took:     min(max(a.Spent, 0), srs.MaxTook),
		Source:   srs.FromExam,
		Model:    e.Scheduler.Model.Version(),
		Hash:     it.Hash,
		Question: true,
		Before:   before,
		After:    e.withoutSteps().Preview(before, at)[g.Index()].After,
	}
}

// forward is the card as due today: one on review is due now instead of later, a
// new one is wanted. What is due already, or in steps, is as it was; so are
// marks.
func forward(c srs.Card, now time.Time, today srs.Day) srs.Card {
	switch {
	case c.State == srs.Reviewing && c.DueDay > today:
		c.DueDay, c.Due = today, now.UnixMilli()
	case c.State == srs.New && !c.Wanted():
		c.DueDay = today
	}
	return c
}
