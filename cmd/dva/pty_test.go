//go:build linux || darwin || freebsd

package main

import (
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"dva/cmd/dva/internal/ptytest"
)

// soon is how long a program may take that has nothing left to do.
const soon = 3 * time.Second

// open runs the program in a terminal of 80 by 24.
func open(t testing.TB, home string, args ...string) *ptytest.Term {
	t.Helper()
	return ptytest.Start(t, 80, 24, command(t, home, args...))
}

func TestTheAppOpensAndLeavesTheTerminalAsItWas(t *testing.T) {
	for _, tt := range []struct {
		name string
		args []string
		see  string
	}{
		{"at home", nil, "When is your exam?"},
		{"in a sitting", []string{"review", "--service", "sqs"}, "Review › Amazon SQS"},
		{"without colour", []string{"--no-color"}, "When is your exam?"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := open(t, t.TempDir(), tt.args...)
			p.See(tt.see)
			p.Press("ctrl+c")
			if code := p.Exit(soon); code != exitFine {
				t.Errorf("exit %d", code)
			}
			p.Restored()
		})
	}
}

// The terminal of these tests never answers. A command that asked it anything
// would be refused by the list of what may be written, and one that waited for
// an answer would be late.
func TestNoCommandAsksTheTerminal(t *testing.T) {
	each((&app{}).root(), func(c *cobra.Command) {
		path := strings.Fields(c.CommandPath())[1:]
		for _, args := range [][]string{path, append(path[:len(path):len(path)], "--help")} {
			t.Run(strings.Join(append([]string{"dva"}, args...), " "), func(t *testing.T) {
				p := open(t, t.TempDir(), args...)
				if len(args) == 0 || args[0] == "review" && len(args) == 1 {
					p.See("? help")
					p.Press("ctrl+c")
				}
				p.Exit(soon)
			})
		}
	})
}

func TestNoColourMeansNoStyleAtAll(t *testing.T) {
	c := command(t, t.TempDir())
	c.Env = append(c.Env, "NO_COLOR=1")
	p := ptytest.Start(t, 80, 24, c)
	p.See("› Review")
	p.Press("enter")
	p.See("show answer")
	p.Press("ctrl+c")
	p.Exit(soon)
	if strings.Contains(string(p.Raw()), "m") && strings.Contains(string(p.Raw()), "\x1b[1") {
		for _, part := range strings.Split(string(p.Raw()), "\x1b[")[1:] {
			if end := strings.TrimLeft(part, "0123456789;"); strings.HasPrefix(end, "m") {
				t.Fatalf("a style was sent: %q", part[:min(len(part), 20)])
			}
		}
	}
}

func TestAResizeKeepsTheAnswerInView(t *testing.T) {
	p := open(t, t.TempDir(), "review")
	p.See("show answer")
	p.Press("space")
	p.See("good")
	p.Resize(40, 12)
	p.See("good")
	p.Resize(30, 8)
	p.See("needs 40x12, is 30x8")
	p.Resize(100, 30)
	p.See("good")
	p.Press("ctrl+c")
	p.Exit(soon)
	p.Restored()
}

func TestTheLinuxConsoleGetsASCII(t *testing.T) {
	c := command(t, t.TempDir())
	c.Env = append(c.Env, "TERM=linux")
	p := ptytest.Start(t, 80, 24, c)
	p.See("> Review")
	p.Press("enter")
	p.See("show answer")
	p.Press("space", "ctrl+c")
	p.Exit(soon)
	for i, b := range p.Raw() {
		if b >= 0x80 {
			t.Fatalf("byte 0x%02x at %d", b, i)
		}
	}
}
