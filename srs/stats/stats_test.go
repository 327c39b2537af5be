package stats

import (
	"encoding/json"
	"math"
	"testing"

	"dva/srs"
)

const today = srs.Day(20000)

// halving is a model under which every memory halves in its stability.
type halving struct{ srs.Model }

func (halving) Recall(m srs.Memory, elapsed float64) float64 {
	return math.Exp2(-elapsed / m.Stability)
}

func TestStreak(t *testing.T) {
	for _, tt := range []struct {
		name string
		days string // from today back: x answered, . missed
		want int
	}{
		{"nothing was ever answered", "", 0},
		{"the first answer is today's", "x", 1},
		{"today is not missed before it is over", ".xxx", 3},
		{"yesterday is forgiven while today is open", "..xx", 2},
		{"two missed days in a row end it", "xx..xx", 2},
		{"one missed day in a week is forgiven", "xxx.xxx", 6},
		{"a second one within seven days ends it", "xx.xxxxx.xx", 7},
		{"one missed day each week goes on for ever", "x.xxxxxx.xxxxxx.xxxxxx.x", 20},
		{"an old streak is over", "......xxx", 0},
		{"a missed day before the first is not counted", "xx.", 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var days []srs.Total
			for i := len(tt.days) - 1; i >= 0; i-- {
				if tt.days[i] == 'x' {
					days = append(days, srs.Total{Day: today - srs.Day(i), Reviews: 1})
				}
			}
			if got := Streak(days, today); got != tt.want {
				t.Errorf("%q is %d days, want %d", tt.days, got, tt.want)
			}
		})
	}
}

func TestAStreakIgnoresDaysToCome(t *testing.T) {
	days := []srs.Total{{Day: today, Reviews: 1}, {Day: today + 5, Reviews: 3}}
	if got := Streak(days, today); got != 1 {
		t.Errorf("got %d, want 1", got)
	}
}

func TestTrueRetention(t *testing.T) {
	for _, tt := range []struct {
		name string
		days []srs.Total
		want float64 // -1 is null
	}{
		{"null without due answers", []srs.Total{{Day: today, Reviews: 9}}, -1},
		{"today and 29 days before count", []srs.Total{
			{Day: today - 29, Due: 2, Recalled: 1}, {Day: today, Due: 2, Recalled: 2},
		}, 0.75},
		{"older and later days do not", []srs.Total{
			{Day: today - 30, Due: 10}, {Day: today, Due: 1, Recalled: 1}, {Day: today + 1, Due: 10},
		}, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := Compute(Input{Today: today, Days: tt.days}).TrueRetention.Days30
			if (got == nil) != (tt.want < 0) || got != nil && *got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

// seen is a card in review, last seen so many days ago.
func seen(id string, ago srs.Day, interval int, stability float64) srs.Card {
	return srs.Card{
		ID: id, State: srs.Reviewing, Interval: interval, LastDay: today - ago, DueDay: today - ago + srs.Day(interval),
		Memory: srs.Memory{Stability: stability, Difficulty: 5},
	}
}

func sample() Input {
	suspended := seen("off", 2, 1, 2)
	suspended.Marks.Suspended = true
	buried := seen("later", 4, 1, 4)
	buried.Marks.BuriedUntil = today + 1
	newFlagged := srs.Card{ID: "flagged", Marks: srs.Marks{Flagged: true}}
	relearning := srs.Card{ID: "q", State: srs.Relearning, LastDay: today, DueDay: today, Memory: srs.Memory{Stability: 1}}
	return Input{
		Today: today,
		Model: halving{},
		Days: []srs.Total{
			{Day: today - 1, Reviews: 6, ByGrade: [4]int{1, 2, 3, 0}},
			{Day: today, Reviews: 5, ByGrade: [4]int{0, 1, 0, 4}},
		},
		Cards: []srs.Card{
			seen("young", 10, 20, 10), seen("mature", 21, 21, 21), seen("gone", 1, 1, 1),
			suspended, buried, newFlagged, relearning,
		},
		Items: []Item{
			{ID: "young", Service: "sqs"},
			{ID: "mature", Service: "sqs"},
			{ID: "off", Service: "sqs"},
			{ID: "later", Service: "sqs"},
			{ID: "flagged", Service: "iam"},
			{ID: "fresh", Service: "iam"},
			{ID: "q", Service: "kms", Question: true},
		},
		Services: []Service{{"iam", "IAM"}, {"kms", "KMS"}, {"sqs", "Amazon SQS"}},
	}
}

func TestItemsAreCountedOnce(t *testing.T) {
	got := Compute(sample()).Items
	want := Items{Cards: 6, Questions: 1, New: 2, Learning: 1, Young: 2, Mature: 1, Suspended: 1}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got.New+got.Learning+got.Young+got.Mature+got.Suspended != got.Cards+got.Questions {
		t.Error("the states are not all of the deck")
	}
}

func TestServicesStandInTheGivenOrderWithTheirRecall(t *testing.T) {
	got := Compute(sample()).Services
	half, one := 0.5, 1.0
	want := []ServiceFigures{
		{Key: "iam", Name: "IAM", Cards: 2},
		{Key: "kms", Name: "KMS", Questions: 1, Seen: 1, Recall: &one, Due: 1},
		{Key: "sqs", Name: "Amazon SQS", Cards: 4, Seen: 4, Recall: &half, Due: 1},
	}
	g, _ := json.Marshal(got)
	w, _ := json.Marshal(want)
	if string(g) != string(w) {
		t.Errorf("got  %s\nwant %s", g, w)
	}
}

func TestReviewsAreTotalled(t *testing.T) {
	got := Compute(sample()).Reviews
	if want := (Reviews{Total: 11, Today: 5, ByGrade: ByGrade{Again: 1, Hard: 3, Good: 3, Easy: 4}}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// Scripts rely on these names, and on lists and nulls where nothing is known.
func TestTheJSONOfALearnerWhoHasNotBegun(t *testing.T) {
	got, err := json.Marshal(Compute(Input{Today: today, Services: []Service{{"iam", "IAM"}}}))
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"reviews":{"total":0,"today":0,"by_grade":{"again":0,"hard":0,"good":0,"easy":0}},` +
		`"streak_days":0,"true_retention":{"30d":null},` +
		`"items":{"cards":0,"questions":0,"new":0,"learning":0,"young":0,"mature":0,"suspended":0},` +
		`"services":[{"key":"iam","name":"IAM","cards":0,"questions":0,"seen":0,"recall":null,"due":0}],"exams":[]}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
