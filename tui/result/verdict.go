package result

import (
	"fmt"
	"math"

	"dva/deck/exam"
	"dva/srs/readiness"
	"dva/tui/part"
)

// percent is a share as a whole number.
func percent(share float64) int { return int(math.Round(100 * share)) }

// between says an interval: between 63 and 79 %.
func between(in exam.Interval) string {
	return fmt.Sprintf("between %d and %d %%", percent(in.Low), percent(in.High))
}

// headline is what was right, with how sure that is.
func headline(r exam.Result) string {
	word := "right"
	if r.Scored < r.Asked {
		word = "scored right"
	}
	return fmt.Sprintf("%d of %d %s: %d %%, and %s with 80 %% confidence", r.Right, r.Scored, word,
		percent(float64(r.Right)/float64(max(r.Scored, 1))), between(exam.Interval80(r.Right, r.Scored)))
}

// passMark says what would be needed, as far as anybody knows.
func (s *Screen) passMark() string {
	c := s.cfg.Scale
	return fmt.Sprintf("The real exam is passed with %s on a scale of %s to %s. AWS does not publish what that is in questions; about 70 %% is our reading. "+
		"These questions are ours, not AWS's.", part.Number(c.Pass), part.Number(c.Min), part.Number(c.Max))
}

// verdict is the estimate as a band, or why there is none.
func (e *sat) verdict() string {
	if len(e.lacks) > 0 {
		return "Not enough evidence for a verdict: " + part.And(e.lacks) + "."
	}
	words := map[readiness.Band]string{
		readiness.Unlikely: "passing is unlikely as things stand",
		readiness.TossUp:   "passing would be a toss-up",
		readiness.Likely:   "passing is likely",
		readiness.Ready:    "you are ready",
	}
	return fmt.Sprintf("On this evidence %s: about %d in 100. Most of the doubt is how hard our questions are against the real ones.",
		words[e.estimate.Band()], e.estimate.Percent())
}

// lacks are what keeps an exam from saying more than its own score.
func lacks(r exam.Record, score exam.Result) []string {
	var out []string
	if r.Paper.Length != exam.Full {
		out = append(out, "only a full exam asks enough")
	}
	if fresh := float64(score.Fresh) / float64(max(score.Asked, 1)); fresh < readiness.LeastFresh {
		out = append(out, fmt.Sprintf("%d %% of the questions were new to you, and at least %d %% should be", int(100*fresh), percent(readiness.LeastFresh)))
	}
	if !r.Run.Timed() {
		out = append(out, "it was paused")
	}
	for _, d := range score.Domains {
		if r.Paper.Length == exam.Full && d.Asked < readiness.LeastAsked {
			out = append(out, fmt.Sprintf("%s had %s, and should have %d", d.Name, part.Count(d.Asked, "question"), readiness.LeastAsked))
		}
	}
	return out
}

// evidence is what counts for an estimate: the first answers to questions, those
// seen before left out.
func evidence(r exam.Record, score exam.Result) []readiness.Domain {
	out := make([]readiness.Domain, len(r.Paper.Domains))
	at := map[string]int{}
	for i, d := range r.Paper.Domains {
		at[d.ID] = i
	}
	for i, it := range r.Paper.Items {
		d := &out[at[it.Domain]]
		if it.Scored {
			d.Scored++
		}
		if !it.Fresh {
			continue
		}
		d.Asked++
		if score.Outcomes[i].Right {
			d.Right++
		}
	}
	return out
}
