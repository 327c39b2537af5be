package main

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"dva/content"
	"dva/deck"
)

// form is a kind of entry that a learner may write: where it goes and what its
// template is.
type form struct {
	name   string // as typed
	list   string // the field of a file that holds such entries, and the folder of such files
	mark   string // in ids, between the service and the number
	schema string
	// entry is the template with blanks as they are given, one of them for each %s.
	entry string
}

// forms are all kinds. Texts stand below a |, where colons, quotes and # need no
// care.
var forms = []form{
	{name: "card", list: "cards", mark: "-", schema: content.CardsSchema, entry: `  # Change the id as you like now, but never once you have reviewed it: progress hangs on it.
  - id: {{id}}
    # What is asked. Name the service: cards come mixed.
    front: |
      %s
    # The **answer** in bold in the first line, then why. Markdown.
    back: |
      %s
    # Or, in place of front and back, a sentence of which each blank is asked on its own:
    # cloze: "A queue keeps a message {{c1::4 days}} by default, and {{c2::14 days}} at most."
    skills: []  # of the exam, such as "4.3.3"; a card of your own needs none
    doc: {{doc}}  # the page that settles it
    checked: {{today}}  # when you held it against that page
    level: core  # core comes first, then useful; edge only on wish
`},
	{name: "question", list: "questions", mark: "-q-", schema: content.QuestionsSchema, entry: `  # Change the id as you like now, but never once you have reviewed it: progress hangs on it.
  - id: {{id}}
    # A scenario, a requirement, and one question as the last sentence.
    stem: |
      %s
    # Four choices, one of them correct; or five or six with two or three. They come
    # shuffled: name neither letters nor an order.
    choices:
      - correct: true
        text: |
          %s
        # Why it is right.
        why: |
          %s
      - text: |
          %s
        # Exactly why it is wrong, and what it would be right for.
        why: |
          %s
      - text: |
          %s
        why: |
          %s
      - text: |
          %s
        why: |
          %s
    skills: []  # of the exam, such as "4.3.3"; mock exams ask only questions that have one
    difficulty: 2  # 1 recall, 2 apply, 3 weigh two workable options
    doc: {{doc}}  # the page that settles it
    checked: {{today}}  # when you held it against that page
`},
}

func formNamed(name string) form {
	for _, f := range forms {
		if f.name == name {
			return f
		}
	}
	panic("no form is called " + name)
}

// head begins a file of such entries about a service.
func (f form) head(s deck.Service) string {
	return fmt.Sprintf(`# yaml-language-server: $schema=../schema/%s.json
#
# Your own %s about %s.
# Fundamentals before details: new ones come in this order.
service: %s
%s:
`, f.list, f.list, strings.Join(strings.Fields(s.Name), " "), s.Key, f.list)
}

// template is an entry with this id whose blanks hold text, its list indented by
// indent.
func (f form) template(s deck.Service, id, indent, text string, today time.Time) string {
	out := strings.NewReplacer("{{id}}", id, "{{doc}}", s.Doc, "{{today}}", today.Format(time.DateOnly), "%s", text).Replace(f.entry)
	const written = "  " // how entry is indented
	lines := strings.SplitAfter(strings.TrimSuffix(out, "\n"), "\n")
	for i, l := range lines {
		lines[i] = indent + strings.TrimPrefix(l, written)
	}
	return strings.Join(lines, "") + "\n"
}

var (
	topField = regexp.MustCompile(`(?m)^([^\s#-][^:]*):[ \t]*(.*)$`)
	dashAt   = regexp.MustCompile(`(?m)^( *)- `)
)

// indentIn is how the entries of a file are indented, when one may be put at its
// end: it is about this service and ends in a list of such entries.
func (f form) indentIn(text, service string) (indent string, ok bool) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	fields := topField.FindAllStringSubmatchIndex(text, -1)
	if len(fields) == 0 {
		return "", false
	}
	about := ""
	for _, at := range fields {
		if text[at[2]:at[3]] == "service" {
			about = strings.Trim(text[at[4]:at[5]], `"' `)
		}
	}
	last := fields[len(fields)-1]
	value, _, _ := strings.Cut(text[last[4]:last[5]], "#")
	if text[last[2]:last[3]] != f.list || strings.TrimSpace(value) != "" || about != service {
		return "", false
	}
	if dash := dashAt.FindStringSubmatch(text[last[1]:]); dash != nil {
		return dash[1], true
	}
	return "  ", true
}
