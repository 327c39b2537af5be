package store

import (
	"database/sql"
	"fmt"
	"time"

	"dva/srs"
)

// act is a row of the log. The Review has At, Before and After of every kind of
// act, and the rest of a review's.
type act struct {
	srs.Review
	kind                  srs.ActKind
	noteBefore, noteAfter string

	key    int64 // of the card
	at     int64 // ms, in order
	ahead  int64 // ms by which at lies ahead of At
	zone   int   // seconds east of UTC
	undone int64
	exam   int64 // that it is part of, 0 when none
}

// What undone says.
const (
	standing = iota
	undone   // may be done again
	gone     // a later act took its place
)

const actColumns = `card, kind, at, ahead, zone, exam, day, grade, took, source, model, hash, question, note_before, note_after`

const actArgs = 15

var (
	addActSQL = `insert into acts (` + actColumns + `, ` + columns("before_") + `, ` + columns("after_") + `)
		values (` + marks(actArgs+2*len(fields)) + `)`
	selectActSQL = `select a.id, a.undone, c.id, ` + prefixed + `, ` + columns("a.before_") + `, ` + columns("a.after_") + `
		from acts a join cards c on c.key = a.card `
	actByIDSQL = selectActSQL + `where a.id = ?`
)

// prefixed are actColumns with what a mark lacks as zeros.
const prefixed = `a.card, a.kind, a.at, a.ahead, a.zone, coalesce(a.exam, 0), coalesce(a.day, 0), coalesce(a.grade, 0), coalesce(a.took, 0),
	coalesce(a.source, 0), coalesce(a.model, ''), coalesce(a.hash, 0), coalesce(a.question, 0),
	coalesce(a.note_before, ''), coalesce(a.note_after, '')`

func (a act) args() []any {
	args := make([]any, 0, actArgs+2*len(fields))
	args = append(args, a.key, int64(a.kind), a.at, a.ahead, int64(a.zone), sql.NullInt64{Int64: a.exam, Valid: a.exam != 0})
	if a.kind == srs.ActReview {
		args = append(args, int64(a.Day), int64(a.Grade), capped(a.Took), int64(a.Source), a.Model, int64(a.Hash), bit(a.Question))
	} else {
		args = append(args, nil, nil, nil, nil, nil, nil, nil)
	}
	if a.kind == srs.ActNote {
		args = append(args, a.noteBefore, a.noteAfter)
	} else {
		args = append(args, nil, nil)
	}
	return imageOf(a.After).args(imageOf(a.Before).args(args))
}

// scanAct reads a row of selectActSQL.
func scanAct(scan func(...any) error) (act, error) {
	var (
		a                                    act
		id                                   int64
		card                                 string
		kind, zone, day, grade, took, source int64
		hash, question                       int64
		before, after                        image
	)
	dest := []any{
		&id, &a.undone, &card, &a.key, &kind, &a.at, &a.ahead, &zone, &a.exam, &day, &grade, &took, &source, &a.Model, &hash,
		&question, &a.noteBefore, &a.noteAfter,
	}
	if err := scan(after.dest(before.dest(dest))...); err != nil {
		return act{}, err
	}
	// Checks in the file keep these in range; damage may not.
	graded := grade >= int64(srs.Again) && grade <= int64(srs.Easy)
	if kind < int64(srs.ActReview) || kind > int64(srs.ActForward) || graded != (kind == int64(srs.ActReview)) {
		return act{}, fmt.Errorf("%w: act %d is of kind %d with grade %d", ErrDamaged, id, kind, grade)
	}
	var err error
	if a.Before, err = before.card(card); err != nil {
		return act{}, fmt.Errorf("act %d: %w", id, err)
	}
	if a.After, err = after.card(card); err != nil {
		return act{}, fmt.Errorf("act %d: %w", id, err)
	}
	a.ID, a.kind, a.zone = srs.ActID(id), srs.ActKind(kind), int(zone)
	a.At = time.UnixMilli(a.at).In(time.FixedZone("", a.zone))
	a.Day, a.Grade, a.Source = srs.Day(day), srs.Grade(grade), srs.Source(source)
	a.Took, a.Hash, a.Question = time.Duration(took)*time.Millisecond, uint64(hash), question != 0
	return a, nil
}
