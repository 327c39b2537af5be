//go:build linux || darwin || freebsd

// Package ptytest runs a program in a terminal of its own for tests: a person
// at the keyboard who presses keys and looks at the screen. The terminal never
// answers a query, so that a program which asks one is found waiting. Every
// byte that the program writes is held against a list of what it may write.
package ptytest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
	"golang.org/x/term"
)

// patience is how long a terminal waits for what it is told to see.
const patience = 10 * time.Second

// Term is a running program and its terminal.
type Term struct {
	t      testing.TB
	cmd    *exec.Cmd
	master *os.File
	slave  *os.File // kept open to read the terminal's modes after the end
	close  func()
	before *term.State

	holding sync.Mutex // held while nothing is read
	mu      sync.Mutex
	screen  vt10x.Terminal
	raw     bytes.Buffer
	changed chan struct{} // closed and replaced with every read
	reading chan struct{} // closed when there is nothing more to read
	ended   chan struct{}
	state   *os.ProcessState
}

// Start runs cmd in a new terminal of this size, as the leader of its own
// session. The test fails at its end if the program wrote what it may not, or
// left the terminal other than it found it.
func Start(t testing.TB, width, height int, cmd *exec.Cmd) *Term {
	t.Helper()
	return start(t, width, height, cmd, true)
}

// StartMute is Start in a terminal that does not echo what is typed, so that all
// that can be read of it is the program's.
func StartMute(t testing.TB, width, height int, cmd *exec.Cmd) *Term {
	t.Helper()
	return start(t, width, height, cmd, false)
}

func start(t testing.TB, width, height int, cmd *exec.Cmd, echo bool) *Term {
	t.Helper()
	master, slave, err := openPair()
	if err != nil {
		t.Fatal(err)
	}
	p := &Term{
		t: t, cmd: cmd, master: master, slave: slave,
		screen:  vt10x.New(vt10x.WithSize(width, height)),
		changed: make(chan struct{}), reading: make(chan struct{}), ended: make(chan struct{}),
	}
	p.setSize(width, height)
	if !echo {
		if _, err := term.MakeRaw(int(slave.Fd())); err != nil {
			t.Fatal(err)
		}
	}
	if p.before, err = term.GetState(int(slave.Fd())); err != nil {
		t.Fatal(err)
	}
	cmd.Stdin, cmd.Stdout = slave, slave
	if cmd.Stderr == nil {
		cmd.Stderr = slave
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go p.read()
	go p.wait()
	p.close = sync.OnceFunc(p.finish)
	t.Cleanup(p.close)
	return p
}

// Close ends the program and the terminal, which the end of the test does too.
func (p *Term) Close() { p.close() }

// openPair opens the two ends of a terminal. The near one can be closed while it
// is read, which a file in blocking mode could not.
func openPair() (master, slave *os.File, err error) {
	blocking, slave, err := pty.Open()
	if err != nil {
		return nil, nil, err
	}
	defer blocking.Close()
	fd, err := syscall.Dup(int(blocking.Fd()))
	if err == nil {
		syscall.CloseOnExec(fd)
		err = syscall.SetNonblock(fd, true)
	}
	return os.NewFile(uintptr(fd), "terminal"), slave, err
}

func (p *Term) read() {
	defer close(p.reading)
	buffer := make([]byte, 32<<10)
	for {
		n, err := p.master.Read(buffer)
		p.take(buffer[:n])
		if err != nil {
			return
		}
	}
}

// take shows what was read.
func (p *Term) take(raw []byte) {
	p.holding.Lock()
	defer p.holding.Unlock()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.raw.Write(raw)
	_, _ = p.screen.Write(raw) // it takes everything
	close(p.changed)
	p.changed = make(chan struct{})
}

func (p *Term) wait() {
	_ = p.cmd.Wait() // the state says it all
	p.mu.Lock()
	p.state = p.cmd.ProcessState
	p.mu.Unlock()
	close(p.ended)
}

func (p *Term) finish() {
	select {
	case <-p.ended:
	default:
		_ = p.cmd.Process.Kill()
		<-p.ended
	}
	p.drain()
	p.master.Close()
	if err := Allowed(p.Raw()); err != nil && !p.killed() {
		p.t.Errorf("the program wrote what it may not: %v", err)
	}
}

// drain reads the last bytes of a program that has ended, up to the terminal's
// end.
func (p *Term) drain() {
	p.slave.Close() // for the second time, perhaps
	select {
	case <-p.reading:
	case <-time.After(patience):
	}
}

// killed says that the program was cut off, perhaps within a sequence.
func (p *Term) killed() bool {
	status, ok := p.state.Sys().(syscall.WaitStatus)
	return ok && status.Signaled()
}

// keys that have a name.
var keys = map[string]string{
	"space": " ", "enter": "\r", "esc": "\x1b", "tab": "\t", "backspace": "\x7f",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
	"pgup": "\x1b[5~", "pgdown": "\x1b[6~", "home": "\x1b[H", "end": "\x1b[F",
	"ctrl+c": "\x03", "ctrl+d": "\x04", "ctrl+j": "\n", "ctrl+u": "\x15", "ctrl+z": "\x1a", "ctrl+\\": "\x1c",
}

// Press types keys by their names, or texts as they are.
func (p *Term) Press(names ...string) {
	p.t.Helper()
	for _, name := range names {
		key, named := keys[name]
		if !named {
			key = name
		}
		if _, err := p.master.WriteString(key); err != nil && p.Running() {
			p.t.Fatalf("press %q: %v", name, err)
		}
	}
}

// Think waits as long as a person does who has read an answer: the program takes
// a key that comes sooner for one held down.
func (p *Term) Think() { time.Sleep(200 * time.Millisecond) }

// See waits until the screen shows all texts, each within one line.
func (p *Term) See(texts ...string) {
	p.t.Helper()
	for _, text := range texts {
		if err := p.until(func() bool { return strings.Contains(p.screen.String(), text) }); err != nil {
			p.t.Fatalf("%q is not on the screen: %v\n%s", text, err, p.Screen())
		}
	}
}

// SeeNot waits until the screen shows text no more.
func (p *Term) SeeNot(text string) {
	p.t.Helper()
	if err := p.until(func() bool { return !strings.Contains(p.screen.String(), text) }); err != nil {
		p.t.Fatalf("%q is still on the screen: %v\n%s", text, err, p.Screen())
	}
}

// Watch waits until the screen holds what seen asks for, and says whether it did
// by the end of the program. The terminal ends with the program.
func (p *Term) Watch(seen func(screen string) bool) bool {
	p.t.Helper()
	limit := time.After(patience)
	for {
		p.mu.Lock()
		ok, changed := seen(p.screen.String()), p.changed
		p.mu.Unlock()
		if ok {
			return true
		}
		select {
		case <-changed:
		case <-p.ended:
			p.drain()
			return seen(p.Screen())
		case <-limit:
			p.t.Fatalf("the screen does not change as it should\n%s", p.Screen())
		}
	}
}

// SeeLast waits until the last line of the screen that is not empty is this one,
// without spaces at its ends: a prompt that waits.
func (p *Term) SeeLast(line string) {
	p.t.Helper()
	err := p.until(func() bool {
		text := strings.TrimRight(p.screen.String(), " \n")
		return strings.TrimSpace(text[strings.LastIndexByte(text, '\n')+1:]) == line
	})
	if err != nil {
		p.t.Fatalf("the last line is not %q: %v\n%s", line, err, p.Screen())
	}
}

// until waits until holds, called with the lock held, says true.
func (p *Term) until(holds func() bool) error {
	limit := time.NewTimer(patience)
	defer limit.Stop()
	ended := p.ended
	for {
		p.mu.Lock()
		ok, changed := holds(), p.changed
		p.mu.Unlock()
		if ok {
			return nil
		}
		select {
		case <-changed:
		case <-ended:
			ended = nil // what it wrote last may still be on its way
			limit.Reset(time.Second)
		case <-limit.C:
			if p.Running() {
				return fmt.Errorf("waited %v", patience)
			}
			return errors.New("the program has ended")
		}
	}
}

// Running says that the program has not ended.
func (p *Term) Running() bool {
	select {
	case <-p.ended:
		return false
	default:
		return true
	}
}

// Screen is what the terminal shows, without spaces at the ends of lines.
func (p *Term) Screen() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	lines := strings.Split(p.screen.String(), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// Raw is every byte written so far.
func (p *Term) Raw() []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	return bytes.Clone(p.raw.Bytes())
}

// Resize changes the size of the terminal.
func (p *Term) Resize(width, height int) {
	p.mu.Lock()
	p.screen.Resize(width, height)
	p.mu.Unlock()
	p.setSize(width, height)
}

func (p *Term) setSize(width, height int) {
	if err := pty.Setsize(p.slave, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)}); err != nil {
		p.t.Fatal(err)
	}
}

// Signal sends the program a signal.
func (p *Term) Signal(s syscall.Signal) {
	p.t.Helper()
	if err := p.cmd.Process.Signal(s); err != nil {
		p.t.Fatal(err)
	}
}

// Kill ends the program at once. It may be called while another goroutine waits.
func (p *Term) Kill() { _ = p.cmd.Process.Kill() } // fails only when it has ended

// Hold stops reading what the program writes, until Release.
func (p *Term) Hold() { p.holding.Lock() }

// Release goes on reading.
func (p *Term) Release() { p.holding.Unlock() }

// HangUp takes the terminal away, as when its window is closed.
func (p *Term) HangUp() { p.master.Close() }

// Pid is the number of the program's process.
func (p *Term) Pid() int { return p.cmd.Process.Pid }

// Exit waits for the program to end within limit and returns its exit code,
// or -1 when a signal ended it.
func (p *Term) Exit(limit time.Duration) int {
	p.t.Helper()
	select {
	case <-p.ended:
	case <-time.After(limit):
		p.t.Fatalf("the program still runs after %v\n%s", limit, p.Screen())
	}
	return p.state.ExitCode()
}

// Restored fails the test unless the terminal is as it was before the program:
// its modes, the cursor and the main screen.
func (p *Term) Restored() {
	p.t.Helper()
	if err := p.until(func() bool { return restored(p.raw.Bytes()) }); err != nil {
		p.t.Errorf("the screen is not restored: %v; it ends in %q", err, tail(p.Raw()))
	}
	after, err := term.GetState(int(p.slave.Fd()))
	if err != nil {
		p.t.Error(err)
	} else if *after != *p.before {
		p.t.Errorf("the terminal's modes are not restored")
	}
}

// restored says that whatever was switched on was switched off again.
func restored(raw []byte) bool {
	last := func(s string) int { return bytes.LastIndex(raw, []byte(s)) }
	return last("\x1b[?1049l") >= last("\x1b[?1049h") && last("\x1b[?25h") >= last("\x1b[?25l") && last("\x1b[?2004l") >= last("\x1b[?2004h")
}

func tail(raw []byte) []byte { return raw[max(0, len(raw)-200):] }
