package schedule

import (
	"compress/gzip"
	"encoding/json"
	"math"
	"os"
	"strconv"
	"testing"
	"time"
	_ "time/tzdata" // zones without the system's files

	"dva/srs"
	"dva/srs/fsrs"
)

type vectors struct {
	Meta struct {
		Start time.Time `json:"start_utc"`
	}
	Groups []group
}

type group struct {
	Config struct {
		Name                 string
		Retention            float64
		MaxInterval          int `json:"max_interval"`
		Learning, Relearning []string
		W                    fsrs.Parameters
	}
	Lives []struct {
		ID      string
		Reviews []line
	}
}

type line struct {
	T, Due  int64
	Rating  srs.Grade
	Elapsed float64 `json:"elapsed_days"`
	State   string
	Step    int
	Days    int `json:"scheduled_days"`
	S, D    float64
	Reps    int
	Lapses  int
}

func load(t *testing.T) vectors {
	t.Helper()
	f, err := os.Open("testdata/fsrs6-scheduling.json.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var v vectors
	if err := json.NewDecoder(z).Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

func durations(t *testing.T, words []string) []time.Duration {
	t.Helper()
	var ds []time.Duration
	for _, w := range words {
		d, err := time.ParseDuration(w)
		if err != nil {
			t.Fatal(err)
		}
		ds = append(ds, d)
	}
	return ds
}

// of is the scheduler of a group, in UTC with days from midnight.
func (g group) of(t *testing.T) Scheduler {
	t.Helper()
	m, err := fsrs.New(g.Config.W)
	if err != nil {
		t.Fatal(err)
	}
	s := srs.Defaults()
	s.Fuzz = false
	s.Retention, s.MaxInterval = g.Config.Retention, g.Config.MaxInterval
	s.Learning, s.Relearning = durations(t, g.Config.Learning), durations(t, g.Config.Relearning)
	return Scheduler{Model: m, Settings: s}
}

// TestLivesEqualTheReference holds whole lives against ts-fsrs. Step is
// compared inside steps only: outside them it has no meaning.
func TestLivesEqualTheReference(t *testing.T) {
	v := load(t)
	reviews := 0
	for _, g := range v.Groups {
		t.Run(g.Config.Name, func(t *testing.T) {
			s := g.of(t)
			for _, life := range g.Lives {
				c := srs.Card{ID: life.ID}
				for i, want := range life.Reviews {
					now := v.Meta.Start.Add(time.Duration(want.T) * time.Second)
					if got := c.Elapsed(s.Calendar.Day(now)); got != want.Elapsed {
						t.Fatalf("%s, review %d: %v days elapsed, want %v", life.ID, i+1, got, want.Elapsed)
					}
					c = s.Preview(c, now)[want.Rating.Index()].After
					compare(t, g, c, want, v.Meta.Start, now)
					reviews++
					if t.Failed() {
						t.Fatalf("at %s, review %d", life.ID, i+1)
					}
				}
			}
		})
	}
	if reviews != 2330 {
		t.Errorf("%d reviews, want 2330", reviews)
	}
}

func compare(t *testing.T, g group, c srs.Card, want line, start, now time.Time) {
	t.Helper()
	// ts-fsrs rounds to eight decimals.
	if math.Abs(c.Memory.Stability-want.S) > 1e-6*max(1, want.S) || math.Abs(c.Memory.Difficulty-want.D) > 1e-6 {
		t.Errorf("memory %v, want %v and %v", c.Memory, want.S, want.D)
	}
	if c.State.String() != want.State || c.Reps != want.Reps || c.Lapses != want.Lapses {
		t.Errorf("%v with %d reps and %d lapses, want %s, %d and %d", c.State, c.Reps, c.Lapses, want.State, want.Reps, want.Lapses)
	}
	if g.Config.Name == "max-interval-30" {
		if c.Interval > 30 || c.DueAt().Sub(now) > 30*24*time.Hour {
			t.Errorf("interval %d, due in %v, past the cap", c.Interval, c.DueAt().Sub(now))
		}
		return
	}
	if due := start.Add(time.Duration(want.Due) * time.Second); !c.DueAt().Equal(due) || c.Interval != want.Days {
		t.Errorf("due %v, interval %d, want %v and %d", c.DueAt(), c.Interval, due, want.Days)
	}
	if c.State != srs.Reviewing && c.Step != want.Step {
		t.Errorf("in step %d, want %d", c.Step, want.Step)
	}
}

func TestSteps(t *testing.T) {
	day := 24 * time.Hour
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	tests := []struct {
		name             string
		state            srs.State
		step             int
		learning         []time.Duration
		again, hard, gut time.Duration
	}{
		{"a new card with the default steps", srs.New, 0, srs.Defaults().Learning, time.Minute, 6 * time.Minute, 10 * time.Minute},
		{"hard of a single step is half as much again", srs.New, 0, []time.Duration{10 * time.Minute}, 10 * time.Minute, 15 * time.Minute, 2 * day},
		{"but at most a day more, and not after good", srs.New, 0, []time.Duration{3 * day}, 3 * day, 2 * day, 2 * day},
		{"seconds are kept under a minute", srs.New, 0, []time.Duration{20 * time.Second, 40 * time.Second}, 20 * time.Second, 30 * time.Second, 40 * time.Second},
		{"hard does not pass good in falling steps", srs.New, 0, []time.Duration{20 * time.Minute, 2 * time.Minute}, 20 * time.Minute, 2 * time.Minute, 2 * time.Minute},
		{"steps became fewer while the card waited", srs.Learning, 4, []time.Duration{time.Minute, 10 * time.Minute}, time.Minute, 6 * time.Minute, 2 * day},
		{"no steps at all", srs.New, 0, nil, day, day, 2 * day},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			set := srs.Defaults()
			set.Learning, set.Fuzz = tt.learning, false
			s := Scheduler{Model: fsrs.Default(), Settings: set}
			c := srs.Card{ID: "a", State: tt.state, Step: tt.step}
			if c.State != srs.New {
				c.Memory, c.LastDay = s.Model.First(srs.Good), s.Calendar.Day(now)
			}
			out := s.Preview(c, now)
			if got := [3]time.Duration{out[0].Wait, out[1].Wait, out[2].Wait}; got != [3]time.Duration{tt.again, tt.hard, tt.gut} {
				t.Errorf("again, hard, good wait %v, want %v %v %v", got, tt.again, tt.hard, tt.gut)
			}
		})
	}
}

func TestExamCapsIntervals(t *testing.T) {
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	today := srs.DayOf(now)
	card := srs.Card{
		ID: "a", State: srs.Reviewing, Memory: srs.Memory{Stability: 50, Difficulty: 5},
		Interval: 50, LastDay: today - 50, Reps: 9,
	}
	tests := []struct {
		name string
		exam srs.Day
		want [3]int // hard, good, easy
	}{
		{"no date", 0, [3]int{101, 134, 208}},
		{"an exam further away than any interval", today + 400, [3]int{101, 134, 208}},
		{"an exam between hard and good", today + 120, [3]int{101, 120, 120}},
		{"an exam in a week is the day for all", today + 7, [3]int{7, 7, 7}},
		{"an exam tomorrow", today + 1, [3]int{1, 1, 1}},
		{"on the day itself nothing is capped", today, [3]int{101, 134, 208}},
		{"nor after it", today - 3, [3]int{101, 134, 208}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			set := srs.Defaults()
			set.Fuzz, set.ExamDay = false, tt.exam
			out := Scheduler{Model: fsrs.Default(), Settings: set}.Preview(card, now)
			if got := [3]int{out[1].After.Interval, out[2].After.Interval, out[3].After.Interval}; got != tt.want {
				t.Errorf("intervals %v, want %v", got, tt.want)
			}
		})
	}
}

func TestDueKeepsTheClockOverAChange(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	set := srs.Defaults()
	set.Fuzz = false
	const four = 4 * time.Hour
	tests := []struct {
		name          string
		start         time.Duration
		now, due, day string
	}{
		{"a night of 23 hours", four, "2026-03-28T20:00:00+01:00", "2026-03-30T20:00:00+02:00", "2026-03-30"},
		{"a night of 25 hours", four, "2026-10-24T20:00:00+02:00", "2026-10-26T20:00:00+01:00", "2026-10-26"},
		{"after midnight still counts for the evening", four, "2026-11-22T01:00:00+01:00", "2026-11-24T01:00:00+01:00", "2026-11-23"},
		{"a time that the change leaves out", four, "2026-03-27T02:30:00+01:00", "2026-03-29T03:30:00+02:00", "2026-03-28"},
		{"a time that the change moves past the day's end", 2*time.Hour + 45*time.Minute, "2026-03-27T02:30:00+01:00", "2026-03-28T02:45:00+01:00", "2026-03-28"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			now, err := time.Parse(time.RFC3339, tt.now)
			if err != nil {
				t.Fatal(err)
			}
			s := Scheduler{Model: fsrs.Default(), Settings: set, Calendar: srs.Calendar{Start: tt.start, Zone: berlin}}
			// Good from the last step gives two days.
			c := srs.Card{ID: "a", State: srs.Learning, Step: 1, Memory: s.Model.First(srs.Good), LastDay: s.Calendar.Day(now), Reps: 1}
			got := s.Preview(c, now)[srs.Good.Index()].After
			if due := got.DueAt().In(berlin).Format(time.RFC3339); due != tt.due || got.DueDay.String() != tt.day {
				t.Errorf("due %s on %v, want %s on %s", due, got.DueDay, tt.due, tt.day)
			}
		})
	}
}

func TestFuzzRange(t *testing.T) {
	tests := []struct {
		name      string
		interval  float64
		low, high int
	}{
		{"two days stay", 2.4, 2, 2},
		{"from two and a half a day either way, not under two", 2.5, 2, 4},
		{"a week", 7, 5, 9},
		{"twenty days", 20, 17, 23},
		{"a hundred days", 100, 93, 107},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if low, high := fuzzRange(tt.interval); low != tt.low || high != tt.high {
				t.Errorf("%v days become %d to %d, want %d to %d", tt.interval, low, high, tt.low, tt.high)
			}
		})
	}
}

func TestFuzzSpreadsCardsOverItsRange(t *testing.T) {
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	s := Scheduler{Model: fsrs.Default(), Settings: srs.Defaults()}
	count := map[int]int{}
	for i := range 1000 {
		c := srs.Card{
			ID: "card-" + strconv.Itoa(i), State: srs.Reviewing,
			Memory: srs.Memory{Stability: 4, Difficulty: 5}, LastDay: s.Calendar.Day(now) - 4, Reps: i % 5,
		}
		count[s.Preview(c, now)[srs.Good.Index()].After.Interval]++
	}
	// Good asks for about 14 days, which may move by 2.4.
	for day := 12; day <= 17; day++ {
		if n := count[day]; n < 120 || n > 220 {
			t.Errorf("%d of 1000 cards got %d days, want about 167: %v", n, day, count)
		}
	}
}

func BenchmarkPreview(b *testing.B) {
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	s := Scheduler{Model: fsrs.Default(), Settings: srs.Defaults()}
	c := srs.Card{ID: "sqs-visibility-timeout", State: srs.Reviewing, Memory: srs.Memory{Stability: 20, Difficulty: 5}, LastDay: s.Calendar.Day(now) - 20}
	b.ReportAllocs()
	for b.Loop() {
		s.Preview(c, now)
	}
}
