package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// imports is what go list says of one package.
type imports struct {
	ImportPath string
	Imports    []string
	Deps       []string
}

// may says which of our own packages each may depend on, through whatever lies
// between. A name that ends in /... stands for all below it too. What is not
// listed may be imported by nobody but its own tests.
var may = map[string][]string{
	"content":                   {},
	"deck/strict":               {},
	"deck":                      {"deck/strict"},
	"deck/lint":                 {"deck", "deck/strict", "deck/lint/..."},
	"deck/lint/chance":          {},
	"deck/lint/words":           {},
	"deck/lint/tells":           {"deck/lint/chance", "deck/lint/words"},
	"deck/compile":              {"deck", "deck/strict"},
	"deck/exam":                 {"deck", "deck/strict"},
	"srs":                       {},
	"srs/fsrs":                  {"srs"},
	"srs/schedule":              {"srs"},
	"srs/queue":                 {"srs"},
	"srs/stats":                 {"srs"},
	"srs/drill":                 {"srs", "deck", "deck/strict"},
	"srs/find":                  {"srs", "deck", "deck/strict"},
	"srs/readiness":             {},
	"srs/plan":                  {"srs", "deck", "deck/strict"},
	"srs/review":                {"srs", "srs/schedule", "srs/queue", "srs/plan", "deck", "deck/strict", "deck/exam"},
	"srs/simulate":              {"srs", "srs/fsrs", "srs/schedule", "srs/queue", "srs/plan", "deck", "deck/strict"},
	"srs/store":                 {"srs", "srs/review", "srs/schedule", "srs/queue", "srs/plan", "deck", "deck/strict", "deck/exam"},
	"srs/srstest":               {"srs", "srs/fsrs", "srs/store", "srs/review", "srs/schedule", "srs/queue", "srs/plan", "deck", "deck/strict", "deck/exam"},
	"tui/ui":                    {},
	"tui/theme":                 {},
	"tui/keys":                  {"tui/ui"},
	"tui/part":                  {"tui/theme", "tui/ui", "tui/keys", "tui/render", "deck", "deck/strict"},
	"tui/render":                {"tui/theme"},
	"tui/home":                  aScreen,
	"tui/study":                 aScreen,
	"tui/report":                aScreen,
	"tui/drill":                 aScreen,
	"tui/browse":                aScreen,
	"tui/paper":                 aScreen,
	"tui/result":                aScreen,
	"tui/settings":              aScreen,
	"tui/faults":                aScreen,
	"tui/guide":                 aScreen,
	"tui/line":                  aScreen,
	"tui/tuitest":               append([]string{"tui", "tui/..."}, aScreen...),
	"tui":                       append([]string{"tui/faults", "tui/home", "tui/study", "tui/settings", "tui/guide", "tui/paper", "tui/result", "tui/drill", "tui/browse", "tui/report"}, aScreen...),
	"cmd/dva":                   {"content", "deck/...", "srs/...", "tui/...", "cmd/dva/..."},
	"cmd/dva/internal/early":    {},
	"cmd/dva/internal/ptytest":  {},
	"cmd/dva/internal/settings": {"srs", "deck/strict"},
}

// aScreen is what every screen may depend on: never another screen, a file or
// the content.
var aScreen = []string{
	"tui/ui", "tui/keys", "tui/part", "tui/theme", "tui/render",
	"deck", "deck/strict", "deck/exam", "srs", "srs/review", "srs/schedule", "srs/queue", "srs/plan", "srs/stats", "srs/readiness", "srs/drill", "srs/find",
}

// outside says which packages from elsewhere are kept to a few of ours. They are
// looked for among direct imports only: libraries import each other.
var outside = map[string][]string{
	"gopkg.in/yaml.v3":                          {"deck/strict"},
	"modernc.org/sqlite":                        {"srs/store"},
	"database/sql":                              {"srs/store"},
	"github.com/charmbracelet/glamour":          {"tui/render"},
	"github.com/spf13/cobra":                    {"cmd/dva"},
	"github.com/charmbracelet/bubbletea":        {"tui", "tui/...", "cmd/dva"},
	"github.com/charmbracelet/lipgloss":         {"tui", "tui/...", "cmd/dva", "cmd/dva/internal/early"},
	"github.com/muesli/termenv":                 {"tui/...", "cmd/dva"},
	"github.com/creack/pty":                     {"cmd/dva/internal/ptytest"},
	"github.com/hinshun/vt10x":                  {"cmd/dva/internal/ptytest"},
	"github.com/open-spaced-repetition/go-fsrs": {},
	"gonum.org/v1/gonum":                        {},
	"net/http":                                  {},
	"net":                                       {},
}

func TestNoImportArrowTurnsRound(t *testing.T) {
	for _, p := range list(t) {
		name := strings.TrimPrefix(p.ImportPath, "dva/")
		allowed, known := may[name]
		if !known {
			t.Errorf("%s has no place in the import arrows: say in arrows_test.go what it may import", name)
			continue
		}
		for _, dep := range p.Deps {
			if own, ok := strings.CutPrefix(dep, "dva/"); ok && !matches(own, allowed) {
				t.Errorf("%s depends on %s and may not", name, own)
			}
		}
		for _, imported := range p.Imports {
			for root, users := range outside {
				if within(imported, root) && !matches(name, users) {
					t.Errorf("%s imports %s and may not", name, imported)
				}
			}
		}
	}
}

// within says that path is root or lies below it. A standard package has
// nothing of ours below it, so "net" does not mean "net/url".
func within(path, root string) bool {
	return path == root || strings.Contains(root, ".") && strings.HasPrefix(path, root+"/")
}

func matches(name string, allowed []string) bool {
	return slices.ContainsFunc(allowed, func(a string) bool {
		below, all := strings.CutSuffix(a, "/...")
		return name == a || all && (name == below || strings.HasPrefix(name, below+"/"))
	})
}

// list is what go list says of every package of the module, without tests.
func list(t *testing.T) []imports {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,Deps", "dva/...")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Skipf("no go tool: %v", err)
	}
	var packages []imports
	for d := json.NewDecoder(out); ; {
		var p imports
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	if len(packages) == 0 {
		t.Fatal("go list names no package")
	}
	return packages
}
