package review

import (
	"context"
	"errors"
	"fmt"
	"time"

	"dva/deck"
	"dva/deck/exam"
	"dva/srs"
	"dva/srs/schedule"
)

// ExamStore keeps mock exams beside cards and log. Of its writing calls the same
// holds as of Store's.
type ExamStore interface {
	// Cards is Store.Cards.
	Cards(ctx context.Context, f srs.Filter) ([]srs.Card, error)

	// BeginExam keeps a paper as an open exam. exam.ErrUnfinished.
	BeginExam(ctx context.Context, p exam.Paper, at time.Time) (exam.Record, error)
	// TakeExam takes up the open exam, for a new holder. exam.ErrNoExam.
	TakeExam(ctx context.Context) (exam.Record, error)
	// SaveExam saves a change. exam.ErrTaken, exam.ErrEnded, exam.ErrNoExam.
	SaveExam(ctx context.Context, id exam.ID, c exam.Change) error
	// EndExam saves the last change and the credit with it. Errors as of SaveExam;
	// ErrStale when a card has changed since the credit was computed.
	EndExam(ctx context.Context, id exam.ID, c exam.Change, credit Credit) error

	// Exams are all exams, newest first.
	Exams(ctx context.Context) ([]exam.Listing, error)
	// Exam is one of them whole. exam.ErrNoExam.
	Exam(ctx context.Context, id exam.ID) (exam.Record, error)
	// Unfinished is the open exam, false when there is none.
	Unfinished(ctx context.Context) (exam.Listing, bool, error)
	// SeenInExams is when each question was last shown in an exam.
	SeenInExams(ctx context.Context) (map[string]time.Time, error)
	// Brought are the cards that an exam brought forward, in order.
	Brought(ctx context.Context, id exam.ID) ([]string, error)
}

// Credit is what a finished exam brings to the learner's memory.
type Credit struct {
	Reviews []srs.Review // of the answered questions
	Forward []srs.Mark   // of the cards behind those that were missed
}

// Exams keeps exams in the learner's file, and brings what a finished one shows
// to the learner's memory.
type Exams struct {
	Store     ExamStore
	Deck      *deck.Deck
	Scheduler schedule.Scheduler
}

var _ exam.Store = Exams{}

// Begin keeps a paper as an open exam. exam.ErrUnfinished when another is open.
func (e Exams) Begin(ctx context.Context, p exam.Paper, at time.Time) (exam.Record, error) {
	return e.Store.BeginExam(ctx, p, at)
}

// Take takes up the open exam. exam.ErrNoExam when none is open.
func (e Exams) Take(ctx context.Context) (exam.Record, error) { return e.Store.TakeExam(ctx) }

// Save saves a change. exam.ErrTaken, exam.ErrEnded.
func (e Exams) Save(ctx context.Context, id exam.ID, c exam.Change) error {
	return e.Store.SaveExam(ctx, id, c)
}

// tries is how often a credit is computed anew when another process reviews
// meanwhile.
const tries = 5

// End saves the last change; of a finished exam also its credit, in the same
// transaction. exam.ErrTaken, exam.ErrEnded; ErrStale when another process
// never rests.
func (e Exams) End(ctx context.Context, r exam.Record, c exam.Change) error {
	if c.Run.Status != exam.Finished {
		return e.Store.EndExam(ctx, r.ID, c, Credit{})
	}
	answers := append([]exam.Answer(nil), r.Answers...)
	for _, it := range c.Items {
		answers[it.Index] = it.Answer
	}
	for try := 1; ; try++ {
		credit, err := e.credit(ctx, r.Paper, answers, c.Run.Ended)
		if err != nil {
			return fmt.Errorf("credit the answers: %w", err)
		}
		err = e.Store.EndExam(ctx, r.ID, c, credit)
		if try == tries || !errors.Is(err, ErrStale) {
			return err
		}
	}
}

// History is all exams, newest first.
func (e Exams) History(ctx context.Context) ([]exam.Listing, error) { return e.Store.Exams(ctx) }

// Record is an exam whole. exam.ErrNoExam.
func (e Exams) Record(ctx context.Context, id exam.ID) (exam.Record, error) {
	return e.Store.Exam(ctx, id)
}

// Unfinished is the open exam, false when there is none.
func (e Exams) Unfinished(ctx context.Context) (exam.Listing, bool, error) {
	return e.Store.Unfinished(ctx)
}

// Brought are the cards that an exam brought forward, in the order of the
// questions that they are behind: what Options.Items takes to show them now.
func (e Exams) Brought(ctx context.Context, id exam.ID) ([]string, error) {
	return e.Store.Brought(ctx, id)
}

// Seen is when each question was last seen, in an exam or elsewhere; of those
// that never were it has none.
func (e Exams) Seen(ctx context.Context) (map[string]time.Time, error) {
	inExams, err := e.Store.SeenInExams(ctx)
	if err != nil {
		return nil, err
	}
	cards, err := e.questions(ctx)
	if err != nil {
		return nil, err
	}
	renamed := e.Deck.Renamed()
	seen := make(map[string]time.Time, len(inExams))
	see := func(id string, at time.Time) {
		if at.After(seen[id]) {
			seen[id] = at
		}
	}
	for id, at := range inExams {
		see(e.now(renamed, id), at)
	}
	for _, c := range cards {
		if c.State != srs.New {
			see(c.ID, time.UnixMilli(c.Last))
		}
	}
	return seen, nil
}

// Suspended are the questions that the learner has suspended.
func (e Exams) Suspended(ctx context.Context) (map[string]bool, error) {
	cards, err := e.questions(ctx)
	if err != nil {
		return nil, err
	}
	suspended := map[string]bool{}
	for _, c := range cards {
		if c.Marks.Suspended {
			suspended[c.ID] = true
		}
	}
	return suspended, nil
}

// questions are what is known of the deck's questions.
func (e Exams) questions(ctx context.Context) ([]srs.Card, error) {
	ids := []string{}
	for i := range e.Deck.Items {
		if it := &e.Deck.Items[i]; it.Kind == deck.Multiple {
			ids = append(ids, it.ID)
		}
	}
	return e.Store.Cards(ctx, srs.Filter{IDs: ids})
}

// now is the present id of an item that an exam knew by this one.
func (e Exams) now(renamed map[string]string, id string) string {
	for range renamed { // a name may have changed more than once
		if _, ok := e.Deck.Item(id); ok {
			break
		}
		is, ok := renamed[id]
		if !ok {
			break
		}
		id = is
	}
	return id
}
