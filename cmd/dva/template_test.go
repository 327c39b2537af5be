package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"dva/content"
	"dva/deck"
)

var templateDay = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

func shipped(t *testing.T) *deck.Deck {
	t.Helper()
	d, err := deck.Open(content.Index)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The template of every form and of every service loads once its blanks are
// filled, and says of each blank that it is empty before.
func TestTemplatesLoadOnceTheirBlanksAreFilled(t *testing.T) {
	base := shipped(t)
	for _, f := range forms {
		blanks := strings.Count(f.entry, "%s")
		for _, s := range base.Services {
			dir := t.TempDir()
			file := filepath.Join(dir, f.list+".yaml")
			id := "my-" + s.Key + f.mark + "1"
			write := func(text string) {
				if err := os.WriteFile(file, []byte(f.head(s)+text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			write(f.template(s, id, "  ", "", templateDay))
			_, err := deck.LoadOwn(dir, base, "")
			if n := strings.Count(err.Error(), "is empty"); n != blanks || n != len(problems(err)) {
				t.Errorf("%s of %s: %d of %d blanks are told in\n%v", f.name, s.Key, n, blanks, err)
			}

			filled := f.template(s, id, "  ", "x: #1", templateDay)
			for n := range blanks { // choices must differ
				filled = strings.Replace(filled, "x: #1", strings.Repeat("y", n+1)+`: "#1`, 1)
			}
			write(filled)
			own, err := deck.LoadOwn(dir, base, "")
			if err != nil || len(own.Items) != 1 || own.Items[0].ID != id {
				t.Errorf("%s of %s: %v\n%s", f.name, s.Key, err, filled)
			}
		}
	}
}

func TestWhereAnEntryMayBePutAtTheEnd(t *testing.T) {
	f := formNamed("card")
	for _, tt := range []struct {
		name, text string
		indent     string
		ok         bool
	}{
		{"a file of ours", "service: sqs\ncards:\n  - id: a\n", "  ", true},
		{"a list that is not indented", "service: sqs\ncards:\n- id: a\n  front: b\n", "", true},
		{"a list that is indented by four", "# x\nservice: sqs\ncards: # mine\n\n    - id: a\n", "    ", true},
		{"Windows line ends", "service: sqs\r\ncards:\r\n  - id: a\r\n", "  ", true},
		{"a service in quotes", "service: 'sqs'\ncards:\n  - id: a\n", "  ", true},
		{"a list without entries", "service: sqs\ncards:\n", "  ", true},
		{"another service", "service: sns\ncards:\n  - id: a\n", "", false},
		{"no service", "cards:\n  - id: a\n", "", false},
		{"another list", "service: sqs\nquestions:\n  - id: a\n", "", false},
		{"the list not last", "cards:\n  - id: a\nservice: sqs\n", "", false},
		{"a list in brackets", "service: sqs\ncards: []\n", "", false},
		{"no fields", "- a\n- b\n", "", false},
		{"nothing", "", "", false},
	} {
		if indent, ok := f.indentIn(tt.text, "sqs"); indent != tt.indent || ok != tt.ok {
			t.Errorf("%s: %q, %v", tt.name, indent, ok)
		}
	}
}

// Whatever a file holds, it begins with the same bytes after an entry was begun
// in it or in another, and is the same again when that is taken back.
func TestNoByteIsLostToATemplate(t *testing.T) {
	base := shipped(t)
	s, _ := base.Service("sqs")
	f := formNamed("card")
	for _, tt := range []struct{ name, text string }{
		{"ours", f.head(*s) + f.template(*s, "my-sqs-1", "  ", "**x**", templateDay)},
		{"no line end at its end", "service: sqs\ncards:\n- id: a"},
		{"an empty file", ""},
		{"blank lines", "\n\n"},
		{"a comment", "# to do\n"},
		{"broken", "service: sqs\ncards:\n  - id: [\n"},
		{"not text", "\x00\xff"},
		{"Windows line ends", "service: sqs\r\ncards:\r\n  - id: a\r\n    front: b\r\n"},
		{"a template of another day", f.head(*s) + f.template(*s, "my-sqs-1", "  ", "", templateDay.AddDate(0, 0, -1))},
	} {
		t.Run(tt.name, func(t *testing.T) {
			decks := t.TempDir()
			file := filepath.Join(decks, "own", "cards", "sqs.yaml")
			if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(tt.text), 0o600); err != nil {
				t.Fatal(err)
			}
			dr, err := begin(f, *s, base, decks, templateDay)
			if err != nil {
				t.Fatal(err)
			}
			if got := contentOf(t, file); !strings.HasPrefix(got, tt.text) {
				t.Errorf("the file is now %q", got)
			}
			if lines := strings.Split(contentOf(t, dr.file), "\n"); strings.TrimSpace(lines[dr.line()-1]) != "" || !strings.HasSuffix(lines[dr.line()-2], "front: |") {
				t.Errorf("line %d is %q", dr.line(), lines[dr.line()-1])
			}
			if untouched, err := dr.takeBack(); !untouched || err != nil {
				t.Errorf("untouched %v, %v", untouched, err)
			}
			if got := contentOf(t, file); got != tt.text {
				t.Errorf("taken back, the file is %q", got)
			}
			if dr.file != file {
				if _, err := os.Stat(dr.file); err == nil {
					t.Errorf("%s is still there", dr.file)
				}
			}
		})
	}
}

// Who deletes the file has taken the template back, and nothing made for it stays.
func TestADeletedTemplateLeavesNothing(t *testing.T) {
	base := shipped(t)
	s, _ := base.Service("sqs")
	decks := filepath.Join(t.TempDir(), "decks")
	dr, err := begin(formNamed("card"), *s, base, decks, templateDay)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(dr.file); err != nil {
		t.Fatal(err)
	}
	if untouched, err := dr.takeBack(); !untouched || err != nil {
		t.Errorf("untouched %v, %v", untouched, err)
	}
	if _, err := os.Stat(decks); err == nil {
		t.Error("an empty deck is left")
	}
}

func TestWhatCountsAsWritten(t *testing.T) {
	base := shipped(t)
	s, _ := base.Service("sqs")
	f := formNamed("card")
	had := f.head(*s) + f.template(*s, "my-sqs-1", "  ", "**x**  ", templateDay)
	for _, tt := range []struct {
		name      string
		edit      func(text string) string
		untouched bool
	}{
		{"nothing", func(text string) string { return text }, true},
		{"the ends of the template's lines cleaned", func(text string) string { return had + strings.ReplaceAll(text[len(had):], " \n", "\n") }, true},
		{"the ends of older lines cleaned", func(text string) string { return strings.ReplaceAll(text, " \n", "\n") }, false},
		{"a comment taken out", func(text string) string { return strings.Replace(text, "# What is asked. ", "# ", 2) }, false},
		{"a word in a blank", func(text string) string {
			return text[:len(had)] + strings.Replace(text[len(had):], "      \n", "      why\n", 1)
		}, false},
		{"all taken out", func(string) string { return "" }, false},
	} {
		decks := t.TempDir()
		file := filepath.Join(decks, "own", "cards", "sqs.yaml")
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(had), 0o600); err != nil {
			t.Fatal(err)
		}
		dr, err := begin(f, *s, base, decks, templateDay)
		if err != nil {
			t.Fatal(err)
		}
		edited := tt.edit(contentOf(t, file))
		if err := os.WriteFile(file, []byte(edited), 0o600); err != nil {
			t.Fatal(err)
		}
		want := edited
		if tt.untouched {
			want = had
		}
		if untouched, err := dr.takeBack(); untouched != tt.untouched || err != nil || contentOf(t, file) != want {
			t.Errorf("%s: untouched %v, %v; the file holds\n%q", tt.name, untouched, err, contentOf(t, file))
		}
	}
}

func contentOf(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestAnIdThatIsTakenIsNotGivenAgain(t *testing.T) {
	base := shipped(t)
	s, _ := base.Service("sqs")
	f := formNamed("card")
	decks := t.TempDir()
	var got []string
	for range 3 {
		dr, err := begin(f, *s, base, decks, templateDay)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, dr.id)
		text := strings.ReplaceAll(contentOf(t, dr.file), "      \n", "      **x**\n")
		if err := os.WriteFile(dr.file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if want := "my-sqs-1 my-sqs-2 my-sqs-3"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	own, err := deck.LoadOwn(decks, base, "")
	if err != nil || len(own.Items) != 3 {
		t.Errorf("%d items, %v", len(own.Items), err)
	}
}

func TestParsingNew(t *testing.T) {
	command := func(keep func(any) error) *cobra.Command {
		return newNew(func(o newOptions) error { return keep(o) }, nil)
	}
	for _, tt := range []struct {
		name, line string
		want       any
	}{
		{"a card about AWS in general", "card", newOptions{Form: "card"}},
		{"a card about a service", "card sqs", newOptions{Form: "card", Service: "sqs"}},
		{"a question about a service", "question ddb", newOptions{Form: "question", Service: "ddb"}},
		{"two services are refused", "card sqs sns", nil},
		{"neither card nor question is refused", "", nil},
	} {
		got, err := parse(t, command, tt.line)
		if got != tt.want || (err == nil) != (tt.want != nil) {
			t.Errorf("%s: got %+v, %v", tt.name, got, err)
		}
	}
}

func TestTheEditorIsTheLearners(t *testing.T) {
	for _, tt := range []struct {
		name string
		env  map[string]string
		want string
	}{
		{"none", nil, ""},
		{"EDITOR", map[string]string{"EDITOR": "vi"}, "vi"},
		{"VISUAL before EDITOR", map[string]string{"EDITOR": "ed", "VISUAL": "code --wait"}, "code --wait"},
		{"EDITOR on a terminal of lines", map[string]string{"EDITOR": "ed", "VISUAL": "vi", "TERM": "dumb"}, "ed"},
		{"blanks are none", map[string]string{"EDITOR": "ed", "VISUAL": "  "}, "ed"},
	} {
		a := &app{env: func(k string) string { return tt.env[k] }}
		if got := a.editor(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
