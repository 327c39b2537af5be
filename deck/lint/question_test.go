package lint

import (
	"fmt"
	"strings"
	"testing"

	"dva/deck"
)

// sound is a question without a fault.
func sound() *deck.Question {
	return &deck.Question{
		ID: "q", Service: "sqs",
		Stem: "A worker of the team reads messages from a queue in Amazon SQS and is slow when many of them come. Which change helps?",
		Choices: []deck.Choice{
			{Text: "Add a second worker to the group", Correct: true},
			{Text: "Add a visibility timeout of an hour"},
			{Text: "Add a dead-letter queue for errors"},
			{Text: "Add a delay of ten seconds for each"},
		},
	}
}

func several(q *deck.Question, correct int) {
	q.Choices = append(q.Choices, deck.Choice{Text: "Add a longer retention to the queue"})
	for i := range correct {
		q.Choices[i].Correct = true
	}
}

func texted(texts ...string) func(*deck.Question) {
	return func(q *deck.Question) {
		for i, t := range texts {
			q.Choices[i].Text = t
		}
	}
}

func stemmed(text string) func(*deck.Question) {
	return func(q *deck.Question) { q.Stem = text }
}

func TestQuestionRules(t *testing.T) {
	in := sound().Stem
	for _, c := range []struct {
		name   string
		rule   func(*checker, *deck.Question)
		change func(*deck.Question)
		want   string
	}{
		{"a stem of 19 words", (*checker).stem, stemmed(strings.Repeat("word ", 18) + "word?"), "stem warning"},
		{"a stem of 20 words", (*checker).stem, stemmed(strings.Repeat("word ", 19) + "word?"), ""},
		{"a stem of 90 words and code", (*checker).stem, stemmed(strings.Repeat("word ", 90) + "\n```json\n" + strings.Repeat("x ", 50) + "\n```\n"), ""},
		{"a stem of 91 words", (*checker).stem, stemmed(strings.Repeat("word ", 91)), "stem warning"},
		{"a stem of 121 words", (*checker).stem, stemmed(strings.Repeat("word ", 121)), "stem error"},

		{"a stem without a question", (*checker).question, stemmed("It is slow? Do this."), "question error"},
		{"a question before the code", (*checker).question, stemmed("What now?\n\n```json\n{}\n```\n"), ""},
		{"a question in quotes at the end", (*checker).question, stemmed("Who asks \"why?\""), ""},

		{"two asked for and one correct", (*checker).count, stemmed(in[:len(in)-len("change helps?")] + "two changes help?"), "count error"},
		{"two asked for and two correct", (*checker).count, func(q *deck.Question) {
			several(q, 2)
			q.Stem = "It is slow. Which TWO changes help?"
		}, ""},
		{"three asked for and two correct", (*checker).count, func(q *deck.Question) {
			several(q, 2)
			q.Stem = "It is slow. Which changes help? (Choose three.)"
		}, "count error"},
		{"a number in the situation", (*checker).count, stemmed("Teams choose two queues. Which change helps?"), ""},

		{"NOT with several correct", (*checker).negative, func(q *deck.Question) {
			several(q, 2)
			q.Stem = "Which changes do NOT help?"
		}, "negative error"},
		{"not in the situation with several correct", (*checker).negative, func(q *deck.Question) {
			several(q, 2)
			q.Stem = "The code must not change. Which changes help?"
		}, ""},

		{"a choice of 35 words", (*checker).choice, texted(strings.Repeat("word ", 35)), ""},
		{"a choice of 36 words", (*checker).choice, texted(strings.Repeat("word ", 36)), "choice warning"},
		{"a choice of 51 words", (*checker).choice, texted(strings.Repeat("word ", 51)), "choice error"},

		{"a choice that holds usually", (*checker).vague, texted("It is usually faster"), "vague warning"},
		{"a role that may do something", (*checker).vague, texted("A role that may write"), ""},
		{"a vague word in code", (*checker).vague, texted("Set `often`"), ""},

		{"a choice 2.3 times the shortest", (*checker).spread, texted(strings.Repeat("x", 23), strings.Repeat("y", 35), strings.Repeat("z", 53)), "spread warning"},
		{"a choice 2.2 times the shortest", (*checker).spread, texted(strings.Repeat("x", 25), strings.Repeat("y", 35), strings.Repeat("z", 55)), ""},
		{"a choice 3.1 times the shortest", (*checker).spread, texted(strings.Repeat("x", 20), strings.Repeat("y", 35), strings.Repeat("z", 62)), "spread error"},
		{"short choices of uneven length", (*checker).spread, texted("A", "An SQS queue", "A topic of SNS", "An S3 bucket"), ""},

		{"two choices that differ in case and stop", (*checker).same, texted("Add a worker", "Add a Worker."), "same error"},
		{"two choices of code that differ in case", (*checker).same, texted("`aws:userId`", "`aws:userid`"), ""},

		{"two full stops of four", (*checker).ends, texted("One.", "Two."), "ends warning"},
		{"four full stops", (*checker).ends, texted("One.", "Two.", "Three.", "Four."), ""},

		{"a stem that ends in an", (*checker).article, stemmed("The team should use an:"), "article error"},
		{"a stem that ends in a letter", (*checker).article, stemmed("Which is it, plan A or plan B?"), ""},

		{"two gerunds of four", (*checker).parallel, texted("Adding a worker", "Using a queue"), "parallel warning"},
		{"one gerund of four", (*checker).parallel, texted("Adding a worker"), ""},
		{"a name that ends like a gerund", (*checker).parallel, texted("SecureString one", "SecureString two"), ""},
		{"two that begin with a preposition", (*checker).parallel, texted("With a queue", "With a topic"), "parallel warning"},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := sound()
			c.change(q)
			if got := found(func(k *checker) { c.rule(k, q) }); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// found is the rules that found something, each with its severity.
func found(run func(*checker)) string {
	c := &checker{}
	run(c)
	var out []string
	for _, f := range c.findings {
		out = append(out, fmt.Sprintf("%s %s", f.Rule, f.Severity))
	}
	return strings.Join(out, ", ")
}

func TestSoundQuestionHasNoFault(t *testing.T) {
	q := sound()
	got := found(func(c *checker) {
		for _, rule := range []func(*checker, *deck.Question){
			(*checker).stem, (*checker).question, (*checker).count, (*checker).negative, (*checker).choice, (*checker).vague,
			(*checker).spread, (*checker).same, (*checker).ends, (*checker).article, (*checker).parallel,
		} {
			rule(c, q)
		}
	})
	if got != "" {
		t.Error(got)
	}
}

func TestNegativeStem(t *testing.T) {
	for _, c := range []struct {
		stem string
		want bool
	}{
		{"Which of these is NOT a queue?", true},
		{"All of these are queues EXCEPT which?", true},
		{"Which statement is not true?", true},
		{"All events arrive except for a few. What helps?", false},
		{"The code must not change. Which change helps?", false},
		{"Which solution does not need a server?", false},
	} {
		if got := negativeStem(c.stem); got != c.want {
			t.Errorf("%q: got %v", c.stem, got)
		}
	}
}

func TestRulesOnSeveralQuestions(t *testing.T) {
	stem := "A company moves its orders to a queue in Amazon SQS and finds that some of them come twice each day. Which change helps?"
	other := "A museum shows pictures from a bucket in Amazon S3 to visitors and wants to know who looks at which. Which step comes first?"
	for _, c := range []struct {
		name   string
		rule   func(*bank, *checker)
		change func(a, b *deck.Question)
		want   string
	}{
		{"two situations", (*bank).alike, func(_, _ *deck.Question) {}, ""},
		{"one situation twice", (*bank).alike, func(_, b *deck.Question) { b.Stem = stem }, "alike error"},
		{"one situation twice, as enemies", (*bank).alike, func(a, b *deck.Question) { b.Stem, a.Enemies = stem, []string{"b"} }, "alike error"},
		{"half of a situation", (*bank).alike, func(_, b *deck.Question) {
			b.Stem = strings.Replace(stem, "some of them come twice each day. Which change", "most are late. What", 1)
		}, "alike warning"},
		{"half of a situation, as enemies", (*bank).alike, func(_, b *deck.Question) {
			b.Stem = strings.Replace(stem, "some of them come twice each day. Which change", "most are late. What", 1)
			b.Enemies = []string{"a"}
		}, ""},

		{"one fact and one answer", (*bank).twice, func(a, b *deck.Question) {
			a.Facts, b.Facts = []string{"f", "g"}, []string{"g", "f"}
			b.Choices[0].Text = a.Choices[0].Text
		}, "twice warning"},
		{"one fact and one answer, as enemies", (*bank).twice, func(a, b *deck.Question) {
			a.Facts, b.Facts, a.Enemies = []string{"f"}, []string{"f"}, []string{"b"}
			b.Choices[0].Text = a.Choices[0].Text
		}, ""},
		{"one answer of two facts", (*bank).twice, func(a, b *deck.Question) {
			a.Facts, b.Facts = []string{"f"}, []string{"g"}
			b.Choices[0].Text = a.Choices[0].Text
		}, ""},

		{"a stem that tells an answer", (*bank).leaks, func(a, b *deck.Question) {
			a.Choices[0].Text = "Give each message group one reader with sorted input"
			b.Stem += " They give each message group one reader with sorted input."
		}, "leaks warning"},
		{"a stem that tells what wrong choices say too", (*bank).leaks, func(a, b *deck.Question) {
			a.Choices[0].Text = "Give each message group one reader with sorted input"
			a.Choices[1].Text = "Give each message group one reader with sorted input, twice"
			b.Stem += " They give each message group one reader with sorted input."
		}, ""},
		{"a stem that tells an enemy's answer", (*bank).leaks, func(a, b *deck.Question) {
			a.Choices[0].Text = "Give each message group one reader with sorted input"
			b.Stem += " They give each message group one reader with sorted input."
			b.Enemies = []string{"a"}
		}, ""},
		{"a stem that names the same thing", (*bank).leaks, func(a, b *deck.Question) {
			a.Choices[0].Text = "Send it to an Amazon SQS standard queue"
			b.Stem += " It is sent to an Amazon SQS standard queue."
		}, ""},

		{"a stem that is a flashcard", (*bank).cardLike, func(a, _ *deck.Question) { a.Stem = "How long does Amazon SQS keep a message?" }, "card-like error"},
		{"a stem that is close to a flashcard", (*bank).cardLike, func(a, _ *deck.Question) { a.Stem = "How long does Amazon SQS keep a message for the slow reader?" }, "card-like warning"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := sound(), sound()
			a.ID, b.ID, a.Stem, b.Stem = "a", "b", stem, other
			b.Choices[0].Text = "Turn on a log of the reads"
			c.change(a, b)
			got := found(func(k *checker) {
				k.deck = &deck.Deck{}
				cards := []*deck.Card{{ID: "c", Front: "How long does Amazon SQS keep a message?"}}
				c.rule(newBank(k, cards, []*deck.Question{a, b}), k)
			})
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestQuotesFindTheLongestRun(t *testing.T) {
	const text = "a queue keeps each message for four days unless you say otherwise"
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"the text itself", text, 12},
		{"ten words of it", "So a queue keeps each message for four days unless you!", 10},
		{"nine words of it", "So a queue keeps each message for four days unless I", 0},
		{"all words in another order", "otherwise say you unless days four for message each keeps queue a", 0},
	} {
		q := newQuotes(10)
		q.add("f", text)
		if got, _ := q.longest(strings.Fields(strings.ToLower(strings.Trim(c.text, "!")))); got != c.want {
			t.Errorf("%s: got %d, want %d", c.name, got, c.want)
		}
	}
}
