package schedule

import (
	"time"

	"dva/srs"
)

// move is where a grade sends a card: into a step, or, with state Reviewing, out
// into whole days.
type move struct {
	state srs.State
	step  int
	wait  time.Duration // of a step
	days  int           // of Reviewing, chosen when all moves are known
}

var toDays = move{state: srs.Reviewing}

// moves are where the four grades send the card.
func (p *preview) moves() [4]move {
	switch p.card.State {
	case srs.Reviewing:
		return [4]move{stepOrDays(srs.Relearning, p.Settings.Relearning, 0), toDays, toDays, toDays}
	case srs.Relearning:
		return inSteps(srs.Relearning, p.Settings.Relearning, p.card.Step)
	default:
		return inSteps(srs.Learning, p.Settings.Learning, p.card.Step)
	}
}

// inSteps are the moves of a card that waits in step at, or is new. The steps
// may have become fewer since.
func inSteps(state srs.State, steps []time.Duration, at int) [4]move {
	hard := toDays
	if len(steps) > 0 {
		hard = move{state: state, step: min(at, len(steps)-1), wait: hardWait(steps)}
	}
	return [4]move{stepOrDays(state, steps, 0), hard, stepOrDays(state, steps, at+1), toDays}
}

func stepOrDays(state srs.State, steps []time.Duration, at int) move {
	if at >= len(steps) {
		return toDays
	}
	return move{state: state, step: at, wait: steps[at]}
}

// hardWait is the mean of the first two steps, or half as much again as a single
// one, which adds at most a day; to whole minutes, as ts-fsrs shows and keeps
// it.
func hardWait(steps []time.Duration) time.Duration {
	wait := steps[0] + min(steps[0]/2, 24*time.Hour)
	if len(steps) > 1 {
		wait = (steps[0] + steps[1]) / 2
	}
	if wait < time.Minute {
		return wait
	}
	return wait.Round(time.Minute)
}
