package line

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"dva/deck"
	"dva/srs/review"
)

// phase is what the learner is asked for now.
type phase int

const (
	asking  phase = iota // the front or the question is said, the answer is not
	grading              // the answer is said
	ended                // nothing is left
)

// talk is a conversation as far as it has come.
type talk struct {
	Config
	ctx    context.Context
	lines  <-chan string
	turn   review.Turn
	phase  phase
	mark   *deck.Mark // how the answer to a question was judged, while grading
	asked  time.Time  // when the front was said
	shown  time.Time  // when the answer was said
	quit   bool
	failed error // of the first write that failed
}

// maxLine is the longest line that is read, in bytes; a longer one ends the
// input.
const maxLine = 1 << 16

// readLines sends each line of r, and closes the channel at its end.
func readLines(r io.Reader) <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		scan := bufio.NewScanner(r)
		scan.Buffer(nil, maxLine)
		for scan.Scan() {
			lines <- strings.TrimSpace(scan.Text())
		}
	}()
	return lines
}

// read prompts for one line. It returns io.EOF at the end of the input and
// ErrInterrupted when the context ends.
func (t *talk) read() (string, error) {
	t.write(t.prompt())
	if t.ctx.Err() != nil {
		return "", ErrInterrupted
	}
	select {
	case line, ok := <-t.lines:
		if !ok {
			return "", io.EOF
		}
		return line, nil
	case <-t.ctx.Done():
		return "", ErrInterrupted
	}
}

func (t *talk) prompt() string {
	switch {
	case t.phase == asking:
		return "answer> "
	case t.phase == ended:
		return "end> "
	case t.mark != nil && !t.mark.Right:
		return "next> "
	}
	return "grade> "
}

// say writes one line, made safe for a terminal.
func (t *talk) say(format string, args ...any) {
	t.write(wrap(printable(fmt.Sprintf(format, args...)), t.Width) + "\n")
}

func (t *talk) write(s string) {
	if _, err := io.WriteString(t.Out, s); err != nil && t.failed == nil {
		t.failed = fmt.Errorf("write to the terminal: %w", err)
	}
}
