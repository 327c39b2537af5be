package srs

import (
	"testing"
	"time"
	_ "time/tzdata" // zones without the system's files

	"pgregory.net/rapid"
)

// zones are those with unusual clocks: changes at midnight, by half an hour or
// a whole day, odd offsets, and both hemispheres.
var zones = []string{
	"UTC", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Africa/Cairo", "Asia/Beirut",
	"Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Apia", "Asia/Kathmandu", "America/Havana",
	"Asia/Manila", "America/Juneau", "Africa/Casablanca", "Antarctica/Troll", "Pacific/Kwajalein",
}

func zone(t interface{ Fatal(...any) }, name string) *time.Location {
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestDayAtTheEdges(t *testing.T) {
	tests := []struct {
		name  string
		zone  string
		start time.Duration
		at    string // RFC 3339
		want  string
	}{
		{"a minute before the day starts is the day before", "Europe/Berlin", 4 * time.Hour, "2026-11-22T03:59:59+01:00", "2026-11-21"},
		{"the day starts on the second", "Europe/Berlin", 4 * time.Hour, "2026-11-22T04:00:00+01:00", "2026-11-22"},
		{"the same instant is another day further west", "America/New_York", 4 * time.Hour, "2026-11-22T04:00:00+01:00", "2026-11-21"},
		{"midnight itself when the day starts there", "Asia/Kathmandu", 0, "2026-11-22T00:00:00+05:45", "2026-11-22"},
		{"a moment before midnight", "Asia/Kathmandu", 0, "2026-11-21T23:59:59+05:45", "2026-11-21"},
		{"23:59 is a late start", "UTC", 23*time.Hour + 59*time.Minute, "2026-11-22T23:58:00Z", "2026-11-21"},
		{"before 1970", "UTC", 4 * time.Hour, "1969-12-31T03:00:00Z", "1969-12-30"},
		{"a start inside the hour that spring leaves out begins with the jump", "Europe/Berlin", 150 * time.Minute, "2026-03-29T03:00:00+02:00", "2026-03-29"},
		{"and not before", "Europe/Berlin", 150 * time.Minute, "2026-03-29T01:59:59+01:00", "2026-03-28"},
		{"a start inside the hour that autumn repeats begins the first time", "Europe/Berlin", 150 * time.Minute, "2026-10-25T02:30:00+02:00", "2026-10-25"},
		{"and does not end when the clock goes back", "Europe/Berlin", 150 * time.Minute, "2026-10-25T02:00:00+01:00", "2026-10-25"},
		{"midnight that spring leaves out", "America/Sao_Paulo", 0, "2018-11-04T01:00:00-02:00", "2018-11-04"},
		{"midnight set back to 23:00 is not yesterday again", "America/Sao_Paulo", 0, "2018-02-17T23:30:00-03:00", "2018-02-17"},
		{"the last hour before the date that Samoa left out", "Pacific/Apia", 4 * time.Hour, "2011-12-29T23:00:00-10:00", "2011-12-29"},
		{"and the first hours after it belong to the date left out", "Pacific/Apia", 4 * time.Hour, "2011-12-31T03:00:00+14:00", "2011-12-30"},
		{"with a start at midnight that date has no length", "Pacific/Apia", 0, "2011-12-31T00:00:00+14:00", "2011-12-31"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			at, err := time.Parse(time.RFC3339, tt.at)
			if err != nil {
				t.Fatal(err)
			}
			if got := (Calendar{Start: tt.start, Zone: zone(t, tt.zone)}).Day(at); got.String() != tt.want {
				t.Errorf("day is %v, want %v", got, tt.want)
			}
		})
	}
}

func TestDaysOf23And25Hours(t *testing.T) {
	tests := []struct {
		name  string
		zone  string
		start time.Duration
		day   string
		want  time.Duration
	}{
		{"an ordinary day", "Europe/Berlin", 4 * time.Hour, "2026-11-22", 24 * time.Hour},
		{"the day before spring's change", "Europe/Berlin", 4 * time.Hour, "2026-03-28", 23 * time.Hour},
		{"the day before autumn's change", "Europe/Berlin", 4 * time.Hour, "2026-10-24", 25 * time.Hour},
		{"half an hour in Lord Howe", "Australia/Lord_Howe", 4 * time.Hour, "2026-04-04", 24*time.Hour + 30*time.Minute},
		{"Cairo changes at midnight", "Africa/Cairo", 0, "2026-04-24", 23 * time.Hour},
		{"the date that Samoa left out", "Pacific/Apia", 0, "2011-12-30", 0},
		{"the last day of a leap year far ahead", "Europe/Berlin", 4 * time.Hour, "2040-12-31", 24 * time.Hour},
		{"and the first of the next", "Europe/Berlin", 4 * time.Hour, "2041-01-01", 24 * time.Hour},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := Calendar{Start: tt.start, Zone: zone(t, tt.zone)}
			d, err := ParseDay(tt.day)
			if err != nil {
				t.Fatal(err)
			}
			if got := c.Begin(d + 1).Sub(c.Begin(d)); got != tt.want {
				t.Errorf("%v is %v long, want %v", d, got, tt.want)
			}
		})
	}
}

// slowBegin finds the beginning of day d by looking at every minute of three
// days, and knows nothing of how zones are kept.
func slowBegin(c Calendar, d Day) time.Time {
	date := d.date()
	want := date.Add(c.Start).Format("2006-01-02T15:04")
	for t := date.Add(-36 * time.Hour); ; t = t.Add(time.Minute) {
		if t.In(c.Zone).Format("2006-01-02T15:04") >= want {
			return t
		}
	}
}

func calendars(t *rapid.T) Calendar {
	return Calendar{
		Start: time.Duration(rapid.IntRange(0, 24*60-1).Draw(t, "start")) * time.Minute,
		Zone:  zone(t, rapid.SampledFrom(zones).Draw(t, "zone")),
	}
}

// days draws a day, often one on which the clocks of c change.
func days(t *rapid.T, c Calendar) Day {
	d := Day(rapid.IntRange(365*5, 365*80).Draw(t, "day"))
	if rapid.Bool().Draw(t, "near a change") {
		if _, end := c.Begin(d).ZoneBounds(); !end.IsZero() {
			d = DayOf(end.In(c.Zone)) + Day(rapid.IntRange(-2, 2).Draw(t, "off by"))
		}
	}
	return d
}

func TestBeginEqualsTheSlowSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := calendars(t)
		d := days(t, c)
		if got, want := c.Begin(d), slowBegin(c, d); !got.Equal(want) {
			t.Fatalf("%v in %v, start %v, begins %v, want %v", d, c.Zone, c.Start, got, want.In(c.Zone))
		}
	})
}

func TestDayIsTheLastThatHasBegun(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := calendars(t)
		at := c.Begin(days(t, c)).Add(time.Duration(rapid.Int64Range(-int64(30*time.Hour), int64(30*time.Hour)).Draw(t, "off by")))
		d := c.Day(at)
		if c.Begin(d).After(at) || !c.Begin(d+1).After(at) {
			t.Fatalf("%v in %v, start %v, is said to be %v, which lasts from %v to %v",
				at.In(c.Zone), c.Zone, c.Start, d, c.Begin(d), c.Begin(d+1))
		}
		if later := at.Add(time.Duration(rapid.Int64Range(0, int64(50*time.Hour)).Draw(t, "later"))); c.Day(later) < d {
			t.Fatalf("%v is day %v and %v is day %v", at, d, later, c.Day(later))
		}
	})
}

func TestDayIsTheDateInUTC(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := time.Unix(rapid.Int64Range(-1e10, 1e10).Draw(t, "seconds"), 0).UTC()
		if got := (Calendar{}).Day(at); got != DayOf(at) {
			t.Fatalf("%v is day %v", at, got)
		}
	})
}

func TestParseDay(t *testing.T) {
	d, err := ParseDay("2026-11-22")
	if err != nil || d.String() != "2026-11-22" || d != DayOf(time.Date(2026, 11, 22, 23, 59, 0, 0, time.UTC)) {
		t.Errorf("2026-11-22 is read as %v, %v", d, err)
	}
	for _, bad := range []string{"", "2026-02-30", "22.11.2026", "2026-11-22T00:00", "tomorrow"} {
		if _, err := ParseDay(bad); err == nil {
			t.Errorf("%q is taken for a date", bad)
		}
	}
}

func BenchmarkDay(b *testing.B) {
	for _, name := range []string{"UTC", "Europe/Berlin"} {
		b.Run(name, func(b *testing.B) {
			c := Calendar{Start: 4 * time.Hour, Zone: zone(b, name)}
			at := time.Date(2026, 11, 22, 3, 0, 0, 0, time.UTC)
			for b.Loop() {
				c.Day(at)
			}
		})
	}
}
