package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"
)

var update = flag.Bool("update", false, "write golden files anew")

// TestScripts runs the stories in testdata: each begins with an empty home, at
// nine in the morning of 2026-11-22, UTC.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("DVA_HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("DVA_NOW", "2026-11-22T09:00:00Z")
			env.Setenv("TZ", "UTC")
			env.Setenv("TERM", "xterm-256color")
			env.Setenv("LANG", "C.UTF-8")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"mode": mode,
		},
	})
}

// mode checks permissions: mode 0600 FILE...
func mode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: mode PERMISSIONS FILE...")
	}
	for _, name := range args[1:] {
		stat, err := os.Stat(ts.MkAbs(name))
		ts.Check(err)
		if got := "0" + strings.TrimLeft(permissions(stat.Mode()), "0"); got != args[0] {
			ts.Fatalf("%s has mode %s, want %s", name, got, args[0])
		}
	}
}

func permissions(m os.FileMode) string {
	const digits = "01234567"
	p := m.Perm()
	return "0" + string([]byte{digits[p>>6&7], digits[p>>3&7], digits[p&7]})
}

// TestHelp holds the help of every command against a file, so that a change of
// what people read is seen.
func TestHelp(t *testing.T) {
	each((&app{}).root(), func(c *cobra.Command) {
		name := strings.ReplaceAll(c.CommandPath(), " ", "-")
		t.Run(name, func(t *testing.T) {
			out, said, code := runApp(nil, append(strings.Fields(c.CommandPath())[1:], "--help")...)
			if code != exitFine || said != "" {
				t.Fatalf("exit %d, said %q", code, said)
			}
			for _, line := range strings.Split(out, "\n") {
				if len(line) > 100 {
					t.Errorf("a line of %d characters: %s", len(line), line)
				}
			}
			file := filepath.Join("testdata", "help", name+".golden")
			if *update {
				if err := os.WriteFile(file, []byte(out), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if out != string(want) {
				t.Errorf("help is\n%s\nwant\n%s", out, want)
			}
		})
	})
}

func each(c *cobra.Command, do func(*cobra.Command)) {
	do(c)
	for _, sub := range c.Commands() {
		each(sub, do)
	}
}
