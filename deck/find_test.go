package deck_test

import (
	"math"
	"testing"

	"dva/deck"
)

func TestServiceIsFoundByWhatPeopleType(t *testing.T) {
	for _, d := range []*deck.Deck{load(t), base(t)} {
		for word, key := range map[string]string{"sqs": "sqs", "SQS": "sqs", "Amazon SQS": "sqs", "Simple Queue Service": "sqs", "fifo": "fifo"} {
			if s, ok := d.Service(word); !ok || s.Key != key {
				t.Errorf("%q finds %+v", word, s)
			}
		}
		if s, ok := d.Service("squs"); ok {
			t.Errorf("found %+v", s)
		}
	}
}

func TestPartsOfTheBlueprintAreFound(t *testing.T) {
	e := &load(t).Exam
	if d, ok := e.Domain("2.1.1"); !ok || d.Name != "Security" {
		t.Errorf("domain of 2.1.1: %+v", d)
	}
	if task, ok := e.Task("1.1.2"); !ok || task.Name != "Code" {
		t.Errorf("task of 1.1.2: %+v", task)
	}
	if s, ok := e.Skill("1.1.2"); !ok || s.Text != "Choose." {
		t.Errorf("skill 1.1.2: %+v", s)
	}
	for _, id := range []string{"", "3", "11", "1.2", "1.1.3", "1.1.22"} {
		if s, ok := e.Skill(id); ok {
			t.Errorf("skill %q: %+v", id, s)
		}
	}
	if _, ok := e.Domain("10.1"); ok {
		t.Error("10.1 is taken for a task of domain 1")
	}
}

func TestWeightsOfServices(t *testing.T) {
	d := load(t)
	for service, want := range map[string]float64{"sqs": 30 + 15, "sns": 15, "iam": 40, "fifo": 0} {
		if got := d.Weight(service); math.Abs(got-want) > 1e-9 {
			t.Errorf("%s weighs %v, want %v", service, got, want)
		}
	}
	ours, sum := shipped(t), 0.0
	for _, s := range ours.Services {
		sum += ours.Weight(s.Key)
	}
	if math.Abs(sum-100) > 1e-9 {
		t.Errorf("the shipped services weigh %v together", sum)
	}
}

// Other packages' tests make small decks by hand.
func TestADeckMadeByHandAnswers(t *testing.T) {
	d := &deck.Deck{
		Items: []deck.Item{{ID: "a", Parent: "a"}, {ID: "b#1", Parent: "b"}}, Services: []deck.Service{{Key: "sqs"}},
		Exam: deck.Exam{Domains: []deck.Domain{{ID: "1", Weight: 100, Tasks: []deck.Task{{ID: "1.1", Skills: []deck.Skill{{ID: "1.1.1", Services: []string{"sqs"}}}}}}}},
	}
	if it, ok := d.Item("b#1"); !ok || it.Parent != "b" {
		t.Errorf("got %+v", it)
	}
	if _, ok := d.Item("c"); ok {
		t.Error("found what is not there")
	}
	if _, ok := d.Service("sqs"); !ok || d.Weight("sqs") != 100 {
		t.Errorf("sqs weighs %v", d.Weight("sqs"))
	}
	if _, ok := d.Card("a"); ok {
		t.Error("found a text")
	}
	if hits := d.Search("a", 0); len(hits) != 1 {
		t.Errorf("found %v", hits)
	}
}
