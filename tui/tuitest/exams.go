package tuitest

import (
	"context"
	"fmt"
	"slices"
	"time"

	"dva/deck"
	"dva/deck/exam"
)

// Exams is a file of exams in memory, an exam.Store.
type Exams struct {
	// Fail, when set, is what each writing call returns until it is unset.
	Fail error
	// Saves and Ends count what was written.
	Saves, Ends int

	records []exam.Record // the exam with ID 1 is the first
}

// Begin keeps a paper as an open exam.
func (f *Exams) Begin(_ context.Context, p exam.Paper, at time.Time) (exam.Record, error) {
	if f.Fail != nil {
		return exam.Record{}, f.Fail
	}
	if _, open := f.openExam(); open {
		return exam.Record{}, exam.ErrUnfinished
	}
	f.records = append(f.records, exam.Record{
		ID: exam.ID(len(f.records) + 1), Holder: 1, Paper: p, Run: exam.Run{Started: at}, Answers: make([]exam.Answer, len(p.Items)),
	})
	return f.Record(exam.ID(len(f.records))), nil
}

func (f *Exams) openExam() (*exam.Record, bool) {
	for i := range f.records {
		if f.records[i].Run.Status == exam.Open {
			return &f.records[i], true
		}
	}
	return nil, false
}

// Take takes up the open exam.
func (f *Exams) Take(context.Context) (exam.Record, error) {
	r, open := f.openExam()
	if !open {
		return exam.Record{}, exam.ErrNoExam
	}
	r.Holder++
	return f.Record(r.ID), nil
}

// Save saves a change.
func (f *Exams) Save(_ context.Context, id exam.ID, c exam.Change) error {
	if err := f.write(id, c); err != nil {
		return err
	}
	f.Saves++
	return nil
}

// End saves the last change.
func (f *Exams) End(_ context.Context, r exam.Record, c exam.Change) error {
	if err := f.write(r.ID, c); err != nil {
		return err
	}
	f.Ends++
	return nil
}

func (f *Exams) write(id exam.ID, c exam.Change) error {
	r := &f.records[id-1]
	switch {
	case f.Fail != nil:
		return f.Fail
	case r.Run.Status != exam.Open:
		return exam.ErrEnded
	case c.Holder != r.Holder:
		return exam.ErrTaken
	}
	r.Run = c.Run
	for _, it := range c.Items {
		r.Answers[it.Index] = it.Answer
	}
	return nil
}

// Begun is how many exams have been begun.
func (f *Exams) Begun() int { return len(f.records) }

// Record is the exam with this number, as it is kept.
func (f *Exams) Record(id exam.ID) exam.Record {
	r := f.records[id-1]
	r.Answers = slices.Clone(r.Answers)
	return r
}

// List is the exam with this number as a history lists it.
func (f *Exams) List(id exam.ID) exam.Listing {
	r := f.Record(id)
	l := exam.Listing{
		ID: r.ID, Exam: r.Paper.Exam, Bank: r.Paper.Bank, Length: r.Paper.Length, Seed: r.Paper.Seed,
		Limit: r.Paper.Limit, Run: r.Run, Asked: len(r.Paper.Items), Fresh: r.Paper.Fresh(),
	}
	score := exam.Score(r)
	l.Scored = score.Scored
	for _, a := range r.Answers {
		if len(a.Picked) > 0 {
			l.Answered++
		}
	}
	if r.Run.Status == exam.Finished {
		l.Right, l.RightAsked, l.Domains = score.Right, score.RightAsked, score.Domains
	}
	return l
}

// Unfinished is the exam that is open.
func (f *Exams) Unfinished(context.Context) (exam.Listing, bool, error) {
	r, open := f.openExam()
	if !open {
		return exam.Listing{}, false, nil
	}
	return f.List(r.ID), true, nil
}

// Domains are those of the papers that Paper makes.
var domains = []exam.Domain{
	{ID: "1", Name: "Development with AWS Services"},
	{ID: "2", Name: "Security"},
	{ID: "3", Name: "Deployment"},
	{ID: "4", Name: "Troubleshooting and Optimization"},
}

// share of the domains in a full form.
var share = [...]int{20, 17, 14, 14}

// Paper makes a paper of n questions of even time. Question 3 and each tenth ask
// for two of five choices, question 4 has a piece of code, question 5 is long; of
// a full form 15 are not scored. The right choices come first in the question and
// stand at places that the order shuffles.
func Paper(l exam.Length, n int) exam.Paper {
	p := exam.Paper{Exam: "DVA-C03", Bank: "800-0a1b2c3d", Length: l, Seed: 7, Limit: time.Duration(n) * 2 * time.Minute, Domains: domains}
	for i := range n {
		d := 0
		for sum, at := 0, i*65/n; d < len(share)-1; d++ {
			if sum += share[d]; at < sum {
				break
			}
		}
		q := paperQuestion(i)
		order := make([]int, len(q.Choices))
		for place := range order {
			order[place] = (place + i) % len(order)
		}
		p.Items = append(p.Items, exam.Item{
			ID: q.ID, Domain: domains[d].ID, Skill: domains[d].ID + ".1.1", Service: "sqs", Fresh: true, Hash: uint64(i),
			Scored: n < 65 || i%13 >= 3, Order: order, Question: q,
		})
	}
	return p
}

const aboutCode = "A function is configured with this template:\n\n```yaml\nResources:\n  Function:\n    Type: AWS::Serverless::Function\n    Properties:\n" +
	"      Runtime: python3.13\n      MemorySize: 128\n      Timeout: 3\n```\n\n"

const aboutMuch = "A company runs an online shop. Orders arrive over an Amazon API Gateway REST API and are put into an Amazon SQS standard queue, from which an AWS Lambda function " +
	"takes batches of ten and writes them to an Amazon DynamoDB table. On busy days some orders are written twice, and now and then a batch fails altogether because one of its orders is malformed. " +
	"The developer has been told to keep the order of processing as it is, to lose no order, and to change as little code as possible.\n\n"

// paperQuestion is question i of a paper, from 0.
func paperQuestion(i int) *deck.Question {
	q := &deck.Question{
		ID: fmt.Sprintf("sqs-q-%d", i+1), Service: "sqs", Difficulty: 2, Cards: []string{fmt.Sprintf("sqs-card-%d", i+1)},
		Doc:     "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html",
		Checked: time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC),
	}
	about := fmt.Sprintf("Case %d. A consumer of an Amazon SQS queue works on a message for longer than expected, and the message is worked on twice.\n\n", i+1)
	switch i {
	case 3:
		about = aboutCode
	case 4:
		about = aboutMuch
	}
	q.Stem = about + "Which solution meets these requirements with the LEAST operational overhead?"
	choice := func(text, why string) { q.Choices = append(q.Choices, deck.Choice{Text: text, Why: why}) }
	choice("Extend the visibility timeout with `ChangeMessageVisibility` while the work goes on", "The message stays hidden for as long as the consumer says so.")
	choice("Turn the queue into a FIFO queue", "A FIFO queue hides a message for the same time; the work would still be repeated.")
	choice("Set a delivery delay of 15 minutes", "A delay holds back new messages and does nothing for one that was received.")
	choice("Send the message again with a longer retention period", "Retention says when an unread message is dropped.")
	if i == 2 || i%10 == 9 {
		choice("Poll with a wait time of 20 seconds", "Long polling saves empty receives.")
		q.Choices[1] = deck.Choice{Text: "Raise the visibility timeout of the queue above the longest work", Why: "Then no message comes back while it is worked on."}
		q.Choices[1].Correct = true
	}
	q.Choices[0].Correct = true
	return q
}
