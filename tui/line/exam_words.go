package line

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"dva/deck/exam"
)

// begin says what the exam is and its first question.
func (t *examTalk) begin() {
	st := t.Exam.State()
	t.say("Mock exam, %s: %s, %s left.", st.Paper.Length, count(len(st.Paper.Items), "question"), wait(st.Left(t.Now()).Round(time.Second)))
	if n := st.Answered(); n > 0 {
		t.say("%s answered so far.", capital(count(n, "question")))
	}
	if !st.Run.Timed() {
		t.say("It was paused, so it does not count as timed.")
	}
	t.say("Nothing says right or wrong before the end. Write ? for the commands.")
	t.sayItem()
}

// sayItem says the question on the screen, its choices and what is picked.
func (t *examTalk) sayItem() {
	st := t.Exam.State()
	it := st.Paper.Items[st.Run.At]
	t.say("")
	flagged := ""
	if st.Answers[st.Run.At].Flagged {
		flagged = " Flagged."
	}
	t.say("Question %d of %d. %s left.%s", st.Run.At+1, len(st.Paper.Items), capital(wait(st.Left(t.Now()).Round(time.Second))), flagged)
	t.say("%s", plain(it.Question.Stem))
	if n := it.Question.Correct(); n > 1 {
		t.say("Select %s.", number(n))
	}
	for place, i := range it.Order {
		t.say("%c. %s", 'a'+place, plain(it.Question.Choices[i].Text))
	}
	if len(st.Answers[st.Run.At].Picked) > 0 {
		t.sayPicked()
	}
}

// sayPicked says what is picked of the question on the screen.
func (t *examTalk) sayPicked() {
	st := t.Exam.State()
	it, a := st.Paper.Items[st.Run.At], st.Answers[st.Run.At]
	if len(a.Picked) == 0 {
		t.say("Nothing chosen.")
		return
	}
	t.say("Chosen: %s.", letters(it, a.Picked))
	if it.Multiple() {
		t.warnCount(st)
	}
}

// warnCount says that the question on the screen has an answer of the wrong
// number of choices. Nothing is blocked.
func (t *examTalk) warnCount(st exam.State) {
	want := st.Paper.Items[st.Run.At].Question.Correct()
	if n := len(st.Answers[st.Run.At].Picked); n > 0 && n != want {
		t.say("%s chosen so far; the question asks for %s.", capital(number(n)), number(want))
	}
}

// letters are the places of the picked choices, as in a and c.
func letters(it exam.Item, picked []int) string {
	var words []string
	for place, i := range it.Order {
		if slices.Contains(picked, i) {
			words = append(words, string(rune('a'+place)))
		}
	}
	return strings.Join(words, " and ")
}

// sayList says what is answered, blank, flagged and of the wrong number.
func (t *examTalk) sayList() {
	st := t.Exam.State()
	t.say("%s of %d answered.", capital(count(st.Answered(), "question")), len(st.Paper.Items))
	t.sayNumbers("Blank", st.Blank())
	t.sayNumbers("Wrong number of choices", st.Short())
	var flagged []int
	for i, a := range st.Answers {
		if a.Flagged {
			flagged = append(flagged, i)
		}
	}
	t.sayNumbers("Flagged", flagged)
	t.sayTime(st)
}

func (t *examTalk) sayNumbers(label string, items []int) {
	if len(items) == 0 {
		return
	}
	var words []string
	for _, i := range items {
		words = append(words, fmt.Sprint(i+1))
	}
	t.say("%s: %s.", label, strings.Join(words, ", "))
}

func (t *examTalk) sayTime(st exam.State) {
	now := t.Now()
	pace := "on an even pace"
	switch minutes := int(math.Round(st.InHand(now).Minutes())); {
	case minutes > 0:
		pace = count(minutes, "minute") + " ahead of an even pace"
	case minutes < 0:
		pace = count(-minutes, "minute") + " behind an even pace"
	}
	t.say("%s left, %s.", capital(wait(st.Left(now).Round(time.Second))), pace)
}

// sayResult says how the exam went.
func (t *examTalk) sayResult() {
	r := t.result
	within := exam.Interval80(r.Right, r.Scored)
	t.say("")
	t.say("%d of %d scored questions right, %d %%; the true share lies between %d and %d %% with 80 %% confidence.",
		r.Right, r.Scored, share(r.Right, r.Scored), whole(within.Low), whole(within.High))
	if r.Asked != r.Scored {
		t.say("Of all %d: %d right. %d were not scored, as in the real exam.", r.Asked, r.RightAsked, r.Asked-r.Scored)
	}
	t.say("The real pass mark is 720 on a scale of 100 to 1,000. AWS does not publish what that is in questions; about 70 %% is our reading. These questions are ours, not AWS's.")
	for _, d := range r.Domains {
		few := ""
		if d.Asked < exam.FewAsked {
			few = " Few questions: this says little."
		}
		in := exam.Interval80(d.Right, d.Asked)
		t.say("%s: %d of %d, between %d and %d %%.%s", d.Name, d.Right, d.Asked, whole(in.Low), whole(in.High), few)
	}
	run := t.Exam.Record().Run
	t.say("Time: %s used; in the middle %s a question; %d rushed.", wait(run.Used.Round(time.Second)), wait(r.Median.Round(time.Second)), r.Rushed)
	t.say("Answers changed: %d to right, %d to wrong.", r.ToRight, r.ToWrong)
	if !run.Timed() {
		t.say("It was paused, so it does not count as timed.")
	}
	if len(t.misses) == 0 {
		t.say("No misses.")
		return
	}
	t.say("The cards behind %s are due today. Write m to hear the misses one by one, or nothing to end.", misses(len(t.misses)))
}

// sayMiss says a question that was not right, with the reason for every choice.
func (t *examTalk) sayMiss(i int) {
	rec := t.Exam.Record()
	it, a := rec.Paper.Items[i], rec.Answers[i]
	t.say("")
	t.say("Question %d.", i+1)
	t.say("%s", plain(it.Question.Stem))
	for place, at := range it.Order {
		c := it.Question.Choices[at]
		verdict := "Not correct"
		if c.Correct {
			verdict = "Correct"
		}
		if slices.Contains(a.Picked, at) {
			verdict += ", your answer"
		}
		t.say("%c. %s: %s", 'a'+place, verdict, plain(c.Text))
		t.say("   %s", plain(c.Why))
	}
	if len(a.Picked) == 0 {
		t.say("You left it blank.")
	}
	t.say("%s, checked %s", it.Question.Doc, it.Question.Checked.Format(time.DateOnly))
}

func (t *examTalk) sayExamHelp() {
	for _, l := range []string{
		"Write the letter of a choice to choose it or to take it back, several as in a c.",
		"Enter or n or next: the next question. p or previous: the one before. g NUMBER or go NUMBER: that one.",
		"f or flag: set or clear the flag. r or repeat: say the question once more.",
		"l or list: what is answered, blank and flagged. t or time: the time left.",
		"S or finish: hand in. q or quit: leave for later, or give up.",
	} {
		t.say("%s", l)
	}
}

func share(n, of int) int {
	if of == 0 {
		return 0
	}
	return whole(float64(n) / float64(of))
}

// whole is a share in whole percent.
func whole(x float64) int { return int(math.Round(x * 100)) }

func misses(n int) string {
	if n == 1 {
		return "1 miss"
	}
	return fmt.Sprintf("%d misses", n)
}
