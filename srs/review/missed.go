package review

import (
	"context"

	"dva/deck/exam"
)

// Missed are the questions that were not right in the exam handed in last, by
// their present ids, those left blank among them. It is nil when no exam has been
// handed in.
func (e Exams) Missed(ctx context.Context) ([]string, error) {
	history, err := e.History(ctx)
	if err != nil {
		return nil, err
	}
	for _, listing := range history {
		if listing.Run.Status != exam.Finished {
			continue
		}
		r, err := e.Record(ctx, listing.ID)
		if err != nil {
			return nil, err
		}
		renamed, ids := e.Deck.Renamed(), []string{}
		for i, it := range r.Paper.Items {
			if !it.Question.Mark(r.Answers[i].Picked).Right {
				ids = append(ids, e.now(renamed, it.ID))
			}
		}
		return ids, nil
	}
	return nil, nil
}
