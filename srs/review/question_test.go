package review_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dva/deck"
	"dva/srs"
)

// written is a small deck with texts: two cards, one of them with two blanks,
// and a question that needs both.
func written(t *testing.T) *deck.Deck {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"cards.yaml": `service: sqs
cards:
  - id: sqs-timeout
    front: For how long is a received message hidden by default in Amazon SQS?
    back: "**30 seconds**."
    skills: ["1.1.1"]
    doc: https://docs.aws.amazon.com/sqs/timeout
    checked: 2026-11-22
    level: core
    changed: Older material says otherwise.
  - id: sqs-limits
    cloze: "A message is at most {{c1::1 MiB}} and is kept for at most {{c2::14 days}}."
    skills: ["1.1.1"]
    doc: https://docs.aws.amazon.com/sqs/limits
    checked: 2026-11-22
    level: core
`,
		"questions.yaml": `service: sqs
questions:
  - id: sqs-q-twice
    stem: Messages are worked on twice. What helps?
    choices:
      - {text: Raise the visibility timeout, correct: true, why: The message then stays hidden while it is worked on.}
      - {text: Use long polling, why: Long polling changes how empty receives are answered and nothing else.}
      - {text: Use a delay queue, why: A delay holds back new messages and not those received already.}
      - {text: Raise the retention period, why: Retention says how long a message is kept and not who sees it.}
    skills: ["1.1.1"]
    cards: [sqs-timeout, sqs-limits]
    difficulty: 2
    doc: https://docs.aws.amazon.com/sqs/timeout
    checked: 2026-11-22
`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	skill := deck.Skill{ID: "1.1.1", Text: "Everything.", Services: []string{"sqs"}}
	d, err := deck.LoadOwn(dir, &deck.Deck{
		Exam:     deck.Exam{Domains: []deck.Domain{{ID: "1", Weight: 100, Tasks: []deck.Task{{ID: "1.1", Skills: []deck.Skill{skill}}}}}},
		Services: []deck.Service{{Key: "sqs", Name: "Amazon SQS"}},
	}, "")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func atTable(t *testing.T, d *deck.Deck) *table {
	b := newTable(t, newFake())
	b.o.Deck = d
	return b
}

func TestTurnsHaveTheirTexts(t *testing.T) {
	b := atTable(t, written(t)).sit()
	turn := b.s.Turn()
	if !strings.HasPrefix(turn.Front, "For how long") || turn.Back != "**30 seconds**." || turn.Doc != "https://docs.aws.amazon.com/sqs/timeout" ||
		turn.Changed == "" || turn.Checked.IsZero() || turn.Question != nil {
		t.Errorf("turn %+v", turn)
	}
	turn = b.keys("4").s.Turn()
	if turn.Front != "A message is at most [...] and is kept for at most 14 days." ||
		turn.Back != "A message is at most **1 MiB** and is kept for at most 14 days." {
		t.Errorf("front %q, back %q", turn.Front, turn.Back)
	}
}

func TestAQuestionComesTheDayAfterAllItsCards(t *testing.T) {
	b := atTable(t, written(t)).sit()
	b.keys("4").want("sqs-limits#1").keys("4").want("over") // its sibling waits for tomorrow
	b.keys("d").sit().want("sqs-limits#2").keys("4").want("over")
	b.sit().want("over") // its cards are known, one of them since today
	b.keys("d").sit()
	for b.shows() != "sqs-q-twice" {
		b.keys("4")
	}
	turn := b.s.Turn()
	if turn.Question == nil || len(turn.Question.Choices) != 4 || !strings.HasPrefix(turn.Front, "Messages are") {
		t.Fatalf("turn %+v", turn)
	}
	b.keys("3")
	f := b.store.(*fake)
	if r := f.acts[f.stand-1].review; !r.Question || r.Hash == 0 {
		t.Errorf("saved %+v", r)
	}
}

func TestAQuestionWhoseCardsNeverComeWaitsForTheExam(t *testing.T) {
	d := written(t)
	d.Items = slices.Clone(d.Items)
	for i := range d.Items {
		if d.Items[i].Kind != deck.Multiple {
			d.Items[i].Level = deck.Edge
		}
	}
	b := atTable(t, d).sit().want("over")
	b.keys("d").sit().want("over")
}

func TestChoicesAreShuffledAnewEachTime(t *testing.T) {
	d := written(t)
	d.Items = slices.DeleteFunc(slices.Clone(d.Items), func(it deck.Item) bool { return it.Kind != deck.Multiple })
	for i := range d.Items {
		d.Items[i].Needs = nil // no card is there to come before it
	}
	b := atTable(t, d).sit()
	first := b.s.Turn().Order
	sorted := slices.Sorted(slices.Values(first))
	if !slices.Equal(sorted, []int{0, 1, 2, 3}) {
		t.Fatalf("order %v", first)
	}
	if got := b.keys("f").s.Turn().Order; !slices.Equal(got, first) {
		t.Errorf("the same turn shows %v, then %v", first, got)
	}
	seen := map[string]bool{}
	for range 12 {
		var order []string
		for _, i := range b.keys("1").s.Turn().Order {
			order = append(order, string(rune('a'+i)))
		}
		seen[strings.Join(order, "")] = true
	}
	if len(seen) < 6 {
		t.Errorf("twelve times only the orders %v", seen)
	}
	if b.o.Seed = 2; slices.Equal(b.keys(strings.Repeat("u", 12)).sit().s.Turn().Order, first) {
		t.Errorf("another seed gives the same order %v", first)
	}
}

func TestQuestionsADayAreFew(t *testing.T) {
	all := items(8)
	for i := range all {
		all[i].Kind = deck.Multiple
	}
	f := newFake()
	b := newTable(t, f, all...)
	if got := b.sit().s.Turn().Counts.New; got != 2 {
		t.Errorf("%d questions on the first day, want 2", got)
	}
	b.keys("44").want("over").sit().want("over").keys("d").sit()
	if b.shows() == "over" || f.card("sqs-3") != (srs.Card{ID: "sqs-3"}) {
		t.Errorf("%s is shown on the second day", b.shows())
	}
}
