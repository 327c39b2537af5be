package drill

import (
	"fmt"

	"dva/srs/drill"
	"dva/tui/part"
)

// entry is one line that can have the pointer. Of row, scope and sprint at most
// one is set; without any of them it is a group, or everything in the list of
// parts.
type entry struct {
	label  string
	detail string
	group  drill.Group
	row    *drill.Row
	scope  *drill.Scope
	sprint bool
}

// refill makes the entries anew and leaves the pointer on what it was on.
func (s *Screen) refill() {
	var was entry
	if s.at < len(s.entries) {
		was = s.entries[s.at]
	}
	s.fill()
	s.at = max(min(s.at, len(s.entries)-1), 0)
	for i, e := range s.entries {
		if e.same(was) {
			s.at = i
		}
	}
	s.layout()
}

func (e entry) same(o entry) bool {
	switch {
	case e.row != nil && o.row != nil:
		return e.row.Key == o.row.Key
	case e.scope != nil && o.scope != nil:
		return e.scope.ID == o.scope.ID
	}
	return e.row == o.row && e.scope == o.scope && e.group == o.group && e.sprint == o.sprint
}

// fill makes the entries from what was read and chosen.
func (s *Screen) fill() {
	s.kept = nil
	s.entries = s.entries[:0:0]
	switch {
	case s.book == nil:
		return
	case s.scoping:
		s.fillScopes()
		return
	case s.filter == "":
		s.fillGroups()
	}
	rows := s.book.Rows(s.wish.Kind, s.wish.Skill)
	drill.Sort(rows, s.order)
	for i := range rows {
		if found, _ := rows[i].Matches(s.filter); found {
			s.entries = append(s.entries, entry{row: &rows[i]})
		}
	}
}

// fillGroups adds the lines above the table.
func (s *Screen) fillGroups() {
	all := "All services"
	if s.wish.Skill != "" {
		all = "All of " + s.wish.Skill
	}
	for _, e := range []entry{
		{group: drill.All, label: all},
		{group: drill.LastExam, label: "Missed in the last exam"},
		{group: drill.LastDays, label: fmt.Sprintf("Missed in the last %d days", drill.MissedDays)},
		{group: drill.Flagged, label: "Flagged"},
		{group: drill.Leeches, label: "Leeches"},
	} {
		number := "none"
		if n := s.book.Count(s.wished(e)); n > 0 {
			number = part.Number(n)
		}
		e.detail = fmt.Sprintf("%6s", number)
		s.entries = append(s.entries, e)
	}
	s.entries = append(s.entries, entry{label: "Sprint", detail: " a timed exam of ten questions", sprint: true})
}

func (s *Screen) fillScopes() {
	s.entries = append(s.entries, entry{label: "The whole exam"})
	for i := range s.scopes {
		s.entries = append(s.entries, entry{scope: &s.scopes[i]})
	}
}

// best is the entry that the filter means: the service that is called so, or the
// first.
func (s *Screen) best() int {
	for i, e := range s.entries {
		if e.row == nil {
			continue
		}
		if _, exact := e.row.Matches(s.filter); exact {
			return i
		}
	}
	return s.firstRow()
}

// wished is what an entry stands for, by what was chosen.
func (s *Screen) wished(e entry) drill.Wish {
	w := s.wish
	w.Group = e.group
	if e.row != nil {
		w.Services = []string{e.row.Key}
	}
	return w
}

// none says why there is nothing to drill for a wish.
func (s *Screen) none(w drill.Wish) string {
	if bare := (drill.Wish{Group: w.Group, Services: w.Services}); s.book.Count(bare) > 0 {
		return s.otherwise(w)
	}
	switch w.Group {
	case drill.LastExam:
		if !s.book.Sat {
			return "no mock exam has been handed in yet; the sprint is a short one"
		}
		return "nothing was missed in the last exam"
	case drill.LastDays:
		return fmt.Sprintf("nothing was answered again in the last %d days", drill.MissedDays)
	case drill.Flagged:
		return "nothing is flagged; f flags a card while it is asked"
	case drill.Leeches:
		return "no card has been forgotten so often that it is a leech"
	}
	return "there is nothing to drill here"
}

// otherwise says that there is something, but not of the kind, part or past that
// was chosen.
func (s *Screen) otherwise(w drill.Wish) string {
	text := "none of these is a card or question"
	switch w.Kind {
	case drill.Cards:
		text = "none of these is a card"
	case drill.Questions:
		text = "none of these is a question"
	}
	if w.Skill != "" {
		text += " of " + w.Skill
	}
	if w.SeenOnly {
		text += " that you have seen"
	}
	return text
}
