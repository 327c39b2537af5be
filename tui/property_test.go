package tui_test

import (
	"errors"
	"testing"
	"time"

	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"dva/srs/review"
	"dva/tui/theme"
	"dva/tui/tuitest"
)

// TestFramesFit presses random keys in windows of random sizes over random
// turns. The driver fails it when a frame is larger than its window.
func TestFramesFit(t *testing.T) {
	names := []string{
		"space", "enter", "esc", "up", "down", "left", "right", "pgup", "pgdown", "home", "end", "tab", "backspace",
		"ctrl+d", "ctrl+u", "ctrl+j", "?", "q", ",", "r", "m", "e", "p", "w", "g", "S", "1", "2", "3", "4", "5", "6", "a", "b", "c", "d", "f",
		"g", "G", "j", "k", "n", "o", "s", "t", "u", "U", "x", "漢", "é", "longer text 漢字",
	}
	rapid.Check(t, func(r *rapid.T) {
		k := newDesk(someTurns(r)...)
		k.ascii = rapid.Bool().Draw(r, "ascii")
		k.profile = rapid.SampledFrom([]termenv.Profile{termenv.Ascii, termenv.ANSI}).Draw(r, "profile")
		k.theme = rapid.SampledFrom([]theme.Choice{theme.Auto, theme.Dark, theme.Light, theme.Mono}).Draw(r, "theme")
		d := tuitest.New(t, k.app(), rapid.IntRange(40, 200).Draw(r, "width"), rapid.IntRange(12, 60).Draw(r, "height"))
		for range rapid.IntRange(1, 40).Draw(r, "keys") {
			k.clock.Advance(time.Duration(rapid.IntRange(0, 400).Draw(r, "ms")) * time.Millisecond)
			switch rapid.IntRange(0, 20).Draw(r, "what") {
			case 0:
				d.Resize(rapid.IntRange(0, 200).Draw(r, "width"), rapid.IntRange(0, 60).Draw(r, "height"))
			case 1:
				k.sitting.Fail = errors.New("disk is full")
			case 2:
				d.Hold = !d.Hold
				d.Run()
			default:
				d.Press(rapid.SampledFrom(names).Draw(r, "key"))
			}
		}
	})
}

// someTurns are turns with texts of every length, wide letters, long words, code
// and lists among them.
func someTurns(r *rapid.T) []review.Turn {
	pieces := []string{
		"word ", "**bold** ", "`code span` ", "漢字とかな ", "🎛 ", "e\u0301a\u0308 ", "https://docs.aws.amazon.com/averylongaddress/withoutaspace/", "\n\n", "\n- item ",
		"\n> quote ", "\n```json\n{\"Key\": \"value that is longer than most terminals are wide, which happens in policies\"}\n```\n",
		"\n| a | b |\n|---|---|\n| 1 | 2 |\n", "1. ", "# ", "&#27;[2J", "\t", "﷽", "　",
	}
	text := rapid.Custom(func(r *rapid.T) string {
		s := ""
		for range rapid.IntRange(0, 30).Draw(r, "pieces") {
			s += rapid.SampledFrom(pieces).Draw(r, "piece")
		}
		return s
	})
	var turns []review.Turn
	for _, make := range []func() review.Turn{basic, cloze, single, double} {
		t := make()
		t.Front, t.Back, t.Changed, t.Note = text.Draw(r, "front"), text.Draw(r, "back"), text.Draw(r, "changed"), text.Draw(r, "note")
		t.Leech, t.Ahead = rapid.Bool().Draw(r, "leech"), rapid.Bool().Draw(r, "ahead")
		if t.Question != nil {
			q := *t.Question
			q.Stem = text.Draw(r, "stem")
			q.Choices = append(q.Choices[:0:0], q.Choices...)
			q.Choices[0].Text, q.Choices[0].Why = text.Draw(r, "choice"), text.Draw(r, "why")
			t.Question = &q
		}
		turns = append(turns, t)
	}
	return turns
}

// TestAnySize draws every screen in windows that nobody has.
func TestAnySize(t *testing.T) {
	for _, size := range [][2]int{{0, 0}, {1, 1}, {1, 100}, {100, 1}, {39, 12}, {40, 11}, {500, 200}} {
		d := tuitest.New(t, newDesk(basic(), single()).app(), size[0], size[1])
		for _, key := range []string{"r", "space", "t", "t", "n", "esc", "3", "b", "enter", "?", "q", "q", ",", "enter"} {
			d.Press(key)
		}
	}
}
