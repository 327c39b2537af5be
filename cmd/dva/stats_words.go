package main

import (
	"fmt"
	"math"
	"time"
	"unicode/utf8"

	"dva/srs/stats"
)

// sayStats says the main figures in words, and services in a table.
func (a *app) sayStats(f stats.Figures) {
	g := f.Reviews.ByGrade
	a.say("%s, %d today: %d again, %d hard, %d good, %d easy", count(f.Reviews.Total, "review"), f.Reviews.Today, g.Again, g.Hard, g.Good, g.Easy)
	a.say("Studied on %s in a row", count(f.StreakDays, "day"))
	if f.Reviews.Total > 0 {
		for _, p := range f.Periods {
			a.sayPeriod(p)
		}
	}
	i := f.Items
	a.say("%s, %s: %d new, %d learning, %d young, %d mature, %d suspended",
		count(i.Cards, "card"), count(i.Questions, "question"), i.New, i.Learning, i.Young, i.Mature, i.Suspended)
	a.sayForecast(f.Forecast)
	a.sayExams(f.Exams, f.Trend)
	a.say("")
	var domains []stats.ServiceFigures
	for _, d := range f.Domains {
		domains = append(domains, stats.ServiceFigures{Key: d.ID, Name: d.Name, Standing: d.Standing})
	}
	a.sayPlaces("Domain", domains)
	a.say("")
	a.sayPlaces("Service", f.Services)
}

// sayPeriod says what was done in a period and how much of it was remembered, as
// far as there was something to remember.
func (a *app) sayPeriod(p stats.Period) {
	text := fmt.Sprintf("Last %d days: %s in %d minutes on %s", p.Days, count(p.Reviews, "review"), (p.Seconds+30)/60, count(p.Studied, "day"))
	if p.Retention != nil && p.Predicted != nil {
		text += fmt.Sprintf("; true retention %s, between %s and %s, predicted %s",
			percent(p.Retention), percent(p.Low), percent(p.High), percent(p.Predicted))
	}
	a.say("%s", text)
}

func (a *app) sayForecast(f stats.Forecast) {
	week, all := 0, 0
	for i, d := range f.Days {
		all += d.Due
		if i < 7 {
			week += d.Due
		}
	}
	a.say("Due: %d today (%d overdue), %d in 7 days, %d in %d days", f.Days[0].Due, f.Overdue, week, all, len(f.Days))
}

// sayExams says how the last exam went, and whether the newest two full ones
// differ by more than chance makes.
func (a *app) sayExams(exams []stats.Exam, t *stats.Trend) {
	if len(exams) == 0 {
		return
	}
	last := exams[len(exams)-1]
	a.say("%s; the last, on %s: %d of %d right, between %s and %s with 80 %% confidence", count(len(exams), "mock exam"),
		last.Finished[:len(time.DateOnly)], last.Right, last.Scored, percent(last.Low), percent(last.High))
	switch {
	case t == nil:
	case !t.Real:
		a.say("The newest two full exams are %s apart; less than %d may be chance", count(max(t.Points, -t.Points), "point"), stats.Chance)
	case t.Points > 0:
		a.say("The newest full exam is %d points above the one before, more than chance makes likely", t.Points)
	default:
		a.say("The newest full exam is %d points below the one before, more than chance makes likely", -t.Points)
	}
}

// sayPlaces is a table of keys and names as wide as they are, at most 80 for
// those that ship, and of figures.
func (a *app) sayPlaces(what string, places []stats.ServiceFigures) {
	key, name := len("Key"), len(what)
	for _, s := range places {
		key, name = max(key, utf8.RuneCountInString(s.Key)), max(name, utf8.RuneCountInString(s.Name))
	}
	a.say("%-*s %-*s %5s %9s %4s %6s %4s", key, "Key", name, what, "cards", "questions", "seen", "recall", "due")
	for _, s := range places {
		a.say("%-*s %-*s %5d %9d %4d %6s %4d", key, s.Key, name, s.Name, s.Cards, s.Questions, s.Seen, percent(s.Recall), s.Due)
	}
}

// percent is a share for people; a missing one is a dash.
func percent(x *float64) string {
	if x == nil {
		return "-"
	}
	return fmt.Sprintf("%d %%", int(math.Round(*x*100)))
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
