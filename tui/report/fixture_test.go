package report_test

import (
	"context"
	"fmt"
	"io"
	"testing"
	"time"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"dva/srs"
	"dva/srs/fsrs"
	"dva/srs/srstest"
	"dva/srs/stats"
	"dva/tui/report"
	"dva/tui/theme"
	"dva/tui/tuitest"
)

// desk is where a test sits: the learner's figures and the look.
type desk struct {
	*tuitest.Driver
	t       testing.TB
	room    *tuitest.Room
	figures stats.Figures
	loads   int
	fail    error

	profile termenv.Profile
	theme   theme.Choice
	ascii   bool
}

func newDesk(t testing.TB, f stats.Figures) *desk {
	return &desk{t: t, figures: f, profile: termenv.ANSI, theme: theme.Auto}
}

func (d *desk) load(context.Context) (stats.Figures, error) {
	d.loads++
	return d.figures, d.fail
}

// at opens the screen in a window.
func (d *desk) at(width, height int) *desk {
	d.t.Helper()
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(d.profile)
	th := theme.New(r, d.theme, d.ascii)
	d.room = &tuitest.Room{Theme: &th, Screen: report.New(report.Config{
		Theme: &th, Load: d.load, Now: noon,
	})}
	d.Driver = tuitest.New(d.t, d.room, width, height)
	return d
}

func noon() time.Time { return srstest.Start }

var (
	day      = srs.DayOf(srstest.Start)
	services = []stats.Service{
		{Key: "lambda", Name: "AWS Lambda"},
		{Key: "sqs", Name: "Amazon SQS"},
		{Key: "iam", Name: "AWS IAM"},
		{Key: "beanstalk", Name: "AWS Elastic Beanstalk"},
		{Key: "agents", Name: "Amazon Bedrock AgentCore, with a name that is long"},
		{Key: "wide", Name: "日本語のサービス"},
		{Key: "step", Name: "AWS Step Functions"},
		{Key: "kms", Name: "AWS KMS"},
	}
	domains = []stats.Area{
		{ID: "1", Name: "Development with AWS Services"},
		{ID: "2", Name: "Security"},
		{ID: "3", Name: "Deployment"},
		{ID: "4", Name: "Troubleshooting and Optimization"},
	}
)

// studied are the figures after some days of study of 400 cards, by someone who
// likes the evening, leaves out some days and does much on others.
func studied(days, reviews int, exams ...stats.Exam) stats.Figures {
	in := past{stats.Input{Today: day, Services: services, Domains: domains, Exams: exams, Model: fsrs.Default()}}
	in.Recent = stats.NewRecent(day, in.Model)
	for i := range 400 {
		service := services[(i*i)%7].Key
		in.Items = append(in.Items, stats.Item{ID: fmt.Sprintf("card-%05d", i), Service: service, Domain: fmt.Sprint(i % 5), Question: i%6 == 0})
	}
	in.Items = append(in.Items, stats.Item{ID: "kms", Service: "kms"})
	cards := map[string]srs.Card{}
	for i, r := range (srstest.History{Cards: min(reviews/12, 330), Reviews: reviews, Days: days, Seed: 3}).Log() {
		c := r.After
		c.DueDay -= srs.Day(i % 40)
		cards[c.ID] = c
		if h := r.At.Hour(); h < 7 || h*i%3 == 1 && h < 17 || (r.Day%6 == 0 || r.Day%31 < 5) && r.Day < day-2 || i%7 > int(r.Day%8) {
			continue
		}
		in.add(r)
	}
	for _, c := range cards {
		in.Cards = append(in.Cards, c)
	}
	return stats.Compute(in.Input)
}

type past struct{ stats.Input }

// add counts a review, in the order of the log.
func (p *past) add(r srs.Review) {
	n := len(p.Days)
	if n == 0 || p.Days[n-1].Day != r.Day {
		p.Days = append(p.Days, srs.Total{Day: r.Day})
		n++
	}
	d := &p.Days[n-1]
	d.Reviews++
	d.ByGrade[r.Grade.Index()]++
	d.Took += 3 * r.Took
	a := srs.Answer{Day: r.Day, Hour: r.At.Hour(), Grade: r.Grade}
	switch r.Before.State {
	case srs.New:
		d.New++
	case srs.Reviewing:
		d.Due++
		if r.Grade != srs.Again {
			d.Recalled++
		}
		a.Due, a.Memory, a.Elapsed = true, r.Before.Memory, r.Before.Elapsed(r.Day)
	}
	_ = p.Recent.Add(a) // never fails
}

// sat is a finished exam.
func sat(ago int, length string, right, scored int) stats.Exam {
	at := srstest.Start.AddDate(0, 0, -ago)
	return stats.Exam{Length: length, Right: right, Scored: scored, Started: at.Format(time.RFC3339), Finished: at.Add(time.Hour).Format(time.RFC3339)}
}

// full are the figures of a learner with some history.
func full() stats.Figures {
	return studied(300, 9000, sat(60, "sprint", 6, 10), sat(41, "full", 29, 50), sat(20, "half", 23, 33), sat(3, "full", 36, 50))
}
