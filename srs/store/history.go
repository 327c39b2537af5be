package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"dva/srs"
)

// History returns what was done to a card, newest first, without undone acts:
// nothing when it was never touched.
func (s *Store) History(ctx context.Context, id string) ([]srs.Past, error) {
	rows, err := s.db.QueryContext(ctx, selectActSQL+`where a.card = (select key from cards where id = ?) and a.undone = 0
		order by a.id desc`, id)
	if err != nil {
		return nil, s.explain("read the history of "+id, err)
	}
	var all []srs.Past
	err = eachAct(rows, func(a act) error {
		all = append(all, srs.Past{Review: a.Review, Kind: a.kind, Note: a.noteAfter})
		return nil
	})
	return all, s.explain("read the history of "+id, err)
}

// Shown returns the hash of the text at the last review of each of these cards,
// of all when ids is nil. Those that are new or were never reviewed are left out.
func (s *Store) Shown(ctx context.Context, ids []string) (map[string]uint64, error) {
	query, args := fmt.Sprintf(shownSQL, "not indexed"), []any(nil)
	if ids != nil {
		list, err := json.Marshal(ids)
		if err != nil {
			return nil, err
		}
		query, args = fmt.Sprintf(shownSQL, "")+` and id in (select value from json_each(?))`, []any{string(list)}
	}
	var lines string
	if err := s.db.QueryRowContext(ctx, query, args...).Scan(&lines); err != nil {
		return nil, s.explain("read cards", err)
	}
	shown := make(map[string]uint64, strings.Count(lines, "\n")+1)
	for line := range strings.Lines(lines) {
		hash, id, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		n, err := strconv.ParseInt(hash, 10, 64)
		if err != nil { // no number is more than damage can make of it
			return nil, s.explain("read cards", fmt.Errorf("%w: a text was seen as %q", ErrDamaged, hash))
		}
		shown[id] = uint64(n)
	}
	return shown, nil
}

// shownSQL gives one row from the table itself, for the reason that Seen does.
const shownSQL = `select coalesce(group_concat(shown || ' ' || id, char(10)), '') from cards %s
	where state > 0 and shown is not null`

// Notes returns the learner's own notes by card.
func (s *Store) Notes(ctx context.Context) (map[string]string, error) {
	rows, err := s.db.QueryContext(ctx, `select id, note from notes join cards on key = card`)
	if err != nil {
		return nil, s.explain("read notes", err)
	}
	defer rows.Close()
	notes := map[string]string{}
	for rows.Next() {
		var id, note string
		if err := rows.Scan(&id, &note); err != nil {
			return nil, s.explain("read notes", err)
		}
		notes[id] = note
	}
	return notes, s.explain("read notes", rows.Err())
}

// Missed returns the cards that were answered again on study day since or later,
// wherever they were asked, each once and in no order.
func (s *Store) Missed(ctx context.Context, since srs.Day) ([]string, error) {
	ids, err := texts(ctx, s.db, `select id from cards where key in (
		select card from acts where kind = 1 and grade = 1 and undone = 0 and day >= ?)`, int64(since))
	return ids, s.explain("read the log", err)
}
