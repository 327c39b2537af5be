package review

import (
	"maps"
	"slices"

	"dva/srs"
)

// laterDays is how far ahead a drill's effect is looked at without an exam:
// right after an answer everything is known.
const laterDays = 7

// moved is what the answers that stand did to what was asked.
func (s *Sitting) moved() *Moved {
	today := s.today(s.o.Now())
	m := &Moved{On: today + laterDays}
	if exam := s.o.Scheduler.Settings.ExamDay; exam > today {
		m.On, m.Exam = exam, true
	}
	recall := func(c srs.Card) float64 { return s.o.Scheduler.Model.Recall(c.Memory, c.Elapsed(m.On)) }
	before, after := map[string]srs.Card{}, map[string]srs.Card{}
	for _, id := range slices.Sorted(maps.Keys(s.answers)) {
		a := s.answers[id]
		if a.undone {
			continue
		}
		if _, known := before[a.before.ID]; !known {
			before[a.before.ID] = a.before
		}
		after[a.after.ID] = a.after
	}
	for _, id := range slices.Sorted(maps.Keys(before)) {
		if before[id].State == srs.New {
			m.New++
			continue
		}
		m.Known++
		m.Before += recall(before[id])
		m.After += recall(after[id])
	}
	if m.Known > 0 {
		m.Before /= float64(m.Known)
		m.After /= float64(m.Known)
	}
	return m
}
