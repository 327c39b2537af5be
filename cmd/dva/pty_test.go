//go:build linux || darwin || freebsd

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
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
				if slices.Contains([]string{"", "review", "drill", "exam"}, strings.Join(args, " ")) {
					p.See("? help")
					p.Press("ctrl+c")
				}
				p.Exit(soon)
			})
		}
	})
}

func TestNoColourMeansNoStyleAtAll(t *testing.T) {
	for _, tt := range []struct {
		name string
		env  string
		args []string
	}{
		{"by the environment", "NO_COLOR=1", nil},
		{"by the flag", "", []string{"--no-color"}},
		{"on a vt100", "TERM=vt100", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := command(t, t.TempDir(), tt.args...)
			c.Env = append(c.Env, tt.env)
			p := ptytest.Start(t, 80, 24, c)
			p.See("Review")
			p.Press("enter")
			p.See("show answer")
			p.Press("space")
			p.See("space good")
			p.Press("ctrl+c")
			p.Exit(soon)
			if style := regexp.MustCompile("\x1b\\[[0-9;]*m").Find(p.Raw()); style != nil {
				t.Errorf("a style was sent: %q", style)
			}
		})
	}
}

// Texts that would command the terminal are refused, and what is only said of
// them is harmless: in the status line, in lines and in reports.
func TestAHostileDeckReachesNoTerminal(t *testing.T) {
	own := t.TempDir()
	for name, text := range map[string]string{
		"live\x1b[2J.yaml": "service: sqs\ncards:\n  - id: hostile-escape\n    front: \"a \\e]52;c;eA==\\a b?\"\n",
		"raw.yaml":         "service: sqs\ncards:\n  - id: hostile-raw\n    front: a \x1b[6n b?\n",
		"entities.yaml": `service: sqs
cards:
  - id: hostile-entities
    front: "In Amazon SQS, what is &#27;[2J&#27;]52;c;eA==&#7; or &#x9b;31m or &#8238;?"
    back: |
      **&#27;[6n** and *&#27;*[c, [a link](https://docs.aws.amazon.com/&#27;[5n), <b>html</b>

      ~~~text
      &#27;[2J
      ~~~
    skills: []
    doc: https://docs.aws.amazon.com/
    checked: 2026-11-20
    level: core
services: []
`,
	} {
		if strings.HasPrefix(name, "entities") {
			text = strings.ReplaceAll(strings.TrimSuffix(text, "services: []\n"), "~~~", "```")
		}
		if err := os.WriteFile(filepath.Join(own, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	home := t.TempDir()
	p := open(t, home, "--deck", own)
	p.See("problems in your own files", "! at home")
	p.Press("enter")
	for range 10 {
		p.See("show answer")
		if strings.Contains(p.Screen(), "what is") {
			break
		}
		answer(p, "4")
	}
	p.Press("ctrl+c")
	p.Exit(soon)
	for _, args := range [][]string{{"search", "hostile"}, {"lint", own}, {"due", "--deck", own}, {"stats", "--deck", "no\x1b[2Jwhere"}} {
		open(t, home, append(args, "--deck", own)...).Exit(soon)
	}
}

func TestLinesAreBrokenAtSpacesOnATerminal(t *testing.T) {
	home := t.TempDir()
	p := ptytest.Start(t, 50, 80, command(t, home, "config"))
	p.See("* is changed from the default")
	if want := "\nexam_date         none\n  The day of your exam; new cards are then paced\n  to be seen in time."; !strings.Contains("\n"+p.Screen(), want) {
		t.Errorf("the screen lacks %q:\n%s", want, p.Screen())
	}
	for _, tt := range []struct{ name, accessible, want string }{
		{"for the eye", "false", "good, 4 easy, by"},
		{"as they are, for a screen reader", "true", "2 hard, 3 g"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if out, err := command(t, home, "config", "set", "accessible", tt.accessible).CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			p := ptytest.Start(t, 20, 80, command(t, home, "--plain"))
			p.See("answer>")
			p.Press("?", "enter")
			p.See(tt.want)
			p.Press("ctrl+d")
			p.Exit(soon)
		})
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
