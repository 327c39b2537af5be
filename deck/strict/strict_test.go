package strict

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// readPet takes the fields of a small made-up form.
func readPet(m *Map) {
	m.About(m.Text("name"))
	m.Require("name", "legs")
	m.Int("legs", 0, 8)
	m.OneOf("sound", "bark", "meow", "none")
	m.Date("born")
	m.Bool("tame")
	m.Texts("likes")
	m.Ints("spots", 0, 9)
	for _, toy := range m.Maps("toys") {
		toy.Require("name")
		toy.Text("name")
		toy.Done()
	}
	if home := m.Map("home"); home != nil {
		home.Text("street")
		home.Done()
	}
	m.Done()
}

func read(text string) string {
	var r Reader
	if m, ok := r.Bytes("pet.yaml", []byte(text)); ok {
		readPet(m)
	}
	return r.Problems().Error()
}

func TestEveryProblemHasPlaceAndHint(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"accepts a good file", "name: Rex\nlegs: 4\nborn: 2020-02-29\nlikes: [a, b]\n", ""},
		{"accepts CRLF and a byte order mark in front", "\ufeffname: Rex\r\nlegs: 4\r\nlikes:\r\n  - a\r\n", ""},
		{"keeps a date that is meant as a text", "name: 2020-02-29\nlegs: 4", ""},
		{"names an unknown field and the nearest known one", "name: Rex\nlegs: 4\nsuond: bark", `pet.yaml:3:1: Rex: unknown field "suond" (did you mean "sound"?)`},
		{"gives no hint for a field like no other", "name: Rex\nlegs: 4\ncolour: red", `pet.yaml:3:1: Rex: unknown field "colour"`},
		{"names a missing field at the entry", "# a pet\nname: Rex", `pet.yaml:2:1: Rex: missing field "legs"`},
		{"names every problem, in order", "legs: x\nnme: Rex", "pet.yaml:1:1: missing field \"name\"\npet.yaml:1:7: field \"legs\" must be a whole number, not \"x\"\npet.yaml:2:1: unknown field \"nme\" (did you mean \"name\"?)"},
		{"refuses a field twice", "name: Rex\nlegs: 4\nname: Tom", `pet.yaml:3:1: field "name" a second time (the first is on line 1; keep one)`},
		{"refuses a field without a value", "name:\nlegs: 4", `pet.yaml:1:1: field "name" is empty (fill it or remove it)`},
		{"refuses an empty text", "name: \" \"\nlegs: 4", `pet.yaml:1:7: field "name" is empty (fill it or remove it)`},
		{"refuses a number for a text and shows the quotes", "name: 1.10\nlegs: 4", `pet.yaml:1:7: field "name" must be a text, not a number (put it in quotes: "1.10")`},
		{"refuses a list for a text", "name: [Rex]\nlegs: 4", `pet.yaml:1:7: field "name" must be a text, not a list`},
		{"refuses a text for a list", "name: Rex\nlegs: 4\nlikes: a", `pet.yaml:3:8: Rex: field "likes" must be a list, not a text`},
		{"refuses a list inside a list of texts", "name: Rex\nlegs: 4\nlikes: [[a]]", `pet.yaml:3:9: Rex: an entry of "likes" must be a text, not a list`},
		{"refuses nothing inside a list of texts", "name: Rex\nlegs: 4\nlikes: [~]", `pet.yaml:3:9: Rex: an entry of "likes" must be a text, not nothing`},
		{"refuses a text twice in a list", "name: Rex\nlegs: 4\nlikes: [a, b, a]", `pet.yaml:3:15: Rex: "a" twice in "likes"`},
		{"refuses a number out of its range", "name: Rex\nlegs: 9", `pet.yaml:2:7: Rex: field "legs" must be 0 to 8, not 9`},
		{"refuses a fraction for a whole number", "name: Rex\nlegs: 4.0", `pet.yaml:2:7: Rex: field "legs" must be a whole number, not "4.0"`},
		{"refuses a list with a number out of range", "name: Rex\nlegs: 4\nspots: [1, 10]", `pet.yaml:3:12: Rex: field "spots" must hold whole numbers from 0 to 9`},
		{"refuses a word outside the choice and names the nearest", "name: Rex\nlegs: 4\nsound: brak", `pet.yaml:3:8: Rex: field "sound" cannot be "brak" (did you mean "bark"?)`},
		{"refuses a word outside the choice and lists it", "name: Rex\nlegs: 4\nsound: roaring", `pet.yaml:3:8: Rex: field "sound" cannot be "roaring" (write bark, meow, none)`},
		{"refuses yes for true", "name: Rex\nlegs: 4\ntame: yes", `pet.yaml:3:7: Rex: field "tame" must be true or false, not "yes"`},
		{"refuses a day that does not exist", "name: Rex\nlegs: 4\nborn: 2021-02-29", `pet.yaml:3:7: Rex: field "born" must be a date (write it as 2026-11-22)`},
		{"refuses a text among entries", "name: Rex\nlegs: 4\ntoys:\n  - ball", `pet.yaml:4:5: Rex: an entry of "toys" must hold fields, not a text`},
		{"checks entries below", "name: Rex\nlegs: 4\ntoys:\n  - nam: ball", "pet.yaml:4:5: Rex: missing field \"name\"\npet.yaml:4:5: Rex: unknown field \"nam\" (did you mean \"name\"?)"},
		{"checks fields below", "name: Rex\nlegs: 4\nhome: {stret: x}", `pet.yaml:3:8: Rex: unknown field "stret" (did you mean "street"?)`},
		{"refuses a text for fields", "name: Rex\nlegs: 4\nhome: x", `pet.yaml:3:7: Rex: field "home" must hold fields, not a text`},
		{"refuses an empty file", "", "pet.yaml:1:1: the file is empty (remove it or fill it)"},
		{"refuses a file of comments", "# nothing\n", "pet.yaml:1:1: the file is empty (remove it or fill it)"},
		{"refuses a list at the top", "- a", `pet.yaml:1:1: not a list of fields (begin with a field such as "service: sqs")`},
		{"refuses a second document", "name: Rex\nlegs: 4\n---\nname: Tom", "pet.yaml:3:1: a second document (keep one document in a file; remove the line ---)"},
		{"refuses an anchor and an alias", "name: &n Rex\nlegs: 4\nsound: *n", "pet.yaml:1:7: an anchor (&) (remove it; put a text that begins with & in quotes)\npet.yaml:3:8: an alias (*) (write the text out; put a text that begins with * in quotes)"},
		{"refuses an alias to nothing", "name: *n\nlegs: 4", "pet.yaml:1:1: an alias (*) (write the text out; put a text that begins with * in quotes)"},
		{"refuses a merge", "name: Rex\nlegs: 4\nhome: {<<: {street: x}}", "pet.yaml:3:8: a merge (<<) (write the fields out)"},
		{"refuses a tag", "name: !!binary UmV4\nlegs: 4", "pet.yaml:1:7: a tag (!) (remove it; put a text that begins with ! in quotes)"},
		{"refuses a list as a field name", "? [a]\n: b", "pet.yaml:1:3: a field name must be a word"},
		{"refuses depth", strings.Repeat("a: {", 20) + strings.Repeat("}", 20), "pet.yaml:1:80: nested over 20 deep"},
		{"refuses over 64 fields", fields(65), "pet.yaml:1:1: over 64 fields in one place"},
		{"refuses 40,000 fields", fields(40_000), "pet.yaml:1:1: over 64 fields in one place"},
		{"refuses a giant text", "name: " + strings.Repeat("x", 16<<10+1), "pet.yaml:1:7: a text over 16 KiB"},
		{"refuses a giant file", strings.Repeat("#", maxSize+1), "pet.yaml:1:1: the file is over 4 MiB (split it into several files)"},
		{"refuses too many entries", "likes: [" + strings.Repeat("a,", 200_001), "pet.yaml:1:400006: too many entries in one file (split it into several files)"},
		{"points at a byte of Latin-1", "name: Rex\nlegs: é \xe9", "pet.yaml:2:9: byte 0xe9 is not UTF-8 (save the file as UTF-8)"},
		{"knows UTF-16", "\xff\xfen\x00a\x00", "pet.yaml:1:1: byte 0xff is not UTF-8 (it looks like UTF-16; save the file as UTF-8)"},
		{"points at a NUL", "name: \x00", "pet.yaml:1:7: a NUL byte (save the file as UTF-8)"},
		{"points at an escape", "legs: 4\nname: \x1b[2J", "pet.yaml:2:7: control character U+001B (remove it; editors may not show it)"},
		{"points at a C1 control", "name: a\u009b", "pet.yaml:1:8: control character U+009B (remove it; editors may not show it)"},
		{"points at a bidi override", "name: a\u202eb", "pet.yaml:1:8: control character U+202E (remove it; editors may not show it)"},
		{"points at a carriage return alone", "name: a\rb", "pet.yaml:1:8: control character U+000D (remove it; editors may not show it)"},
		{"points at a byte order mark inside", "name: a\ufeff", "pet.yaml:1:8: control character U+FEFF (remove it; editors may not show it)"},
		{"refuses an escape written in quotes", "name: \"\\e[2J\"\nlegs: 4", "pet.yaml:1:7: control character U+001B in a text (remove the escape that makes it)"},
		{"refuses an escape in a field name", "\"\\x9b\": 4", "pet.yaml:1:1: control character U+009B in a text (remove the escape that makes it)"},
		{"finds the line of a wrong indentation", "name: Rex\nlegs: 4\nhome:\n   street: x\n  number: 3\n", "pet.yaml:5:1: the line does not fit the lines before it (check its indentation and the quotes around it)"},
		{"finds the line of a list out of line", "likes:\n  - a\n  - b\n - c\n", "pet.yaml:4:1: the line does not fit the lines before it (check its indentation and the quotes around it)"},
		{"finds the line of an open bracket", "name: Rex\nlegs: 4\nlikes: [a, b\n", "pet.yaml:3:1: a bracket is not closed, or a comma is missing"},
		{"finds the line of a missing comma", "name: Rex\nlegs: 4\nlikes: [a\"b\"\n   c: d]\n", "pet.yaml:3:1: a bracket is not closed, or a comma is missing"},
		{"explains a second colon", "name: Rex\nlegs: four: 4", "pet.yaml:2:1: a second colon on the line (put the text in quotes, since it holds \": \")"},
		{"explains a tab", "home:\n\tstreet: x", "pet.yaml:2:1: a character that cannot begin a text (indent with spaces, not tabs; put a text that begins with @, ` or % in quotes)"},
		{"explains an open quote", "legs: 4\nname: \"Rex\n", "pet.yaml:2:1: a quote is not closed (close it before the end of the file)"},
		{"explains a line that is no field", "name: Rex\nlegs\n", "pet.yaml:2:1: neither a field nor part of a text (write \"field: text\", or indent it under a |)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := read(c.text); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func fields(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d: 1\n", i)
	}
	return b.String()
}

func TestValuesAreRead(t *testing.T) {
	var r Reader
	m, ok := r.Bytes("pet.yaml", []byte("name: |\n  Rex\n\nlegs: 4\ntame: true\nspots: [7, 0]\nborn: 2020-02-29\nlikes: [ball, 'on']\n"))
	if !ok {
		t.Fatal(r.Problems())
	}
	got := fmt.Sprintf("%q %d %v %v %v %q", m.Text("name"), m.Int("legs", 0, 8), m.Bool("tame"), m.Ints("spots", 0, 9),
		m.Date("born").Format("Jan 2"), Words(m.Texts("likes")))
	want := `"Rex" 4 true [7 0] Feb 29 ["ball" "on"]`
	if got != want || !m.OK() {
		t.Errorf("got %s (%v), want %s", got, r.Problems(), want)
	}
	if at := m.Place("legs").String(); at != "pet.yaml:4:7" {
		t.Errorf("legs stand at %s", at)
	}
}

func TestAFileFullOfFaultsIsCutShort(t *testing.T) {
	var r Reader
	m, _ := r.Bytes("pet.yaml", []byte("name: Rex\nlegs: 4\ntoys:\n"+strings.Repeat("  - {}\n", 5000)))
	readPet(m)
	ps := r.Problems()
	if len(ps) != maxPerFile+1 {
		t.Fatalf("%d problems told", len(ps))
	}
	if last := ps[maxPerFile].Message; last != "over 500 problems in this file; the others are not shown" {
		t.Error(last)
	}
	if m.OK() {
		t.Error("the file counts as good")
	}
}

func TestOnlyRegularFilesAreOpened(t *testing.T) {
	fsys := fstest.MapFS{
		"a.yaml/b": {Data: []byte("x")},
		"c.yaml":   {Data: []byte("x"), Mode: 0o600 | 1<<25}, // fs.ModeNamedPipe
	}
	var r Reader
	for _, name := range []string{"a.yaml", "c.yaml", "d\x1b.yaml"} {
		if _, ok := r.File(fsys, name); ok {
			t.Errorf("%q was read", name)
		}
	}
	want := "a.yaml:1:1: not a file but a folder\nc.yaml:1:1: not a file but a pipe\nd\\x1b.yaml:1:1: cannot be read: file does not exist"
	if got := r.Problems().Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
