package exam

import (
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestAnyOrderOfActsKillsAndJumps plays at random and holds the sitting against
// what a learner would swear to: the file always has what was last shown, time
// left never grows, and the end comes once.
func TestAnyOrderOfActsKillsAndJumps(t *testing.T) {
	paper := assemble(t, Request{Deck: bankOf800(), Length: Sprint, Seed: 9})
	paper.Limit = time.Minute
	rapid.Check(t, func(t *rapid.T) {
		file, now := &fake{}, noon
		clock := func() time.Time { return now }
		s, err := Begin(ctx, file, paper, clock)
		if err != nil {
			t.Fatal(err)
		}
		picked := map[int][]int{}
		left, at := paper.Limit, 0
		var unsaved time.Duration // what a kill would give back
		for range rapid.IntRange(1, 80).Draw(t, "acts") {
			now = now.Add(time.Duration(rapid.Int64Range(-int64(time.Hour), int64(3*time.Second)).Draw(t, "passes")))
			var st State
			switch rapid.IntRange(0, 5).Draw(t, "act") {
			case 0:
				c := rapid.IntRange(0, 3).Draw(t, "choice")
				if st, err = s.Toggle(ctx, c); err == nil {
					picked[at] = toggled(picked[at], c, paper.Items[at].Multiple())
				}
			case 1:
				i := rapid.IntRange(0, 9).Draw(t, "item")
				if st, err = s.Go(ctx, i); err == nil {
					at = i
				}
			case 2:
				st, err = s.Flag(ctx)
			case 3:
				file.fail = errors.New("full")
				st, err = s.Beat(ctx)
				if err == nil {
					t.Fatal("a failed save was not told")
				}
				err = nil
			case 4:
				unsaved = s.Record().Run.Used - file.record.Run.Used
				if s, err = Resume(ctx, file, clock); err != nil {
					t.Fatal(err)
				}
				st = s.State()
			default:
				st, err = s.Beat(ctx)
			}
			if err != nil && !errors.Is(err, ErrTimeUp) {
				t.Fatal(err)
			}
			if got := st.Left(now); got > left+unsaved {
				t.Fatalf("%v left after %v", got, left)
			}
			left, unsaved = st.Left(now), 0
			if errors.Is(err, ErrTimeUp) && left != 0 {
				t.Fatalf("time is up with %v left", left)
			}
			for i, a := range st.Answers {
				if !slices.Equal(a.Picked, picked[i]) || !slices.Equal(file.record.Answers[i].Picked, picked[i]) {
					t.Fatalf("item %d shows %v, the file has %v, picked were %v", i, a.Picked, file.record.Answers[i].Picked, picked[i])
				}
			}
		}
		var spent time.Duration
		res, err := s.Submit(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range file.record.Answers {
			spent += a.Spent
		}
		if spent != file.record.Run.Used || file.record.Run.Used > paper.Limit {
			t.Fatalf("%v spent on items, %v used of %v", spent, file.record.Run.Used, paper.Limit)
		}
		right := 0
		for i, it := range paper.Items {
			all := true
			for n, c := range it.Question.Choices {
				all = all && c.Correct == slices.Contains(picked[i], n)
			}
			if all {
				right++
			}
		}
		if res.RightAsked != right || file.ends != 1 {
			t.Fatalf("%d right, counted %d; ended %d times", res.RightAsked, right, file.ends)
		}
	})
}
