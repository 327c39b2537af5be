package deck_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"dva/deck"
)

// form is the schema that a file of the content must fit.
func form(name string) string {
	if folder, _, below := strings.Cut(name, "/"); below {
		return folder
	}
	return strings.TrimSuffix(name, ".yaml")
}

func schema(tb testing.TB, form string) *jsonschema.Schema {
	tb.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile("../content/schema/" + form + ".json")
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// instance is a YAML text as an editor's schema check sees it.
func instance(text []byte) (any, error) {
	var v any
	if err := yaml.Unmarshal(text, &v); err != nil {
		return nil, err
	}
	data, err := json.Marshal(dates(v))
	if err != nil {
		return nil, err
	}
	return jsonschema.UnmarshalJSON(bytes.NewReader(data))
}

// dates turns days back into the texts that they are in the YAML of editors.
func dates(v any) any {
	switch v := v.(type) {
	case time.Time:
		return v.Format(time.DateOnly)
	case map[string]any:
		for k := range v {
			v[k] = dates(v[k])
		}
	case []any:
		for i := range v {
			v[i] = dates(v[i])
		}
	}
	return v
}

func TestShippedFilesFitTheirSchemaAndNameIt(t *testing.T) {
	content := os.DirFS("../content")
	err := fs.WalkDir(content, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".yaml") {
			return err
		}
		text, err := fs.ReadFile(content, name)
		if err != nil {
			return err
		}
		v, err := instance(text)
		if err == nil {
			err = schema(t, form(name)).Validate(v)
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		link := path.Join("schema", form(name)+".json")
		if strings.Contains(name, "/") {
			link = "../" + link
		}
		if first, _, _ := strings.Cut(string(text), "\n"); first != "# yaml-language-server: $schema="+link {
			t.Errorf("%s begins with %q", name, first)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// Where a schema can tell, it and the loader agree.
func TestSchemaAndLoaderAgree(t *testing.T) {
	const cards, questions, facts, exam, services = "cards/sqs.yaml", "questions/sqs.yaml", "facts/notes.yaml", "exam.yaml", "services.yaml"
	for _, c := range []struct {
		name, file, old, new string
		good                 bool
	}{
		{"the tree as it is: cards", cards, "", "", true},
		{"the tree as it is: questions", questions, "", "", true},
		{"the tree as it is: facts of notes", facts, "", "", true},
		{"the tree as it is: facts of documentation", "facts/docs.yaml", "", "", true},
		{"the tree as it is: exam", exam, "", "", true},
		{"the tree as it is: services", services, "", "", true},
		{"a back under a cloze", cards, "    skills: []", "    back: More.\n    skills: []", true},
		{"no facts", cards, "    facts: [n1, d-1]\n", "", true},
		{"three correct of six", questions, "      - {text: A5, why: No.}", "      - {text: A5, why: No.}\n      - {text: A6, correct: true, why: Yes.}", true},
		{"an explicit false", questions, "{text: A3, why", "{text: A3, correct: false, why", true},
		{"an optional why of a fact", "facts/docs.yaml", "level: core", "level: core, why: Since so.", true},
		{"a date in quotes", cards, "checked: 2026-11-21", "checked: '2026-11-21'", true},

		{"a cards file without a service", cards, "service: sqs\n", "", false},
		{"an unknown field at the top", cards, "service: sqs\n", "service: sqs\nservce: sqs\n", false},
		{"an unknown field in a card", cards, "    level: core", "    level: core\n    colour: red", false},
		{"an id in capitals", cards, "id: sqs-vt", "id: SQS-vt", false},
		{"an id with two hyphens", cards, "id: sqs-vt", "id: sqs--vt", false},
		{"a long id", cards, "id: sqs-rate", "id: " + strings.Repeat("x", 81), false},
		{"a number for a text", cards, "front: How long is a message of Amazon SQS hidden?", "front: 12", false},
		{"an empty text", cards, "front: How long is a message of Amazon SQS hidden?", "front: \" \"", false},
		{"nothing for a text", cards, "changed: Older material says less.", "changed:", false},
		{"a front and a cloze", cards, "    cloze:", "    front: What?\n    back: That.\n    cloze:", false},
		{"neither front nor cloze", cards, "    cloze: \"FIFO takes {{c1::300}} calls, {{c2::3,000::with batching}} messages.\"\n", "", false},
		{"a front without a back", cards, "    back: |\n      **30 seconds** by default.\n", "", false},
		{"a cloze without a blank", cards, "{{c1::300}} calls, {{c2::3,000::with batching}}", "many", false},
		{"a blank without a number", cards, "{{c1::300}}", "{{300}}", false},
		{"a blank numbered 0", cards, "{{c1::300}}", "{{c0::300}}", false},
		{"a skill that is no skill", cards, `["1.1.1"]`, `["1.1"]`, false},
		{"skills that are no list", cards, `["1.1.1"]`, `"1.1.1"`, false},
		{"a skill that is a number", cards, `["1.1.1"]`, "[1.1]", false},
		{"a fact twice", cards, "[n1, d-1]", "[n1, n1]", false},
		{"a link without https", cards, "https://docs.aws.amazon.com/c.html", "http://docs.aws.amazon.com/c.html", false},
		{"a link with a space", cards, "https://docs.aws.amazon.com/c.html", "https://docs.aws.amazon.com/c d", false},
		{"no link", cards, "    doc: https://docs.aws.amazon.com/c.html\n", "", false},
		{"a day that does not exist", cards, "checked: 2026-11-21", "checked: 2026-11-31", false},
		{"a date in words", cards, "checked: 2026-11-21", "checked: today", false},
		{"a level that is none", cards, "level: edge", "level: easy", false},
		{"a word for true", cards, "volatile: true", "volatile: sure", false},
		{"no correct choice", questions, "{text: Right, correct: true,", "{text: Right,", false},
		{"two correct of four", questions, "{text: Wrong,", "{text: Wrong, correct: true,", false},
		{"one correct of five", questions, "{text: A2, correct: true,", "{text: A2,", false},
		{"three choices", questions, "      - {text: Bad, why: Because it is not.}\n", "", false},
		{"a choice without a reason", questions, "{text: Bad, why: Because it is not.}", "{text: Bad}", false},
		{"an unknown field in a choice", questions, "{text: Bad, why", "{text: Bad, whi: x, why", false},
		{"a difficulty out of range", questions, "difficulty: 3", "difficulty: 4", false},
		{"a difficulty that is no number", questions, "difficulty: 3", "difficulty: hard", false},
		{"a question without a stem", questions, "    stem: Pick some.\n", "", false},
		{"a verdict that is none", facts, "verdict: current", "verdict: right", false},
		{"a fact of the notes without a place", facts, "where: Top, says: Queues wait", "says: Queues wait", false},
		{"a fact without a claim", facts, "claim: Queues hold messages., ", "", false},
		{"a fact of the documentation without skills", "facts/docs.yaml", `skills: ["1.1.1"], `, "", false},
		{"evidence that is none", facts, "evidence: verified", "evidence: sure", false},
		{"a weight of nothing", exam, "weight: 40", "weight: 0", false},
		{"an exam without a scale", exam, "scale: {min: 100, max: 1000, pass: 720}\n", "", false},
		{"a skill without services", exam, ", services: [iam]", "", false},
		{"an alias in capitals", services, "[simple queue service]", "[SQS]", false},
		{"a service without a name", services, "name: Amazon SNS, ", "", false},
		{"a service without a scope", services, "in_scope: true, doc: https://docs.aws.amazon.com/sns.html", "doc: https://docs.aws.amazon.com/sns.html", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := tree(t, [3]string{c.file, c.old, c.new})
			_, err := deck.Load(fsys)
			if loads := err == nil; loads != c.good {
				t.Errorf("the loader says %v", err)
			}
			v, err := instance(fsys[c.file].Data)
			if err != nil {
				t.Fatal(err)
			}
			if err := schema(t, form(c.file)).Validate(v); (err == nil) != c.good {
				t.Errorf("the schema says %v", err)
			}
		})
	}
}

// An editor explains each field from its schema.
func TestSchemasExplainEveryField(t *testing.T) {
	for _, name := range []string{"cards", "questions", "facts", "services", "exam"} {
		data, err := os.ReadFile("../content/schema/" + name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var v map[string]any
		if err := json.Unmarshal(data, &v); err != nil {
			t.Fatal(err)
		}
		explained(t, name, v)
	}
}

func explained(t *testing.T, at string, v any) {
	switch v := v.(type) {
	case map[string]any:
		fields, _ := v["properties"].(map[string]any)
		for name, field := range fields {
			f := field.(map[string]any)
			if _, asserts := f["const"]; asserts {
				continue // a condition, not a field
			}
			items, _ := f["items"].(map[string]any)
			if f["description"] == nil && (items == nil || items["description"] == nil) {
				t.Errorf("%s.%s has no description", at, name)
			}
		}
		for name, below := range v {
			explained(t, at+"."+name, below)
		}
	case []any:
		for _, below := range v {
			explained(t, at, below)
		}
	}
}
