package simulate

import (
	"testing"

	"dva/srs/fsrs"
)

// forgetful is a learner whose memories last half as long as the model
// believes.
func forgetful(t testing.TB) *fsrs.Model {
	p := fsrs.DefaultParameters
	for g := range 4 {
		p[g] /= 2
	}
	m, err := fsrs.New(p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestPacingBeatsTheUsualDefault(t *testing.T) {
	tests := []struct {
		name   string
		days   int
		truth  *fsrs.Model
		least  float64 // recall of ours
		margin float64
	}{
		{"a month, and a learner as believed", 30, fsrs.Default(), 0.94, 0.40},
		{"a month, and one who forgets sooner", 30, forgetful(t), 0.92, 0.40},
		{"two weeks are too short for all, and still most are known", 14, fsrs.Default(), 0.60, 0.40},
		{"two months, in which both see every card", 60, fsrs.Default(), 0.96, 0.02},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for seed := range uint64(3) {
				s := Scenario{Cards: 1200, Days: tt.days, Minutes: 30, Seed: seed, Truth: tt.truth, Believed: fsrs.Default()}
				usual, paced := Run(s, Usual), Run(s, Paced)
				t.Logf("seed %d: usual %+v, paced %+v", seed, usual, paced)
				if paced.Recall < tt.least || paced.Recall < usual.Recall+tt.margin {
					t.Errorf("seed %d: recall %.3f when paced, %.3f as usual", seed, paced.Recall, usual.Recall)
				}
			}
		})
	}
}

func TestPacedDaysKeepTheirPromises(t *testing.T) {
	s := Scenario{Cards: 1200, Days: 30, Minutes: 30, Seed: 1, Truth: fsrs.Default(), Believed: fsrs.Default()}
	r := newRun(s, Paced)
	for d := range s.Days - 9 {
		r.study(noon.AddDate(0, 0, d))
	}
	if r.result(); r.res.Seen != s.Cards {
		t.Errorf("%d of %d cards seen ten days before the exam", r.res.Seen, s.Cards)
	}
	for _, c := range r.cards {
		if c.Card.DueDay > r.scheduler.Settings.ExamDay {
			t.Fatalf("%s is due on %v, after the exam", c.Card.ID, c.Card.DueDay)
		}
	}
	if took := r.res.Took.Minutes(); took > float64((s.Days-9)*s.Minutes)+1 {
		t.Errorf("%v minutes in %d days of %d", took, s.Days-9, s.Minutes)
	}
}

func TestTheSameSeedGivesTheSameWeeks(t *testing.T) {
	s := Scenario{Cards: 100, Days: 10, Minutes: 10, Seed: 3, Truth: fsrs.Default(), Believed: fsrs.Default()}
	if a, b := Run(s, Paced), Run(s, Paced); a != b {
		t.Errorf("%+v and %+v", a, b)
	}
}

// BenchmarkMonth reports what of 1,200 cards is recalled after 30 days of 30
// minutes, in percent.
func BenchmarkMonth(b *testing.B) {
	for name, way := range map[string]Way{"usual": Usual, "paced": Paced} {
		b.Run(name, func(b *testing.B) {
			var recall float64
			var seed uint64
			for b.Loop() {
				recall += Run(Scenario{Cards: 1200, Days: 30, Minutes: 30, Seed: seed, Truth: fsrs.Default(), Believed: fsrs.Default()}, way).Recall
				seed++
			}
			b.ReportMetric(100*recall/float64(seed), "percent")
		})
	}
}
