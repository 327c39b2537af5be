package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dva/cmd/dva/internal/settings"
	"dva/deck"
	"dva/deck/exam"
	"dva/srs"
	"dva/srs/review"
	"dva/srs/store"
	"dva/tui"
)

// sick is a store of which every call fails with err.
type sick struct {
	keeping
	err error
}

func (s sick) Cards(context.Context, srs.Filter) ([]srs.Card, error)      { return nil, s.err }
func (s sick) Seen(context.Context) ([]string, error)                     { return nil, s.err }
func (s sick) Today(context.Context, srs.Day) (t review.Tally, err error) { return t, s.err }
func (s sick) Record(context.Context, srs.Review) (srs.ActID, error)      { return 0, s.err }
func (s sick) Mark(context.Context, srs.Mark) (srs.ActID, error)          { return 0, s.err }
func (s sick) Undo(context.Context) (srs.Act, error)                      { return srs.Act{}, s.err }

func (s sick) Redo(context.Context) (srs.Act, error) { return srs.Act{}, s.err }

func (s sick) SaveExam(context.Context, exam.ID, exam.Change) error { return s.err }

func (s sick) BeginExam(context.Context, exam.Paper, time.Time) (exam.Record, error) {
	return exam.Record{}, s.err
}

func (s sick) TakeExam(context.Context) (exam.Record, error) { return exam.Record{}, s.err }

func (s sick) EndExam(context.Context, exam.ID, exam.Change, review.Credit) error { return s.err }

// noon is midday of 2026-11-22.
func noon() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.Local) }

func learnerWith(s keeping) *learner {
	l := &learner{store: s, now: noon, settings: settings.Defaults(), loaded: make(chan struct{}), cards: &deck.Deck{}}
	close(l.loaded)
	return l
}

func TestTheAppSaysWhatCanBeDone(t *testing.T) {
	ctx := context.Background()
	for _, tt := range []struct {
		name string
		err  error
		do   func(keeping) error
		hint string
	}{
		{"when the day cannot be read", store.ErrDamaged, func(s keeping) error {
			_, err := learnerWith(s).Today(ctx)
			return err
		}, `"dva restore FILE" brings back a backup`},
		{"when no sitting can begin", store.ErrLocked, func(s keeping) error {
			_, err := learnerWith(s).Study(ctx, tui.StudyRequest{})
			return err
		}, "close what uses the file"},
		{"when an answer is not saved", store.ErrFull, func(s keeping) error {
			_, err := speaking{s}.Record(ctx, srs.Review{})
			return err
		}, "make room on the disk"},
		{"when a mark is not saved", store.ErrReadOnly, func(s keeping) error {
			_, err := speaking{s}.Mark(ctx, srs.Mark{})
			return err
		}, "make the file and its folder writable"},
		{"when no exam can begin", store.ErrFull, func(s keeping) error {
			_, err := speaking{s}.BeginExam(ctx, exam.Paper{}, noon())
			return err
		}, "make room on the disk"},
		{"when an exam cannot be taken up", store.ErrLocked, func(s keeping) error {
			_, err := speaking{s}.TakeExam(ctx)
			return err
		}, "close what uses the file"},
		{"when an answer of an exam is not saved", store.ErrReadOnly, func(s keeping) error {
			return speaking{s}.SaveExam(ctx, 1, exam.Change{})
		}, "make the file and its folder writable"},
		{"when an exam cannot be handed in", store.ErrFull, func(s keeping) error {
			return speaking{s}.EndExam(ctx, 1, exam.Change{}, review.Credit{})
		}, "make room on the disk"},
		{"when nothing can be undone", store.ErrFull, func(s keeping) error {
			_, err := speaking{s}.Undo(ctx)
			return err
		}, "make room on the disk"},
		{"when nothing can be done again", store.ErrFull, func(s keeping) error {
			_, err := speaking{s}.Redo(ctx)
			return err
		}, "make room on the disk"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.do(sick{err: fmt.Errorf("at the file: %w", tt.err)})
			if !errors.Is(err, tt.err) || strings.Count(err.Error(), "; "+tt.hint) != 1 {
				t.Errorf("it says %v, which lacks %q or says it twice", err, tt.hint)
			}
			var said strings.Builder
			report(&said, err)
			first, second, _ := strings.Cut(said.String(), "\n")
			if !strings.HasSuffix(first, tt.err.Error()) || !strings.HasPrefix(second, "dva: hint: "+tt.hint) {
				t.Errorf("a command would say\n%s", &said)
			}
		})
	}
}

func TestWhatNeedsNoHintIsLeftAlone(t *testing.T) {
	if _, err := (speaking{sick{err: review.ErrNothingToUndo}}).Undo(context.Background()); err != review.ErrNothingToUndo {
		t.Errorf("it says %v", err)
	}
	if err := spoken(nil); err != nil {
		t.Errorf("no error became %v", err)
	}
}

func TestTheSettingsScreenRefusesAnExamThatIsPast(t *testing.T) {
	l := learnerWith(nil)
	l.file = filepath.Join(t.TempDir(), "config.yaml")
	err := settingsPort{l}.Set("exam_date", "2026-11-21")
	if want := `exam_date cannot be "2026-11-21": that day is past; today is 2026-11-22; "none" takes the date away`; err == nil || err.Error() != want {
		t.Errorf("it says %v, want %s", err, want)
	}
	if got := l.values().ExamDay; got != 0 {
		t.Errorf("the date is now %v", got)
	}
	l.settings.ExamDay, _ = srs.ParseDay("2026-11-21") // it passed by itself
	if err := (settingsPort{l}).Set("minutes", "45"); err != nil {
		t.Error(err)
	}
}
