package queue

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dva/srs"
	"dva/srs/fsrs"
)

var (
	noon  = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	today = srs.DayOf(noon)
	model = fsrs.Default()
)

func fresh(id, service string, level uint8, place int) Candidate {
	return Candidate{Card: srs.Card{ID: id}, Parent: id, Service: service, Level: level, Place: place}
}

// due is a card last seen so many days ago with this stability.
func due(id string, days int, stability float64) Candidate {
	return Candidate{Parent: id, Service: "sqs", Card: srs.Card{
		ID: id, State: srs.Reviewing, Memory: srs.Memory{Stability: stability, Difficulty: 5},
		LastDay: today - srs.Day(days), DueDay: today,
	}}
}

func step(id string, in time.Duration) Candidate {
	return Candidate{Parent: id, Service: "sqs", Card: srs.Card{
		ID: id, State: srs.Learning, Memory: model.First(srs.Good), LastDay: today, Due: noon.Add(in).UnixMilli(), DueDay: today,
	}}
}

func ids(cards []Candidate) string {
	var words []string
	for _, c := range cards {
		words = append(words, c.Card.ID)
	}
	return strings.Join(words, " ")
}

func sorting(in Input) Lists {
	in.Today, in.Model, in.BurySiblings = today, model, true
	return Sort(in)
}

func TestDueCardsComeByFallingRecall(t *testing.T) {
	got := sorting(Input{Started: []Candidate{
		due("long-gone", 30, 2), due("fresh", 1, 20), due("middling", 4, 4), due("as-middling", 8, 8),
	}}).Due
	if want := "fresh middling as-middling long-gone"; ids(got) != want {
		t.Errorf("order %s, want %s", ids(got), want)
	}
}

func TestInTheLastWeekTheWeakestOnTheExamDayComeFirst(t *testing.T) {
	cards := []Candidate{due("fresh", 1, 20), due("long-gone", 30, 2), due("middling", 4, 4)}
	const falling, rising = "fresh middling long-gone", "long-gone middling fresh"
	for _, tt := range []struct {
		name string
		exam srs.Day
		want string
	}{
		{"no exam", 0, falling},
		{"in eight days", today + 8, falling},
		{"in seven days", today + 7, rising},
		{"today", today, rising},
		{"yesterday", today - 1, falling},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := ids(sorting(Input{Started: slices.Clone(cards), Exam: tt.exam}).Due); got != tt.want {
				t.Errorf("order %s, want %s", got, tt.want)
			}
		})
	}
}

// wanted is a new card that an exam brought forward.
func wanted(id string) Candidate {
	c := fresh(id, "sqs", 2, 1)
	c.Card.DueDay = today
	return c
}

func TestWantedNewCardsComeBeforeWhatIsDue(t *testing.T) {
	hidden, later, sibling := wanted("hidden"), wanted("later"), due("sibling", 1, 20)
	hidden.Card.Marks.Suspended = true
	later.Card.DueDay = today + 1
	sibling.Parent = "w1"
	l := sorting(Input{
		Started: []Candidate{due("d1", 4, 4), wanted("w1"), hidden, sibling, due("d2", 1, 20), later, wanted("w2")},
		New:     []Candidate{fresh("n1", "sqs", 0, 1)},
	})
	if got := ids(l.Due); got != "w1 w2 d2 d1" {
		t.Errorf("due are %s", got)
	}
	q := l.Take(Share{Due: 3, Core: 1}, 0)
	if fresh, steps, due := q.Counts(); fresh != 1 || steps != 0 || due != 3 {
		t.Errorf("counted are %d new, %d in steps and %d due", fresh, steps, due)
	}
}

func TestACardAnsweredTodayCanBeDueAgain(t *testing.T) {
	again, sibling := due("again", 0, 20), due("sibling", 3, 20)
	sibling.Parent = "again"
	if got := ids(sorting(Input{Started: []Candidate{sibling, again}}).Due); got != "again" {
		t.Errorf("due are %s", got)
	}
}

func TestHiddenCardsAndThoseOfOtherDaysStayAway(t *testing.T) {
	suspended, buried, back, later, flagged := due("s", 1, 1), due("b", 1, 1), due("back", 1, 1), due("l", 1, 1), fresh("f", "sqs", 0, 1)
	suspended.Card.Marks.Suspended = true
	buried.Card.Marks.BuriedUntil = today + 1
	back.Card.Marks.BuriedUntil = today
	later.Card.DueDay = today + 1
	flagged.Card.Marks.Flagged = true
	hidden := fresh("h", "sqs", 0, 2)
	hidden.Card.Marks.Suspended = true
	l := sorting(Input{Started: []Candidate{suspended, buried, back, later}, New: []Candidate{flagged, hidden}})
	if ids(l.Due) != "back" || ids(l.Core) != "f" {
		t.Errorf("due %s, new %s", ids(l.Due), ids(l.Core))
	}
}

func TestNewCardsTakeTurns(t *testing.T) {
	var cards []Candidate
	for i := range 4 {
		for _, service := range []string{"lambda", "sqs", "kms"} {
			cards = append(cards, fresh(fmt.Sprint(service, i+1), service, 0, i+1))
		}
	}
	cards = append(cards, fresh("useful", "lambda", 1, 1), fresh("edge", "lambda", 2, 0))
	slices.Reverse(cards)
	weights := map[string]float64{"lambda": 8, "sqs": 4, "kms": 2}
	tests := []struct {
		name string
		seen map[Group]int
		want string
	}{
		{"a service of twice the weight comes twice as often", nil, "lambda1 sqs1 lambda2 kms1"},
		{"turns go on where they stopped", map[Group]int{{Service: "lambda"}: 4, {Service: "sqs"}: 2}, "kms1 lambda1 sqs1 lambda2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := sorting(Input{New: cards, Weights: weights, Seen: tt.seen})
			if got := ids(l.Core[:4]); got != tt.want {
				t.Errorf("order %s, want %s", got, tt.want)
			}
			if got := ids(l.Further); got != "useful edge" {
				t.Errorf("then %s, want useful before edge", got)
			}
		})
	}
}

func TestSiblings(t *testing.T) {
	of := func(parent string, c Candidate) Candidate { c.Parent = parent; return c }
	answered := of("d", step("d1", 0))
	answered.Card.State, answered.Card.DueDay = srs.Reviewing, today+3
	l := sorting(Input{
		Started: []Candidate{
			of("a", due("a1", 9, 1)), of("a", due("a2", 1, 9)), // a2 comes first by recall
			of("b", step("b1", time.Minute)), of("b", step("b2", 0)), of("b", due("b3", 1, 9)),
			answered, of("d", due("d2", 1, 1)),
		},
		New: []Candidate{of("a", fresh("a3", "sqs", 0, 1)), of("c", fresh("c1", "sqs", 0, 2)), of("c", fresh("c2", "sqs", 0, 3))},
	})
	if ids(l.Steps) != "b2 b1" || ids(l.Due) != "a2" || ids(l.Core) != "c1" {
		t.Errorf("steps %s, due %s, new %s", ids(l.Steps), ids(l.Due), ids(l.Core))
	}
}

func TestTake(t *testing.T) {
	l := Lists{
		Due:  []Candidate{due("d1", 1, 1), due("d2", 1, 1), due("d3", 1, 1), due("d4", 1, 1)},
		Core: []Candidate{fresh("n1", "sqs", 0, 1), fresh("n2", "sqs", 0, 2)}, Further: []Candidate{fresh("u1", "sqs", 1, 1)},
		Questions: []Candidate{fresh("q1", "sqs", 0, 1)},
	}
	tests := []struct {
		name  string
		share Share
		want  string
	}{
		{"new cards lie evenly among the due", Share{Due: 4, Core: 2}, "d1 d2 n1 d3 d4 n2"},
		{"more new than due", Share{Due: 1, Core: 2, Further: 1, Questions: 1}, "n1 n2 u1 d1 q1"},
		{"new first", Share{Due: 2, Core: 2, NewFirst: true}, "n1 n2 d1 d2"},
		{"no more than asked, and no more than there are", Share{Due: 1, Core: 9, Questions: -1}, "n1 d1 n2"},
		{"nothing", Share{}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			q := l.Take(tt.share, 0)
			if got := ids(drain(q, noon)); got != tt.want {
				t.Errorf("order %s, want %s", got, tt.want)
			}
		})
	}
}

// drain takes cards until nothing is left at t.
func drain(q *Queue, t time.Time) []Candidate {
	var all []Candidate
	for {
		c, ok := q.Next(t)
		if !ok {
			return all
		}
		all = append(all, c)
	}
}

func TestStepsComeWhenTheirMinuteDoes(t *testing.T) {
	l := Lists{
		Steps: []Candidate{step("now", 0), step("soon", 5*time.Minute), step("late", 30*time.Minute)},
		Due:   []Candidate{due("d1", 1, 1), due("d2", 1, 1)},
	}
	q := l.Take(Share{Due: 2}, 20*time.Minute)
	if got := ids(drain(q, noon)); got != "now d1 d2 soon" {
		t.Errorf("order %s, want the step that is due, the day, and the step due within 20 minutes", got)
	}
	if at, ok := q.NextStep(); !ok || !at.Equal(noon.Add(30*time.Minute)) {
		t.Errorf("the next step is said to come at %v", at)
	}
	if got := ids(drain(q, noon.Add(10*time.Minute))); got != "late" {
		t.Errorf("ten minutes on comes %s", got)
	}
}

func TestReturnDropAndUpdate(t *testing.T) {
	q := Line([]Candidate{due("d1", 1, 1), due("d2", 1, 1)}, []Candidate{step("s1", time.Minute)}, 0)
	c, _ := q.Next(noon)
	q.Return(c)
	q.Wait(step("s0", 30*time.Second))
	q.Return(step("s2", 2*time.Minute))
	flagged := due("d2", 1, 1).Card
	flagged.Marks.Flagged = true
	q.Update(flagged)
	q.Drop("s1")
	q.Drop("unknown")
	if fresh, steps, due := q.Counts(); fresh != 0 || steps != 2 || due != 2 {
		t.Errorf("counts %d %d %d", fresh, steps, due)
	}
	all := drain(q, noon.Add(time.Hour))
	if ids(all) != "s0 s2 d1 d2" || !all[3].Card.Marks.Flagged {
		t.Errorf("order %s", ids(all))
	}
}

// deals draws a day of cards, some of them siblings.
func deals(t *rapid.T) Input {
	in := Input{Weights: map[string]float64{"a": 10, "b": 3}}
	n := rapid.IntRange(0, 40).Draw(t, "cards")
	for i := range n {
		c := fresh(fmt.Sprint("c", i), rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "service"),
			rapid.Uint8Range(0, 2).Draw(t, "level"), rapid.IntRange(0, 9).Draw(t, "place"))
		c.At, c.Parent = i, fmt.Sprint(rapid.IntRange(0, 30).Draw(t, "parent"))
		c.Card.State = srs.State(rapid.IntRange(0, 3).Draw(t, "state"))
		if c.Card.State == srs.New {
			if rapid.IntRange(0, 3).Draw(t, "wanted") > 0 {
				in.New = append(in.New, c)
				continue
			}
			c.Card.DueDay = today - srs.Day(rapid.IntRange(0, 2).Draw(t, "wanted since"))
			in.Started = append(in.Started, c)
			continue
		}
		c.Card.Memory = srs.Memory{Stability: rapid.Float64Range(0.01, 50).Draw(t, "stability"), Difficulty: 5}
		c.Card.LastDay = today - srs.Day(rapid.IntRange(0, 20).Draw(t, "ago"))
		c.Card.DueDay = today + srs.Day(rapid.IntRange(-5, 3).Draw(t, "due in"))
		in.Started = append(in.Started, c)
	}
	return in
}

func TestAnyDayIsAskedOnceAndWithoutSiblings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := deals(t)
		l := sorting(in)
		all := slices.Concat(l.Due, l.Core, l.Further, l.Questions)
		parents := map[string]string{}
		for _, c := range in.Started {
			if _, ok := parents[c.Parent]; !ok && c.Card.LastDay == today {
				parents[c.Parent] = c.Card.ID
			}
		}
		for _, c := range all {
			if first, ok := parents[c.Parent]; ok && (first != c.Card.ID || c.Card.LastDay != today) {
				t.Fatalf("two siblings of %s are asked in %s", c.Parent, ids(all))
			}
			parents[c.Parent] = c.Card.ID
		}
		for _, c := range in.New {
			if parents[c.Parent] == "" && !slices.ContainsFunc(l.Steps, func(s Candidate) bool { return s.Parent == c.Parent }) {
				t.Fatalf("%s is left out for no sibling", c.Card.ID)
			}
		}
		last := 2.0
		for i, c := range l.Due {
			if c.Card.Wanted() {
				if i > 0 && !l.Due[i-1].Card.Wanted() {
					t.Fatalf("%s is wanted and comes late", c.Card.ID)
				}
				continue
			}
			recall := model.Recall(c.Card.Memory, c.Card.Elapsed(today))
			if recall > last {
				t.Fatalf("%s is out of order", c.Card.ID)
			}
			last = recall
		}
		q := l.Take(Share{Due: len(l.Due), Core: len(l.Core), Further: len(l.Further)}, time.Hour)
		if got := len(drain(q, noon)); got != len(all)+len(l.Steps) {
			t.Fatalf("%d cards asked of %d", got, len(all)+len(l.Steps))
		}
	})
}

func BenchmarkDay(b *testing.B) {
	services := []string{"lambda", "sqs", "sns", "dynamodb", "kms", "iam", "s3", "cognito", "api-gateway", "ecs"}
	in := Input{Today: today, Model: model, BurySiblings: true, Weights: map[string]float64{"lambda": 10, "sqs": 4}, Seen: map[Group]int{}}
	for i := range 10000 {
		id := fmt.Sprint("item-", i)
		c := due(id, i%50, float64(1+i%17))
		if i%2 == 0 {
			c = fresh(id, "", uint8(i%3), i)
		}
		c.At, c.Service = i, services[i%10]
		if i%2 == 0 {
			in.New = append(in.New, c)
		} else {
			in.Started = append(in.Started, c)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		l := Sort(in)
		l.Take(Share{Due: 200, Core: 20}, 20*time.Minute)
	}
}
