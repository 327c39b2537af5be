package line

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"time"
)

// voice is what is heard and said: lines in, lines out.
type voice struct {
	ctx    context.Context
	lines  <-chan string
	out    io.Writer
	width  int
	failed error // of the first write that failed
}

func newVoice(ctx context.Context, in io.Reader, out io.Writer, width int) *voice {
	return &voice{ctx: ctx, lines: readLines(in), out: out, width: width}
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
// ErrInterrupted when the context ends. Meanwhile it calls each with every tick,
// until that returns an error, which it returns; tick and each may be nil.
func (v *voice) read(prompt string, tick <-chan time.Time, each func() error) (string, error) {
	v.write(prompt)
	if v.ctx.Err() != nil {
		return "", ErrInterrupted
	}
	for {
		select {
		case line, ok := <-v.lines:
			if !ok {
				return "", io.EOF
			}
			return line, nil
		case <-tick:
			if err := each(); err != nil {
				return "", err
			}
		case <-v.ctx.Done():
			return "", ErrInterrupted
		}
	}
}

// say writes one line, made safe for a terminal.
func (v *voice) say(format string, args ...any) {
	v.write(wrap(printable(fmt.Sprintf(format, args...)), v.width) + "\n")
}

func (v *voice) write(s string) {
	if _, err := io.WriteString(v.out, s); err != nil && v.failed == nil {
		v.failed = fmt.Errorf("write to the terminal: %w", err)
	}
}
