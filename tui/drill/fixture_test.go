package drill_test

import (
	"context"
	"fmt"
	"io"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"dva/deck"
	"dva/srs"
	book "dva/srs/drill"
	"dva/srs/fsrs"
	"dva/srs/srstest"
	"dva/tui/drill"
	"dva/tui/theme"
	"dva/tui/tuitest"
)

const today = srs.Day(20_779)

// services are key, name, alias, weight, cards, questions, seen and days since.
var services = []struct {
	key, name, alias             string
	weight                       float64
	cards, questions, seen, days int
}{
	{"api-gateway", "Amazon API Gateway", "apigw", 6.2, 41, 17, 30, 4},
	{"app-discovery", "AWS Application Discovery Service", "ads", 0, 3, 0, 0, 0},
	{"beanstalk", "AWS Elastic Beanstalk", "eb", 1.1, 18, 4, 9, 11},
	{"cloudformation", "AWS CloudFormation", "cfn", 4.9, 52, 20, 0, 0},
	{"cloudwatch", "Amazon CloudWatch", "cw", 5.5, 47, 21, 44, 6},
	{"codepipeline", "AWS CodePipeline", "", 3.1, 21, 9, 12, 16},
	{"cognito", "Amazon Cognito", "", 3.8, 35, 15, 19, 21},
	{"dynamodb", "Amazon DynamoDB", "ddb", 7.4, 88, 33, 61, 7},
	{"kms", "AWS Key Management Service (KMS)", "kms", 4.4, 38, 18, 30, 23},
	{"lambda", "AWS Lambda", "functions", 11.3, 104, 51, 140, 3},
	{"pets", "Haustiere: 猫 und 犬", "", 0, 4, 0, 3, 2},
	{"s3", "Amazon S3", "", 6.6, 72, 26, 50, 5},
	{"sqs", "Amazon SQS", "queue", 4.0, 33, 17, 28, 9},
	{"step-functions", "AWS Step Functions", "sfn", 3.5, 31, 14, 22, 30},
	{"x-ray", "AWS X-Ray", "xray", 2.2, 16, 6, 0, 0},
}

var blueprint = deck.Exam{Domains: []deck.Domain{
	{ID: "1", Name: "Development with AWS Services", Tasks: []deck.Task{
		{ID: "1.1", Name: "Develop code for applications hosted on AWS", Skills: []deck.Skill{
			{ID: "1.1.1", Text: "Tell tight from loose coupling and decouple components with AWS services."},
			{ID: "1.1.2", Text: "Describe architectural patterns: event-driven, microservices, monolithic, choreography and orchestration, fanout."},
		}},
		{ID: "1.2", Name: "Develop code for AWS Lambda", Skills: []deck.Skill{{ID: "1.2.1", Text: "Let functions reach private resources inside a VPC."}}},
	}},
	{ID: "4", Name: "Troubleshooting and Optimization", Tasks: []deck.Task{
		{ID: "4.3", Name: "Optimize applications with AWS services and features", Skills: []deck.Skill{{ID: "4.3.3", Text: "Tune consumers."}}},
	}},
}}

// desk is where a test sits: what is known, and the look.
type desk struct {
	*tuitest.Driver
	t    testing.TB
	room *tuitest.Room

	in      book.Input
	fail    error
	loads   int
	profile termenv.Profile
	theme   theme.Choice
	ascii   bool
}

func newDesk(t testing.TB) *desk {
	d := &desk{t: t, profile: termenv.ANSI, theme: theme.Auto}
	weights := map[string]float64{}
	d.in = book.Input{
		Today: today, Exam: &blueprint, Model: fsrs.Default(), LeechAt: 8, ExamMissed: []string{"lambda-q1", "kms-q3"}, Again: []string{"sqs-1", "s3-2", "s3-4"},
		Weight: func(key string) float64 { return weights[key] }, Comes: func(*deck.Item) bool { return true },
	}
	for n, s := range services {
		weights[s.key] = s.weight
		service := deck.Service{Key: s.key, Name: s.name}
		if s.alias != "" {
			service.Aliases = []string{s.alias}
		}
		d.in.Services = append(d.in.Services, service)
		skills := [][]string{{"1.1.1"}, {"1.1.2", "4.3.3"}, {"1.2.1"}}[n%3]
		for i := range s.cards + s.questions {
			id, kind := fmt.Sprint(s.key, "-", i), deck.Basic
			if i >= s.cards {
				id, kind = fmt.Sprint(s.key, "-q", i-s.cards), deck.Multiple
			}
			d.in.Items = append(d.in.Items, deck.Item{ID: id, Parent: id, Kind: kind, Service: s.key, Skills: skills, Place: i})
			if i < s.seen {
				c := srstest.Card(id, today-srs.Day(s.days), 6+i%5)
				c.Marks.Flagged = s.key == "cognito" && i < 2
				d.in.Cards = append(d.in.Cards, c)
			}
		}
	}
	return d
}

// unbegun takes away all that is known.
func (d *desk) unbegun() { d.in.Cards, d.in.Again, d.in.ExamMissed = nil, nil, nil }

func (d *desk) load(context.Context) (*book.Book, error) {
	d.loads++
	if d.fail != nil {
		return nil, d.fail
	}
	return book.New(d.in), nil
}

// at opens the screen in a window.
func (d *desk) at(width, height int) *desk {
	d.t.Helper()
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(d.profile)
	th := theme.New(r, d.theme, d.ascii)
	d.room = &tuitest.Room{Theme: &th, Screen: drill.New(drill.Config{Theme: &th, Load: d.load})}
	d.Driver = tuitest.New(d.t, d.room, width, height)
	return d
}
