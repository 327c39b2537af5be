package line

import (
	"context"
	"errors"

	"dva/srs"
	"dva/srs/review"
)

// command is a word that means the same wherever it is written.
type command struct {
	key, name string
	help      string
	needsCard bool
	takesText bool
	run       func(t *talk, text string)
}

func commands() []command {
	return []command{
		{key: "u", name: "undo", help: "take back the last act", run: func(t *talk, _ string) { t.undo() }},
		{key: "U", name: "redo", help: "do again what was taken back", run: func(t *talk, _ string) { t.redo() }},
		{key: "r", name: "repeat", help: "say it once more", needsCard: true, run: func(t *talk, _ string) { t.repeat() }},
		{key: "s", name: "suspend", help: "keep the card out until you take it back with undo", needsCard: true, run: func(t *talk, _ string) {
			t.act("Suspended.", t.Sitting.Suspend)
		}},
		{key: "b", name: "bury", help: "hide the card until tomorrow", needsCard: true, run: func(t *talk, _ string) {
			t.act("Buried until tomorrow.", t.Sitting.Bury)
		}},
		{key: "f", name: "flag", help: "set or clear the flag", needsCard: true, run: func(t *talk, _ string) { t.flag() }},
		{key: "n", name: "note", help: "your own note: n TEXT writes it, n - removes it, n says it", needsCard: true, takesText: true, run: (*talk).note},
		{key: "o", name: "open", help: "the documentation page", needsCard: true, run: func(t *talk, _ string) { t.sayDoc() }},
		{key: "t", name: "notes", help: "the statements that the card came from", needsCard: true, run: func(t *talk, _ string) { t.sayFacts() }},
		{key: "?", name: "help", help: "these commands", run: func(t *talk, _ string) { t.sayHelp() }},
		{key: "q", name: "quit", help: "leave; everything is saved", run: func(t *talk, _ string) { t.quit = true }},
	}
}

// findCommand finds a command by its letter or its word.
func findCommand(word string) (command, bool) {
	for _, c := range commands() {
		if word == c.key || word == c.name {
			return c, true
		}
	}
	return command{}, false
}

// act runs one that moves on to the next card.
func (t *talk) act(done string, run func(context.Context) (review.Turn, error)) {
	next, err := run(t.ctx)
	if err != nil {
		t.refused(err, next)
		return
	}
	t.say("%s", done)
	t.show(next)
}

func (t *talk) flag() {
	next, err := t.Sitting.Flag(t.ctx)
	if err != nil {
		t.refused(err, next)
		return
	}
	t.turn = next
	if next.Card.Marks.Flagged {
		t.say("Flagged.")
	} else {
		t.say("Flag cleared.")
	}
}

func (t *talk) note(text string) {
	switch {
	case text == "" && t.turn.Note == "":
		t.say("There is no note. Write n and a text to make one.")
		return
	case text == "":
		t.say("Your note: %s", t.turn.Note)
		return
	case text == "-":
		text = ""
	}
	next, err := t.Sitting.SetNote(t.ctx, text)
	if err != nil {
		t.refused(err, next)
		return
	}
	t.turn = next
	t.say("Noted.")
}

func (t *talk) undo() {
	next, act, err := t.Sitting.Undo(t.ctx)
	if errors.Is(err, review.ErrNothingToUndo) {
		t.say("There is nothing to undo.")
		return
	}
	if err != nil {
		t.refused(err, next)
		return
	}
	t.say("Undone: %s of %s.", deed(act), act.Card.ID)
	t.show(next)
}

func (t *talk) redo() {
	next, act, err := t.Sitting.Redo(t.ctx)
	if errors.Is(err, review.ErrNothingToRedo) {
		t.say("There is nothing to redo.")
		return
	}
	if err != nil {
		t.refused(err, next)
		return
	}
	t.say("Done again: %s of %s.", deed(act), act.Card.ID)
	t.show(next)
}

// deed is what an act did, as in "grade good" or "suspend".
func deed(a srs.Act) string {
	if a.Kind == srs.ActReview {
		return "grade " + a.Grade.String()
	}
	return a.Kind.String()
}
