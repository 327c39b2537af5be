package deck

import (
	"fmt"
	"slices"

	"dva/deck/strict"
)

// readQuestions reads a file of exam questions.
func (l *loader) readQuestions(m *strict.Map) {
	m.Require("service", "questions")
	service := m.Text("service")
	l.refer(toService, "", strict.Word{Text: service, At: m.Place("service")})
	for _, entry := range m.Maps("questions") {
		l.readQuestion(entry, service)
	}
	m.Done()
}

func (l *loader) readQuestion(m *strict.Map, service string) {
	q := &Question{ID: readID(m), Service: service, At: m.At()}
	m.Require("id", "stem", "choices", "skills", "difficulty", "doc", "checked")
	q.Stem = m.Text("stem")
	q.Choices = readChoices(m)
	q.Services = l.refer(toService, q.ID, m.Texts("services")...)
	if slices.Contains(q.Services, service) {
		m.Problem("services", fmt.Sprintf("%q is the file's own service", service), "name only the others")
	}
	q.Skills = l.refer(toSkill, q.ID, m.Texts("skills")...)
	q.Cards = l.refer(toCard, q.ID, m.Texts("cards")...)
	q.Facts = l.refer(toFact, q.ID, m.Texts("facts")...)
	q.Difficulty = m.Int("difficulty", 1, 3)
	q.Enemies = l.refer(toQuestion, q.ID, m.Texts("enemies")...)
	if slices.Contains(q.Enemies, q.ID) {
		m.Problem("enemies", "the question is its own enemy", "")
	}
	q.Doc, q.Checked = readDoc(m, "doc"), m.Date("checked")
	q.Volatile, q.Changed = m.Bool("volatile"), m.Text("changed")
	formerly := m.Texts("formerly")
	q.Formerly = strict.Words(formerly)
	m.Done()
	l.declare(m, q.ID, formerly, true)
	if m.OK() {
		l.questions = append(l.questions, q)
	}
}

// readChoices reads the choices and refuses counts that the exam does not have:
// 4 with one correct, or 5 or 6 with 2 or 3 correct.
func readChoices(m *strict.Map) []Choice {
	var choices []Choice
	correct := 0
	entries := m.Maps("choices")
	for _, entry := range entries {
		entry.Require("text", "why")
		c := Choice{Text: entry.Text("text"), Correct: entry.Bool("correct"), Why: entry.Text("why")}
		entry.Done()
		if slices.ContainsFunc(choices, func(o Choice) bool { return o.Text == c.Text && c.Text != "" }) {
			entry.Problem("text", "the same choice twice", "")
		}
		if c.Correct {
			correct++
		}
		choices = append(choices, c)
	}
	switch n := len(choices); {
	case n == 0: // missing, or told already
	case correct == 0:
		m.Problem("choices", "no choice is marked correct", "add correct: true to each that is")
	case n == 4 && correct == 1, (n == 5 || n == 6) && (correct == 2 || correct == 3):
	case correct == 1:
		m.Problem("choices", fmt.Sprintf("%d choices, one of them correct", n), "one correct choice needs exactly 4 choices")
	case correct > 3:
		m.Problem("choices", fmt.Sprintf("%d correct choices", correct), "at most 3 can be correct")
	default:
		m.Problem("choices", fmt.Sprintf("%d choices, %d of them correct", n, correct), "several correct choices need 5 or 6 choices")
	}
	return choices
}
