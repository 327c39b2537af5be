package part

import (
	"testing"
	"time"
)

func TestAgo(t *testing.T) {
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) // a Sunday
	for _, tt := range []struct {
		name string
		at   time.Time
		want string
	}{
		{"this morning", now.Add(-8 * time.Hour), "today"},
		{"a clock that was set back", now.Add(time.Hour), "today"},
		{"last evening", now.Add(-10 * time.Hour), "yesterday"},
		{"within a week by its name", now.AddDate(0, 0, -5), "on Tuesday"},
		{"a week ago by its date", now.AddDate(0, 0, -7), "on 15 November"},
		{"last year with the year", now.AddDate(-1, 0, 0), "on 22 November 2025"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Ago(now, tt.at); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestClock(t *testing.T) {
	for _, tt := range []struct {
		left time.Duration
		want string
	}{
		{130 * time.Minute, "2:10:00"},
		{98*time.Minute + 11*time.Second + 100*time.Millisecond, "1:38:12"},
		{time.Millisecond, "0:00:01"},
		{59 * time.Second, "0:00:59"},
		{-time.Second, "0:00:00"},
	} {
		if got := Clock(tt.left); got != tt.want {
			t.Errorf("%v is %q, want %q", tt.left, got, tt.want)
		}
	}
}
