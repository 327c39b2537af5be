package exam

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"
)

func TestAfterAKillTheExamGoesOnWhereItWas(t *testing.T) {
	b := begin(t)
	b.pick(1)
	_, err := b.sit.Flag(ctx)
	b.must(err)
	b.goTo(4)
	b.live(61 * time.Second)
	b.wait(4 * time.Second) // not yet saved when it was killed
	before := b.file.copy()
	b.wait(9 * time.Hour)
	b.resume()
	st := b.sit.State()
	if st.Run.At != 4 || !slices.Equal(st.Answers[0].Picked, []int{1}) || !st.Answers[0].Flagged {
		t.Errorf("resumed at %d with %+v", st.Run.At, st.Answers[0])
	}
	if lost := st.Left(b.now) - (20*time.Minute - 65*time.Second); lost < 0 || lost > Gap {
		t.Errorf("%v gained", lost)
	}
	if fmt.Sprintf("%+v", shown(*st.Paper)) != fmt.Sprintf("%+v", shown(before.Paper)) {
		t.Error("another paper")
	}
	if !st.Run.Timed() {
		t.Error("a kill is no pause")
	}
}

func TestOnlyTheLastThatTookItCanGoOn(t *testing.T) {
	b := begin(t)
	first := b.sit
	b.resume()
	if _, err := first.Toggle(ctx, 1); !errors.Is(err, ErrTaken) {
		t.Errorf("the first: %v", err)
	}
	b.pick(2)
	if _, err := first.Submit(ctx); !errors.Is(err, ErrTaken) {
		t.Errorf("the first hands in: %v", err)
	}
}

func TestAPausedExamTakesNoTimeAndIsNotTimed(t *testing.T) {
	b := begin(t)
	b.live(time.Minute)
	_, err := b.sit.Pause(ctx)
	b.must(err)
	left := b.sit.State().Left(b.now)
	b.wait(24 * time.Hour)
	if got := b.sit.State().Left(b.now); got != left {
		t.Errorf("%v left, %v when it was paused", got, left)
	}
	b.resume()
	b.live(time.Second)
	st := b.sit.State()
	if got := st.Left(b.now); got != left-time.Second {
		t.Errorf("%v left, %v when it was paused", got, left)
	}
	if st.Run.Timed() || st.Run.Pauses != 1 {
		t.Errorf("timed %v after %d pauses", st.Run.Timed(), st.Run.Pauses)
	}
}

func TestWhatAnItemIsLeftWithForLaterIsItsFirstAnswer(t *testing.T) {
	b := begin(t)
	at := b.sit.State().Run.At
	b.pick(1)
	_, err := b.sit.Pause(ctx)
	b.must(err)
	b.resume()
	b.pick(2)
	b.goTo(at + 1)
	if a := b.file.record.Answers[at]; !slices.Equal(a.First, []int{1}) || !slices.Equal(a.Picked, []int{2}) {
		t.Errorf("first %v, then %v", a.First, a.Picked)
	}
}

func TestInterruptions(t *testing.T) {
	pause := func(b *table) {
		_, err := b.sit.Pause(ctx)
		b.must(err)
		b.resume()
	}
	kill := func(b *table) { b.live(time.Second); b.resume() }
	sleep := func(b *table) {
		b.wait(time.Hour)
		_, err := b.sit.Beat(ctx)
		b.must(err)
	}
	tests := []struct {
		name string
		do   []func(*table)
		want int
	}{
		{"in one go there is none", nil, 0},
		{"a pause is none", []func(*table){pause, pause}, 0},
		{"a kill is one", []func(*table){kill}, 1},
		{"a machine that slept is one", []func(*table){sleep}, 1},
		{"all are counted", []func(*table){kill, pause, sleep, kill, pause}, 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := begin(t)
			for _, do := range tt.do {
				do(b)
			}
			if got := b.sit.Record().Interruptions(); got != tt.want {
				t.Errorf("%d interruptions, want %d", got, tt.want)
			}
		})
	}
}
