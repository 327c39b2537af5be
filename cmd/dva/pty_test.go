package main

import (
	"testing"
	"time"
)

func TestTheAppOpensAndLeavesTheTerminalAsItWas(t *testing.T) {
	p := open(t, t.TempDir())
	p.See("Review", "10 new")
	p.Press("ctrl+c")
	if code := p.Exit(time.Second); code != 0 {
		t.Errorf("exit %d", code)
	}
	p.Restored()
}
