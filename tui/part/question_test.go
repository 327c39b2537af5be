package part

import (
	"strings"
	"testing"
)

func TestVerdict(t *testing.T) {
	// r is right, R right and picked, w wrong, W wrong and picked.
	tests := []struct{ name, choices, want string }{
		{"right", "wRww", "✓ B is right."},
		{"wrong", "Wrww", "✗ A is not it. B is."},
		{"no answer", "wrww", "✗ No answer. B is right."},
		{"both of two", "wRwRw", "✓ B and D are right."},
		{"one of two and one wrong", "wRwrW", "✗ E is not it. B and D are."},
		{"two wrong", "WrWrw", "✗ A and C are not it. B and D are."},
		{"one of two, and no other", "wRwrw", "✗ Not all of it. B and D are right."},
		{"both and one more", "WRwRw", "✗ A is not it. B and D are."},
		{"no answer to two", "wrwrw", "✗ No answer. B and D are right."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var choices []Choice
			for _, c := range tt.choices {
				choices = append(choices, Choice{Correct: strings.ContainsRune("rR", c), Picked: strings.ContainsRune("RW", c)})
			}
			if got := strings.Join(Verdict(plain(), choices, 60), "\n"); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
