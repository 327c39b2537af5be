package stats_test

import (
	"context"
	"fmt"
	"math"
	"math/big"
	"slices"
	"testing"
	"time"

	"dva/srs"
	"dva/srs/fsrs"
	"dva/srs/srstest"
	"dva/srs/stats"
	"dva/srs/store"
)

var ctx = context.Background()

// A learner's log, 120 days of it, with what else happens in a life: undone
// answers, suspended, buried and flagged cards, questions, an exam, days off and
// cards that left the deck.
func lived(t testing.TB) (*store.Store, []stats.Item) {
	s := srstest.Store(t)
	log := srstest.History{Cards: 150, Reviews: 2400, Days: 120, Seed: 7}.Log()
	for i := range log {
		log[i].Question = isQuestion(log[i].Before.ID)
		log[i].At = log[i].At.In(time.FixedZone("", 3600*(i/800))) // a journey east
		if i%9 == 0 {
			log[i].Source = srs.FromDrill
		}
		if i%50 == 0 {
			log[i].Source = srs.FromExam
		}
	}
	must(t, s.RecordAll(ctx, log))
	for range 5 {
		_, err := s.Undo(ctx)
		must(t, err)
	}
	cards, err := s.Cards(ctx, srs.Filter{All: true})
	must(t, err)
	for i, c := range cards {
		m := srs.Mark{At: srstest.Start, Before: c, After: c}
		switch {
		case i%11 == 0:
			m.Kind, m.After.Marks.Suspended = srs.ActSuspend, true
		case i%13 == 0:
			m.Kind, m.After.Marks.BuriedUntil = srs.ActBury, today+1
		case i%17 == 0:
			m.Kind, m.After.Marks.Flagged = srs.ActFlag, true
		default:
			continue
		}
		_, err := s.Mark(ctx, m)
		must(t, err)
	}
	var items []stats.Item
	for i := 5; i < 180; i++ { // five have left, thirty are new
		id := fmt.Sprintf("card-%05d", i)
		items = append(items, stats.Item{ID: id, Service: fmt.Sprint("s", i%7), Domain: fmt.Sprint(i % 5), Question: isQuestion(id)})
	}
	return s, items
}

func isQuestion(id string) bool { return id[len(id)-1] == '3' }

var (
	today    = srs.DayOf(srstest.Start)
	services = []stats.Service{{Key: "s0", Name: "A"}, {Key: "s1", Name: "B"}, {Key: "s2", Name: "C"}, {Key: "s3"}, {Key: "s4"}, {Key: "s5"}, {Key: "s6"}, {Key: "s7"}}
	domains  = []stats.Area{{ID: "1", Name: "Development"}, {ID: "2"}, {ID: "3"}, {ID: "4"}}
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// computed are the figures as the program makes them.
func computed(t testing.TB, s *store.Store, items []stats.Item) stats.Figures {
	t.Helper()
	in := stats.Input{Today: today, Items: items, Services: services, Domains: domains, Model: fsrs.Default()}
	var err error
	in.Days, err = s.Days(ctx, 0, today)
	must(t, err)
	in.Cards, err = s.Cards(ctx, srs.Filter{All: true})
	must(t, err)
	in.Recent = stats.NewRecent(today, in.Model)
	must(t, s.Answers(ctx, today-stats.Window+1, stats.MostAnswers, in.Recent.Add))
	return stats.Compute(in)
}

// The tests below hold every figure against the log itself: they read all of it
// by the slow way and count in the plainest manner that there is, with none of
// the program's own sums, caches or formulas.

// slow is the log and what it left behind.
type slow struct {
	t     *testing.T
	log   []srs.Review
	last  map[string]srs.Card // after each card's last review
	marks map[string]srs.Marks
	items []stats.Item
	got   stats.Figures
}

func newSlow(t *testing.T) *slow {
	s, items := lived(t)
	w := &slow{t: t, last: map[string]srs.Card{}, marks: map[string]srs.Marks{}, items: items, got: computed(t, s, items)}
	must(t, s.Reviews(ctx, -1<<31, func(r srs.Review) error {
		w.log = append(w.log, r)
		w.last[r.Before.ID] = r.After
		return nil
	}))
	cards, err := s.Cards(ctx, srs.Filter{All: true})
	must(t, err)
	for _, c := range cards {
		w.marks[c.ID] = c.Marks // the one thing that is not in reviews
	}
	if len(w.log) != 2395 {
		t.Fatalf("%d reviews in the log", len(w.log))
	}
	return w
}

// recall is FSRS-6's forgetting curve with the default parameters, written down
// anew: (1 + f t/S)^-w20 with f such that recall is 0.9 after S days.
func recall(stability float64, days int) float64 {
	const w20 = 0.1542
	f := math.Pow(0.9, -1/w20) - 1
	return math.Pow(1+f*float64(days)/stability, -w20)
}

// among are the reviews of the last n days.
func (w *slow) among(n int) (out []srs.Review) {
	for _, r := range w.log {
		if ago := int(today) - int(r.Day); ago >= 0 && ago < n {
			out = append(out, r)
		}
	}
	return out
}

func (w *slow) same(what string, got, want any) {
	w.t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		w.t.Errorf("%s is %v, by the log %v", what, got, want)
	}
}

func (w *slow) close(what string, got *float64, want float64) {
	w.t.Helper()
	switch {
	case got == nil && math.IsNaN(want):
	case got == nil || math.IsNaN(want) || math.Abs(*got-want) > 1e-9:
		w.t.Errorf("%s is %v, by the log %v", what, deref(got), want)
	}
}

func deref(x *float64) any {
	if x == nil {
		return nil
	}
	return *x
}

// due are those that met a card on review: they have a prediction.
func due(log []srs.Review) (out []srs.Review) {
	for _, r := range log {
		if r.Before.State.String() == "review" {
			out = append(out, r)
		}
	}
	return out
}

func right(log []srs.Review) (n int) {
	for _, r := range log {
		if r.Grade.String() != "again" {
			n++
		}
	}
	return n
}

func predicted(log []srs.Review) float64 {
	sum := 0.0
	for _, r := range log {
		sum += recall(r.Before.Memory.Stability, int(r.Day-r.Before.LastDay))
	}
	return sum / float64(len(log))
}

func ratio(a, b int) float64 { return float64(a) / float64(b) }

// wilson solves |p - k/n| = z sqrt(p(1-p)/n) for p by halving, which is what the
// interval means.
func wilson(k, n int, z float64) (low, high float64) {
	if n == 0 {
		return math.NaN(), math.NaN()
	}
	share := ratio(k, n)
	inside := func(p float64) bool { return math.Abs(p-share) <= z*math.Sqrt(p*(1-p)/float64(n)) }
	edge := func(in, out float64) float64 {
		for range 200 {
			if mid := (in + out) / 2; inside(mid) {
				in = mid
			} else {
				out = mid
			}
		}
		return in
	}
	return edge(share, 0), edge(share, 1)
}

func grades(log []srs.Review) stats.ByGrade {
	n := map[string]int{}
	for _, r := range log {
		n[r.Grade.String()]++
	}
	return stats.ByGrade{Again: n["again"], Hard: n["hard"], Good: n["good"], Easy: n["easy"]}
}

func (w *slow) period(name string, p stats.Period, n int) {
	w.t.Helper()
	log := w.among(n)
	days, took, begun := map[srs.Day]bool{}, time.Duration(0), 0
	for _, r := range log {
		days[r.Day] = true
		took += r.Took
		if r.Before.Reps == 0 {
			begun++
		}
	}
	d := due(log)
	w.same(name+" days", p.Days, n)
	w.same(name+" studied", p.Studied, len(days))
	w.same(name+" reviews", p.Reviews, len(log))
	w.same(name+" new", p.New, begun)
	w.same(name+" seconds", p.Seconds, int(math.Round(took.Seconds())))
	w.same(name+" grades", p.ByGrade, grades(log))
	w.same(name+" due", p.Due, len(d))
	w.same(name+" recalled", p.Recalled, right(d))
	w.close(name+" retention", p.Retention, ratio(right(d), len(d)))
	w.close(name+" predicted", p.Predicted, predicted(d))
	low, high := wilson(right(d), len(d), 1.959963984540054)
	w.close(name+" low", p.Low, low)
	w.close(name+" high", p.High, high)
}

func TestTotalsAndPeriodsFollowFromTheLog(t *testing.T) {
	w := newSlow(t)
	w.same("the total", w.got.Reviews.Total, len(w.log))
	w.same("today's", w.got.Reviews.Today, len(w.among(1)))
	w.same("all grades", w.got.Reviews.ByGrade, grades(w.log))
	w.same("the study day", w.got.StudyDay, "2026-11-22")
	w.period("today", w.got.Today, 1)
	for i, n := range []int{7, 30, 90} {
		w.period(fmt.Sprintf("%d days", n), w.got.Periods[i], n)
	}
	for n, got := range map[int]*float64{7: w.got.TrueRetention.Days7, 30: w.got.TrueRetention.Days30, 90: w.got.TrueRetention.Days90} {
		d := due(w.among(n))
		w.close(fmt.Sprintf("true retention of %d days", n), got, ratio(right(d), len(d)))
	}
	studied := 0
	for d := today; ; d-- { // no day of this log is missing
		if !slices.ContainsFunc(w.log, func(r srs.Review) bool { return r.Day == d }) {
			break
		}
		studied++
	}
	w.same("the streak", w.got.StreakDays, studied)
}

func TestCalibrationFollowsFromTheLog(t *testing.T) {
	w := newSlow(t)
	c := w.got.Calibration
	all := due(w.among(90))
	w.same("answers", c.Answers, len(all))
	w.same("right", c.Right, right(all))
	w.close("predicted", c.Predicted, predicted(all))
	square := 0.0
	borders := []float64{0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0001}
	for i, b := range c.Bins {
		var in []srs.Review
		for _, r := range all {
			if p := recall(r.Before.Memory.Stability, int(r.Day-r.Before.LastDay)); p >= borders[i] && p < borders[i+1] {
				in = append(in, r)
			}
		}
		name := fmt.Sprintf("from %v to %v", b.From, b.To)
		w.same(name+": answers", b.Answers, len(in))
		w.same(name+": right", b.Right, right(in))
		w.close(name+": predicted", b.Predicted, predicted(in))
		w.close(name+": recalled", b.Recalled, ratio(right(in), len(in)))
		low, high := wilson(right(in), len(in), 1.959963984540054)
		w.close(name+": low", b.Low, low)
		w.close(name+": high", b.High, high)
		if len(in) > 0 {
			square += math.Pow(predicted(in)-ratio(right(in), len(in)), 2) * float64(len(in))
		}
	}
	w.same("the number of bins", len(c.Bins), len(borders)-1)
	w.close("the error", c.Error, math.Sqrt(square/float64(len(all))))
}

func TestDaysAndHoursFollowFromTheLog(t *testing.T) {
	w := newSlow(t)
	byDay := map[string][]srs.Review{}
	for _, r := range w.among(371) {
		byDay[r.Day.String()] = append(byDay[r.Day.String()], r)
	}
	w.same("the number of days", len(w.got.Days), len(byDay))
	for _, d := range w.got.Days {
		log, took, begun := byDay[d.Day], new(big.Rat), 0
		for _, r := range log {
			took.Add(took, big.NewRat(r.Took.Milliseconds(), 1000))
			if r.Before.Reps == 0 {
				begun++
			}
		}
		s, _ := took.Float64()
		w.same(d.Day, d, stats.Day{
			Day: d.Day, Reviews: len(log), New: begun, Due: len(due(log)), Recalled: right(due(log)), Seconds: int(math.Round(s)),
		})
	}
	for h, got := range w.got.Hours {
		var log []srs.Review
		for _, r := range w.among(90) {
			if r.At.Format("15") == fmt.Sprintf("%02d", h) {
				log = append(log, r)
			}
		}
		w.same("an hour", got, stats.Hour{Hour: h, Reviews: len(log), Due: len(due(log)), Recalled: right(due(log))})
	}
}

func TestForecastAndStabilityFollowFromTheLog(t *testing.T) {
	w := newSlow(t)
	coming := make([]int, 30)
	overdue, later := 0, 0
	spans := map[int]int{}
	for _, it := range w.items {
		c, seen := w.last[it.ID]
		m := w.marks[it.ID]
		if !seen || m.Suspended {
			continue
		}
		in := int(c.DueDay - today)
		switch {
		case m.BuriedUntil > today && in < 1:
			coming[1]++
		case in < 0:
			overdue++
			coming[0]++
		case in < 30:
			coming[in]++
		default:
			later++
		}
		for i, to := range []float64{1, 3, 7, 21, 90, 365, math.Inf(1)} {
			if c.Memory.Stability < to {
				spans[i]++
				break
			}
		}
	}
	w.same("overdue", w.got.Forecast.Overdue, overdue)
	w.same("later", w.got.Forecast.Later, later)
	for i, d := range w.got.Forecast.Days {
		w.same("due on "+d.Day, d.Due, coming[i])
		w.same("the day", d.Day, srstest.Start.AddDate(0, 0, i).Format("2006-01-02"))
	}
	for i, b := range w.got.Stability {
		w.same(fmt.Sprintf("stable for %d days", b.From), b.Items, spans[i])
	}
}

func TestItemsServicesAndDomainsFollowFromTheLog(t *testing.T) {
	w := newSlow(t)
	all := map[string]int{}
	for _, it := range w.items {
		c, seen := w.last[it.ID]
		switch {
		case w.marks[it.ID].Suspended:
			all["suspended"]++
		case !seen:
			all["new"]++
		case c.State.String() != "review":
			all["learning"]++
		case c.Interval >= 21:
			all["mature"]++
		default:
			all["young"]++
		}
		if it.Question {
			all["questions"]++
		} else {
			all["cards"]++
		}
	}
	w.same("the deck", w.got.Items, stats.Items{
		Cards: all["cards"], Questions: all["questions"], New: all["new"], Learning: all["learning"], Young: all["young"],
		Mature: all["mature"], Suspended: all["suspended"],
	})
	for _, s := range w.got.Services {
		w.standing(s.Key, s.Standing, func(it stats.Item) bool { return it.Service == s.Key })
	}
	for _, d := range w.got.Domains {
		w.standing("domain "+d.ID, d.Standing, func(it stats.Item) bool { return it.Domain == d.ID })
	}
}

func (w *slow) standing(name string, got stats.Standing, in func(stats.Item) bool) {
	w.t.Helper()
	cards, questions, seen, due, sum := 0, 0, 0, 0, 0.0
	for _, it := range w.items {
		if !in(it) {
			continue
		}
		if it.Question {
			questions++
		} else {
			cards++
		}
		c, known := w.last[it.ID]
		if !known {
			continue
		}
		seen++
		sum += recall(c.Memory.Stability, int(today-c.LastDay))
		if m := w.marks[it.ID]; c.DueDay <= today && !m.Suspended && m.BuriedUntil <= today {
			due++
		}
	}
	w.same(name+" cards", got.Cards, cards)
	w.same(name+" questions", got.Questions, questions)
	w.same(name+" seen", got.Seen, seen)
	w.same(name+" due", got.Due, due)
	w.close(name+" recall", got.Recall, sum/float64(seen))
}
