package deck

// Mark is how one answer to a question was judged.
type Mark struct {
	Right bool // all correct choices and no other: there is no part credit
	// Choices says of each choice, in the order of the YAML, whether the
	// learner's pick or not-pick of it was right.
	Choices []bool
}

// Correct is how many choices are correct.
func (q *Question) Correct() int {
	n := 0
	for _, c := range q.Choices {
		if c.Correct {
			n++
		}
	}
	return n
}

// Mark judges an answer: the indexes of the picked choices, in the order of the
// YAML. An index outside the choices makes the answer wrong.
func (q *Question) Mark(picked []int) Mark {
	chosen := make([]bool, len(q.Choices))
	m := Mark{Right: true, Choices: make([]bool, len(q.Choices))}
	for _, i := range picked {
		if i < 0 || i >= len(chosen) {
			m.Right = false
			continue
		}
		chosen[i] = true
	}
	for i, c := range q.Choices {
		m.Choices[i] = chosen[i] == c.Correct
		m.Right = m.Right && m.Choices[i]
	}
	return m
}
