package stats

import (
	"time"

	"dva/srs"
)

// periods are the spans, in study days up to today, that Figures tell of.
var periods = [...]int{7, 30, 90}

// Period is what was done on the last so many study days, today included.
//
// Due counts the answers to cards in State Reviewing and Recalled those of them
// that were right. Retention is their share, with the 95 % Wilson interval from
// Low to High, and Predicted what the model expected of the answers that it was
// asked about, the newest of them. These four are null without such answers.
type Period struct {
	Days      int      `json:"days"`
	Studied   int      `json:"studied_days"`
	Reviews   int      `json:"reviews"`
	New       int      `json:"new"`
	Seconds   int      `json:"seconds"`
	ByGrade   ByGrade  `json:"by_grade"`
	Due       int      `json:"due"`
	Recalled  int      `json:"recalled"`
	Retention *float64 `json:"retention"`
	Low       *float64 `json:"low"`
	High      *float64 `json:"high"`
	Predicted *float64 `json:"predicted"`
}

func period(in Input, n int) Period {
	p, took := Period{Days: n}, time.Duration(0)
	for _, d := range in.Days {
		if !within(d.Day, in.Today, n) {
			continue
		}
		if d.Reviews > 0 {
			p.Studied++
		}
		p.Reviews += d.Reviews
		p.New += d.New
		p.Due += d.Due
		p.Recalled += d.Recalled
		p.ByGrade.add(d.ByGrade)
		took += d.Took
	}
	p.Seconds = seconds(took)
	p.Retention = share(float64(p.Recalled), p.Due)
	p.Low, p.High = bounds(p.Recalled, p.Due, z95)
	p.Predicted = in.Recent.predicted(n)
	return p
}

// within says that a day is one of the n up to today.
func within(d, today srs.Day, n int) bool { return d > today-srs.Day(n) && d <= today }
