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
)

// OpenMsg asks the shell to open a screen on top of this one.
type OpenMsg struct{ Place Place }

// BackMsg asks the shell to close the top screen, as the back key does.
type BackMsg struct{}

// ShownMsg tells a screen that it is on top again: what it shows may be old.
type ShownMsg struct{}

// ChangedMsg tells everybody that a setting was saved.
type ChangedMsg struct{ Key, Value string }
