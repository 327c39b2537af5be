package line

import (
	"fmt"
	"math"
	"strings"
	"time"

	"dva/deck"
	"dva/srs"
	"dva/srs/plan"
	"dva/srs/review"
)

// show takes a new turn and says its front.
func (t *talk) show(turn review.Turn) {
	t.turn, t.mark = turn, nil
	t.asked = t.Now()
	if turn.Over {
		t.phase = ended
		t.saySummary()
		return
	}
	t.phase = asking
	t.sayFront()
}

func (t *talk) repeat() {
	t.sayFront()
	if t.phase == grading {
		t.sayBack()
		t.sayGrades()
	}
}

func (t *talk) sayToday(d plan.Today) {
	t.say("Today: %d due, %d new, %s.", d.Due, d.New, about(d.Minutes))
	if d.ExamIn >= 0 {
		t.say("The exam is in %s.", count(d.ExamIn, "day"))
	}
	if d.Why != "" {
		t.say("%s", d.Why)
	}
	t.say("Write ? for the commands.")
}

func (t *talk) sayFront() {
	c := t.turn.Counts
	t.say("")
	t.say("%s %d, %d left. %s.%s", capital(kind(t.turn)), c.Done+1, c.Left(), t.serviceName(), t.standing())
	t.say("%s", plain(t.turn.Front))
	if q := t.turn.Question; q != nil {
		if n := q.Correct(); n > 1 {
			t.say("Select %s.", number(n))
		}
		for i, at := range t.turn.Order {
			t.say("%d. %s", i+1, plain(q.Choices[at].Text))
		}
	}
}

func kind(turn review.Turn) string {
	if turn.Question != nil {
		return "question"
	}
	return "card"
}

// standing says what is special about the card that is asked.
func (t *talk) standing() string {
	var words []string
	if t.turn.Card.State == srs.New {
		words = append(words, "New.")
	}
	if t.turn.Ahead {
		words = append(words, "Taken early: nothing else is left.")
	}
	if t.turn.Card.Marks.Flagged {
		words = append(words, "Flagged.")
	}
	if t.turn.Reworded {
		words = append(words, "Its text has changed since you last saw it.")
	}
	if t.turn.Leech {
		words = append(words, fmt.Sprintf("Forgotten %d times: suspend it, or write a note that helps.", t.turn.Card.Lapses))
	}
	if len(words) == 0 {
		return ""
	}
	return " " + strings.Join(words, " ")
}

func (t *talk) sayBack() {
	t.say("Answer: %s", plain(t.turn.Back))
	if t.turn.Changed != "" {
		t.say("Changed: %s", plain(t.turn.Changed))
	}
	if t.turn.Note != "" {
		t.say("Your note: %s", t.turn.Note)
	}
}

func (t *talk) sayMarked(m deck.Mark, picked []int) {
	chosen := map[int]bool{}
	for _, i := range picked {
		chosen[i] = true
	}
	if m.Right {
		t.say("Right.")
	} else {
		t.say("Wrong.")
	}
	for i, at := range t.turn.Order {
		c := t.turn.Question.Choices[at]
		verdict := "Not correct"
		if c.Correct {
			verdict = "Correct"
		}
		if chosen[at] {
			verdict += ", your answer"
		}
		t.say("%d. %s: %s", i+1, verdict, plain(c.Text))
		t.say("   %s", plain(c.Why))
	}
	if t.turn.Changed != "" {
		t.say("Changed: %s", plain(t.turn.Changed))
	}
}

func (t *talk) sayGrades() { t.say("%s", t.grades()) }

// grades says which grades may be given and what each would do.
func (t *talk) grades() string {
	if t.mark != nil && !t.mark.Right {
		return "It counts as again and comes back in " + wait(t.turn.Outcomes[0].Wait) + "."
	}
	var words []string
	for _, g := range srs.Grades {
		if g == srs.Again && t.mark != nil {
			continue
		}
		words = append(words, fmt.Sprintf("%d %s (%s)", g, g, wait(t.turn.Outcomes[g.Index()].Wait)))
	}
	return strings.Join(words, ", ") + ". Enter is good."
}

func (t *talk) sayDoc() {
	if t.turn.Doc == "" {
		t.say("No page is named.")
		return
	}
	t.say("%s, checked %s", t.turn.Doc, t.turn.Checked.Format(time.DateOnly))
}

func (t *talk) sayFacts() {
	if len(t.turn.Facts) == 0 {
		t.say("It came from no note.")
	}
	for _, id := range t.turn.Facts {
		f, ok := t.Deck.Fact(id)
		if !ok {
			continue
		}
		for _, part := range []struct{ label, text string }{
			{id + ", the notes say", f.Says}, {"Verdict", f.Verdict}, {"True today", f.Now}, {"Claim", f.Claim}, {"Page", f.Doc},
		} {
			if part.text != "" {
				t.say("%s: %s", part.label, plain(part.text))
			}
		}
	}
}

func (t *talk) sayHelp() {
	t.say("Press enter to hear the answer, or write your own first to compare. Then grade yourself:")
	t.say("1 again, 2 hard, 3 good, 4 easy, by number or word; enter is good.")
	t.say("A question is answered by the number of a choice, or several as in 1 3.")
	for _, c := range commands() {
		t.say("%s or %s: %s", c.key, c.name, c.help)
	}
}

// sayMoved says what a drill changed.
func (t *talk) sayMoved(m *review.Moved) {
	if m == nil {
		return
	}
	if m.Known > 0 {
		when := "in a week"
		if m.Exam {
			when = "on the exam's day"
		}
		t.say("Of the %s seen before, %.0f %% would be known %s; without this drill %.0f %%.", count(m.Known, "item"), 100*m.After, when, 100*m.Before)
	}
	if m.New > 0 {
		t.say("Seen for the first time: %d.", m.New)
	}
}

func (t *talk) saySummary() {
	t.say("")
	sum, err := t.Sitting.Summary(t.ctx)
	switch {
	case err != nil:
		t.say("That is all for now. The summary cannot be read: %v.", err)
	case sum.Done == 0 && sum.Moved != nil:
		t.say("Nothing was drilled.")
	case sum.Done == 0:
		t.say("Nothing is left to review today.")
	default:
		t.say("That is all for now: %s in %s, %d again.", count(sum.Done, "answer"), wait(sum.Took.Round(time.Second)), sum.Again)
		t.sayMoved(sum.Moved)
		if sum.Weakest != "" {
			t.say("Weakest: %s.", t.nameOf(sum.Weakest))
		}
	}
	if err == nil {
		t.say("Tomorrow: %d due.", sum.Tomorrow)
	}
	offer := "Write u to take back the last act, or nothing to end."
	if t.More != nil {
		offer = "Write m to study more, u to take back the last act, or nothing to end."
	}
	t.say("%s", offer)
}

func (t *talk) serviceName() string { return t.nameOf(t.turn.Item.Service) }

func (t *talk) nameOf(key string) string {
	if t.Deck != nil {
		for _, s := range t.Deck.Services {
			if s.Key == key {
				return s.Name
			}
		}
	}
	return key
}

// wait says a length of time in words: "10 minutes", "4 days", "1.2 months".
func wait(d time.Duration) string {
	const day = 24 * time.Hour
	switch {
	case d < time.Minute:
		return count(int(d/time.Second), "second")
	case d < time.Hour, d < day && d%time.Hour != 0:
		return count(int(math.Round(d.Minutes())), "minute")
	case d < day:
		return count(int(math.Round(d.Hours())), "hour")
	}
	return count(int(math.Round(d.Hours()/24)), "day")
}

func about(minutes int) string {
	if minutes == 0 {
		return "nothing to do"
	}
	return "about " + count(minutes, "minute")
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func number(n int) string {
	if words := []string{"none", "one", "two", "three"}; n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
