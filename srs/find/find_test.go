package find_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dva/deck"
	"dva/srs"
	"dva/srs/find"
	"dva/srs/srstest"
)

var today = srs.DayOf(srstest.Start)

// small is a deck without texts: items are found by their ids.
func small() *deck.Deck {
	skill := func(id string) deck.Skill { return deck.Skill{ID: id, Services: []string{"sqs"}} }
	return &deck.Deck{
		Exam: deck.Exam{Domains: []deck.Domain{
			{ID: "1", Weight: 60, Tasks: []deck.Task{{ID: "1.1", Skills: []deck.Skill{skill("1.1.1"), skill("1.1.11")}}}},
			{ID: "2", Weight: 40, Tasks: []deck.Task{{ID: "2.1", Skills: []deck.Skill{skill("2.1.1")}}}},
		}},
		Services: []deck.Service{
			{Key: "sqs", Name: "Amazon SQS", Aliases: []string{"queue service"}},
			{Key: "dynamodb", Name: "Amazon DynamoDB", Aliases: []string{"ddb"}},
			{Key: "secrets-manager", Name: "AWS Secrets Manager"},
		},
		Items: []deck.Item{
			{ID: "sqs-purpose", Parent: "sqs-purpose", Service: "sqs", Skills: []string{"1.1.1"}, Hash: 1},
			{ID: "sqs-rate#1", Parent: "sqs-rate", Kind: deck.Cloze, Blank: 1, Service: "sqs", Skills: []string{"1.1.11"}, Level: deck.Edge, Hash: 2},
			{ID: "sqs-rate#2", Parent: "sqs-rate", Kind: deck.Cloze, Blank: 2, Service: "sqs", Skills: []string{"1.1.11"}, Level: deck.Edge, Hash: 3},
			{ID: "sqs-q-one", Parent: "sqs-q-one", Kind: deck.Multiple, Service: "sqs", Skills: []string{"2.1.1"}, Hash: 4},
			{ID: "dynamodb-rate", Parent: "dynamodb-rate", Service: "dynamodb", Skills: []string{"1.1.1", "2.1.1"}, Level: deck.Useful, Hash: 5},
			{ID: "my-card", Parent: "my-card", Service: "dynamodb", Deck: "mine", Hash: 6},
		},
	}
}

// shelf is the small deck of a learner with a card in each state.
func shelf() *find.Shelf {
	young, mature := srstest.Card("sqs-rate#1", today-5, 5), srstest.Card("sqs-rate#2", today-9, 21)
	leech := srstest.Card("sqs-q-one", today-1, 3)
	leech.Lapses, leech.Marks.Suspended, leech.Marks.Flagged = 8, true, true
	learning := srstest.Card("dynamodb-rate", today, 0)
	learning.State, learning.Marks.BuriedUntil = srs.Relearning, today+1
	return find.New(small(), find.Known{
		Cards: []srs.Card{{ID: "my-card"}, srstest.Card("zz-old", today-3, 9), srstest.Card("aa-old#1", today-3, 9), young, mature, leech, learning},
		Shown: map[string]uint64{"sqs-rate#1": 2, "sqs-rate#2": 33, "sqs-q-one": 4, "my-card": 7, "zz-old": 1},
		Notes: map[string]string{"my-card": "mine", "zz-old": "gone", "nobody": "?"},
	}, today, 8)
}

func TestFind(t *testing.T) {
	s := shelf()
	for _, c := range []struct{ name, query, want string }{
		{"everything in the deck without words", "", "sqs-purpose sqs-rate#1 sqs-rate#2 sqs-q-one dynamodb-rate my-card"},
		{"all blanks of a card that the text finds", "rate", "sqs-rate#1 sqs-rate#2 dynamodb-rate"},
		{"a service by its key", "service:sqs", "sqs-purpose sqs-rate#1 sqs-rate#2 sqs-q-one"},
		{"a service by an alias, in any case", "Service:DDB", "dynamodb-rate my-card"},
		{"a service that is still being typed", "service:dyn", "dynamodb-rate my-card"},
		{"a field that is still being typed", "service: is:", "sqs-purpose sqs-rate#1 sqs-rate#2 sqs-q-one dynamodb-rate my-card"},
		{"one of two services", "service:sqs,ddb is:question,own", "sqs-q-one my-card"},
		{"a domain", "domain:2", "sqs-q-one dynamodb-rate"},
		{"a task", "task:1.1", "sqs-purpose sqs-rate#1 sqs-rate#2 dynamodb-rate"},
		{"a skill and no other that begins so", "skill:1.1.1", "sqs-purpose dynamodb-rate"},
		{"a part of the blueprint that is still being typed", "skill:1.", "sqs-purpose sqs-rate#1 sqs-rate#2 dynamodb-rate"},
		{"a level", "level:edge", "sqs-rate#1 sqs-rate#2"},
		{"text and fields together", "rate domain:1 -level:edge", "dynamodb-rate"},
		{"what has a colon and is no field is text", "s3:PutObject", ""},
		{"new ones", "is:new", "sqs-purpose my-card"},
		{"in steps", "is:learning", "dynamodb-rate"},
		{"young ones", "is:young", "sqs-rate#1 sqs-q-one"},
		{"mature ones", "is:mature", "sqs-rate#2"},
		{"due ones, without those that are hidden", "is:due", "sqs-rate#1"},
		{"suspended ones", "is:suspended", "sqs-q-one"},
		{"buried ones", "is:buried", "dynamodb-rate"},
		{"flagged ones", "is:flagged", "sqs-q-one"},
		{"those with a note", "is:noted", "my-card"},
		{"leeches", "is:leech", "sqs-q-one"},
		{"those whose text has changed since a review", "is:changed", "sqs-rate#2"},
		{"questions", "is:question", "sqs-q-one"},
		{"cards", "is:card", "sqs-purpose sqs-rate#1 sqs-rate#2 dynamodb-rate my-card"},
		{"own ones", "is:own", "my-card"},
		{"what has left the deck", "is:gone", "aa-old#1 zz-old"},
		{"what has left the deck, by a part of its id", "is:gone zz", "zz-old"},
		{"gone ones with a note", "is:gone is:noted", "zz-old"},
		{"a state that is still being typed", "is:l", "sqs-q-one dynamodb-rate"},
		{"the contrary of a state", "-is:card,new service:sqs", "sqs-q-one"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := s.Find(c.query)
			var got []string
			for _, at := range found.At {
				got = append(got, s.Entries[at].Item.ID)
			}
			if strings.Join(got, " ") != c.want || found.Problem != "" {
				t.Errorf("got %v %s, want %s", got, found.Problem, c.want)
			}
		})
	}
}

func TestWhatCannotBeUnderstood(t *testing.T) {
	s := shelf()
	for query, want := range map[string]string{
		"service:dynamoddb": `there is no service "dynamoddb", did you mean dynamodb?`,
		"is:flaged":         "there is no is:flaged, did you mean flagged?",
		"is:flaged rate":    "there are new, learning, young",
		"domain:7":          `the exam has no domain "7"`,
		"skill:1.1.2":       `the exam has no skill "1.1.2"`,
		"level:hard":        `there is no level "hard": core, useful, edge`,
	} {
		if found := s.Find(query); !strings.Contains(found.Problem, want) || len(found.At) != 0 {
			t.Errorf("%s: found %v, said %q, want %q", query, found.At, found.Problem, want)
		}
	}
}

func TestAnEntrySaysHowTheLearnerStands(t *testing.T) {
	s := shelf()
	at, ok := s.At("zz-old")
	if e := s.Entries[at]; !ok || !e.Gone || e.Changed || e.Note != "gone" || e.Item.ID != "zz-old" || e.Card.Interval != 9 {
		t.Errorf("got %+v", e)
	}
	if at, ok = s.At("my-card"); !ok || s.Entries[at].Changed || s.Entries[at].Card != (srs.Card{ID: "my-card"}) {
		t.Errorf("a card that was never reviewed is %+v", s.Entries[at])
	}
	if _, ok = s.At("nobody"); ok {
		t.Error("found nobody")
	}
	if !find.Remembers("rate -is:new") || find.Remembers("service:sqs this:is") {
		t.Error("wrong on whether the learner's file is needed")
	}
}

// Whatever is typed, the places are of the shelf, each once, and typing on within
// a field never meets a panic.
func TestAnyQuery(t *testing.T) {
	s := shelf()
	piece := rapid.SampledFrom([]string{
		"is:", "-is:", "service:", "skill:", "domain:", "level:", "task:", "gone", "new", "sqs", "1.1", ".", ",", ":", "-", "#1", "rate", " ", "ü", "\x1b[2J", "\xff",
	})
	rapid.Check(t, func(t *rapid.T) {
		query := strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(t, "pieces"), "")
		found := s.Find(query)
		seen := map[int]bool{}
		for _, at := range found.At {
			if at < 0 || at >= len(s.Entries) || seen[at] {
				t.Fatalf("%q finds %v", query, found.At)
			}
			seen[at] = true
		}
		if found.Problem != "" && len(found.At) > 0 {
			t.Fatalf("%q finds %v and is not understood: %s", query, found.At, found.Problem)
		}
		if strings.ContainsAny(found.Problem, "\x1b\n") {
			t.Fatalf("%q is answered with %q", query, found.Problem)
		}
	})
}
