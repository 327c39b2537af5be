package exam

import (
	"testing"
	"time"
	_ "time/tzdata" // zones without the system's files

	"pgregory.net/rapid"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

func TestClockCountsTheTimeThatTheProgramWasThere(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	beforeSpring := time.Date(2026, 3, 29, 1, 59, 59, 0, berlin)
	beforeAutumn := time.Date(2026, 10, 25, 2, 59, 59, 0, berlin)
	tests := []struct {
		name   string
		looks  []time.Time
		used   time.Duration
		breaks int
		away   time.Duration
	}{
		{"the first look starts it", []time.Time{noon}, 0, 0, 0},
		{"second by second", []time.Time{noon, noon.Add(time.Second), noon.Add(2 * time.Second)}, 2 * time.Second, 0, 0},
		{"a gap of five seconds counts whole", []time.Time{noon, noon.Add(Gap)}, Gap, 0, 0},
		{"a longer one is a break and costs five", []time.Time{noon, noon.Add(Gap + time.Second)}, Gap, 1, time.Second},
		{"a lid closed over lunch", []time.Time{noon, noon.Add(time.Hour), noon.Add(time.Hour + time.Second)}, Gap + time.Second, 1, time.Hour - Gap},
		{"a clock set back takes nothing back", []time.Time{noon, noon.Add(3 * time.Second), noon.Add(-time.Hour), noon.Add(-time.Hour + 2*time.Second)}, 5 * time.Second, 0, 0},
		{"a clock set forward costs five seconds", []time.Time{noon, noon.AddDate(40, 0, 0)}, Gap, 1, noon.AddDate(40, 0, 0).Sub(noon) - Gap},
		{"the hour that spring leaves out", []time.Time{beforeSpring, beforeSpring.Add(2 * time.Second)}, 2 * time.Second, 0, 0},
		{"the hour that autumn repeats", []time.Time{beforeAutumn, beforeAutumn.Add(2 * time.Second)}, 2 * time.Second, 0, 0},
		{"a journey to another zone", []time.Time{noon, noon.Add(time.Second).In(berlin)}, time.Second, 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := Clock{Limit: time.Hour}
			for _, at := range tt.looks {
				c.Look(at)
			}
			if c.Used != tt.used || c.Breaks != tt.breaks || c.Away != tt.away {
				t.Errorf("used %v with %d breaks of %v, want %v, %d, %v", c.Used, c.Breaks, c.Away, tt.used, tt.breaks, tt.away)
			}
		})
	}
}

func TestClockNeverGivesTimeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Clock{Limit: time.Duration(rapid.IntRange(0, 600).Draw(t, "limit")) * time.Second}
		now, left := noon, c.Limit
		var there time.Duration // time that really passed in steps of up to Gap
		for range rapid.IntRange(1, 60).Draw(t, "looks") {
			switch rapid.IntRange(0, 5).Draw(t, "what happens") {
			case 0: // any jump of the wall clock, or a sleep
				now = now.Add(time.Duration(rapid.Int64Range(-int64(100*time.Hour), int64(100*time.Hour)).Draw(t, "jump")))
			case 1:
				c.Stop()
			default:
				step := time.Duration(rapid.Int64Range(0, int64(Gap)).Draw(t, "step"))
				now = now.Add(step)
				there += step
			}
			if before := c.Left(now); before > left || before < 0 {
				t.Fatalf("%v left, after %v", before, left)
			}
			c.Look(now)
			if got := c.Left(now); got > left || got < 0 {
				t.Fatalf("%v left after a look, %v before", got, left)
			}
			left = c.Left(now)
		}
		if c.Used > c.Limit {
			t.Fatalf("used %v of %v", c.Used, c.Limit)
		}
	})
}

func TestLeftCountsNothing(t *testing.T) {
	c := Clock{Limit: time.Minute}
	c.Look(noon)
	for range 3 {
		if got := c.Left(noon.Add(2 * time.Second)); got != 58*time.Second {
			t.Fatalf("%v left", got)
		}
	}
	c.Stop()
	if got := c.Left(noon.Add(4 * time.Second)); got != time.Minute {
		t.Errorf("a stopped clock has %v left", got)
	}
}
