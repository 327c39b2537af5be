package study

import (
	"context"
	"time"

	"dva/srs"
	"dva/srs/review"
)

// Sitting is what the screen needs of a sitting; *review.Sitting is one. The
// screen makes one call at a time, from commands. A call that fails has saved
// nothing, and its turn is the one to show.
type Sitting interface {
	Turn() review.Turn
	Grade(ctx context.Context, g srs.Grade, took time.Duration) (review.Turn, error)
	Suspend(ctx context.Context) (review.Turn, error)
	Bury(ctx context.Context) (review.Turn, error)
	Flag(ctx context.Context) (review.Turn, error)
	SetNote(ctx context.Context, text string) (review.Turn, error)
	Undo(ctx context.Context) (review.Turn, srs.Act, error)
	Redo(ctx context.Context) (review.Turn, srs.Act, error)
	Summary(ctx context.Context) (review.Summary, error)
}
