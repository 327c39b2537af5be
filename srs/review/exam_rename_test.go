package review_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"dva/deck"
	"dva/deck/exam"
	"dva/srs"
	"dva/srs/srstest"
)

// renamedQuestions has question-01 under its third name, and the second and the
// third question as one.
const renamedQuestions = `service: sqs
questions:
  - id: first
    stem: What is number 1?
    choices:
      - {text: Right, correct: true, why: Because it is.}
      - {text: Wrong, why: Because it is not.}
      - {text: Bad, why: Because it is not.}
      - {text: Poor, why: Because it is not.}
    skills: []
    cards: []
    difficulty: 1
    doc: https://example.com/x
    checked: 2026-11-21
    formerly: [question-01, question-1]
  - id: both
    stem: What is number 2 or 3?
    choices:
      - {text: Right, correct: true, why: Because it is.}
      - {text: Wrong, why: Because it is not.}
      - {text: Bad, why: Because it is not.}
      - {text: Poor, why: Because it is not.}
    skills: []
    cards: []
    difficulty: 1
    doc: https://example.com/x
    checked: 2026-11-21
    formerly: [question-02, question-03]
`

// rename changes the deck as an update of the content would.
func (h *hall) rename() {
	h.t.Helper()
	dir := h.t.(*testing.T).TempDir()
	h.must(os.WriteFile(filepath.Join(dir, "renamed.yaml"), []byte(renamedQuestions), 0o600))
	d, err := deck.LoadOwn(dir, &deck.Deck{Services: []deck.Service{{Key: "sqs", Name: "Amazon SQS"}}}, "")
	h.must(err)
	h.exams.Deck = d
	_, err = h.file.Rename(context.Background(), d.Renamed())
	h.must(err)
}

func TestAnExamGoesOnWhenItsQuestionsAreRenamed(t *testing.T) {
	h := newHall(t)
	srstest.Sit(t, h.exams, 10, srstest.TenAnswers)
	h.rename()
	s, err := exam.Resume(context.Background(), h.exams, srstest.NewClock(srstest.Start.Add(5*time.Minute)).Now)
	h.must(err)
	_, err = s.Submit(context.Background())
	h.must(err)
	var ids []string
	for _, r := range h.log() {
		ids = append(ids, r.Before.ID)
	}
	// Of two that have become one the first answer counts.
	want := []string{"first", "both", "question-04", "question-05", "question-06", "question-07", "question-08", "question-10"}
	if !slices.Equal(ids, want) {
		t.Errorf("the log has %v, want %v", ids, want)
	}
	if c := h.card("first"); c.State == srs.New {
		t.Errorf("the renamed question is %+v", c)
	}
}

func TestAQuestionWasSeenUnderItsFormerName(t *testing.T) {
	h := newHall(t)
	s, _ := srstest.Sit(t, h.exams, 10, srstest.TenAnswers)
	h.must(s.Abandon(context.Background()))
	h.rename()
	seen, err := h.exams.Seen(context.Background())
	h.must(err)
	for _, id := range []string{"first", "both"} {
		if seen[id].IsZero() {
			t.Errorf("%s was not seen: %v", id, seen)
		}
	}
}
