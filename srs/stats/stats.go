// Package stats computes the figures that the learner and scripts are shown:
// how much was done, how well it was remembered, what is to come, and where
// each service stands.
//
// It works on values alone, and on few of them. Totals come from a table of
// days that is kept with each answer; what needs single answers looks at the
// newest of the last Window days; the rest follows from the cards as they are.
// Years of reviews thus cost little more than one.
package stats

import (
	"slices"
	"time"

	"dva/srs"
)

// What of the log is looked at answer by answer: the last Window study days,
// today included, and of these no more than the newest MostAnswers. That is 555
// answers on each day, so that for a person it is all of them.
const (
	Window      = 90
	MostAnswers = 50_000
)

// Input is what the figures are made of.
type Input struct {
	Today    srs.Day
	Days     []srs.Total // of all study days, in order
	Recent   *Recent     // what the newest answers add up to; nil is none
	Cards    []srs.Card  // every card that was answered or marked
	Items    []Item      // of the deck; cards that are not among them are not counted
	Services []Service   // in the order in which they are shown
	Domains  []Area      // of the blueprint, in its order
	Exams    []Exam      // those that were finished, oldest first, without what is computed of them
	Model    srs.Model
}

// Item is an item of the deck.
type Item struct {
	ID       string
	Service  string // key
	Domain   string // id; empty when the item is outside the exam
	Question bool
}

// Service is a service by its key.
type Service struct{ Key, Name string }

// Area is a domain of the blueprint.
type Area struct{ ID, Name string }

// Figures are the results, in the form of dva stats --json. Fields may be added
// and are never renamed.
type Figures struct {
	Reviews       Reviews          `json:"reviews"`
	StreakDays    int              `json:"streak_days"`
	TrueRetention Retention        `json:"true_retention"`
	Items         Items            `json:"items"`
	Services      []ServiceFigures `json:"services"`
	Exams         []Exam           `json:"exams"`

	StudyDay    string          `json:"study_day"`
	Today       Period          `json:"today"`
	Periods     []Period        `json:"periods"` // the last 7, 30 and 90 days
	Calibration Calibration     `json:"calibration"`
	Days        []Day           `json:"days"` // of the last year, those on which something was answered
	Hours       []Hour          `json:"hours"`
	Forecast    Forecast        `json:"forecast"`
	Stability   []StabilityBin  `json:"stability"`
	Domains     []DomainFigures `json:"domains"`
	Trend       *Trend          `json:"exam_trend"`
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

func (g *ByGrade) add(n [4]int) {
	g.Again += n[srs.Again.Index()]
	g.Hard += n[srs.Hard.Index()]
	g.Good += n[srs.Good.Index()]
	g.Easy += n[srs.Easy.Index()]
}

// Retention is the share, 0 to 1, of answers to cards in State Reviewing that
// were right, over so many last study days, today included. It is null when no
// such card was answered.
type Retention struct {
	Days7  *float64 `json:"7d"`
	Days30 *float64 `json:"30d"`
	Days90 *float64 `json:"90d"`
}

// Compute makes the figures.
func Compute(in Input) Figures {
	if in.Recent == nil {
		in.Recent = NewRecent(in.Today, in.Model)
	}
	f := Figures{
		Reviews:    reviews(in),
		StreakDays: Streak(in.Days, in.Today),
		StudyDay:   in.Today.String(),
		Today:      period(in, 1),
		Days:       days(in),
		Forecast:   newForecast(in.Today),
		Stability:  newStability(),
	}
	for _, n := range periods {
		f.Periods = append(f.Periods, period(in, n))
	}
	f.TrueRetention = Retention{Days7: f.Periods[0].Retention, Days30: f.Periods[1].Retention, Days90: f.Periods[2].Retention}
	f.Calibration, f.Hours = in.Recent.calibration(), slices.Clone(in.Recent.hours[:])
	f.deck(in)
	f.Exams, f.Trend = exams(in.Exams), trend(in.Exams)
	return f
}

func reviews(in Input) (r Reviews) {
	for _, d := range in.Days {
		r.Total += d.Reviews
		if d.Day == in.Today {
			r.Today = d.Reviews
		}
		r.ByGrade.add(d.ByGrade)
	}
	return r
}

// share is sum of n as a mean, nil when there is nothing to divide by.
func share(sum float64, n int) *float64 {
	if n == 0 {
		return nil
	}
	mean := sum / float64(n)
	return &mean
}

func seconds(d time.Duration) int { return int(d.Round(time.Second) / time.Second) }
