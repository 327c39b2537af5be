package tui_test

import (
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"dva/srs/review"
	"dva/tui/tuitest"
)

// BenchmarkKeyToView is one answer without a disk: show, grade, and the next
// card drawn.
func BenchmarkKeyToView(b *testing.B) {
	var turns []review.Turn
	for i := range 50 {
		t := basic()
		t.Front = string(rune('a'+i%26)) + t.Front + time.Duration(i).String()
		t.Back = t.Back + time.Duration(i).String()
		turns = append(turns, t)
	}
	var d *tuitest.Driver
	var k *desk
	left := 0
	for b.Loop() {
		if left == 0 {
			b.StopTimer()
			k = newDesk(turns...)
			d = k.reviewing(b)
			left = len(turns)
			b.StartTimer()
		}
		d.Press("space", "3")
		left--
	}
}

// BenchmarkView is a frame of a card that is already rendered.
func BenchmarkView(b *testing.B) {
	k := newDesk(basic())
	app := k.app()
	d := tuitest.New(b, app, 80, 24)
	d.Press("r", "space")
	b.ReportAllocs()
	for b.Loop() {
		_ = app.View()
	}
}

// BenchmarkFirstView is the first frame of home, before anything is loaded.
func BenchmarkFirstView(b *testing.B) {
	k := newDesk(basic())
	for b.Loop() {
		app := k.app()
		app.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		_ = app.View()
	}
}
