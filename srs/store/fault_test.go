//go:build linux

package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"dva/srs/store"
)

func lines(text string) []string { return strings.Split(strings.TrimSpace(text), "\n") }

func TestFilesAreForTheLearnerAloneWhateverTheUmask(t *testing.T) {
	path := filepath.Join(t.TempDir(), "home", "progress.db")
	got := lines(run(t, child(t, "strange", path)))
	for _, want := range []string{"700 home", "600 progress.db", "600 progress.db-wal", "600 progress.db-shm", "700 backups", "600 by hand.db", "600 progress-2026-11-22.db"} {
		if !slices.Contains(got, want) {
			t.Errorf("%s is missing in %v", want, got)
		}
	}
	for _, line := range got {
		if !strings.HasPrefix(line, "700 ") && !strings.HasPrefix(line, "600 ") {
			t.Errorf("others may use %s", line)
		}
	}
}

func TestAFileThatOthersMayReadIsReported(t *testing.T) {
	path := lived(t)
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	r := &reported{}
	s, err := store.Open(ctx, path, store.Options{Report: r.add})
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	if errs := r.all(); len(errs) != 1 || !strings.Contains(errs[0].Error(), "may be read by others") {
		t.Errorf("reported %v", errs)
	}
}

// asNobody opens as one who has no rights and prints what comes of it.
func asNobody(path string) error {
	var what []string
	s, err := store.Open(ctx, path, store.Options{Now: fixed})
	what = append(what, "open "+kindOf(err))
	if err == nil {
		s.Close()
	}
	s, err = store.OpenRead(ctx, path, store.Options{})
	what = append(what, "read "+kindOf(err))
	if err == nil {
		seen, err := s.Seen(ctx)
		what = append(what, fmt.Sprintf("seen %d %v", len(seen), err))
		s.Close()
	}
	fmt.Println(strings.Join(what, ", "))
	return nil
}

func kindOf(err error) string {
	for _, kind := range []error{
		store.ErrNoFile, store.ErrNewer, store.ErrOlder, store.ErrForeign, store.ErrDamaged, store.ErrLocked,
		store.ErrReadOnly, store.ErrFull, store.ErrDisk,
	} {
		if errors.Is(err, kind) {
			return "[" + kind.Error() + "]"
		}
	}
	return fmt.Sprint(err)
}

func TestWithoutPermission(t *testing.T) {
	const refused = "[no permission to use the file or its folder]"
	for _, tt := range []struct {
		name    string
		arrange func(t *testing.T, dir, path string)
		want    string
	}{
		{"a folder that may not be written is read", func(t *testing.T, dir, _ string) {
			chmod(t, dir, 0o555)
		}, "open " + refused + ", read <nil>, seen 7 <nil>"},
		{"a file that may not be written is read", func(t *testing.T, _, path string) {
			chmod(t, path, 0o444)
		}, "open " + refused + ", read <nil>, seen 7 <nil>"},
		{"a file that may not be read is refused", func(t *testing.T, _, path string) {
			chmod(t, path, 0)
		}, "open " + refused + ", read " + refused},
		{"a folder that may not be entered is refused", func(t *testing.T, dir, _ string) {
			chmod(t, dir, 0)
		}, "open " + refused + ", read " + refused},
		{"a missing file in a folder that may not be written", func(t *testing.T, dir, path string) {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			chmod(t, dir, 0o555)
		}, "open " + refused + ", read [there is no progress file yet]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := lived(t)
			dir := filepath.Dir(path)
			c := child(t, "nobody", path)
			leaveToNobody(t, c, dir, path)
			tt.arrange(t, dir, path)
			if got := strings.TrimSpace(run(t, c)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// leaveToNobody runs c as a user whom permissions bind, when we are root, and
// gives that user the files.
func leaveToNobody(t *testing.T, c *exec.Cmd, paths ...string) {
	t.Helper()
	if os.Getuid() != 0 {
		return
	}
	const nobody = 65534
	reachable := filepath.Join(t.TempDir(), "child") // ours may lie where nobody may not go
	if err := os.Link(c.Path, reachable); err != nil {
		binary, err := os.ReadFile(c.Path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(reachable, binary, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	c.Path = reachable
	for dir := filepath.Dir(c.Path); dir != os.TempDir() && dir != "/"; dir = filepath.Dir(dir) {
		chmod(t, dir, 0o755)
	}
	for _, path := range paths {
		if err := os.Chown(path, nobody, nobody); err != nil {
			t.Fatal(err)
		}
	}
	c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
}

func chmod(t *testing.T, path string, mode fs.FileMode) {
	t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(path, 0o755) })
}

// What lies in the place of the file may be anything.
func TestAStrangeFileIsRefusedAndStaysAsItIs(t *testing.T) {
	sound, err := os.ReadFile(lived(t))
	if err != nil {
		t.Fatal(err)
	}
	edit := func(statement string) []byte {
		path := filepath.Join(t.TempDir(), "edited.db")
		if err := os.WriteFile(path, sound, 0o600); err != nil {
			t.Fatal(err)
		}
		db := raw(t, path)
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
		db.Close()
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for _, tt := range []struct {
		name    string
		content []byte
		want    error
	}{
		{"a text", []byte("dear diary\n"), store.ErrForeign},
		{"zeros", make([]byte, 8192), store.ErrForeign},
		{"another program's database", edit(`pragma application_id = 1`), store.ErrForeign},
		{"a database of nobody's", edit(`pragma application_id = 0`), store.ErrForeign},
		{"a newer form", edit(`pragma user_version = 4`), store.ErrNewer},
		{"half a file", sound[:len(sound)/2/4096*4096], store.ErrDamaged},
		{"only the header", sound[:100], store.ErrDamaged},
		{"a header with zeros behind", append(slices.Clone(sound[:100]), make([]byte, 8092)...), store.ErrDamaged},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "progress.db")
			if err := os.WriteFile(path, tt.content, 0o600); err != nil {
				t.Fatal(err)
			}
			for what, open := range map[string]func() (*store.Store, error){
				"study": func() (*store.Store, error) { return store.Open(ctx, path, store.Options{Now: fixed}) },
				"read":  func() (*store.Store, error) { return store.OpenRead(ctx, path, store.Options{}) },
			} {
				s, err := open()
				if err == nil {
					s.Close()
				}
				if !errors.Is(err, tt.want) || !strings.Contains(fmt.Sprint(err), path) {
					t.Errorf("%s: got %v, want %v with the path", what, err, tt.want)
				}
			}
			if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, tt.content) {
				t.Errorf("the file changed: %v", err)
			}
			if left := names(t, filepath.Dir(path)); len(left) != 1 {
				t.Errorf("beside it lies %v", left)
			}
		})
	}
}
