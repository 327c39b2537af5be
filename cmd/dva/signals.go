package main

import (
	"context"
	"os"
	"os/signal"
)

// signalContext ends when a signal does; context.Cause is then a signalError.
func signalContext() (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	ends := make(chan os.Signal, 1)
	signal.Notify(ends, endingSignals...)
	go func() {
		select {
		case s := <-ends:
			cancel(asError(s))
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		signal.Stop(ends)
		cancel(nil)
	}
}
