package deck_test

import (
	"fmt"
	"testing"

	"dva/deck"
)

func TestMark(t *testing.T) {
	one := &deck.Question{Choices: []deck.Choice{{Text: "a"}, {Text: "b", Correct: true}, {Text: "c"}, {Text: "d"}}}
	two := &deck.Question{Choices: []deck.Choice{{Text: "a", Correct: true}, {Text: "b"}, {Text: "c", Correct: true}, {Text: "d"}, {Text: "e"}}}
	for _, tt := range []struct {
		name   string
		of     *deck.Question
		picked []int
		want   string
	}{
		{"the correct choice", one, []int{1}, "{true [true true true true]}"},
		{"another one", one, []int{0}, "{false [false false true true]}"},
		{"the correct one and another", one, []int{1, 3}, "{false [true true true false]}"},
		{"nothing", one, nil, "{false [true false true true]}"},
		{"both correct choices, in any order", two, []int{2, 0}, "{true [true true true true true]}"},
		{"one of two has no part credit", two, []int{0}, "{false [true true false true true]}"},
		{"one right and one wrong", two, []int{0, 4}, "{false [true true false true false]}"},
		{"the same choice twice counts once", two, []int{0, 2, 2}, "{true [true true true true true]}"},
		{"a choice that there is not", two, []int{0, 2, 5}, "{false [true true true true true]}"},
		{"one below the first", two, []int{-1, 0, 2}, "{false [true true true true true]}"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := fmt.Sprint(tt.of.Mark(tt.picked)); got != tt.want {
				t.Errorf("marked %s, want %s", got, tt.want)
			}
		})
	}
	if one.Correct() != 1 || two.Correct() != 2 {
		t.Errorf("%d and %d choices are said to be correct", one.Correct(), two.Correct())
	}
}
