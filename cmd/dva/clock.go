package main

import "time"

// clock is the time that the whole program goes by. With DVA_NOW it starts
// there and runs on, so that a day can be tried out before it comes.
func clock(from string) (func() time.Time, error) {
	if from == "" {
		return time.Now, nil
	}
	start, err := time.Parse(time.RFC3339, from)
	if err != nil {
		return nil, hint(usage("DVA_NOW is %q, which is no time", from),
			"write it as in DVA_NOW=2026-11-22T09:00:00Z")
	}
	began := time.Now()
	return func() time.Time { return start.Add(time.Since(began)).In(time.Local) }, nil
}
