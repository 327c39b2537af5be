package deck_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"dva/deck"
	"dva/deck/strict"
)

const (
	examYAML = `code: DVA-C03
name: Developer
first_day: 2026-12-01
asked: 65
scored: 50
minutes: 130
extra_minutes: 30
scale: {min: 100, max: 1000, pass: 720}
domains:
  - id: "1"
    name: Development
    weight: 60
    tasks:
      - id: "1.1"
        name: Code
        skills:
          - {id: "1.1.1", text: Decouple., services: [sqs, sns]}
          - {id: "1.1.2", text: Choose., services: [sqs]}
  - id: "2"
    name: Security
    weight: 40
    tasks:
      - id: "2.1"
        name: Access
        skills:
          - {id: "2.1.1", text: Federate., services: [iam]}
mock:
  multiple: {target: 15, least: 10, most: 20}
  forms:
    - {asked: 10, domains: [6, 4]}
sources:
  - {doc: https://docs.aws.amazon.com/x.html, read: 2026-11-21, evidence: verified, says: All of it.}
`
	servicesYAML = `services:
  - {key: sqs, name: Amazon SQS, category: Integration, in_scope: true, doc: https://docs.aws.amazon.com/sqs.html, aliases: [simple queue service]}
  - {key: sns, name: Amazon SNS, category: Integration, in_scope: true, doc: https://docs.aws.amazon.com/sns.html}
  - {key: iam, name: AWS IAM, category: Security, in_scope: true, doc: https://docs.aws.amazon.com/iam.html}
  - {key: fifo, name: FIFO queues, category: Integration, in_scope: true, parent: sqs, doc: https://docs.aws.amazon.com/fifo.html}
`
	factsYAML = `source: Notes
facts:
  - {id: n1, where: Top, says: Queues wait, service: sqs, verdict: current, claim: Queues hold messages., doc: https://docs.aws.amazon.com/a.html, evidence: verified, domain: development, weight: core}
  - {id: n2, where: Top, says: Hello, service: iam, verdict: not-a-fact, evidence: recalled, domain: none, weight: peripheral}
`
	docsYAML = `source: Documentation
facts:
  - {id: d-1, service: sqs, skills: ["1.1.1"], claim: A queue decouples., doc: https://docs.aws.amazon.com/b.html, evidence: verified, level: core}
`
	cardsYAML = `service: sqs
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
    formerly: [sqs-visibility]
  - id: sqs-rate
    cloze: "FIFO takes {{c1::300}} calls, {{c2::3,000::with batching}} messages."
    skills: []
    doc: https://docs.aws.amazon.com/d.html
    checked: 2026-11-20
    level: edge
    volatile: true
    changed: Older material says less.
    formerly: [sqs-calls]
`
	questionsYAML = `service: sqs
questions:
  - id: sqs-q-one
    stem: A worker is slow. What helps?
    choices:
      - {text: Right, correct: true, why: Because it is.}
      - {text: Wrong, why: Because it is not.}
      - {text: Bad, why: Because it is not.}
      - {text: Poor, why: Because it is not.}
    skills: ["1.1.2"]
    services: [sns]
    cards: [sqs-vt]
    facts: [d-1]
    difficulty: 3
    doc: https://docs.aws.amazon.com/e.html
    checked: 2026-11-21
  - id: sqs-q-two
    stem: Pick some.
    choices:
      - {text: A1, correct: true, why: Yes one.}
      - {text: A2, correct: true, why: Yes two.}
      - {text: A3, why: No.}
      - {text: A4, why: No.}
      - {text: A5, why: No.}
    skills: ["1.1.2", "2.1.1"]
    enemies: [sqs-q-one]
    difficulty: 1
    doc: https://docs.aws.amazon.com/e.html
    checked: 2026-11-21
`
)

// tree is a small content tree. Each change replaces, in the named file, the
// first text by the second.
func tree(tb testing.TB, changes ...[3]string) fstest.MapFS {
	tb.Helper()
	files := map[string]string{
		"exam.yaml": examYAML, "services.yaml": servicesYAML, "facts/notes.yaml": factsYAML, "facts/docs.yaml": docsYAML,
		"cards/sqs.yaml": cardsYAML, "questions/sqs.yaml": questionsYAML,
	}
	for _, c := range changes {
		if c[1] != "" && !strings.Contains(files[c[0]], c[1]) {
			tb.Fatalf("%s does not hold %q", c[0], c[1])
		}
		files[c[0]] = strings.Replace(files[c[0]], c[1], c[2], 1)
	}
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
	}
	return fsys
}

func load(tb testing.TB, changes ...[3]string) *deck.Deck {
	tb.Helper()
	d, err := deck.Load(tree(tb, changes...))
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func problems(tb testing.TB, err error) strict.Problems {
	tb.Helper()
	ps, ok := errors.AsType[strict.Problems](err)
	if err != nil && !ok {
		tb.Fatalf("%v is no list of problems", err)
	}
	return ps
}
