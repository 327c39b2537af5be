package deck_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dva/deck"
)

func TestAnEmptyFolderIsAnEmptyDeckAndWritesNothing(t *testing.T) {
	cache := filepath.Join(t.TempDir(), "cache")
	own, err := deck.LoadOwn(t.TempDir(), base(t), cache)
	if err != nil || len(own.Items) != 0 {
		t.Errorf("got %v, %v", own, err)
	}
	if _, err := os.Stat(cache); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the cache folder was made: %v", err)
	}
	if d, err := deck.Join(base(t), own); err != nil || len(d.Items) != 5 {
		t.Errorf("joined: %v, %v", d, err)
	}
}

func TestOwnDecksAreParsedOnlyAfterAChange(t *testing.T) {
	dir, cache := t.TempDir(), filepath.Join(t.TempDir(), "cache")
	b := base(t)
	file := filepath.Join(dir, "a.yaml")
	loadOwn := func(want string) {
		t.Helper()
		own, err := deck.LoadOwn(dir, b, cache)
		if err != nil {
			t.Fatal(err)
		}
		it, ok := own.Item("my-card")
		if !ok {
			t.Fatal("no such card")
		}
		if front, _ := own.Sides(*it); front != want {
			t.Errorf("the front is %q, want %q", front, want)
		}
	}
	const first, second, third = "What did I forget?", "What did I mislay?", "What did I do next?"
	write(t, dir, map[string]string{"a.yaml": ownCards})
	loadOwn(first)

	// Same size, same date: the files are not even read.
	write(t, dir, map[string]string{"a.yaml": strings.Replace(ownCards, first, second, 1)})
	stat, _ := os.Stat(file)
	loadOwn(second) // the date differs by a little
	if err := os.WriteFile(file, []byte(strings.Replace(ownCards, first, third[:len(second)], 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(file, stat.ModTime(), stat.ModTime()); err != nil {
		t.Fatal(err)
	}
	loadOwn(second)

	// A file dated just before the cache was written is read again.
	date(t, file, 0)
	loadOwn(third[:len(second)])
	write(t, dir, map[string]string{"b.yaml": strings.ReplaceAll(ownCards, "my-", "her-")})
	own, err := deck.LoadOwn(dir, b, cache)
	if err != nil || len(own.Items) != 4 {
		t.Errorf("a new file is not seen: %v", err)
	}
}

func TestACacheOfAnotherBaseIsNotUsed(t *testing.T) {
	dir, cache := t.TempDir(), t.TempDir()
	write(t, dir, map[string]string{"a.yaml": ownCards})
	if _, err := deck.LoadOwn(dir, base(t), cache); err != nil {
		t.Fatal(err)
	}
	other := open(t, load(t, [3]string{"exam.yaml", `"1.1.1"`, `"1.1.9"`}, [3]string{"cards/sqs.yaml", `"1.1.1"`, `"1.1.9"`}, [3]string{"facts/docs.yaml", `"1.1.1"`, `"1.1.9"`}).Index())
	_, err := deck.LoadOwn(dir, other, cache)
	if err == nil || !strings.Contains(err.Error(), `no skill is called "1.1.1"`) {
		t.Errorf("got %v", err)
	}
}

func TestACacheKeepsTheProblems(t *testing.T) {
	dir, cache := t.TempDir(), t.TempDir()
	write(t, dir, map[string]string{"a.yaml": strings.Replace(ownCards, "level: core", "level: high", 1)})
	_, first := deck.LoadOwn(dir, base(t), cache)
	_, second := deck.LoadOwn(dir, base(t), cache)
	if first == nil || second == nil || first.Error() != second.Error() {
		t.Errorf("first %v, then %v", first, second)
	}
}

func TestADamagedCacheIsNoError(t *testing.T) {
	dir, cache := t.TempDir(), t.TempDir()
	b := base(t)
	write(t, dir, map[string]string{"a.yaml": ownCards})
	check := func() {
		t.Helper()
		if own, err := deck.LoadOwn(dir, b, cache); err != nil || ids(own) != "my-card my-cloze#1" {
			t.Fatalf("got %v, %v", own, err)
		}
	}
	check()
	entries, _ := os.ReadDir(cache)
	if len(entries) != 1 {
		t.Fatalf("the cache holds %v", entries)
	}
	file := filepath.Join(cache, entries[0].Name())
	data, _ := os.ReadFile(file)
	whole := string(data)
	for n := 0; n < len(whole); n += 37 {
		for _, damaged := range []string{whole[:n], flipped(whole, n)} {
			if err := os.WriteFile(file, []byte(damaged), 0o600); err != nil {
				t.Fatal(err)
			}
			check()
		}
	}
	for _, dir := range []string{"/dev/null/x", file} { // cannot be made
		cache = dir
		check()
	}
}
