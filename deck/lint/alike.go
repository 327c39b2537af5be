package lint

import (
	"fmt"
	"slices"

	"dva/deck"
	"dva/deck/lint/words"
)

// Entries that are too much alike. Enemies are never in one exam and may share
// their choices, so that only their stems are compared, and only for being copies.

// alike: two stems are not the same situation told twice, by the Jaccard index of
// their runs of three words.
func (b *bank) alike(c *checker) {
	const most, copies = .40, .60
	sets := make([]words.Set, len(b.questions))
	for i, q := range b.questions {
		sets[i] = words.NewSet(words.Split(q.Stem), 3)
	}
	for _, p := range words.Near(sets, most) {
		q, other := b.questions[p.A], b.questions[p.B]
		switch {
		case p.Like > copies:
			c.find("alike", Error, other.At, other.ID, fmt.Sprintf("%.0f percent of its stem is that of %s; write another situation", 100*p.Like, q.ID))
		case !b.twins(p.A, p.B):
			c.find("alike", Warning, other.At, other.ID, fmt.Sprintf("%.0f percent of its stem is that of %s; make them enemies or write another situation", 100*p.Like, q.ID))
		}
	}
}

func (b *bank) twins(i, j int) bool { return b.tells.Twins(b.tells.Items[i], b.tells.Items[j]) }

// twice: two questions on one fact do not have the same answer, unless they are
// enemies.
func (b *bank) twice(c *checker) {
	const same = .6 // Jaccard index of the words of the correct choices
	keys := make([]words.Set, len(b.questions))
	byFact := map[string][]int{}
	for i, q := range b.questions {
		keys[i] = words.NewSet(telling(correct(q)), 1)
		told := map[int]bool{}
		for _, f := range q.Facts {
			for _, j := range byFact[f] {
				if !told[j] && keys[i].Jaccard(keys[j]) > same && !b.twins(i, j) {
					told[j] = true
					c.find("twice", Warning, q.At, q.ID, fmt.Sprintf("asks the same of fact %s as %s; make them enemies", f, b.questions[j].ID))
				}
			}
			byFact[f] = append(byFact[f], i)
		}
	}
}

// correct is the correct choices in one text.
func correct(q *deck.Question) string {
	text := ""
	for _, c := range q.Choices {
		if c.Correct {
			text += c.Text + "\n"
		}
	}
	return text
}

// leaks: no stem tells the answer of another question, by a run of six words that
// say something and that only the correct choice has: "to an Amazon SQS standard
// queue" tells nothing. Explanations are not shown before the exam ends and speak
// of each other's answers by nature.
func (b *bank) leaks(c *checker) {
	const run = 6
	inStems := map[uint64][]int{}
	for i, q := range b.questions {
		for _, h := range words.NewSet(telling(q.Stem), run) {
			inStems[h] = append(inStems[h], i)
		}
	}
	for i, q := range b.questions {
		var told []int
		for _, h := range b.tellingRuns(q, run) {
			for _, j := range inStems[h] {
				if j != i && !b.twins(i, j) && !slices.Contains(told, j) {
					told = append(told, j)
					c.find("leaks", Warning, q.At, q.ID, fmt.Sprintf("the stem of %s has %d words of the correct choice; make them enemies or reword it", b.questions[j].ID, run))
				}
			}
		}
	}
}

// tellingRuns are the runs of the correct choices that neither the wrong ones nor
// the stem have.
func (b *bank) tellingRuns(q *deck.Question, run int) []uint64 {
	others := telling(q.Stem)
	var keys []uint64
	for _, choice := range q.Choices {
		all := telling(choice.Text)
		if choice.Correct {
			keys = append(keys, words.Runs(all, run)...)
		} else {
			others = append(others, all...)
		}
	}
	seen := words.NewSet(others, run)
	return slices.DeleteFunc(keys, seen.Has)
}

func telling(text string) []string { return words.Content(words.Split(text)) }

// cardLike: a question is more than a flashcard with choices.
func (b *bank) cardLike(c *checker) {
	const most, copies = .50, .70
	var sets []words.Set
	for _, card := range b.cards {
		sets = append(sets, words.NewSet(words.Split(card.Front+card.Cloze), 1))
	}
	for _, q := range b.questions {
		stem := words.NewSet(words.Split(q.Stem), 1)
		for i, set := range sets {
			if 2*min(len(stem), len(set)) <= max(len(stem), len(set)) { // sets of so different sizes are half alike at best
				continue
			}
			like := stem.Jaccard(set)
			severity := Warning
			if like > copies {
				severity = Error
			}
			if like > most {
				c.find("card-like", severity, q.At, q.ID, fmt.Sprintf("%.0f percent of its words are those of the card %s; ask for a decision in a situation", 100*like, b.cards[i].ID))
			}
		}
	}
}
