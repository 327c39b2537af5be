package line

import (
	"context"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"dva/deck/exam"
)

// Exam is what line mode asks of an exam under way; *exam.Sitting is one.
type Exam interface {
	State() exam.State
	Record() exam.Record
	Toggle(ctx context.Context, choice int) (exam.State, error)
	Flag(ctx context.Context) (exam.State, error)
	Go(ctx context.Context, item int) (exam.State, error)
	Beat(ctx context.Context) (exam.State, error)
	Pause(ctx context.Context) (exam.State, error)
	Submit(ctx context.Context) (exam.Result, error)
	Abandon(ctx context.Context) error
}

// ExamConfig is what an exam by lines needs.
type ExamConfig struct {
	In    io.Reader
	Out   io.Writer
	Now   func() time.Time
	Exam  Exam
	Width int // as in Config
	// Tick says when to look at the clock: at least every two seconds, so that
	// the time at the prompt counts. A nil one never does.
	Tick <-chan time.Time
}

// RunExam runs an exam until it is handed in and read, left or interrupted, or
// the input ends, which all but the interruption return nil. Every answer is
// saved before the next line is said. When the time is up the exam is handed in
// whatever the learner was about to write.
func RunExam(ctx context.Context, c ExamConfig) error {
	t := &examTalk{ExamConfig: c, voice: newVoice(ctx, c.In, c.Out, c.Width), warned: c.Exam.State().Left(c.Now())}
	t.begin()
	for !t.quit && t.failed == nil {
		line, err := t.read(t.prompt(), c.Tick, t.look)
		switch {
		case errors.Is(err, exam.ErrTimeUp):
			t.timeUp()
		case err == io.EOF:
			t.say("")
			return t.failed
		case err != nil:
			return err
		default:
			t.handle(line)
		}
	}
	return t.failed
}

// examPhase is what the learner is asked for now.
type examPhase int

const (
	sitting  examPhase = iota
	handing            // whether to hand in
	leaving            // whether to go on later or to give up
	finished           // the result is said
)

// examTalk is a conversation about an exam as far as it has come.
type examTalk struct {
	ExamConfig
	*voice
	phase  examPhase
	warned time.Duration // the time left when it was last looked at
	result exam.Result
	misses []int // still to be read, after the end
	quit   bool
}

func (t *examTalk) prompt() string {
	switch t.phase {
	case handing:
		return "hand in? "
	case leaving:
		return "leave? "
	case finished:
		return "end> "
	}
	return "exam> "
}

// look looks at the clock and says when 30, 10 and 1 minute are left.
func (t *examTalk) look() error {
	if t.phase == finished {
		return nil
	}
	st, err := t.Exam.Beat(t.ctx)
	if errors.Is(err, exam.ErrTimeUp) {
		return err
	}
	left := st.Left(t.Now()) // a beat that was not saved is tried again with the next
	for _, mark := range []time.Duration{30 * time.Minute, 10 * time.Minute, time.Minute} {
		if left <= mark && mark < t.warned {
			t.say("")
			t.say("%s left.", capital(wait(mark)))
			t.write(t.prompt())
		}
	}
	t.warned = left
	return nil
}

func (t *examTalk) handle(line string) {
	switch t.phase {
	case handing:
		t.answerHanding(line)
	case leaving:
		t.answerLeaving(line)
	case finished:
		t.answerFinished(line)
	default:
		t.answer(line)
	}
}

// answer takes a line while a question is asked.
func (t *examTalk) answer(line string) {
	word, rest, _ := strings.Cut(line, " ")
	if word == "f" && len(t.item().Order) > 5 { // it has a choice f
		t.pick(line)
		return
	}
	switch word {
	case "", "n", "next":
		t.step(1)
	case "p", "previous":
		t.step(-1)
	case "g", "go":
		t.goTo(rest)
	case "f", "flag":
		t.flag()
	case "r", "repeat":
		t.sayItem()
	case "l", "list":
		t.sayList()
	case "t", "time":
		t.sayTime(t.Exam.State())
	case "S", "finish":
		t.askHanding()
	case "q", "quit":
		t.phase = leaving
		t.say("Write later to go on another time: the run then counts as paused and not as timed. Write give up to end it without a result, or stay.")
	case "?", "help":
		t.sayExamHelp()
	default:
		t.pick(line)
	}
}

// pick toggles the named choices of the question.
func (t *examTalk) pick(line string) {
	it := t.item()
	places, ok := readPlaces(line, len(it.Order))
	if !ok {
		t.say("Write the letter of a choice, a to %c, or ? for the commands.", 'a'+len(it.Order)-1)
		return
	}
	for _, place := range places {
		if _, err := t.Exam.Toggle(t.ctx, it.Order[place]); err != nil {
			t.trouble(err)
			return
		}
	}
	t.sayPicked()
}

// readPlaces reads letters or numbers of choices, as in "b", "a c" or "1 3".
func readPlaces(line string, choices int) ([]int, bool) {
	var places []int
	for _, word := range strings.FieldsFunc(strings.ToLower(line), func(r rune) bool { return r == ' ' || r == ',' }) {
		place := -1
		if n, err := strconv.Atoi(word); err == nil {
			place = n - 1
		} else if len(word) == 1 {
			place = int(word[0]) - 'a'
		}
		if place < 0 || place >= choices {
			return nil, false
		}
		places = append(places, place)
	}
	return places, len(places) > 0
}

func (t *examTalk) item() exam.Item {
	st := t.Exam.State()
	return st.Paper.Items[st.Run.At]
}

// step goes on or back by one. After the last question come the blanks and the
// hand-in.
func (t *examTalk) step(by int) {
	st := t.Exam.State()
	t.warnCount(st)
	switch to := st.Run.At + by; {
	case to < 0:
		t.say("This is the first question.")
	case to >= len(st.Paper.Items):
		t.say("That was the last question.")
		t.sayList()
		t.say("Write g and a number to go to a question, or finish to hand in.")
	default:
		t.move(to)
	}
}

func (t *examTalk) goTo(number string) {
	st := t.Exam.State()
	n, err := strconv.Atoi(strings.TrimSpace(number))
	if err != nil || n < 1 || n > len(st.Paper.Items) {
		t.say("Write g and the number of a question, 1 to %d.", len(st.Paper.Items))
		return
	}
	t.warnCount(st)
	t.move(n - 1)
}

func (t *examTalk) move(to int) {
	if _, err := t.Exam.Go(t.ctx, to); err != nil {
		t.trouble(err)
		return
	}
	t.sayItem()
}

func (t *examTalk) flag() {
	st, err := t.Exam.Flag(t.ctx)
	switch {
	case err != nil:
		t.trouble(err)
	case st.Answers[st.Run.At].Flagged:
		t.say("Flagged.")
	default:
		t.say("Flag cleared.")
	}
}

// trouble says why an act was not done.
func (t *examTalk) trouble(err error) {
	switch {
	case errors.Is(err, exam.ErrTimeUp):
		t.timeUp()
	case errors.Is(err, exam.ErrTaken), errors.Is(err, exam.ErrEnded):
		t.say("%s. What was answered is saved.", capital(err.Error()))
		t.quit = true
	default:
		t.say("Not saved: %v.", err)
		t.say("Nothing has changed. Try again.")
	}
}

func (t *examTalk) timeUp() {
	t.say("")
	t.say("The time is up.")
	t.handIn()
}

func (t *examTalk) askHanding() {
	t.phase = handing
	t.sayList()
	t.say("Write yes to hand in, or no to go on.")
}

func (t *examTalk) answerHanding(line string) {
	switch strings.ToLower(line) {
	case "y", "yes", "s":
		t.handIn()
	case "n", "no", "":
		t.phase = sitting
		t.sayItem()
	default:
		t.say("Write yes or no.")
	}
}

// handIn ends the exam. When that cannot be saved, the learner may try again.
func (t *examTalk) handIn() {
	result, err := t.Exam.Submit(t.ctx)
	switch {
	case errors.Is(err, exam.ErrTaken), errors.Is(err, exam.ErrEnded):
		t.trouble(err)
	case err != nil:
		t.phase = handing
		t.say("Not handed in: %v.", err)
		t.say("Every answer is saved. Write yes to try again.")
	default:
		t.phase, t.result, t.misses = finished, result, result.Misses()
		t.sayResult()
	}
}

func (t *examTalk) answerLeaving(line string) {
	switch strings.ToLower(line) {
	case "later", "l":
		if _, err := t.Exam.Pause(t.ctx); err != nil {
			t.trouble(err)
			return
		}
		t.say("Paused. \"dva exam --resume\" goes on.")
		t.quit = true
	case "give up":
		if err := t.Exam.Abandon(t.ctx); err != nil {
			t.trouble(err)
			return
		}
		t.say("Given up. It is kept without a result.")
		t.quit = true
	case "stay", "s", "":
		t.phase = sitting
		t.sayItem()
	default:
		t.say("Write later, give up or stay.")
	}
}

// answerFinished reads the misses one by one.
func (t *examTalk) answerFinished(line string) {
	if line != "m" && line != "misses" || len(t.misses) == 0 {
		t.quit = true
		return
	}
	t.sayMiss(t.misses[0])
	t.misses = t.misses[1:]
	if len(t.misses) == 0 {
		t.say("That was the last miss.")
		return
	}
	t.say("Write m for the next of %s, or nothing to end.", misses(len(t.misses)))
}
