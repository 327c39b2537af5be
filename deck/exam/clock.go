package exam

import "time"

// Gap is the longest time between two looks at the clock that counts whole. A
// program that is there looks every second; when it was not, Gap is all that is
// lost.
const Gap = 5 * time.Second

// Clock counts the time used of a limit. The zero Clock has no time left.
//
// It adds up what passes between looks. Looks are compared by the monotonic clock
// where times carry one, so that a wall clock set forward or back, a change to
// summer time or another zone neither gives nor takes time; where they do not, a
// step back counts as nothing and a step forward as Gap.
type Clock struct {
	Limit  time.Duration
	Used   time.Duration // at most Limit
	Breaks int           // gaps longer than Gap
	Away   time.Duration // how long these were, beyond what was counted

	seen time.Time // the last look; zero while stopped
}

// Look counts the time since the last look. The first look starts the clock.
func (c *Clock) Look(now time.Time) {
	if !c.seen.IsZero() {
		passed, counted := c.passed(now)
		c.Used += counted
		if passed > Gap {
			c.Breaks++
			c.Away += passed - counted
		}
	}
	c.seen = now
}

// Left is the time left at now, without counting it.
func (c Clock) Left(now time.Time) time.Duration {
	_, counted := c.passed(now)
	return c.Limit - c.Used - counted
}

// passed is the time since the last look and what of it counts.
func (c Clock) passed(now time.Time) (passed, counted time.Duration) {
	if c.seen.IsZero() {
		return 0, 0
	}
	passed = max(now.Sub(c.seen), 0)
	return passed, min(passed, Gap, c.Limit-c.Used)
}

// Stop makes the clock stand until the next look.
func (c *Clock) Stop() { c.seen = time.Time{} }
