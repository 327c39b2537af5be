package line

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"dva/deck"
	"dva/srs"
	"dva/srs/review"
)

// heldKey is how soon after an answer was said an empty line cannot be meant as
// a grade: it comes from a key held down.
const heldKey = 150 * time.Millisecond

// handle takes one line that the learner wrote.
func (t *talk) handle(line string) {
	word, rest, _ := strings.Cut(line, " ")
	if c, ok := findCommand(word); ok && (rest == "" || c.takesText) {
		if c.needsCard && t.phase == ended {
			t.say("There is no card to %s.", c.name)
			return
		}
		c.run(t, strings.TrimSpace(rest))
		return
	}
	switch {
	case t.phase == ended:
		t.end(line)
	case t.phase == grading:
		t.grade(line)
	case t.turn.Question != nil:
		t.choose(line)
	default:
		t.reveal(line)
	}
}

// reveal says the back of a card; an own answer is said before it, to compare.
func (t *talk) reveal(own string) {
	if own != "" {
		t.say("You wrote: %s", own)
	}
	t.sayBack()
	t.startGrading(nil)
}

// choose marks the picked choices of a question, named by their numbers.
func (t *talk) choose(line string) {
	picked, problem := pick(line, t.turn.Order, t.turn.Question.Correct())
	if problem != "" {
		t.say("%s", problem)
		return
	}
	m := t.turn.Question.Mark(picked)
	t.sayMarked(m, picked)
	t.startGrading(&m)
}

// pick reads numbers of shown choices, such as "2" or "1 3", and returns the
// indexes of the choices. The problem says what is wrong with the line.
func pick(line string, order []int, want int) (picked []int, problem string) {
	ask := "Write the number of one choice, 1 to " + strconv.Itoa(len(order)) + "."
	if want > 1 {
		ask = "Write the numbers of " + strconv.Itoa(want) + " choices, as in 1 3."
	}
	for _, word := range strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == ',' }) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 || n > len(order) {
			return nil, ask
		}
		if i := order[n-1]; !slices.Contains(picked, i) {
			picked = append(picked, i)
		}
	}
	if len(picked) != want {
		return nil, ask
	}
	return picked, ""
}

func (t *talk) startGrading(m *deck.Mark) {
	t.phase, t.mark = grading, m
	t.shown = t.Now()
	t.sayGrades()
}

// grade reads a grade by number or word; an empty line is good, or again after
// a wrong answer.
func (t *talk) grade(line string) {
	g, ok := readGrade(line)
	wrong := t.mark != nil && !t.mark.Right
	switch {
	case line == "" && t.Now().Sub(t.shown) < heldKey:
		t.say("That was too quick to be meant. Press enter again, or write a grade.")
		return
	case line == "" && wrong:
		g = srs.Again
	case line == "":
		g = srs.Good
	case !ok:
		t.say("%q is no grade. %s", line, t.grades())
		return
	case wrong && g != srs.Again:
		t.say("The answer was wrong, so it counts as again. Press enter to go on.")
		return
	case t.mark != nil && t.mark.Right && g == srs.Again:
		t.say("The answer was right, so it cannot be again. %s", t.grades())
		return
	}
	outcome := t.turn.Outcomes[g.Index()]
	next, err := t.Sitting.Grade(t.ctx, g, t.Now().Sub(t.asked))
	if err != nil {
		t.refused(err, next)
		return
	}
	t.say("%s: comes back in %s.", capital(g.String()), wait(outcome.Wait))
	t.show(next)
}

func readGrade(s string) (srs.Grade, bool) {
	for _, g := range srs.Grades {
		if s == g.String() || s == strconv.Itoa(int(g)) {
			return g, true
		}
	}
	return 0, false
}

// refused says why an act was not saved. The card stays, unless another dva
// changed it: then it is asked as it is now.
func (t *talk) refused(err error, next review.Turn) {
	t.say("Not saved: %v.", err)
	if errors.Is(err, review.ErrStale) {
		t.show(next)
		return
	}
	t.say("Nothing has changed. Try again, or q to leave.")
}

// end takes a line at the end of the sitting.
func (t *talk) end(line string) {
	if line == "m" && t.More != nil {
		more, err := t.More(t.ctx)
		if err != nil {
			t.say("That does not work: %v.", err)
			return
		}
		t.Sitting, t.More = more, nil
		t.show(more.Turn())
		return
	}
	t.quit = true
}
