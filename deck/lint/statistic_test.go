package lint

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"dva/deck"
)

func TestJudgeOfAStatistic(t *testing.T) {
	two := limits{.16, .28, .10, .30}
	for _, c := range []struct {
		name   string
		value  float64
		limits limits
		surely bool
		level  Level
		limit  float64
	}{
		{"within", .25, two, true, Fine, .30},
		{"at the limit of warning", .28, two, true, Fine, .30},
		{"above warning", .29, two, true, Watch, .30},
		{"above the limit by luck", .31, two, false, Watch, .30},
		{"above the limit by more", .31, two, true, Fail, .30},
		{"below warning", .15, two, true, Watch, .10},
		{"below the limit", .09, two, true, Fail, .10},
		{"one limit from below", 1, least(4, 2), true, Fail, 2},
		{"one limit from below, kept", 4, least(4, 2), true, Fine, 2},
		{"one limit from above", 1, most(0, 4), true, Watch, 4},
	} {
		s := Statistic{Value: c.value}.judge(c.limits, c.surely)
		if s.Level != c.level || s.Limit != c.limit || s.OK != (c.level != Fail) {
			t.Errorf("%s: got %+v", c.name, s)
		}
	}
}

// measured is the report on a bank, with the findings on the whole of it.
func measured(questions []*deck.Question, own bool) (Report, []Finding) {
	d := &deck.Deck{Services: []deck.Service{{Key: "sqs", Name: "Amazon SQS", InScope: true}}}
	d.Exam.Domains = []deck.Domain{{ID: "1", Weight: 100, Tasks: []deck.Task{{ID: "1.1", Skills: []deck.Skill{{ID: "1.1.1"}}}}}}
	c := &checker{deck: d, words: serviceWords(d), now: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)}
	r := Report{Statistics: map[string]Statistic{}}
	found := r.measure(newBank(c, nil, questions), own)
	return r, found
}

func TestWhatIsRefusedDependsOnTheSizeOfTheBank(t *testing.T) {
	for _, c := range []struct {
		name  string
		n     int
		own   bool
		level Level
		found bool
	}{
		{"a handful is not judged", 49, false, Few, false},
		{"a bank that is being written is told", 200, false, Fail, false},
		{"a whole bank is refused", 400, false, Fail, true},
		{"a learner's own is told", 400, true, Fail, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := invented(5, c.n)
			planted(1, func(q *deck.Question, _ *deck.Choice) { mark(q, byLength(q, 1)) })(all)
			r, found := measured(all, c.own)
			if got := r.Statistics["L1"].Level; got != c.level {
				t.Errorf("L1 is %s, want %s", got, c.level)
			}
			told := false
			for _, f := range found {
				told = told || f.Rule == "L1" && f.Severity == Error && strings.Contains(f.Message, "longest")
			}
			if told != c.found {
				t.Errorf("findings %v, want one: %v", found, c.found)
			}
		})
	}
}

func TestWatchedStatisticIsNoFinding(t *testing.T) {
	all := invented(5, 400)
	for i, q := range all {
		if i%30 == 0 {
			q.Stem = "Which is NOT so?"
		}
	}
	r, found := measured(all, false)
	if s := r.Statistics["N1"]; s.Level != Watch || !s.OK {
		t.Errorf("got %+v", s)
	}
	for _, f := range found {
		if f.Rule == "N1" {
			t.Errorf("got %+v", f)
		}
	}
}

func TestStatisticsAsScriptsReadThem(t *testing.T) {
	r, _ := measured(invented(5, 400), false)
	for id, s := range r.Statistics {
		if _, err := json.Marshal(s); err != nil {
			t.Errorf("%s: %v", id, err)
		}
		if s.About == "" || s.Level == "" {
			t.Errorf("%s says nothing of itself: %+v", id, s)
		}
	}
	if got := r.Rules(); len(got) != len(r.Statistics) || got[0] != "L1" {
		t.Errorf("got %v", got)
	}
	got, err := json.Marshal(Statistic{Value: .5, Limit: .3, Level: Fail, Warn: .28, N: 4, Chance: .25, Z: 1, About: "x"})
	want := `{"value":0.5,"limit":0.3,"ok":false,"level":"fail","warn":0.28,"n":4,"chance":0.25,"z":1,"about":"x"}`
	if err != nil || string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	s := Statistic{Value: .315, Limit: .3, N: 273, Chance: .25, Z: 3.3, About: "right by it", Worst: "lambda"}
	if got, want := s.String(), "right by it: 0.315, limit 0.3, of 273, chance 0.25, z 3.3 (lambda)"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestStatisticsOfTheBlueprint(t *testing.T) {
	exam := deck.Exam{Domains: []deck.Domain{
		{ID: "1", Weight: 60, Tasks: []deck.Task{{ID: "1.1", Skills: []deck.Skill{{ID: "1.1.1"}, {ID: "1.1.2"}}}}},
		{ID: "2", Weight: 40, Tasks: []deck.Task{{ID: "2.1", Skills: []deck.Skill{{ID: "2.1.1"}}}}},
	}}
	services := []deck.Service{
		{Key: "sqs", Name: "Amazon SQS", InScope: true},
		{Key: "fifo", Name: "FIFO queues", InScope: true, Parent: "sqs"},
		{Key: "sns", Name: "Amazon SNS", InScope: true},
		{Key: "swf", Name: "Amazon Simple Workflow Service (Amazon SWF)"},
		{Key: "shield", Name: "Shield"},
	}
	now := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name   string
		id     string
		change func(i int, q *deck.Question)
		value  float64
		level  Level
	}{
		{"shares as the weights have it", "V1", func(int, *deck.Question) {}, 0, Fine},
		{"one question in 20 too many", "V1", func(i int, q *deck.Question) {
			if i%20 == 2 {
				q.Skills = []string{"1.1.1"}
			}
		}, .05, Fail},
		{"the least skill of 100", "V2", func(int, *deck.Question) {}, 30, Fine},
		{"a skill with none", "V2", func(_ int, q *deck.Question) {
			if q.Skills[0] == "1.1.2" {
				q.Skills = []string{"1.1.1"}
			}
		}, 0, Fail},
		{"a service with none", "V3", func(int, *deck.Question) {}, 1, Watch},
		{"a service that a question involves", "V3", func(i int, q *deck.Question) {
			if i == 0 {
				q.Services = []string{"sns"}
			}
		}, 0, Fine},
		{"the same, with fewer than 2", "V3-two", func(i int, q *deck.Question) {
			if i == 0 {
				q.Services = []string{"sns"}
			}
		}, 1, Fine},
		{"a feature counts for its service", "V3", func(_ int, q *deck.Question) { q.Service = "fifo" }, 1, Watch},
		{"an answer that is not on the exam", "V3-out", func(i int, q *deck.Question) {
			if i == 0 {
				q.Choices[0].Text = "Move to Amazon Simple Workflow Service"
			}
		}, 1, Fail},
		{"an answer that the stem names", "V3-out", func(i int, q *deck.Question) {
			if i == 0 {
				q.Stem, q.Choices[0].Text = "With Amazon Simple Workflow Service?", "Keep Amazon Simple Workflow Service"
			}
		}, 0, Fine},
		{"a feature called like a service", "V3-out", func(i int, q *deck.Question) {
			if i == 0 {
				q.Choices[0].Text = "Turn on Origin Shield"
			}
		}, 0, Fine},
		{"checked 9 months ago", "V5", func(_ int, q *deck.Question) { q.Checked = now.AddDate(0, -9, 0) }, 0, Fine},
		{"checked longer ago", "V5", func(i int, q *deck.Question) {
			if i < 10 {
				q.Checked = now.AddDate(0, -9, -1)
			}
		}, .1, Watch},
		{"an amount in an answer", "V6", func(i int, q *deck.Question) {
			if i == 0 {
				q.Choices[0].Text = "Up to 15 minutes"
			}
		}, .01, Watch},
		{"an amount that is marked, and one that the stem gives", "V6", func(i int, q *deck.Question) {
			if q.Choices[0].Text = "Up to 15 minutes"; i == 0 {
				q.Volatile = true
			} else {
				q.Stem = "It takes 15 minutes. Why?"
			}
		}, 0, Fine},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &deck.Deck{Exam: exam, Services: services}
			var all []*deck.Question
			for i := range 100 {
				q := sound()
				q.Checked, q.Skills = now, []string{[]string{"1.1.1", "1.1.2", "2.1.1", "1.1.1", "1.1.2", "2.1.1", "1.1.1", "1.1.2", "2.1.1", "2.1.1"}[i%10]}
				c.change(i, q)
				all = append(all, q)
			}
			b := newBank(&checker{deck: d, words: serviceWords(d), now: now}, nil, all)
			for _, rule := range statistics {
				if rule.id == c.id {
					if s := rule.measure(b); s.Value < c.value-1e-9 || s.Value > c.value+1e-9 || s.Level != c.level {
						t.Errorf("got %+v", s)
					}
				}
			}
		})
	}
}

func TestCoverageByFlashcards(t *testing.T) {
	d := &deck.Deck{Services: []deck.Service{{Key: "sqs", InScope: true}, {Key: "sns", InScope: true}}}
	d.Exam.Domains = []deck.Domain{{ID: "1", Tasks: []deck.Task{{ID: "1.1", Skills: []deck.Skill{{ID: "1.1.1"}}}}}}
	var cards []*deck.Card
	for i := range 5 {
		front := "What is it?"
		if i == 0 {
			front = "What is it, and why is it?"
		}
		cards = append(cards, &deck.Card{Service: "sqs", Front: front, Skills: []string{"1.1.1"}})
	}
	for _, c := range []struct {
		name    string
		cards   []*deck.Card
		measure func(*bank) Statistic
		value   float64
		level   Level
	}{
		{"a skill with five", cards, (*bank).skillCards, 5, Fine},
		{"a skill with four", cards[1:], (*bank).skillCards, 4, Fail},
		{"one service of two with five", cards, (*bank).serviceCards, 1, Watch},
		{"a front in five that joins two questions", cards, (*bank).joinedFronts, .2, Watch},
		{"no front that joins two questions", cards[1:], (*bank).joinedFronts, 0, Fine},
	} {
		b := &bank{deck: d, cards: c.cards}
		if s := c.measure(b); s.Value != c.value || s.Level != c.level {
			t.Errorf("%s: got %+v", c.name, s)
		}
	}
}
