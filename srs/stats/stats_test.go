package stats

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
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
		{"iam", "IAM", Standing{Cards: 2}},
		{"kms", "KMS", Standing{Questions: 1, Seen: 1, Recall: &one, Due: 1}},
		{"sqs", "Amazon SQS", Standing{Cards: 4, Seen: 4, Recall: &half, Due: 1}},
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
	got, err := json.Marshal(Compute(Input{Today: today, Services: []Service{{"iam", "IAM"}}, Domains: []Area{{"1", "Development"}}}))
	if err != nil {
		t.Fatal(err)
	}
	const nothing = `"by_grade":{"again":0,"hard":0,"good":0,"easy":0}`
	const period = `"studied_days":0,"reviews":0,"new":0,"seconds":0,` + nothing +
		`,"due":0,"recalled":0,"retention":null,"low":null,"high":null,"predicted":null}`
	const standing = `"cards":0,"questions":0,"seen":0,"recall":null,"due":0}]`
	for _, want := range []string{
		`{"reviews":{"total":0,"today":0,` + nothing + `},"streak_days":0,"true_retention":{"7d":null,"30d":null,"90d":null},` +
			`"items":{"cards":0,"questions":0,"new":0,"learning":0,"young":0,"mature":0,"suspended":0},` +
			`"services":[{"key":"iam","name":"IAM",` + standing + `,"exams":[],"study_day":"2024-10-04","today":{"days":1,` + period,
		`"periods":[{"days":7,` + period + `,{"days":30,` + period + `,{"days":90,` + period + `]`,
		`"calibration":{"from":0,"to":1,"answers":0,"right":0,"predicted":null,"recalled":null,"low":null,"high":null,"days":90,"error":null,"bins":[{"from":0,"to":0.5,`,
		`"days":[],"hours":[{"hour":0,"reviews":0,"due":0,"recalled":0},`,
		`"forecast":{"overdue":0,"days":[{"day":"2024-10-04","due":0},`,
		`"later":0},"stability":[{"from":0,"to":1,"items":0},`,
		`{"from":365,"to":null,"items":0}],"domains":[{"id":"1","name":"Development",` + standing + `,"exam_trend":null}`,
	} {
		if !strings.Contains(string(got), want) {
			t.Errorf("the JSON lacks\n%s\nit is\n%s", want, got)
		}
	}
}

func TestForecast(t *testing.T) {
	hidden := seen("hidden", 9, 9, 1)
	hidden.Marks.BuriedUntil = today + 3
	late := seen("late", 9, 5, 1)
	late.Marks.BuriedUntil = today + 1
	off := seen("off", 9, 9, 1)
	off.Marks.Suspended = true
	for _, tt := range []struct {
		name                string
		card                srs.Card
		on, overdue, beyond int // day from today; -1 is none
	}{
		{"an overdue card comes today", seen("a", 9, 5, 1), 0, 1, 0},
		{"one due today is not overdue", seen("a", 9, 9, 1), 0, 0, 0},
		{"one due in four days", seen("a", 1, 5, 1), 4, 0, 0},
		{"the last day that is told", seen("a", 0, 29, 1), 29, 0, 0},
		{"the day behind it is later", seen("a", 0, 30, 1), -1, 0, 1},
		{"a buried one comes when it is seen again", hidden, 3, 0, 0},
		{"a buried one that was overdue is so no longer", late, 1, 0, 0},
		{"a suspended one does not", off, -1, 0, 0},
		{"a new one does not", srs.Card{ID: "a", Marks: srs.Marks{Flagged: true}}, -1, 0, 0},
		{"a new one that an exam wants does", srs.Card{ID: "a", DueDay: today}, 0, 0, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := Compute(Input{Today: today, Cards: []srs.Card{tt.card}, Items: []Item{{ID: tt.card.ID}, {ID: "fresh"}}, Model: halving{}}).Forecast
			if got.Overdue != tt.overdue || got.Later != tt.beyond || len(got.Days) != Ahead {
				t.Errorf("got %d overdue and %d later of %d days, want %d, %d of %d", got.Overdue, got.Later, len(got.Days), tt.overdue, tt.beyond, Ahead)
			}
			for i, d := range got.Days {
				if want := i == tt.on; (d.Due == 1) != want || d.Due > 1 {
					t.Errorf("%d due on day %d, %s", d.Due, i, d.Day)
				}
			}
		})
	}
}

func TestCalibrationPutsEachAnswerIntoItsBin(t *testing.T) {
	day := func(p float64, g srs.Grade) srs.Answer { // recalled with chance p under halving
		return srs.Answer{Day: today, Due: true, Grade: g, Memory: srs.Memory{Stability: 1}, Elapsed: -math.Log2(p)}
	}
	recent := NewRecent(today, halving{})
	for _, a := range []srs.Answer{
		day(1, srs.Good), day(0.96, srs.Again), day(0.92, srs.Hard), day(0.25, srs.Again),
		{Day: today, Grade: srs.Again},
		{Day: today - Window, Due: true, Grade: srs.Again, Memory: srs.Memory{Stability: 1}},
	} {
		if err := recent.Add(a); err != nil {
			t.Fatal(err)
		}
	}
	got := Compute(Input{Today: today, Recent: recent}).Calibration
	type count struct{ answers, right int }
	var counts []count
	for _, b := range got.Bins {
		counts = append(counts, count{b.Answers, b.Right})
	}
	if want := []count{{1, 0}, {}, {}, {}, {}, {}, {1, 1}, {2, 1}}; !slices.Equal(counts, want) {
		t.Errorf("the bins hold %v, want %v", counts, want)
	}
	if got.Answers != 4 || got.Right != 2 || math.Abs(*got.Predicted-0.7825) > 1e-12 || *got.Recalled != 0.5 {
		t.Errorf("in all %d, %d right, %v and %v", got.Answers, got.Right, *got.Predicted, *got.Recalled)
	}
	// The last bin predicts 0.98 and holds 0.5: 0.48 apart, twice; the others 0.08 and 0.25.
	if want := math.Sqrt((2*0.48*0.48 + 0.08*0.08 + 0.25*0.25) / 4); math.Abs(*got.Error-want) > 1e-12 {
		t.Errorf("the error is %v, want %v", *got.Error, want)
	}
}

func TestStability(t *testing.T) {
	in := Input{Today: today, Model: halving{}}
	off := seen("off", 1, 1, 5)
	off.Marks.Suspended = true
	in.Cards = []srs.Card{off, {ID: "new"}}
	for i, s := range []float64{0.01, 0.999, 1, 2.9, 3, 7, 20.99, 21, 364, 365, 36500} {
		in.Cards = append(in.Cards, seen(fmt.Sprint(i), 1, 1, s))
	}
	for _, c := range in.Cards {
		in.Items = append(in.Items, Item{ID: c.ID})
	}
	var got []int
	for _, b := range Compute(in).Stability {
		got = append(got, b.Items)
	}
	if want := []int{2, 2, 1, 2, 1, 1, 2}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTrend(t *testing.T) {
	exam := func(length string, right int) Exam { return Exam{Length: length, Right: right, Scored: 50} }
	for _, tt := range []struct {
		name  string
		exams []Exam
		want  *Trend
	}{
		{"one exam is no trend", []Exam{exam("full", 30)}, nil},
		{"shorter ones are not compared", []Exam{exam("full", 30), exam("half", 40), exam("sprint", 50)}, nil},
		{"14 points may be chance", []Exam{exam("full", 30), exam("full", 37)}, &Trend{14, false}},
		{"15 are more", []Exam{{Length: "full", Right: 30, Scored: 60}, {Length: "full", Right: 39, Scored: 60}}, &Trend{15, true}},
		{"16 points are more", []Exam{exam("full", 30), exam("full", 38)}, &Trend{16, true}},
		{"16 points down too", []Exam{exam("full", 38), exam("full", 30)}, &Trend{-16, true}},
		{"only the newest two count", []Exam{exam("full", 10), exam("full", 38), exam("half", 2), exam("full", 38)}, &Trend{0, false}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := Compute(Input{Exams: tt.exams}).Trend
			if (got == nil) != (tt.want == nil) || got != nil && *got != *tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestExamsHaveTheirInterval(t *testing.T) {
	in := []Exam{{Right: 36, Scored: 50}}
	got := Compute(Input{Exams: in}).Exams[0]
	// Wilson with z = 1.2816, computed by hand: centre 0.71303, half 0.07974 of the whole.
	if math.Abs(*got.Low-0.6331) > 1e-3 || math.Abs(*got.High-0.7943) > 1e-3 {
		t.Errorf("between %v and %v", *got.Low, *got.High)
	}
	if in[0].Low != nil {
		t.Error("the caller's exam was changed")
	}
}
