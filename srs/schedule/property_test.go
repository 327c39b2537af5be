package schedule

import (
	"math"
	"testing"
	"time"
	_ "time/tzdata" // zones without the system's files

	"pgregory.net/rapid"

	"dva/srs"
	"dva/srs/fsrs"
)

// learners draws settings within the ranges that a learner may choose.
func learners(t *rapid.T, today srs.Day) srs.Settings {
	s := srs.Defaults()
	step := rapid.Custom(func(t *rapid.T) time.Duration {
		return time.Duration(rapid.Int64Range(int64(time.Second), int64(72*time.Hour)).Draw(t, "step")).Truncate(time.Second)
	})
	s.Retention = rapid.Float64Range(0.70, 0.99).Draw(t, "retention")
	s.Learning = rapid.SliceOfN(step, 0, 4).Draw(t, "learning")
	s.Relearning = rapid.SliceOfN(step, 0, 3).Draw(t, "relearning")
	s.MaxInterval = rapid.SampledFrom([]int{1, 2, 7, 30, 36500}).Draw(t, "max")
	s.Fuzz = rapid.Bool().Draw(t, "fuzz")
	s.DayStart = time.Duration(rapid.IntRange(0, 24*60-1).Draw(t, "start")) * time.Minute
	if rapid.Bool().Draw(t, "exam set") {
		s.ExamDay = today + srs.Day(rapid.IntRange(-5, 60).Draw(t, "exam in"))
	}
	return s
}

func cards(t *rapid.T, today srs.Day) srs.Card {
	c := srs.Card{ID: rapid.StringMatching(`[a-z]{1,8}`).Draw(t, "id")}
	c.State = srs.State(rapid.IntRange(0, 3).Draw(t, "state"))
	if c.State == srs.New {
		return c
	}
	c.Memory.Stability = math.Exp(rapid.Float64Range(-6.9, 10.5).Draw(t, "log stability"))
	c.Memory.Difficulty = rapid.Float64Range(1, 10).Draw(t, "difficulty")
	c.LastDay = today - srs.Day(rapid.IntRange(-3, 500).Draw(t, "days ago"))
	c.Reps = rapid.IntRange(1, 50).Draw(t, "reps")
	if c.State != srs.Reviewing {
		c.Step = rapid.IntRange(0, 3).Draw(t, "step")
	}
	c.Marks.Flagged = rapid.Bool().Draw(t, "flagged")
	return c
}

var zones = []string{"UTC", "Europe/Berlin", "America/Sao_Paulo", "Africa/Cairo", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Chatham"}

func TestOutcomesHoldForAnyCardTimeAndSettings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone, err := time.LoadLocation(rapid.SampledFrom(zones).Draw(t, "zone"))
		if err != nil {
			t.Fatal(err)
		}
		now := time.UnixMilli(rapid.Int64Range(1.0e12, 2.2e12).Draw(t, "now"))
		cal := srs.Calendar{Zone: zone}
		today := cal.Day(now)
		s := Scheduler{Model: fsrs.Default(), Settings: learners(t, today), Calendar: cal}
		s.Calendar.Start = s.Settings.DayStart
		today = s.Calendar.Day(now)
		before := cards(t, today)

		out := s.Preview(before, now)
		if out != s.Preview(before, now) {
			t.Fatalf("two previews differ")
		}
		last := today + srs.Day(s.Settings.MaxInterval)
		if exam := s.Settings.ExamDay; exam > today {
			last = min(last, exam)
		}
		for i, o := range out {
			checkOutcome(t, s, before, o, now)
			if o.After.DueDay > last {
				t.Fatalf("%v is due on %v, past %v", o.Grade, o.After.DueDay, last)
			}
			if i > 1 && o.After.Due < out[i-1].After.Due {
				t.Fatalf("%v is due before %v: %+v", o.Grade, out[i-1].Grade, out)
			}
		}
		if h, g, e := out[1].After, out[2].After, out[3].After; before.State == srs.Reviewing {
			apart := h.Interval < g.Interval && g.Interval < e.Interval
			if !apart && today+srs.Day(e.Interval) != last {
				t.Fatalf("%d, %d, %d days with room up to %v", h.Interval, g.Interval, e.Interval, last)
			}
		}
	})
}

func checkOutcome(t *rapid.T, s Scheduler, before srs.Card, o Outcome, now time.Time) {
	c, today := o.After, s.Calendar.Day(now)
	if c.ID != before.ID || c.Marks != before.Marks || c.Reps != before.Reps+1 || c.Last != now.UnixMilli() || c.LastDay != today {
		t.Fatalf("%v made %+v of %+v", o.Grade, c, before)
	}
	if lapsed := before.State == srs.Reviewing && o.Grade == srs.Again; (c.Lapses == before.Lapses+1) != lapsed {
		t.Fatalf("%v: %d lapses after %d", o.Grade, c.Lapses, before.Lapses)
	}
	switch c.State {
	case srs.Reviewing:
		if c.Interval < 1 || c.DueDay != today+srs.Day(c.Interval) || c.DueDay != s.Calendar.Day(c.DueAt()) || c.Step != 0 || o.Wait != time.Duration(c.Interval)*24*time.Hour {
			t.Fatalf("%v: %+v on %v, wait %v", o.Grade, c, today, o.Wait)
		}
	case srs.Learning, srs.Relearning:
		if c.Interval != 0 || c.DueDay != s.Calendar.Day(c.DueAt()) || o.Wait != c.DueAt().Sub(now) || o.Wait < 0 {
			t.Fatalf("%v: %+v, wait %v", o.Grade, c, o.Wait)
		}
	default:
		t.Fatalf("%v left the card %v", o.Grade, c.State)
	}
}

// TestLaterTheSameDay: a preview depends on the study day only but for its
// dates, so that an outcome may be shown when the card comes up and dated when
// the answer does.
func TestLaterTheSameDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone, err := time.LoadLocation(rapid.SampledFrom(zones).Draw(t, "zone"))
		if err != nil {
			t.Fatal(err)
		}
		s := Scheduler{Model: fsrs.Default(), Calendar: srs.Calendar{Zone: zone}}
		day := srs.Day(rapid.IntRange(11000, 25000).Draw(t, "day"))
		s.Settings = learners(t, day)
		s.Calendar.Start = s.Settings.DayStart
		begin := s.Calendar.Begin(day)
		length := int64(s.Calendar.Begin(day + 1).Sub(begin))
		at := rapid.Int64Range(0, length-1)
		card := cards(t, day)
		early := s.Preview(card, begin.Add(time.Duration(at.Draw(t, "early"))))
		late := s.Preview(card, begin.Add(time.Duration(at.Draw(t, "late"))))
		for i := range early {
			a, b := early[i].After, late[i].After
			if a.State == srs.Reviewing && a.DueDay != b.DueDay {
				t.Fatalf("%v is due on %v or %v", early[i].Grade, a.DueDay, b.DueDay)
			}
			a.Due, a.DueDay, a.Last = b.Due, b.DueDay, b.Last
			if a != b {
				t.Fatalf("%v makes\n%+v or\n%+v", early[i].Grade, a, b)
			}
		}
	})
}
