package lint_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"dva/content"
	"dva/deck"
	"dva/deck/lint"
	"dva/deck/strict"
)

var now = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

const cards = `service: sqs
cards:
  - id: sqs-vt
    front: How long is a message of Amazon SQS hidden?
    back: |
      **30 seconds** by default.
    skills: ["1.1.1"]
    facts: [n1, d-1]
    doc: https://docs.aws.amazon.com/c.html
    checked: 2026-11-21
    level: core
  - id: sqs-rate
    cloze: "A FIFO queue of SQS takes {{c1::300}} calls, {{c2::3,000}} in batches."
    skills: []
    doc: https://docs.aws.amazon.com/d.html
    checked: 2026-11-20
    level: edge
`

const questions = `service: sqs
questions:
  - id: sqs-q-one
    stem: A worker of the team reads messages from a queue in Amazon SQS and is slow when many of them come. What helps?
    choices:
      - {text: Right, correct: true, why: Because this is what the requirement of the team asks for.}
      - {text: Wrong, why: Because this is not what the requirement of the team asks for.}
      - {text: Bad, why: Because this is not what the requirement of the team asks for.}
      - {text: Poor, why: Because this is not what the requirement of the team asks for.}
    skills: ["1.1.2"]
    difficulty: 3
    doc: https://docs.aws.amazon.com/e.html
    checked: 2026-11-21
`

// tree is a small content with one change.
func tree(tb testing.TB, file, old, changed string) fstest.MapFS {
	tb.Helper()
	files := map[string]string{
		"cards/sqs.yaml": cards, "questions/sqs.yaml": questions,
		"exam.yaml": `code: X
name: X
first_day: 2026-12-01
asked: 10
scored: 10
minutes: 20
extra_minutes: 0
scale: {min: 100, max: 1000, pass: 720}
domains: [{id: "1", name: A, weight: 100, tasks: [{id: "1.1", name: B, skills: [{id: "1.1.1", text: C, services: [sqs]}, {id: "1.1.2", text: D, services: [sns]}, {id: "1.1.3", text: E, services: [sns]}]}]}]
mock: {multiple: {target: 15, least: 10, most: 20}, forms: []}
sources: []
`,
		"services.yaml": `services:
  - {key: sqs, name: Amazon SQS, category: A, in_scope: true, doc: https://docs.aws.amazon.com/a.html, aliases: [simple queue service]}
  - {key: sns, name: Amazon SNS, category: A, in_scope: true, doc: https://docs.aws.amazon.com/a.html}
  - {key: fifo, name: FIFO topics, category: A, in_scope: true, parent: sns, doc: https://docs.aws.amazon.com/a.html}
  - {key: swf, name: Amazon SWF, category: A, in_scope: false, doc: https://docs.aws.amazon.com/a.html}
`,
		"facts/notes.yaml": `source: Notes
facts:
  - {id: n1, where: Top, says: One, service: sqs, verdict: current, claim: One., doc: https://docs.aws.amazon.com/a.html, evidence: verified, weight: core}
  - {id: n2, where: Top, says: Two, service: sqs, verdict: wrong, claim: Two., doc: https://docs.aws.amazon.com/a.html, evidence: verified, weight: useful}
  - {id: n3, where: Top, says: Three, service: sqs, verdict: not-a-fact, evidence: recalled, weight: peripheral}
`,
		"facts/docs.yaml": `source: Documentation
facts:
  - {id: d-1, service: sqs, skills: ["1.1.1"], claim: One., doc: https://docs.aws.amazon.com/b.html, evidence: verified, level: core}
  - {id: d-2, service: sqs, skills: ["1.1.1"], claim: Two., doc: https://docs.aws.amazon.com/b.html, evidence: verified, level: useful}
  - {id: d-3, service: sqs, skills: ["1.1.1"], claim: Three., doc: https://docs.aws.amazon.com/b.html, evidence: verified, level: edge}
`,
	}
	if !strings.Contains(files[file], old) {
		tb.Fatalf("%s does not hold %q", file, old)
	}
	files[file] = strings.Replace(files[file], old, changed, 1)
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func check(tb testing.TB, file, old, changed string) lint.Report {
	tb.Helper()
	d, err := deck.Load(tree(tb, file, old, changed))
	ps, _ := errors.AsType[strict.Problems](err)
	return lint.Check(d, lint.Options{Now: now, Problems: ps})
}

func TestRules(t *testing.T) {
	const c, q = "cards/sqs.yaml", "questions/sqs.yaml"
	long := "**A** " + strings.Repeat("word ", 60)
	for _, r := range []struct{ name, file, old, changed, want string }{
		{"nothing is wrong", c, "", "", ""},
		{"what the loader refuses", c, "level: core", "level: cor", `load error cards/sqs.yaml:11 sqs-vt: field "level" cannot be "cor" (did you mean "core"?)`},
		{"a back without a bold answer", c, "**30 seconds**", "30 seconds", "bold warning cards/sqs.yaml:3 sqs-vt: no **answer** in bold in the first line of the back"},
		{"a bold answer in the second line", c, "**30 seconds** by", "It is\n      **30 seconds** by", "bold warning cards/sqs.yaml:3 sqs-vt: no **answer** in bold in the first line of the back"},
		{"a long back", c, "**30 seconds** by default.", long, "long warning cards/sqs.yaml:3 sqs-vt: the back has 61 words outside code; keep it to 60, or make two cards"},
		{"a back whose words are code", c, "**30 seconds** by default.", "**A**\n\n      ```text\n      " + long + "\n      ```", ""},
		{"a front that asks nothing", c, "hidden?", "hidden.", "asks warning cards/sqs.yaml:3 sqs-vt: the front has no question mark and no ___ to fill"},
		{"a front with a gap", c, "hidden?", "hidden ___.", ""},
		{"a front that names no service", c, "of Amazon SQS ", "", "names warning cards/sqs.yaml:3 sqs-vt: the front names no service"},
		{"a front that names a service by an alias", c, "of Amazon SQS ", "of the Simple Queue Service ", ""},
		{"a front that begins with the service", c, "How long is a message of Amazon SQS hidden?", "SQS hides what?", ""},
		{"a service behind a word that ends in it", c, "a message of Amazon SQS", "a SQSQS-SQS message", ""},
		{"a service inside another word", c, "of Amazon SQS ", "of MySQSish ", "names warning cards/sqs.yaml:3 sqs-vt: the front names no service"},
		{"a code block without a language", c, "**30 seconds** by default.", "**A**\n\n      ```\n      x\n      ```", "fence warning cards/sqs.yaml:3 sqs-vt: a code block without a language; write ```json, ```bash or ```text"},
		{"checked tomorrow", c, "checked: 2026-11-21", "checked: 2026-11-24", "checked error cards/sqs.yaml:3 sqs-vt: checked on 2026-11-24, which is to come"},
		{"checked 15 months ago", c, "checked: 2026-11-21", "checked: 2025-08-22", ""},
		{"checked longer ago", c, "checked: 2026-11-21", "checked: 2025-08-21", "checked warning cards/sqs.yaml:3 sqs-vt: checked on 2025-08-21, over 15 months ago; hold it against its doc page again"},
		{"a link to a stranger", c, "docs.aws.amazon.com/c", "example.com/c", "link warning cards/sqs.yaml:3 sqs-vt: the doc page is on example.com, which does not make the service"},
		{"a link to a translation", c, "docs.aws.amazon.com/c", "docs.aws.amazon.com/de_de/c", "link warning cards/sqs.yaml:3 sqs-vt: the doc link is to a translation, a PDF or a search; link the page itself"},
		{"a choice that names a letter", q, "text: Wrong", "text: Both A and B", `order error questions/sqs.yaml:3 sqs-q-one: a choice says "Both A and B", but choices are shuffled`},
		{"a reason that names a place", q, "Because this is not what", "As the first choice says this is not what", `order error questions/sqs.yaml:3 sqs-q-one: a choice says "the first choice", but choices are shuffled`},
		{"all of the above", q, "text: Wrong", "text: All of the above", `order error questions/sqs.yaml:3 sqs-q-one: a choice says "All of the above", but choices are shuffled`},
		{"an option that is no letter", q, "text: Wrong", "text: Option group or Region", ""},
		{"a front with two questions", c, "hidden?", "hidden? Why?", "twofold warning cards/sqs.yaml:3 sqs-vt: the front has two questions; make two cards"},
		{"a question mark in code", c, "hidden?", "hidden by `a?b`?", ""},
		{"a front that asks for a list of five", c, "How long is a message of Amazon SQS hidden?\n    back: |\n      **30 seconds** by default.", "Which types does SQS have?\n    back: |\n      **Five:**\n\n      - a\n      - b\n      - c\n      - d\n      - e", "list warning cards/sqs.yaml:3 sqs-vt: the front asks for a list of 5; ask for one of them, or for what tells them apart"},
		{"a front that asks for a list of four", c, "How long is a message of Amazon SQS hidden?\n    back: |\n      **30 seconds** by default.", "Which types does SQS have?\n    back: |\n      **Four:**\n\n      1. a\n      2. b\n      3. c\n      4. d", ""},
		{"a list of five that nobody asks for", c, "**30 seconds** by default.", "**Five:**\n\n      - a\n      - b\n      - c\n      - d\n      - e", ""},
		{"two fronts in nearly the same words", c, "  - id: sqs-rate\n    cloze: \"A FIFO queue of SQS takes {{c1::300}} calls, {{c2::3,000}} in batches.\"\n", "  - id: sqs-rate\n    front: How long is a message of SQS hidden, Amazon?\n    back: \"**30 seconds**\"\n", "fronts warning cards/sqs.yaml:12 sqs-rate: the front is nearly that of sqs-vt; ask something else"},
		{"two fronts with a few words in common", c, "  - id: sqs-rate\n    cloze: \"A FIFO queue of SQS takes {{c1::300}} calls, {{c2::3,000}} in batches.\"\n", "  - id: sqs-rate\n    front: How long is a message of Amazon SQS kept for a reader?\n    back: \"**4 days**\"\n", ""},
		{"a reason of few words", q, "why: Because this is not what the requirement of the team asks for.", "why: It is wrong.", `why warning questions/sqs.yaml:3 sqs-q-one: the why of "Wrong" has 3 words; give a reason of 8 or more`},
	} {
		t.Run(r.name, func(t *testing.T) {
			var lines []string
			for _, f := range check(t, r.file, r.old, r.changed).Findings {
				lines = append(lines, fmt.Sprintf("%s %s %s:%d %s: %s", f.Rule, f.Severity, f.File, f.Line, f.ID, f.Message))
			}
			if got := strings.Join(lines, "\n"); got != r.want {
				t.Errorf("got\n%s\nwant\n%s", got, r.want)
			}
		})
	}
}

func TestCoverageAsScriptsReadIt(t *testing.T) {
	got, err := json.Marshal(check(t, "cards/sqs.yaml", "", ""))
	want := `{"cards":2,"questions":1,` +
		`"facts":{"total":2,"covered":1,"missing":["n2"],"docs_core":1,"docs_core_covered":1,"docs_useful":1,"docs_useful_covered":0},` +
		`"skills":{"total":3,"with_cards":1,"with_questions":1},"services":{"in_scope":2,"with_cards":1,"with_questions":1},` +
		`"statistics":{`
	if err != nil || !strings.HasPrefix(string(got), want) || !strings.HasSuffix(string(got), `},"findings":[]}`) {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	r := check(t, "cards/sqs.yaml", "**30 seconds**", "30 seconds")
	got, _ = json.Marshal(r.Findings)
	want = `[{"rule":"bold","severity":"warning","file":"cards/sqs.yaml","line":3,"id":"sqs-vt","message":"no **answer** in bold in the first line of the back"}]`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestStrictFailsOnWarningsToo(t *testing.T) {
	for _, c := range []struct {
		name         string
		old, changed string
		fails        bool
		failsStrict  bool
	}{
		{"nothing", "", "", false, false},
		{"a warning", "hidden?", "hidden", false, true},
		{"an error", "checked: 2026-11-21", "checked: 2027-11-21", true, true},
	} {
		r := check(t, "cards/sqs.yaml", c.old, c.changed)
		if r.Failed(false) != c.fails || r.Failed(true) != c.failsStrict {
			t.Errorf("%s: %v, strict %v", c.name, r.Failed(false), r.Failed(true))
		}
	}
}

func TestOwnDecksAreLookedAtAlone(t *testing.T) {
	d, err := deck.Load(tree(t, "cards/sqs.yaml", "**30 seconds**", "30 seconds"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	mine := strings.NewReplacer("sqs-vt", "my-vt", "sqs-rate", "my-rate", "hidden?", "hidden").Replace(cards)
	if err := os.WriteFile(dir+"/a.yaml", []byte(mine), 0o600); err != nil {
		t.Fatal(err)
	}
	own, err := deck.LoadOwn(dir, d, "")
	if err != nil {
		t.Fatal(err)
	}
	joined, err := deck.Join(d, own)
	if err != nil {
		t.Fatal(err)
	}
	r := lint.Check(joined, lint.Options{Now: now, Own: true})
	if r.Cards != 2 || r.Questions != 0 || len(r.Findings) != 1 || r.Findings[0].ID != "my-vt" {
		t.Errorf("got %+v", r)
	}
}

func TestShippedContentHasNoFindings(t *testing.T) {
	d, err := deck.Open(content.Index)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range lint.Check(d, lint.Options{Now: now}).Findings {
		t.Errorf("%s:%d: %s: %s (%s)", f.File, f.Line, f.ID, f.Message, f.Rule)
	}
}

func BenchmarkCheck(b *testing.B) {
	d, err := deck.Open(content.Index)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		lint.Check(d, lint.Options{Now: now})
	}
}
