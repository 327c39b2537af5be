//go:build linux || darwin || freebsd

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dva/cmd/dva/internal/ptytest"
)

// writing runs "dva new card sqs" in a terminal with an editor that is this
// shell script, called with these words before; $1 is the file.
func writing(t *testing.T, before, script string) (p *ptytest.Term, home, file string) {
	t.Helper()
	home = t.TempDir()
	editor := filepath.Join(t.TempDir(), "my editor.sh") // with a space
	if err := os.WriteFile(editor, []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	c := command(t, home, "new", "card", "sqs")
	c.Env = append(c.Env, "EDITOR="+before+"'"+editor+"'")
	return ptytest.Start(t, 120, 24, c), home, filepath.Join(home, "decks", "own", "cards", "sqs.yaml")
}

// The editor has the terminal to itself, ctrl+c too.
func TestTheEditorHasTheTerminal(t *testing.T) {
	for _, before := range []string{"", "LINES=24 "} {
		t.Run(before, func(t *testing.T) {
			p, _, file := writing(t, before, `
trap 'echo interrupted' INT
echo editing
read line || read line
awk -v line="$line" '/^ +$/ { print $0 "In Amazon SQS, **" line "**?"; next } { print }' "$1" >"$1.new"
mv "$1.new" "$1"
`)
			p.See("editing")
			p.Press("ctrl+c")
			p.See("interrupted")
			p.Press("what is it", "enter")
			p.See("new card: my-sqs-1")
			if code := p.Exit(soon); code != exitFine {
				t.Errorf("exit %d", code)
			}
			if text := contentOf(t, file); strings.Count(text, "In Amazon SQS, **what is it**?") != 2 {
				t.Errorf("the file holds\n%s", text)
			}
		})
	}
}

// A program that is ended from outside ends its editor, and takes the template
// back when nothing was written.
func TestTheTemplateGoesWhenTheProgramIsEnded(t *testing.T) {
	for _, tt := range []struct {
		name, write string
		signal      syscall.Signal
		kept        bool
	}{
		{"nothing was written", "", syscall.SIGTERM, false},
		{"something was written", `echo "# something" >>"$1"`, syscall.SIGTERM, true},
		{"the terminal hangs up", "", syscall.SIGHUP, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, home, file := writing(t, "", tt.write+"\necho editing\nread line\n")
			p.See("editing")
			if err := syscall.Kill(p.Pid(), tt.signal); err != nil {
				t.Fatal(err)
			}
			if code := p.Exit(soon); code != 128+int(tt.signal) {
				t.Errorf("exit %d", code)
			}
			if _, err := os.Stat(file); (err == nil) != tt.kept {
				t.Errorf("the file: %v", err)
			}
			if _, err := os.Stat(filepath.Join(home, "decks")); (err == nil) != tt.kept {
				t.Errorf("the folder: %v", err)
			}
		})
	}
}
