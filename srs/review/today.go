package review

import (
	"context"

	"dva/srs/plan"
)

// Today is the day's plan for o's learner, computed without writing and
// without reading cards that are not due.
func Today(ctx context.Context, o Options) (plan.Today, error) {
	a, err := readAgenda(ctx, o, o.Now())
	return a.plan, err
}
