package line

import (
	"errors"
	"strings"

	"dva/deck/exam"
)

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
