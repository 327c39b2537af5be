package main

import (
	"context"
	"sync"
	"time"

	"dva/cmd/dva/internal/settings"
	"dva/deck"
	"dva/deck/exam"
	"dva/srs"
	"dva/srs/fsrs"
	"dva/srs/review"
	"dva/srs/schedule"
	"dva/srs/store"
	"dva/tui"
	"dva/tui/home"
	"dva/tui/study"
)

// learner is the one who studies: the deck, the file and the settings, as the
// interfaces ask for them. It may be used from several goroutines.
type learner struct {
	store keeping
	own   *store.Store // the same, when there is a file to close
	now   func() time.Time
	file  string // of the settings

	decks     *decks
	open      func(context.Context) (d *deck.Deck, wrong []error, err error)
	loaded    chan struct{} // closed when the deck is there
	reloading sync.Mutex    // held while the deck is read again

	mu       sync.Mutex
	cards    *deck.Deck
	wrong    []error // in the own decks
	settings settings.Values
	heard    []string
}

// keeping is the learner's file, or what stands for one that is not there.
type keeping interface {
	review.Keeper
	review.ExamStore
	// Missed are the cards that were answered again on a day or later.
	Missed(ctx context.Context, since srs.Day) ([]string, error)
}

// exams are the mock exams in the learner's file.
func (l *learner) exams() review.Exams {
	return review.Exams{Store: l.store, Deck: l.deck(), Scheduler: scheduler(l.values())}
}

// load loads the deck, once. The notes are what is wrong in the learner's own
// decks, which stops nothing.
func (l *learner) load() (notes []string, err error) {
	d, wrong, err := l.open(context.Background())
	if err == nil {
		l.put(d, wrong)
		close(l.loaded)
	}
	return sentencesOf(wrong), err
}

// deck waits until the deck is loaded. It is another one after reload: what must
// hold together asks once.
func (l *learner) deck() *deck.Deck {
	<-l.loaded
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.cards
}

// options are what a sitting by r's wishes needs, by the settings as they are
// now.
func (l *learner) options(r tui.StudyRequest) review.Options {
	source := srs.FromReview
	if r.Drill {
		source = srs.FromDrill
	}
	return review.Options{
		Store:     l.store,
		Deck:      l.deck(),
		Scheduler: scheduler(l.values()),
		Now:       l.now,
		Seed:      uint64(l.now().UnixNano()),
		Source:    source,
		Services:  r.Services,
		Limit:     r.Limit,
		Spare:     r.Spare,
		Items:     r.Items,
	}
}

// scheduler is how grades become dates under these settings.
func scheduler(v settings.Values) schedule.Scheduler {
	return schedule.Scheduler{Model: fsrs.Default(), Settings: v.Settings, Calendar: calendar(v)}
}

func calendar(v settings.Values) srs.Calendar {
	return srs.Calendar{Start: v.DayStart, Zone: time.Local}
}

func (l *learner) values() settings.Values {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.settings
}

// Today is the day's plan, and what was done on the days up to it.
func (l *learner) Today(ctx context.Context) (home.Today, error) {
	plan, err := review.Today(ctx, l.options(tui.StudyRequest{}))
	if err != nil {
		return home.Today{}, spoken(err)
	}
	today := home.Today{Plan: plan, Exam: l.deck().Exam.Code}
	if today.Days, err = l.lastDays(ctx, plan.Day); err != nil {
		return home.Today{}, spoken(err)
	}
	history, err := l.exams().History(ctx)
	tellExams(&today, history)
	l.count(&today)
	return today, spoken(err)
}

// tellExams puts into today what home shows of the history, newest first.
func tellExams(today *home.Today, history []exam.Listing) {
	today.Sat = len(history)
	for i := range history {
		e := &history[i]
		switch {
		case e.Run.Status == exam.Open:
			today.Open = e
			today.Sat--
		case e.Run.Status == exam.Finished && today.Last == nil:
			today.Last = e
		}
	}
}

// lastDays are the answers on each of the seven days up to today, oldest first;
// none when there were none.
func (l *learner) lastDays(ctx context.Context, today srs.Day) ([]int, error) {
	const week = 7
	totals, err := l.store.Days(ctx, today-week+1, today)
	if err != nil || len(totals) == 0 {
		return nil, err
	}
	days := make([]int, week)
	for _, t := range totals {
		days[t.Day-today+week-1] = t.Reviews
	}
	return days, nil
}

// Study opens a sitting.
func (l *learner) Study(ctx context.Context, r tui.StudyRequest) (study.Sitting, error) {
	if r.Wish != nil {
		var err error
		if r.Items, err = l.wished(ctx, *r.Wish); err != nil {
			return nil, spoken(err)
		}
	}
	s, err := review.Open(ctx, l.options(r))
	if err != nil {
		return nil, spoken(err)
	}
	return s, nil
}

// Fact is a statement that cards rest on.
func (l *learner) Fact(id string) (*deck.Fact, bool) { return l.deck().Fact(id) }

// Service is the name of the service with this key, or the key.
func (l *learner) Service(key string) string {
	if s, ok := l.deck().Service(key); ok {
		return s.Name
	}
	return key
}

// hear takes what went wrong beside the work, to be told when there is room.
func (l *learner) hear(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.heard = append(l.heard, sentences(err)...)
}

// reported is what was heard since it was last asked.
func (l *learner) reported() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	heard := l.heard
	l.heard = nil
	return heard
}

// close closes the file, when there is one.
func (l *learner) close() error {
	if l.own == nil {
		return nil
	}
	return l.own.Close()
}
