package tui_test

import (
	"context"
	"io"
	"testing"
	"time"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"dva/deck"
	"dva/deck/exam"
	"dva/srs"
	"dva/srs/drill"
	"dva/srs/find"
	"dva/srs/fsrs"
	"dva/srs/plan"
	"dva/srs/review"
	"dva/srs/schedule"
	"dva/srs/stats"
	"dva/tui"
	"dva/tui/browse"
	"dva/tui/faults"
	"dva/tui/home"
	"dva/tui/paper"
	"dva/tui/settings"
	"dva/tui/study"
	"dva/tui/theme"
	"dva/tui/tuitest"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// desk is a learner in memory and what the tests turn on it.
type desk struct {
	tuitest.Facts
	day     tuitest.Day
	sitting *tuitest.Sitting
	openErr error
	asked   []tui.StudyRequest
	port    tuitest.Port
	clock   tuitest.Clock
	profile termenv.Profile
	theme   theme.Choice
	ascii   bool
	start   *tui.StudyRequest
	details home.Details
	exams   tuitest.Exams
	ticks   tuitest.Ticks
}

func (d *desk) Today(ctx context.Context) (home.Today, error) { return d.day.Load(ctx) }

func (d *desk) Study(_ context.Context, r tui.StudyRequest) (study.Sitting, error) {
	d.asked = append(d.asked, r)
	return d.sitting, d.openErr
}

func (d *desk) Service(key string) string {
	if name, ok := map[string]string{"sqs": "Amazon SQS", "lambda": "AWS Lambda", "kms": "AWS KMS"}[key]; ok {
		return name
	}
	return key
}

// Forms are the real exam's and a sprint.
func (d *desk) Forms() []exam.Form {
	return []exam.Form{
		{Length: exam.Full, Asked: 65, Scored: 50, Limit: 130 * time.Minute},
		{Length: exam.Sprint, Asked: 10, Scored: 10, Limit: 20 * time.Minute},
	}
}

func (d *desk) Details(context.Context) (home.Details, error) { return d.details, nil }

func (d *desk) Figures(context.Context) (stats.Figures, error) { return stats.Figures{}, nil }

func (d *desk) Drills(context.Context) (*drill.Book, error) {
	weigh := func(string) float64 { return 1 }
	return drill.New(drill.Input{Exam: &deck.Exam{}, Weight: weigh, Model: fsrs.Default()}), nil
}

func (d *desk) Reload(context.Context) (string, error) { return "your own decks were read again", nil }

func (d *desk) Faults() []faults.Fault { return nil }

func (d *desk) Desk(*uint64) paper.Desk { return examDesk{d} }

func (d *desk) History(context.Context) ([]exam.Listing, error) {
	var out []exam.Listing
	for id := exam.ID(d.exams.Begun()); id > 0; id-- {
		out = append(out, d.exams.List(id))
	}
	return out, nil
}

func (d *desk) Finished(_ context.Context, id exam.ID) (exam.Record, []string, error) {
	return d.exams.Record(id), []string{"sqs-card-1", "sqs-card-2"}, nil
}

func (d *desk) Hash(string) (uint64, bool) { return 0, false }

func (d *desk) Scale() deck.Scale { return deck.Scale{Min: 100, Max: 1000, Pass: 720} }

// emptyShelf is where a learner without cards looks through them.
type emptyShelf struct{ browse.Desk }

func (emptyShelf) Shelf(context.Context) (*find.Shelf, error) {
	return find.New(&deck.Deck{}, find.Known{}, 0, 8), nil
}

func (emptyShelf) Today() srs.Day { return 0 }

func (emptyShelf) Undo(context.Context) (srs.Act, error) { return srs.Act{}, review.ErrNothingToUndo }

func (emptyShelf) Redo(context.Context) (srs.Act, error) { return srs.Act{}, review.ErrNothingToRedo }

// examDesk is where this learner's exams are begun.
type examDesk struct{ d *desk }

func (e examDesk) Unfinished(ctx context.Context) (exam.Listing, bool, error) {
	return e.d.exams.Unfinished(ctx)
}

func (e examDesk) Draw(_ context.Context, l exam.Length) (exam.Paper, error) {
	n := 10
	if l == exam.Full {
		n = 65
	}
	return tuitest.Paper(l, n), nil
}

func (e examDesk) Begin(ctx context.Context, p exam.Paper) (paper.Sitting, error) {
	return exam.Begin(ctx, &e.d.exams, p, e.d.clock.Now)
}

func (e examDesk) Resume(ctx context.Context) (paper.Sitting, error) {
	s, err := exam.Resume(ctx, &e.d.exams, e.d.clock.Now)
	if err != nil {
		return nil, err
	}
	return s, nil
}

// withOpenExam is d with a full exam under way.
func (d *desk) withOpenExam() *desk {
	s, err := exam.Begin(context.Background(), &d.exams, tuitest.Paper(exam.Full, 65), d.clock.Now)
	if err == nil {
		_, err = s.Toggle(context.Background(), 1)
	}
	if err != nil {
		panic(err)
	}
	open := d.exams.List(1)
	d.day.Today.Open = &open
	return d
}

// withPastExams is d with three exams behind, the last on Tuesday.
func (d *desk) withPastExams() *desk {
	d.day.Today.Sat = 3
	d.day.Today.Last = &exam.Listing{
		ID: 3, Length: exam.Full, Asked: 65, Scored: 50, Right: 36, RightAsked: 48,
		Run: exam.Run{Status: exam.Finished, Ended: noon.AddDate(0, 0, -5)},
	}
	return d
}

func newDesk(turns ...review.Turn) *desk {
	d := &desk{sitting: tuitest.NewSitting(turns...), profile: termenv.ANSI, theme: theme.Auto}
	d.clock.At = noon
	d.ticks.Clock = &d.clock
	d.day.Today = busyDay()
	d.details = someDetails()
	d.Facts = someFacts
	d.port.List = someSettings()
	d.sitting.Sum = review.Summary{
		Took: 9 * time.Minute, Weakest: "kms", Tomorrow: 34, NextDue: noon.Add(20 * time.Hour),
	}
	return d
}

func (d *desk) app() *tui.App { return d.appFor(d) }

func (d *desk) appFor(l tui.Learner) *tui.App {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(d.profile)
	return tui.New(tui.Config{
		Learner: l, Exams: d, Shelf: emptyShelf{}, Settings: &d.port, Now: d.clock.Now, Renderer: r, Theme: d.theme, ASCII: d.ascii,
		Start: tui.Start{Study: d.start}, After: d.ticks.After,
	})
}

// sit opens the interface in a window of 80x24.
func (d *desk) sit(t testing.TB) *tuitest.Driver {
	t.Helper()
	return tuitest.New(t, d.app(), 80, 24)
}

// sitAs is sit for another learner at this desk.
func (d *desk) sitAs(t testing.TB, l tui.Learner) *tuitest.Driver {
	t.Helper()
	return tuitest.New(t, d.appFor(l), 80, 24)
}

// reviewing opens it straight in a sitting.
func (d *desk) reviewing(t testing.TB) *tuitest.Driver {
	t.Helper()
	d.start = &tui.StudyRequest{}
	return d.sit(t)
}

func someDetails() home.Details {
	retention := 0.914
	return home.Details{Weakest: []string{"Step Functions", "KMS", "Cognito"}, Retention: &retention}
}

func busyDay() home.Today {
	return home.Today{
		Plan: plan.Today{
			Due: 34, New: 12, Minutes: 28, Spare: 12, PutOff: 40, Done: 8, Took: 3 * time.Minute, ExamIn: 41, Unseen: 310,
			Why: "At this pace you have seen every core card by 23 December, 10 days before the exam. New cards come first, so 40 reviews are left for the coming days.",
		},
		Exam: "DVA-C03",
		Days: []int{31, 50, 12, 70, 60, 0, 34}, Cards: 1312, Questions: 390,
	}
}

func firstDay() home.Today {
	return home.Today{
		Plan: plan.Today{New: 10, Minutes: 4, ExamIn: -1, Why: "Ten cards to start with, about four minutes. Nothing leaves this machine."},
		Exam: "DVA-C03",
	}
}

func idleDay() home.Today {
	return home.Today{Plan: plan.Today{ExamIn: -1, NextDue: noon.Add(20 * time.Hour), Why: "Done for today. There is time for 12 more, the weakest first.", Spare: 12}, Exam: "DVA-C03"}
}

var waits = [4]time.Duration{10 * time.Minute, 24 * time.Hour, 4 * 24 * time.Hour, 37 * 24 * time.Hour}

func outcomes() (o schedule.Outcomes) {
	for i, g := range srs.Grades {
		o[i] = schedule.Outcome{Grade: g, Wait: waits[i]}
	}
	return o
}

func basic() review.Turn {
	return review.Turn{
		Item:  deck.Item{ID: "sqs-visibility-timeout", Parent: "sqs-visibility-timeout", Service: "sqs"},
		Front: "In Amazon SQS, a consumer received a message. For how long is it hidden from the others by default?",
		Back: "**30 seconds**, the queue's visibility timeout.\n\n" +
			"It can be 0 seconds to 12 hours. A slow consumer extends it for one message with `ChangeMessageVisibility`, or the message comes back and is worked on twice.\n\n" +
			"```bash\naws sqs change-message-visibility --queue-url \"$URL\" \\\n  --receipt-handle \"$HANDLE\" --visibility-timeout 120\n```\n",
		Doc:      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html",
		Checked:  noon,
		Changed:  "Courses before 2024 say that the limit is counted from the first receipt only.",
		Facts:    []string{"s231", "d-dev-118", "gone"},
		Outcomes: outcomes(),
	}
}

func cloze() review.Turn {
	t := basic()
	t.Item = deck.Item{ID: "sqs-fifo-rate#1", Parent: "sqs-fifo-rate", Service: "sqs", Kind: deck.Cloze, Blank: 1}
	t.Front = "Without batching or high-throughput mode, an Amazon SQS FIFO queue takes [...] calls per second per API action."
	t.Back = "Without batching or high-throughput mode, an Amazon SQS FIFO queue takes **300** calls per second per API action.\n\nBatches of ten make that 3,000 messages."
	t.Changed, t.Facts = "", nil
	return t
}

func single() review.Turn {
	q := &deck.Question{
		ID:      "lambda-q-partial-batch",
		Service: "lambda",
		Stem:    "A function consumes an Amazon SQS queue in batches of 10. One bad message makes the other nine be processed again.\n\nWhat should the developer change with the LEAST effort?",
		Choices: []deck.Choice{
			{Text: "Set the batch size to 1", Why: "Ends the repetition, but costs ten times the invocations."},
			{Text: "Return the failed message IDs in `batchItemFailures`", Correct: true, Why: "Only these come back. It needs `ReportBatchItemFailures` on the event source mapping."},
			{Text: "Add a dead-letter queue to the function", Why: "Serves asynchronous invocations only; a queue's own redrive policy is what would catch the message."},
			{Text: "Raise the visibility timeout to six times the timeout of the function", Why: "Good practice, but the other nine would still come back."},
		},
		Cards: []string{"lambda-partial-batch", "sqs-redrive"},
	}
	return review.Turn{
		Item:     deck.Item{ID: q.ID, Parent: q.ID, Service: "lambda", Kind: deck.Multiple},
		Question: q, Order: []int{1, 0, 2, 3}, Outcomes: outcomes(), Checked: noon,
		Doc: "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html",
	}
}

func double() review.Turn {
	t := single()
	q := *t.Question
	q.ID = "kms-q-two"
	q.Choices = append([]deck.Choice(nil), q.Choices...)
	q.Choices[3].Correct = true
	q.Choices = append(q.Choices, deck.Choice{Text: "Do nothing", Why: "Then nothing changes."})
	t.Question, t.Order = &q, []int{0, 1, 2, 3, 4}
	t.Item.ID, t.Item.Parent = q.ID, q.ID
	return t
}

var someFacts = tuitest.Facts{
	"s231": {
		ID: "s231", Where: "SQS, slide 12", Says: "Visibility timeout is 30 seconds by default, at most 12 hours", Verdict: "outdated",
		Claim: "The default visibility timeout is 30 seconds and the longest is 12 hours", Now: "Counted from each receipt of the message",
	},
	"d-dev-118": {ID: "d-dev-118", Claim: "ChangeMessageVisibility extends the timeout of one message in flight", Why: "Slow consumers work on a message twice without it"},
}

func someSettings() []settings.Option {
	return []settings.Option{
		{Key: "exam_date", Label: "Date of the exam", Help: "A date such as 2027-01-15, or nothing. New cards are paced toward it.", Value: "none"},
		{Key: "minutes", Label: "Minutes a day", Help: "5 to 600.", Value: "30"},
		{Key: "retention", Label: "Desired retention", Help: "How likely you still know a card when it comes back: 0.70 to 0.99.", Value: "0.90"},
		{Key: "learning_steps", Label: "Learning steps", Help: "Waits of a new card before it is reviewed by days.", Value: "1m 10m"},
		{Key: "theme", Label: "Theme", Help: "Colours: auto, dark, light or mono.", Value: "auto", Allowed: []string{"auto", "dark", "light", "mono"}},
		{Key: "fuzz", Label: "Vary intervals a little", Help: "Keeps cards learned together from always coming back together.", Value: "true", Allowed: []string{"true", "false"}},
	}
}
