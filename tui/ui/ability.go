package ui

// Status is the one line that a screen has to say below its view: what the
// last key did, or why it did nothing.
type Status struct {
	Text string
	// Bad marks a failure. Keys that were typed ahead while the work ran are
	// then forgotten, since they were meant for what would have come after it.
	Bad bool
	// Copy is text for the learner's clipboard, sent with the line (OSC 52).
	Copy string
}

// Speaker is a screen with something to say. It clears its status at each key.
type Speaker interface{ Status() Status }

// Worker is a screen that may be waiting for its own work. While Busy, the
// shell holds keys in the order typed and gives them when the work has ended,
// so that none is lost and none meets a card that it was not meant for.
type Worker interface{ Busy() bool }

// Closer is a screen with something of its own to close, such as a panel. Back
// closes it and says so; false leaves the key to the shell.
type Closer interface{ Back() bool }

// Titled is a screen that names itself in the guide.
type Titled interface{ Title() string }

// Wide is a screen that has use for more than a column of text. Widest is the
// most cells that it can use.
type Wide interface{ Widest() int }
