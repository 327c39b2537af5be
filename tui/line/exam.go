package line

import (
	"context"
	"errors"
	"io"
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
		case errors.Is(err, exam.ErrTaken), errors.Is(err, exam.ErrEnded):
			t.say("")
			t.trouble(err)
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

// look looks at the clock and says when 30, 10 and 1 minute are left. An error
// means that nothing can be answered any more.
func (t *examTalk) look() error {
	if t.phase == finished {
		return nil
	}
	st, err := t.Exam.Beat(t.ctx)
	if errors.Is(err, exam.ErrTimeUp) || errors.Is(err, exam.ErrTaken) || errors.Is(err, exam.ErrEnded) {
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
