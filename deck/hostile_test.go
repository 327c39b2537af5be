//go:build unix

package deck_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"dva/deck"
)

// hostile are files of up to 4 MiB that would cost much or do harm. Repeated
// pieces come in two lengths: as much as a file may have, and about as much as
// gets past the count of entries.
func hostile(each func(name, text string)) {
	each("a mapping of 40,000 keys", numbered(40_000, "k%d: 1\n"))
	each("an entry of 40,000 keys", "service: sqs\ncards:\n  - "+strings.ReplaceAll(numbered(40_000, "k%d: 1\n"), "\n", "\n    "))
	each("nesting 10,000 deep", strings.Repeat("[", 10_000))
	each("a staircase", staircase())
	each("an alias bomb", "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n")
	each("90,000 wrong entries", "service: sqs\ncards:\n"+strings.Repeat("  - {a: b}\n", 90_000))
	each("a wrong line at the end", "service: sqs\ncards:\n"+strings.Repeat("  - id: abcdefgh\n", 7_000)+" x: y\n")
	for _, unit := range []string{
		"#\n", "  # x\n", "- a\n", "-\n", "- ", "? ", "?\n", " - #\n", "---\n", "...\n", "a,", "a: ,", "{},", "[],", "[", "{", "a #\n,",
		"word ", " w\n", "\n", " ", "\t", "'", "'a' ", `"`, "\\\n", "%YAML 1.1\n", "!!str ", "&a ", "*a ", ": ", ":\n", "a: b\n", "a",
		"\x00", "\xe9", "a\x00", "\x1b[2J", "\ufeff",
	} {
		each(fmt.Sprintf("4 MiB of %q", unit), strings.Repeat(unit, (4<<20)/len(unit)))
		for _, before := range []string{"", "a: [", "service: sqs\ncards:\n"} {
			each(fmt.Sprintf("many %q after %q", unit, before), before+strings.Repeat(unit, 390_000/len(unit)))
		}
	}
}

func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func staircase() string {
	var b strings.Builder
	for i := 0; b.Len() < 4<<20-5_000; i++ {
		fmt.Fprintf(&b, "%sa:\n", strings.Repeat(" ", i))
	}
	return b.String()
}

const hostileEnv = "DVA_TEST_HOSTILE_FOLDER"

// The files are read in a process of its own, whose processor time and memory
// the system measures.
func TestNoFileCostsMuch(t *testing.T) {
	if dir := os.Getenv(hostileEnv); dir != "" {
		hostile(func(name, text string) { readHostile(t, dir, name, text) })
		status, err := os.ReadFile("/proc/self/status")
		peak := regexp.MustCompile(`VmHWM:\s*(\d+) kB`).FindSubmatch(status)
		if err != nil || peak == nil {
			t.Fatal("no peak of memory in /proc/self/status")
		}
		if kB, _ := strconv.Atoi(string(peak[1])); kB > 200<<10 {
			t.Errorf("the peak of memory is %d MiB", kB>>10)
		}
		t.Logf("the peak of memory is %s kB", peak[1])
		return
	}
	if runtime.GOOS != "linux" || raceDetector || testing.Short() {
		t.Skip("the limits are measured on Linux, without the race detector, at length")
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestNoFileCostsMuch$", "-test.v")
	cmd.Env = append(os.Environ(), hostileEnv+"="+t.TempDir())
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
}

func readHostile(t *testing.T, dir, name, text string) {
	file := filepath.Join(dir, "x.yaml")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	before := processorTime(t)
	_, err := deck.LoadOwn(dir, &deck.Deck{Services: []deck.Service{{Key: "sqs"}}}, "")
	if took := processorTime(t) - before; took > 2*time.Second {
		t.Errorf("%s took %v", name, took)
	}
	ps := problems(t, err)
	if len(ps) > 501 {
		t.Errorf("%s: %d problems", name, len(ps))
	}
	for _, p := range ps {
		if p.File != file || p.Line < 1 || p.Column < 1 || p.Message == "" {
			t.Errorf("%s: a problem without its place: %v", name, p)
		}
	}
}

func processorTime(t *testing.T) time.Duration {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		t.Fatal(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

func TestAPipeIsNotWaitedFor(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.yaml"), 0o600); err != nil {
		t.Skip(err)
	}
	write(t, dir, map[string]string{"a.yaml": ownCards})
	own, err := deck.LoadOwn(dir, base(t), "")
	if err == nil || !strings.HasSuffix(err.Error(), "pipe.yaml:1:1: not a file but a pipe") {
		t.Error(err)
	}
	if ids(own) != "my-card my-cloze#1" {
		t.Error(ids(own))
	}
}

func TestVeryManyFilesAreCutShort(t *testing.T) {
	dir := t.TempDir()
	card := "service: sqs\ncards:\n  - {id: c%d, front: Why, back: That., skills: [], doc: https://example.com/x, checked: 2026-11-21, level: core}\n"
	for i := range 2_010 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%04d.yaml", i)), fmt.Appendf(nil, card, i), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	own, err := deck.LoadOwn(dir, base(t), "")
	if err == nil || !strings.HasSuffix(err.Error(), "2000.yaml:1:1: over 2000 YAML files (files after this one are left out)") {
		t.Error(err)
	}
	if len(own.Items) != 2_000 {
		t.Errorf("%d items", len(own.Items))
	}
	if errors.Is(err, fs.ErrNotExist) {
		t.Error("taken for a folder that is not there")
	}
}

func TestVeryLargeDecksAreCutShort(t *testing.T) {
	dir := t.TempDir()
	large := append([]byte{1}, make([]byte, 4<<20-1)...) // no YAML, found at once
	for i := range 9 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.yaml", i)), large, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(t, dir, map[string]string{"z.yaml": ownCards})
	own, err := deck.LoadOwn(dir, base(t), "")
	if err == nil || !strings.HasSuffix(err.Error(), "8.yaml:1:1: own decks of over 32 MiB (this file and those after it are left out)") {
		t.Error(err)
	}
	if len(own.Items) != 0 {
		t.Errorf("%d items of a file behind", len(own.Items))
	}
}
