package line

import (
	"strconv"
	"strings"

	"dva/deck/exam"
)

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
