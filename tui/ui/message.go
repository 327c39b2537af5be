package ui

// Place names a screen that the shell can open.
type Place uint8

// The places that a screen may ask for.
const (
	Review   Place = iota + 1 // today's review
	More                      // what the plan offers beyond today
	Settings                  // all settings
	ExamDate                  // the one setting that home asks for
	Guide                     // the keys of this screen, and how things work
	Paper                     // a mock exam, to choose and to begin
	Resume                    // the mock exam that is not finished
	Result                    // of the exam ID
	Exams                     // the history of exams
	Cards                     // a sitting of exactly the cards IDs
	Drill                     // the table of what can be drilled
	Drilling                  // a drill of exactly the items IDs
	Sprint                    // the shortest mock exam
	Statistics
	Browse // all cards and questions
	Faults // what is wrong in the learner's own decks
)

// OpenMsg asks the shell to open a screen on top of this one.
type OpenMsg struct {
	Place   Place
	ID      int64    // which exam, for places that show one
	IDs     []string // which cards, for places that ask some
	Instead bool     // this screen is done: the other takes its place
}

// RaiseMsg asks the shell to close whatever lies on top of a screen that has
// something to say which cannot wait.
type RaiseMsg struct{ Screen Screen }

// BackMsg asks the shell to close the top screen, as the back key does.
type BackMsg struct{}

// ShownMsg tells a screen that it is on top again: what it shows may be old.
type ShownMsg struct{}

// ChangedMsg tells everybody that a setting was saved.
type ChangedMsg struct{ Key, Value string }
