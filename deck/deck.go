package deck

import (
	"time"

	"dva/deck/strict"
)

// Card is a flashcard as written in content/cards. It has Front and Back, or
// Cloze with an optional Back, never both.
type Card struct {
	ID       string
	Service  string
	Front    string
	Back     string
	Cloze    string
	Skills   []string
	Facts    []string
	Doc      string
	Checked  time.Time // a date, at 00:00 UTC
	Level    Level
	Volatile bool
	Changed  string
	Formerly []string
	At       Place
}

// Question is an exam question as written in content/questions.
type Question struct {
	ID         string
	Service    string
	Services   []string
	Stem       string
	Choices    []Choice
	Skills     []string
	Cards      []string
	Facts      []string
	Difficulty int // 1 recall, 2 apply, 3 weigh two workable options
	Enemies    []string
	Doc        string
	Checked    time.Time
	Volatile   bool
	Changed    string
	Formerly   []string
	At         Place
}

// Choice is one answer that a question offers.
type Choice struct {
	Text    string
	Correct bool
	Why     string
}

// Place is where something stands in a file, for messages. Line and Column
// start at 1.
type Place = strict.Place

// Fact is one checked statement: of the notes or of the documentation.
type Fact struct {
	ID       string
	Where    string
	Says     string
	Service  string
	Verdict  string // current, outdated, wrong, ambiguous, not-a-fact; empty for the documentation's
	Claim    string
	Now      string
	Exam     string
	Why      string
	Doc      string
	Evidence string // verified or recalled
	Domain   string
	Weight   string // core, useful, peripheral; the notes' only
	Skills   []string
	Level    string // core, useful, edge; the documentation's only
	Volatile bool
	Source   string // which text it comes from
	At       Place
}

// notAFact is the verdict on a line of the notes that says nothing testable.
const notAFact = "not-a-fact"

// Teachable reports whether the fact says something that a card can teach.
func (f *Fact) Teachable() bool { return f.Verdict != notAFact }

// OfNotes reports whether the fact comes from the notes, and not from the
// documentation.
func (f *Fact) OfNotes() bool { return f.Verdict != "" }

// Service is an entry of content/services.yaml.
type Service struct {
	Key      string
	Name     string
	Category string
	InScope  bool   // on the exam's list, or a feature that its skills need
	Parent   string // the service that a feature belongs to
	Doc      string
	Aliases  []string // what people type for it, in lower case
}

// Exam is the blueprint, content/exam.yaml.
type Exam struct {
	Code    string
	Name    string
	First   time.Time // the first day on which it is given
	Asked   int       // questions in the whole exam
	Scored  int
	Minutes int
	Extra   int // minutes granted on request to those whose first language is another
	Scale   Scale
	Domains []Domain
	Mock    Mock
	Sources []Source
}

// Scale is the range of the exam's scaled score and the mark that passes.
type Scale struct{ Min, Max, Pass int }

// Mock says how to build a form like the exam's from the bank.
type Mock struct {
	Multiple Share // questions with several correct choices, percent of a form
	Forms    []Form
}

// Share is a percentage to aim at and the range that will do.
type Share struct{ Target, Least, Most int }

// Form is how many questions of a form come from each domain, in the order of
// Exam.Domains.
type Form struct {
	Asked   int
	Domains []int
}

// Source is a page that the blueprint rests on.
type Source struct {
	Doc      string
	Read     time.Time // a date
	Evidence string    // verified: read there; reported: others quote it; ours: our judgement
	Says     string    // what was taken from it
}

// Domain is a part of the blueprint with its weight in percent.
type Domain struct {
	ID     string
	Name   string
	Weight int
	Tasks  []Task
}

// Task is a part of a domain.
type Task struct {
	ID     string
	Name   string
	Skills []Skill
}

// Skill is the smallest part of the blueprint; cards and questions name it.
type Skill struct {
	ID       string
	Text     string
	Services []string
}
