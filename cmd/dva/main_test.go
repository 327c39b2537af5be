package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets scripts run this very test binary as dva.
func TestMain(m *testing.M) {
	testscript.Main(cleaned{m}, map[string]func(){"dva": main, "dva-faulty": faulty})
}

// cleaned removes the binary that tests have built.
type cleaned struct{ *testing.M }

func (c cleaned) Run() int {
	defer func() {
		if built.dir != "" {
			os.RemoveAll(built.dir)
		}
	}()
	return c.M.Run()
}

var built struct {
	sync.Once
	dir, path string
	err       error
}

// binary is the real program, built once.
func binary(t testing.TB) string {
	t.Helper()
	built.Do(func() {
		if built.dir, built.err = os.MkdirTemp("", "dva-test"); built.err != nil {
			return
		}
		built.path = filepath.Join(built.dir, "dva")
		out, err := exec.Command("go", "build", "-trimpath", "-o", built.path, "dva/cmd/dva").CombinedOutput()
		if err != nil {
			built.err = &exec.Error{Name: string(out), Err: err}
		}
	})
	if built.err != nil {
		t.Fatal(built.err)
	}
	return built.path
}

// command is the program with this home and nothing of the real environment.
func command(t testing.TB, home string, args ...string) *exec.Cmd {
	t.Helper()
	c := exec.Command(binary(t), args...)
	c.Env = []string{
		"DVA_HOME=" + home, "DVA_NOW=2026-11-22T09:00:00Z", "TZ=UTC",
		"TERM=xterm-256color", "LANG=C.UTF-8", "PATH=" + os.Getenv("PATH"),
	}
	return c
}
