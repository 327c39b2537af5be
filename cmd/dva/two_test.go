package main

import (
	"bufio"
	"io"
	"os/exec"
	"strings"
	"testing"
)

// Two sittings at once, each unaware of the other, lose no answer and count none
// twice: a card that the other has answered meanwhile is said to have changed.
func TestTwoSittingsAtOnce(t *testing.T) {
	home := t.TempDir()
	firstDay(t, home)
	before := reviewsIn(t, home)
	a, b := talkTo(t, home), talkTo(t, home)
	accepted := 0
	for range 8 {
		for _, s := range []*talker{a, b} {
			s.line("")
			if strings.Contains(s.line("3"), "comes back in") {
				accepted++
			}
		}
	}
	a.end(t)
	b.end(t)
	if accepted < 8 {
		t.Errorf("only %d answers of 16 were taken", accepted)
	}
	soundWith(t, home, before+accepted)
}

// A report may be asked for while a sitting runs.
func TestAReportBesideASitting(t *testing.T) {
	home := t.TempDir()
	s := talkTo(t, home)
	s.line("")
	s.line("3")
	if due := dueNow(t, home, "2026-11-23T09:00:30Z"); due.Learning != 1 || due.New != 9 {
		t.Errorf("dva due says %+v", due)
	}
	s.line("")
	s.line("3")
	s.end(t)
	soundWith(t, home, 2)
}

// talker is a sitting by lines that waits for each prompt.
type talker struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

func talkTo(t *testing.T, home string) *talker {
	t.Helper()
	c := command(t, home, "review", "--plain")
	c.Env = append(c.Env, "DVA_NOW=2026-11-23T09:00:00Z")
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	s := &talker{c, in, bufio.NewReader(out)}
	s.prompt()
	return s
}

// line writes a line and returns what is said up to the next prompt.
func (s *talker) line(text string) string {
	_, _ = io.WriteString(s.in, text+"\n") // what is missing shows in the answer
	return s.prompt()
}

func (s *talker) prompt() string {
	var said strings.Builder
	for {
		part, err := s.out.ReadString('>')
		said.WriteString(part)
		if err != nil {
			return said.String()
		}
		for _, prompt := range []string{"answer>", "grade>", "next>", "end>"} {
			if strings.HasSuffix(part, prompt) {
				return said.String()
			}
		}
	}
}

func (s *talker) end(t *testing.T) {
	t.Helper()
	s.in.Close()
	if err := s.cmd.Wait(); err != nil {
		t.Errorf("the sitting ended with %v", err)
	}
}
