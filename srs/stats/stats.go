// Package stats computes the figures that the learner and scripts are shown:
// how much was done, how well it was remembered, and where each service stands.
//
// It works on values alone. The totals of the days come from a table kept with
// each answer, so that years of reviews cost no more than one.
package stats

import (
	"dva/srs"
)

// retentionDays is how far back true retention looks.
const retentionDays = 30

// Input is what the figures are made of.
type Input struct {
	Today    srs.Day
	Days     []srs.Total // of all study days, in order
	Cards    []srs.Card  // every card that was answered or marked
	Items    []Item      // of the deck; cards that are not among them are not counted
	Services []Service   // in the order in which they are shown
	Model    srs.Model
}

// Item is an item of the deck.
type Item struct {
	ID       string
	Service  string // key
	Question bool
}

// Service is a service by its key.
type Service struct{ Key, Name string }

// Figures are the results, in the form of dva stats --json. Fields may be added
// and are never renamed.
type Figures struct {
	Reviews       Reviews          `json:"reviews"`
	StreakDays    int              `json:"streak_days"`
	TrueRetention Retention        `json:"true_retention"`
	Items         Items            `json:"items"`
	Services      []ServiceFigures `json:"services"`
	Exams         []Exam           `json:"exams"`
}

// Reviews count answers.
type Reviews struct {
	Total   int     `json:"total"`
	Today   int     `json:"today"`
	ByGrade ByGrade `json:"by_grade"`
}

// ByGrade counts answers by grade.
type ByGrade struct {
	Again int `json:"again"`
	Hard  int `json:"hard"`
	Good  int `json:"good"`
	Easy  int `json:"easy"`
}

// Retention is the share, 0 to 1, of answers to cards in State Reviewing that
// were right, over the last 30 study days, today included. It is null when no
// such card was answered.
type Retention struct {
	Days30 *float64 `json:"30d"`
}

// Items count the deck. New, Learning, Young, Mature and Suspended together are
// all of it: a suspended item is in no other count. Relearning counts as
// learning, and mature is an interval of srs.MatureDays or more.
type Items struct {
	Cards     int `json:"cards"`
	Questions int `json:"questions"`
	New       int `json:"new"`
	Learning  int `json:"learning"`
	Young     int `json:"young"`
	Mature    int `json:"mature"`
	Suspended int `json:"suspended"`
}

// ServiceFigures are how one service stands. Recall is the mean chance, 0 to 1,
// that an item seen so far would be remembered today, null when none was seen.
// Due counts what is due today or earlier and neither suspended nor buried.
type ServiceFigures struct {
	Key       string   `json:"key"`
	Name      string   `json:"name"`
	Cards     int      `json:"cards"`
	Questions int      `json:"questions"`
	Seen      int      `json:"seen"`
	Recall    *float64 `json:"recall"`
	Due       int      `json:"due"`
}

// Exam is one mock exam that was finished. Right counts among the scored
// questions; the domains count all that were asked, as RightAsked does.
type Exam struct {
	ID         string   `json:"id"`
	Exam       string   `json:"exam"` // the blueprint's code
	Bank       string   `json:"bank"` // version of the questions
	Started    string   `json:"started"`
	Finished   string   `json:"finished"`
	Length     string   `json:"length"`
	Seed       uint64   `json:"seed"`
	Right      int      `json:"right"`
	Scored     int      `json:"scored"`
	RightAsked int      `json:"right_asked"`
	Asked      int      `json:"asked"`
	Fresh      int      `json:"fresh"` // questions never seen before
	Timed      bool     `json:"timed"` // it was never paused
	Domains    []Domain `json:"domains"`
}

// Domain is how an exam went in one domain.
type Domain struct {
	ID    string `json:"id"`
	Right int    `json:"right"`
	Asked int    `json:"asked"`
}

// Compute makes the figures. Exams are left empty.
func Compute(in Input) Figures {
	f := Figures{
		Reviews:       reviews(in),
		StreakDays:    Streak(in.Days, in.Today),
		TrueRetention: Retention{Days30: retention(in.Days, in.Today-retentionDays, in.Today)},
		Exams:         []Exam{},
	}
	f.Items, f.Services = items(in)
	return f
}

func reviews(in Input) (r Reviews) {
	for _, d := range in.Days {
		r.Total += d.Reviews
		if d.Day == in.Today {
			r.Today = d.Reviews
		}
		r.ByGrade.Again += d.ByGrade[srs.Again.Index()]
		r.ByGrade.Hard += d.ByGrade[srs.Hard.Index()]
		r.ByGrade.Good += d.ByGrade[srs.Good.Index()]
		r.ByGrade.Easy += d.ByGrade[srs.Easy.Index()]
	}
	return r
}

// retention is the share of due answers that were right on the days behind
// after, up to last.
func retention(days []srs.Total, after, last srs.Day) *float64 {
	due, recalled := 0, 0
	for _, d := range days {
		if d.Day > after && d.Day <= last {
			due += d.Due
			recalled += d.Recalled
		}
	}
	return share(float64(recalled), due)
}

// share is sum of n as a mean, nil when there is nothing to divide by.
func share(sum float64, n int) *float64 {
	if n == 0 {
		return nil
	}
	mean := sum / float64(n)
	return &mean
}

func items(in Input) (all Items, services []ServiceFigures) {
	known := make(map[string]srs.Card, len(in.Cards))
	for _, c := range in.Cards {
		known[c.ID] = c
	}
	services = make([]ServiceFigures, len(in.Services))
	place := make(map[string]*ServiceFigures, len(in.Services))
	for i, s := range in.Services {
		services[i] = ServiceFigures{Key: s.Key, Name: s.Name}
		place[s.Key] = &services[i]
	}
	sums := map[*ServiceFigures]float64{}
	for _, item := range in.Items {
		c := known[item.ID]
		all.add(item, c)
		if s := place[item.Service]; s != nil {
			sums[s] += s.add(item, c, in)
		}
	}
	for i := range services {
		services[i].Recall = share(sums[&services[i]], services[i].Seen)
	}
	return all, services
}

func (n *Items) add(item Item, c srs.Card) {
	if item.Question {
		n.Questions++
	} else {
		n.Cards++
	}
	switch {
	case c.Marks.Suspended:
		n.Suspended++
	case c.State == srs.New:
		n.New++
	case c.State != srs.Reviewing:
		n.Learning++
	case c.Interval >= srs.MatureDays:
		n.Mature++
	default:
		n.Young++
	}
}

// add counts the item and returns its chance of recall, 0 when it was not seen.
func (s *ServiceFigures) add(item Item, c srs.Card, in Input) float64 {
	if item.Question {
		s.Questions++
	} else {
		s.Cards++
	}
	if c.State == srs.New {
		return 0
	}
	s.Seen++
	if c.DueDay <= in.Today && !c.Marks.Hidden(in.Today) {
		s.Due++
	}
	return in.Model.Recall(c.Memory, c.Elapsed(in.Today))
}
