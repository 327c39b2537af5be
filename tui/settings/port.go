// Package settings is the screen where the learner sees and changes settings.
package settings

// Keys of settings that the interface itself knows.
const (
	ExamDate = "exam_date"
	Theme    = "theme"
	ASCII    = "ascii"
)

// Unset is the value of a setting that has none, such as the date of an exam.
const Unset = "none"

// Option is one setting as it stands.
type Option struct {
	Key     string   // as in the settings file
	Label   string   // a few words
	Help    string   // one or two sentences: what it does, what is allowed
	Value   string   // as in the settings file
	Allowed []string // the only values, in order; empty for free text
}

// Port reads and writes settings.
type Port interface {
	// Options are all settings in the order to show them.
	Options() []Option
	// Set saves one. The error is a sentence that says what is allowed;
	// nothing has changed then.
	Set(key, value string) error
}
