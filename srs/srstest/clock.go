// Package srstest holds what tests of the scheduler and the screens share: a
// clock that stands still, sample cards, a real store in a temporary folder, a
// store that fails on demand, and a file with years of reviews.
package srstest

import (
	"sync"
	"time"
)

// Start is when clocks begin unless they are told otherwise: a Sunday at noon,
// UTC.
var Start = time.Date(2026, time.November, 22, 12, 0, 0, 0, time.UTC)

// Clock is a clock that moves only when it is told to. It may be used from
// several goroutines. Hand out Clock.Now.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// NewClock is a clock that stands at t.
func NewClock(t time.Time) *Clock { return &Clock{now: t} }

// Now is the time on the clock.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Set moves the clock to t, forward or back.
func (c *Clock) Set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = t
}

// Advance moves the clock by d, which may be negative.
func (c *Clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// AdvanceDays moves the clock by whole calendar days, the hour kept.
func (c *Clock) AdvanceDays(n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.AddDate(0, 0, n)
}
