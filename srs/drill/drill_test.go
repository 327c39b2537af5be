package drill_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"dva/deck"
	"dva/srs"
	"dva/srs/drill"
	"dva/srs/fsrs"
	"dva/srs/srstest"
)

const today = srs.Day(20_000)

// shelf is a deck of two services: five cards and two questions of SQS, two
// cards of KMS, one beyond the exam.
func shelf() []deck.Item {
	return []deck.Item{
		{ID: "sqs-a", Parent: "sqs-a", Service: "sqs", Skills: []string{"1.1.2", "4.3.3"}, Place: 0},
		{ID: "sqs-b#1", Parent: "sqs-b", Kind: deck.Cloze, Service: "sqs", Skills: []string{"1.1.2"}, Place: 1},
		{ID: "sqs-b#2", Parent: "sqs-b", Kind: deck.Cloze, Service: "sqs", Skills: []string{"1.1.2"}, Place: 1},
		{ID: "sqs-c", Parent: "sqs-c", Service: "sqs", Skills: []string{"1.1.20"}, Level: deck.Useful, Place: 2},
		{ID: "sqs-edge", Parent: "sqs-edge", Service: "sqs", Skills: []string{"1.1.2"}, Level: deck.Edge, Place: 3},
		{ID: "sqs-q1", Parent: "sqs-q1", Kind: deck.Multiple, Service: "sqs", Skills: []string{"4.3.3"}, Needs: []string{"sqs-b"}, Place: 0},
		{ID: "sqs-q2", Parent: "sqs-q2", Kind: deck.Multiple, Service: "sqs", Skills: []string{"1.1.2"}, Place: 1},
		{ID: "kms-a", Parent: "kms-a", Service: "kms", Skills: []string{"2.2.1"}, Place: 0},
		{ID: "kms-b", Parent: "kms-b", Service: "kms", Skills: []string{"2.2.1"}, Place: 1},
		{ID: "ram-a", Parent: "ram-a", Service: "ram", Place: 0},
	}
}

func input(cards ...srs.Card) drill.Input {
	return drill.Input{
		Today: today, Items: shelf(), Cards: cards, Model: fsrs.Default(), LeechAt: 4,
		Services: []deck.Service{
			{Key: "ram", Name: "AWS RAM"},
			{Key: "sqs", Name: "Amazon SQS", Aliases: []string{"queue"}},
			{Key: "kms", Name: "Wonderful KMS", Aliases: []string{"key management"}},
		},
		Weight: func(key string) float64 { return map[string]float64{"sqs": 4, "kms": 6}[key] },
		Comes:  func(it *deck.Item) bool { return len(it.Skills) > 0 && it.Level != deck.Edge },
	}
}

// known is a card last seen some days ago with a stability of ten days.
func known(id string, ago srs.Day) srs.Card {
	c := srstest.Card(id, today-ago, 10)
	return c
}

func marked(c srs.Card, m srs.Marks) srs.Card {
	c.Marks = m
	return c
}

func TestPick(t *testing.T) {
	leech := known("kms-b", 3)
	leech.Lapses = 4
	step := known("sqs-q2", 0)
	step.State, step.Memory.Stability = srs.Relearning, 0.5
	usual := []srs.Card{known("sqs-a", 5), known("sqs-q1", 9), known("kms-a", 20), leech, step}
	for _, tt := range []struct {
		name  string
		cards []srs.Card
		with  func(*drill.Input)
		wish  drill.Wish
		want  string
	}{
		{
			"the weakest first, then what was never seen, core first and siblings apart", usual, nil,
			drill.Wish{Services: []string{"sqs"}},
			"sqs-q1 sqs-a sqs-q2 sqs-b#1 sqs-c sqs-b#2",
		},
		{"across services", usual, nil, drill.Wish{Limit: 3}, "kms-a sqs-q1 sqs-a"},
		{"without what was never seen", usual, nil, drill.Wish{SeenOnly: true}, "kms-a sqs-q1 sqs-a kms-b sqs-q2"},
		{"as they come", usual, nil, drill.Wish{InOrder: true, Services: []string{"sqs"}}, "sqs-a sqs-b#1 sqs-c sqs-q1 sqs-q2 sqs-b#2"},
		{"cards alone", usual, nil, drill.Wish{Kind: drill.Cards, Services: []string{"sqs"}}, "sqs-a sqs-b#1 sqs-c sqs-b#2"},
		{"questions alone", usual, nil, drill.Wish{Kind: drill.Questions}, "sqs-q1 sqs-q2"},
		{
			"of those equally weak the one that is forgotten sooner",
			[]srs.Card{known("kms-a", 0), srstest.Card("kms-b", today, 2)},
			nil,
			drill.Wish{SeenOnly: true},
			"kms-b kms-a",
		},
		{"one domain", usual, nil, drill.Wish{Skill: "4"}, "sqs-q1 sqs-a"},
		{"one skill, whose number begins another's", nil, nil, drill.Wish{Skill: "1.1.2"}, "sqs-a sqs-b#1 sqs-q2 sqs-b#2"},
		{"a skill that is none", usual, nil, drill.Wish{Skill: "9"}, ""},
		{"new questions after new cards of their level", nil, nil, drill.Wish{Services: []string{"sqs"}}, "sqs-a sqs-b#1 sqs-q1 sqs-q2 sqs-c sqs-b#2"},
		{
			"no suspended ones, buried ones all the same",
			[]srs.Card{marked(known("kms-a", 9), srs.Marks{Suspended: true}), marked(known("kms-b", 9), srs.Marks{BuriedUntil: today + 1})},
			nil,
			drill.Wish{Services: []string{"kms"}},
			"kms-b",
		},
		{"what is beyond the exam or of level edge only when it was seen", []srs.Card{known("sqs-edge", 1), known("ram-a", 2)}, nil, drill.Wish{SeenOnly: true}, "ram-a sqs-edge"},
		{"flagged ones, new too", []srs.Card{marked(srs.Card{ID: "ram-a"}, srs.Marks{Flagged: true}), known("kms-a", 1)}, nil, drill.Wish{Group: drill.Flagged}, "ram-a"},
		{"leeches", usual, nil, drill.Wish{Group: drill.Leeches}, "kms-b"},
		{"no leeches when there are to be none", usual, func(in *drill.Input) { in.LeechAt = 0 }, drill.Wish{Group: drill.Leeches}, ""},
		{
			"misses of the last exam with the cards behind them", usual, func(in *drill.Input) { in.ExamMissed = []string{"sqs-q1", "gone"} },
			drill.Wish{Group: drill.LastExam},
			"sqs-q1 sqs-b#1 sqs-b#2",
		},
		{"misses of the last days", usual, func(in *drill.Input) { in.Again = []string{"kms-a", "sqs-a"} }, drill.Wish{Group: drill.LastDays, Services: []string{"kms"}}, "kms-a"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := input(tt.cards...)
			if tt.with != nil {
				tt.with(&in)
			}
			b := drill.New(in)
			got := b.Pick(tt.wish)
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
			if tt.wish.Limit == 0 && b.Count(tt.wish) != len(got) {
				t.Errorf("counted %d of %d", b.Count(tt.wish), len(got))
			}
		})
	}
}

func TestRows(t *testing.T) {
	model := fsrs.Default()
	recall := func(days ...float64) float64 {
		sum := 0.0
		for _, d := range days {
			sum += model.Recall(srs.Memory{Stability: 10, Difficulty: 5}, d)
		}
		return sum / float64(len(days))
	}
	b := drill.New(input(known("sqs-a", 5), known("sqs-q1", 12), known("kms-a", 10), marked(known("kms-b", 10), srs.Marks{BuriedUntil: today + 1})))
	for _, tt := range []struct {
		name  string
		kind  drill.Kind
		skill string
		want  []drill.Row
	}{
		{"all, without a service that has nothing to ask", drill.Both, "", []drill.Row{
			{Key: "sqs", Name: "SQS", Weight: 4, Figures: drill.Figures{Cards: 4, Questions: 2, Seen: 2, Due: 1, Recall: recall(5, 12)}},
			{Key: "kms", Name: "Wonderful KMS", Weight: 6, Figures: drill.Figures{Cards: 2, Seen: 2, Due: 1, Recall: recall(10)}},
		}},
		{"figures of questions alone", drill.Questions, "", []drill.Row{
			{Key: "sqs", Weight: 4, Figures: drill.Figures{Cards: 4, Questions: 2, Seen: 1, Due: 1, Recall: recall(12)}},
		}},
		{"one task", drill.Cards, "4.3", []drill.Row{
			{Key: "sqs", Weight: 4, Figures: drill.Figures{Cards: 1, Questions: 1, Seen: 1, Recall: recall(5)}},
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := b.Rows(tt.kind, tt.skill)
			if len(got) != len(tt.want) {
				t.Fatalf("%d rows: %+v", len(got), got)
			}
			for i, w := range tt.want {
				g := got[i]
				if g.Key != w.Key || w.Name != "" && g.Name != w.Name || g.Weight != w.Weight || g.Cards != w.Cards || g.Questions != w.Questions || g.Seen != w.Seen || g.Due != w.Due ||
					math.Abs(g.Recall-w.Recall) > 1e-12 {
					t.Errorf("got  %+v\nwant %+v", g, w)
				}
			}
		})
	}
}

func TestSort(t *testing.T) {
	row := func(name string, weight, recall float64, seen int) drill.Row {
		return drill.Row{Key: name, Name: name, Weight: weight, Figures: drill.Figures{Seen: seen, Recall: recall}}
	}
	for _, tt := range []struct {
		name string
		by   drill.Order
		want string
	}{
		{"lowest recall first, never seen ones last and by weight", drill.ByWeakness, "weak heavy strong newer new"},
		{"the heaviest first, equal ones by name", drill.ByWeight, "heavy newer new strong weak"},
		{"by name in any case", drill.ByName, "heavy new newer strong weak"},
	} {
		rows := []drill.Row{row("strong", 1, 0.9, 3), row("newer", 2, 0, 0), row("weak", 1, 0.4, 1), row("new", 1, 0, 0), row("heavy", 9, 0.5, 2)}
		drill.Sort(rows, tt.by)
		var names []string
		for _, r := range rows {
			names = append(names, r.Name)
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestFilter(t *testing.T) {
	r := drill.Row{Key: "dynamodb", Name: "DynamoDB", Aliases: []string{"ddb", "dynamo db"}}
	for _, tt := range []struct {
		name         string
		filter       string
		found, exact bool
	}{
		{"nothing finds all", "", true, false},
		{"an alias", "ddb", true, true},
		{"a part of the name, in any case", "Dynamo", true, false},
		{"the whole name", "DynamoDB", true, true},
		{"words of different names", "db dynamo", true, false},
		{"a word that is nowhere", "dynamo sqs", false, false},
		{"the name with its vendor", "amazon dynamodb", true, true},
	} {
		if found, exact := r.Matches(tt.filter); found != tt.found || exact != tt.exact {
			t.Errorf("%s: %v, %v", tt.name, found, exact)
		}
	}
}

func TestScopes(t *testing.T) {
	e := &deck.Exam{Domains: []deck.Domain{
		{ID: "1", Name: "Development", Tasks: []deck.Task{{ID: "1.1", Name: "Code", Skills: []deck.Skill{{ID: "1.1.2", Text: "Decouple"}, {ID: "1.1.20", Text: "More"}}}}},
		{ID: "4", Name: "Troubleshooting", Tasks: []deck.Task{{ID: "4.1", Name: "Root causes"}, {ID: "4.3", Name: "Optimize", Skills: []deck.Skill{{ID: "4.3.3", Text: "Tune"}}}}},
	}}
	in := input(known("sqs-a", 5))
	in.Exam = e
	b := drill.New(in)
	got := b.Scopes(drill.Both)
	var ids []string
	for _, s := range got {
		ids = append(ids, s.ID)
		if n := b.Count(drill.Wish{Skill: s.ID}); n != s.Cards+s.Questions {
			t.Errorf("%s has %d cards and %d questions, and %d items to pick", s.ID, s.Cards, s.Questions, n)
		}
		if want := b.Count(drill.Wish{Skill: s.ID, SeenOnly: true}); s.Seen != want {
			t.Errorf("%s: %d were seen, want %d", s.ID, s.Seen, want)
		}
	}
	if want := []string{"1", "1.1", "1.1.2", "1.1.20", "4", "4.1", "4.3", "4.3.3"}; !slices.Equal(ids, want) {
		t.Errorf("got %v", ids)
	}
	if s := got[2]; s.Depth != 2 || s.Name != "Decouple" || s.Cards != 3 || s.Questions != 1 || s.Seen != 1 {
		t.Errorf("got %+v", s)
	}
}
