//go:build linux || darwin || freebsd

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"dva/cmd/dva/internal/ptytest"
)

func TestASignalEndsTheAppAndRestoresTheTerminal(t *testing.T) {
	for _, tt := range []struct {
		name   string
		signal syscall.Signal
		args   []string
		code   int
	}{
		{"an interrupt from outside", syscall.SIGINT, nil, 130},
		{"the end of the session", syscall.SIGTERM, nil, 143},
		{"a hang-up", syscall.SIGHUP, nil, 129},
		{"a quit from outside", syscall.SIGQUIT, nil, 131},
		{"an interrupt by lines", syscall.SIGINT, []string{"--plain"}, 130},
		{"the end of the session by lines", syscall.SIGTERM, []string{"--plain"}, 143},
		{"a hang-up by lines", syscall.SIGHUP, []string{"--plain"}, 129},
	} {
		t.Run(tt.name, func(t *testing.T) {
			home := t.TempDir()
			p := open(t, home, append([]string{"review"}, tt.args...)...)
			if tt.args != nil {
				p.See("answer>")
				p.Press("enter", "3", "enter")
				p.See("Card 2")
			} else {
				answer(p, "3")
				p.See("2 of")
			}
			p.Signal(tt.signal)
			if code := p.Exit(soon); code != tt.code {
				t.Errorf("exit %d, want %d", code, tt.code)
			}
			p.Restored()
			soundWith(t, home, 1)
		})
	}
}

// answer shows the answer of the card on the screen and grades it.
func answer(p *ptytest.Term, key string) {
	p.See("show answer")
	p.Press("space")
	p.See("space good")
	p.Think()
	p.Press(key)
	p.SeeNot("space good")
}

func TestControlCByLinesIsAnInterrupt(t *testing.T) {
	p := open(t, t.TempDir(), "--plain")
	p.See("answer>")
	p.Press("ctrl+c")
	if code := p.Exit(soon); code != 130 {
		t.Errorf("exit %d, want 130", code)
	}
}

func TestTheEndOfTheInputEndsLinesWell(t *testing.T) {
	home := t.TempDir()
	p := open(t, home, "--plain")
	p.See("answer>")
	p.Press("enter", "4", "enter")
	p.See("Card 2")
	p.Press("ctrl+d")
	if code := p.Exit(soon); code != exitFine {
		t.Errorf("exit %d", code)
	}
	soundWith(t, home, 1)
}

func TestTheAppEndsWhenItsTerminalIsGone(t *testing.T) {
	for _, tt := range []struct {
		name string
		wrap []string
	}{
		{"with the signal", nil},
		{"with the signal ignored", []string{"sh", "-c", `trap "" HUP; exec "$0" "$@"`}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			home := t.TempDir()
			c := command(t, home, "review")
			if tt.wrap != nil {
				sh := exec.Command(tt.wrap[0], append(tt.wrap[1:], c.Args...)...)
				sh.Env = c.Env
				c = sh
			}
			p := ptytest.Start(t, 80, 24, c)
			answer(p, "3")
			p.See("2 of")
			p.HangUp()
			p.Exit(soon)
			soundWith(t, home, 1)
		})
	}
}

func TestAFaultRestoresTheTerminal(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ where, says string }{
		{"update", "dva met a fault of its own"},
		{"command", "dva met a fault of its own"},
		{"view", "dva met a fault of its own"},
		{"work", "dva met a fault of its own"},
		{"error", "dva: error: the work failed"},
	} {
		t.Run(tt.where, func(t *testing.T) {
			p := ptytest.Start(t, 80, 60, &exec.Cmd{Path: self, Args: []string{"dva-faulty", tt.where}})
			p.See(tt.says, "dva: hint: ")
			if code := p.Exit(soon); code != exitFailed {
				t.Errorf("exit %d", code)
			}
			p.Restored()
		})
	}
}

// A terminal whose output is held (ctrl+s) cannot be drawn on; the end of the
// session ends the app all the same.
func TestTheAppEndsWhileItsOutputIsHeld(t *testing.T) {
	home := t.TempDir()
	p := open(t, home, "review")
	answer(p, "3")
	p.See("2 of")
	p.Hold()
	for range 200 {
		p.Press("?", "esc", "space")
	}
	p.Signal(syscall.SIGTERM)
	if code := p.Exit(soon); code != 143 {
		t.Errorf("exit %d, want 143", code)
	}
	p.Release()
	soundWith(t, home, 1)
}

// A shell with job control stops the app and brings it back, by its own key and
// by a signal from outside.
func TestSuspendAndResume(t *testing.T) {
	home := t.TempDir()
	c := command(t, home)
	sh := exec.Command("sh", "-i", "-m")
	sh.Env = append(c.Env, "PS1=ready> ", "DVA="+c.Path, "HOME="+home, "ENV=")
	p := ptytest.Start(t, 80, 24, sh)
	p.SeeLast("ready>")
	p.Press(`"$DVA"`, "enter")
	p.See("When is your exam?")
	for _, stop := range []func(){
		func() { p.Press("ctrl+z") },
		func() {
			if out, err := exec.Command("pkill", "-TSTP", "-P", strconv.Itoa(p.Pid())).CombinedOutput(); err != nil {
				t.Skipf("pkill: %v %s", err, out)
			}
		},
	} {
		stop()
		p.SeeLast("ready>")
		p.Press("fg", "enter")
		p.See("one service, or what you missed")
		p.Press("down")
		p.See("› Drill")
		p.Press("up")
		p.See("› Review")
	}
	p.Press("q")
	p.SeeLast("ready>")
	p.Press("exit", "enter")
	p.Exit(soon)
}

func TestFilesOfARunningSittingAreForTheLearnerAlone(t *testing.T) {
	home := filepath.Join(t.TempDir(), "home")
	old := syscall.Umask(0)
	p := open(t, home, "review")
	syscall.Umask(old)
	answer(p, "3")
	p.See("2 of")
	err := filepath.WalkDir(home, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		stat, err := d.Info()
		if err == nil && stat.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, stat.Mode().Perm())
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	p.Press("ctrl+c")
	p.Exit(soon)
}
