package paper_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"dva/deck/exam"
	"dva/tui/paper"
	"dva/tui/ui"
)

func TestTheClockIsAlwaysInSight(t *testing.T) {
	d := sprint(t)
	d.See("0:20:00")
	d.pass(time.Second)
	d.See("0:19:59")
	d.pass(61 * time.Second)
	d.See("0:18:58", "-1 min")
	for _, keys := range [][]string{{"g"}, {"esc", "S"}, {"esc", "esc"}} {
		d.Press(keys...)
		d.pass(time.Second)
		d.See("0:18:5")
	}
	d.Press("esc", "a")
	d.See(" 0 min")
	d.Press("n", "a")
	d.See("+2 min")
}

func TestASignAt10MinutesAndAt1(t *testing.T) {
	d := sprint(t)
	said := map[string]int{}
	words := map[string]bool{}
	for d.clock.At.Before(noon.Add(20*time.Minute - 2*time.Second)) {
		d.pass(time.Second)
		lines := strings.Split(d.View(), "\n")
		if status := strings.TrimSpace(lines[len(lines)-2]); status != "" {
			said[status]++
			d.Press("g", "g") // a key clears it
		}
		for _, w := range []string{"30 min left", "10 min left", "1 min left"} {
			if strings.Contains(" "+d.headLine(), " "+w) {
				words[w] = true
			}
		}
	}
	if len(said) != 2 || said["10 minutes left."] != 1 || said["1 minute left."] != 1 {
		t.Errorf("said %v", said)
	}
	if words["30 min left"] || !words["10 min left"] || !words["1 min left"] {
		t.Errorf("the clock in words: %v", words)
	}
}

func TestASignThatIsPastIsNotGivenAgain(t *testing.T) {
	d := sprint(t)
	d.pass(15 * time.Minute)
	d.Press("esc", "down", "enter")
	again := newDesk(t)
	again.file, again.clock, again.resume = d.file, d.clock, true
	again.at(80, 24)
	again.See("0:05:00", "a paused exam does not count as timed")
	again.pass(3 * time.Second)
	again.NotSee("minutes left")
}

func TestTheClockIsSavedWhateverLiesOnTop(t *testing.T) {
	for _, keys := range [][]string{nil, {"g"}, {"S"}, {"esc"}} {
		d := sprint(t)
		d.Press(keys...)
		saves := d.file.Saves
		for range 60 {
			d.pass(time.Second)
			if kept := d.file.Record(1).Run.Used; d.clock.At.Sub(noon)-kept > exam.Gap {
				t.Fatalf("%v: %v of %v are saved", keys, kept, d.clock.At.Sub(noon))
			}
		}
		run := d.file.Record(1).Run
		if n := d.file.Saves - saves; n < 12 || n > 21 {
			t.Errorf("%v: %d saves a minute", keys, n)
		}
		if run.Breaks != 0 || run.Away != 0 {
			t.Errorf("%v: ticking counts as an interruption: %+v", keys, run)
		}
	}
}

func TestTheClockIsSavedWhenTicksAreLate(t *testing.T) {
	d := sprint(t)
	for range 30 {
		d.clock.Advance(1900 * time.Millisecond) // the timer is late each time
		d.pass(0)
	}
	run := d.file.Record(1).Run
	if d.clock.At.Sub(noon)-run.Used > exam.Gap || run.Breaks != 0 {
		t.Errorf("after %v: %+v", d.clock.At.Sub(noon), run)
	}
}

func TestASleepingMachineLosesFiveSecondsAtMost(t *testing.T) {
	d := sprint(t)
	d.pass(10 * time.Second)
	d.clock.Advance(8 * time.Hour)
	d.pass(5 * time.Second)
	d.See("that time is not counted")
	if used := d.file.Record(1).Run.Used; used < 10*time.Second || used > 20*time.Second {
		t.Errorf("%v used", used)
	}
}

func TestAClockThatIsNotSavedSaysSo(t *testing.T) {
	d := sprint(t)
	d.file.Fail = errors.New("the disk is full")
	d.pass(6 * time.Second)
	d.See("the clock is not being saved: the disk is full")
	d.Press("g")
	d.See("the clock is not being saved")
	d.pass(time.Minute)
	d.file.Fail = nil
	d.pass(6 * time.Second)
	d.NotSee("not being saved")
}

func TestTheTimeIsUp(t *testing.T) {
	for _, keys := range [][]string{nil, {"g"}, {"S"}, {"esc"}, {"esc", "down", "down"}} {
		t.Run(strings.Join(keys, " "), func(t *testing.T) {
			d := sprint(t)
			d.Press("c")
			d.Press(keys...)
			d.pass(20*time.Minute - time.Second)
			d.See("0:00:01")
			d.pass(time.Second)
			d.See("The time is up.", "1 of 10 questions are answered", "handed in")
			if r := d.file.Record(1).Run; d.file.Ends != 1 || !r.TimeUp || r.Used != 20*time.Minute || r.Status != exam.Finished {
				t.Fatalf("ended %d times: %+v", d.file.Ends, r)
			}
			if d.room.Raised != 1 {
				t.Errorf("asked to be seen %d times", d.room.Raised)
			}
			d.Press("n", "a", "enter") // meant for the question
			if len(d.room.Opened) != 0 {
				t.Error("opens the result on a key that came with the end")
			}
			d.pass(2 * time.Second)
			d.Press("enter")
			if len(d.room.Opened) != 1 || d.room.Opened[0].Place != ui.Result || d.file.Ends != 1 {
				t.Errorf("opened %v, ended %d times", d.room.Opened, d.file.Ends)
			}
			if d.ticks.Waiting() != 0 {
				t.Error("it ticks on after the end")
			}
		})
	}
}

func TestAKeyAtTheVeryEndFindsTheTimeUp(t *testing.T) {
	d := sprint(t)
	d.Press("c")
	for range 4*60 + 59 {
		d.pass(4 * time.Second)
	}
	d.pass(3900 * time.Millisecond)
	d.clock.Advance(100 * time.Millisecond) // before the tick
	d.Press("a")
	d.See("The time is up.")
	d.pass(time.Minute)
	if got := picked(d, 1); !slices.Equal(got, []string{"c"}) || d.file.Ends != 1 {
		t.Errorf("picked %v, ended %d times", got, d.file.Ends)
	}
}

func TestTimeUpWhileAnActIsBeingSaved(t *testing.T) {
	d := sprint(t)
	d.pass(20*time.Minute - time.Second)
	d.Hold = true
	d.Press("S", "S", "c", "n") // handing in, and keys that come too late
	d.pass(time.Second)         // the clock ends while that hangs
	d.Hold = false
	d.Run()
	if d.file.Ends != 1 {
		t.Errorf("ended %d times", d.file.Ends)
	}
	d.See("The time is up.", "handed in")
	if len(d.room.Opened) != 0 {
		t.Errorf("opened %v", d.room.Opened)
	}
}

func TestAnActThatComesBackAfterTheEndChangesNothing(t *testing.T) {
	d := sprint(t)
	d.pass(20*time.Minute - time.Second)
	d.Hold = true
	d.Press("c")
	d.pass(time.Second) // the clock ends while that is being saved
	d.Hold = false
	d.Run()
	d.See("The time is up.", "0 of 10 questions are answered")
	if d.file.Ends != 1 || d.room.Raised != 1 {
		t.Errorf("ended %d times, asked to be seen %d times", d.file.Ends, d.room.Raised)
	}
}

// tardy is a sitting whose beats bring a state from before the acts that overtook
// them.
type tardy struct {
	paper.Sitting
	old exam.State
}

func (s tardy) Beat(ctx context.Context) (exam.State, error) {
	_, err := s.Sitting.Beat(ctx)
	return s.old, err
}

func TestABeatThatComesBackLateShowsNothingOld(t *testing.T) {
	d := newDesk(t)
	d.length = exam.Sprint
	d.sitting = func(s paper.Sitting) paper.Sitting { return tardy{s, s.State()} }
	d.at(80, 24).Press("enter", "f")
	saves := d.file.Saves
	d.pass(6 * time.Second)
	if head := d.headLine(); !strings.Contains(head, "flagged") {
		t.Errorf("the flag has gone: %s", head)
	}
	if d.file.Saves == saves {
		t.Error("there was no beat")
	}
}

func TestHandingInFailsAtTheEnd(t *testing.T) {
	d := sprint(t)
	d.pass(19 * time.Minute)
	d.file.Fail = errors.New("the disk is full")
	d.pass(time.Minute)
	d.See("The time is up.", "not handed in", "the disk is full")
	d.Press("enter")
	d.See("not handed in, press again: the disk is full")
	d.file.Fail = nil
	d.Press("enter")
	d.See("The exam is handed in")
	if r := d.file.Record(1).Run; d.file.Ends != 1 || !r.TimeUp {
		t.Errorf("ended %d times: %+v", d.file.Ends, r)
	}
}
