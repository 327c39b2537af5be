package exam

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"
)

// Sitting is an exam under way. Each act looks at the clock, saves what it
// changes and then moves; when saving fails the sitting has not moved, though its
// time has passed. It may be used from several goroutines: acts wait for each
// other.
//
// When no time is left every act but Submit and Abandon answers ErrTimeUp and
// changes nothing else.
type Sitting struct {
	store Store
	now   func() time.Time

	mu     sync.Mutex
	record Record
	clock  Clock
	seq    int
	result Result
}

// Begin stores a paper as an open exam and starts its clock. ErrUnfinished when
// another is open.
func Begin(ctx context.Context, st Store, p Paper, now func() time.Time) (*Sitting, error) {
	if len(p.Items) == 0 {
		return nil, fmt.Errorf("begin an exam: the paper has no questions")
	}
	r, err := st.Begin(ctx, p, now())
	if err != nil {
		return nil, err
	}
	return sit(ctx, st, r, now)
}

// Resume goes on with the open exam, from its last stored moment: the time since
// then is not used. ErrNoExam when none is open.
func Resume(ctx context.Context, st Store, now func() time.Time) (*Sitting, error) {
	r, err := st.Take(ctx)
	if err != nil {
		return nil, err
	}
	return sit(ctx, st, r, now)
}

func sit(ctx context.Context, st Store, r Record, now func() time.Time) (*Sitting, error) {
	s := &Sitting{store: st, now: now, record: r, clock: Clock{
		Limit: r.Paper.Limit, Used: r.Run.Used, Breaks: r.Run.Breaks, Away: r.Run.Away,
	}}
	s.clock.Look(now())
	if s.record.Answers[r.Run.At].Visited {
		return s, nil
	}
	_, err := s.Go(ctx, r.Run.At)
	return s, err
}

// State is how the sitting stands.
func (s *Sitting) State() State {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state()
}

func (s *Sitting) state() State {
	s.seq++
	st := State{Seq: s.seq, Paper: &s.record.Paper, Run: s.record.Run, Answers: slices.Clone(s.record.Answers), clock: s.clock}
	if st.Over() {
		st.clock.Stop()
	}
	return st
}

// draft is what an act works on: a copy of what it may change.
type draft struct {
	run     Run
	answers map[int]Answer
	record  *Record
}

func (s *Sitting) up() bool { return s.clock.Used >= s.clock.Limit }

// answer is item i's answer as the act has left it so far.
func (d *draft) answer(i int) Answer {
	if a, ok := d.answers[i]; ok {
		return a
	}
	return d.record.Answers[i]
}

// act does one thing: it looks at the clock, lets change work on a draft, saves it
// and moves. Change may be nil.
func (s *Sitting) act(ctx context.Context, change func(*draft) error) (State, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.record.Run.Status != Open {
		return s.state(), ErrEnded
	}
	d := s.draft()
	up := s.up()
	if !up && change != nil {
		if err := change(&d); err != nil {
			return s.state(), err
		}
	}
	if err := s.store.Save(ctx, s.record.ID, s.change(&d)); err != nil {
		return s.state(), err
	}
	s.keep(d)
	if up {
		return s.state(), ErrTimeUp
	}
	return s.state(), nil
}

// look counts the time since the last look, which was spent on the item on the
// screen. It counts whether or not it can be saved: the next act saves it.
func (s *Sitting) look() {
	before := s.clock.Used
	s.clock.Look(s.now())
	run := &s.record.Run
	run.Used, run.Breaks, run.Away = s.clock.Used, s.clock.Breaks, s.clock.Away
	s.record.Answers[run.At].Spent += s.clock.Used - before
}

// draft begins an act. The item on the screen is always part of it, for its time.
func (s *Sitting) draft() draft {
	s.look()
	at := s.record.Run.At
	return draft{run: s.record.Run, answers: map[int]Answer{at: s.record.Answers[at]}, record: &s.record}
}

func (s *Sitting) change(d *draft) Change {
	c := Change{Holder: s.record.Holder, Run: d.run}
	for i, a := range d.answers {
		c.Items = append(c.Items, ItemChange{Index: i, Answer: a})
	}
	slices.SortFunc(c.Items, func(a, b ItemChange) int { return a.Index - b.Index })
	return c
}

// keep makes the draft, which is stored, the sitting.
func (s *Sitting) keep(d draft) {
	s.record.Run = d.run
	for i, a := range d.answers {
		s.record.Answers[i] = a
	}
}

// Toggle picks a choice of the item on the screen, or takes it back. Of an item
// with one correct choice the new one takes the place of the old. Choice is an
// index of Question.Choices.
func (s *Sitting) Toggle(ctx context.Context, choice int) (State, error) {
	return s.act(ctx, func(d *draft) error {
		it := s.record.Paper.Items[d.run.At]
		if choice < 0 || choice >= len(it.Question.Choices) {
			return fmt.Errorf("pick choice %d of %s: it has %d", choice, it.ID, len(it.Question.Choices))
		}
		a := d.answer(d.run.At)
		a.Picked = toggled(a.Picked, choice, it.Multiple())
		d.answers[d.run.At] = a
		return nil
	})
}

func toggled(picked []int, choice int, multiple bool) []int {
	at, on := slices.BinarySearch(picked, choice)
	switch {
	case on:
		return slices.Delete(slices.Clone(picked), at, at+1)
	case !multiple:
		return []int{choice}
	}
	return slices.Insert(slices.Clone(picked), at, choice)
}

// Flag flags the item on the screen, or takes the flag off.
func (s *Sitting) Flag(ctx context.Context) (State, error) {
	return s.act(ctx, func(d *draft) error {
		a := d.answer(d.run.At)
		a.Flagged = !a.Flagged
		d.answers[d.run.At] = a
		return nil
	})
}

// Go shows item i.
func (s *Sitting) Go(ctx context.Context, i int) (State, error) {
	return s.act(ctx, func(d *draft) error {
		if i < 0 || i >= len(d.record.Paper.Items) {
			return fmt.Errorf("go to question %d of %d", i+1, len(d.record.Paper.Items))
		}
		d.leave()
		d.run.At = i
		a := d.answer(i)
		a.Visited = true
		d.answers[i] = a
		return nil
	})
}

// leave notes the answer with which an item is left for the first time.
func (d *draft) leave() {
	a := d.answer(d.run.At)
	if a.First == nil && len(a.Picked) > 0 {
		a.First = a.Picked
		d.answers[d.run.At] = a
	}
}

// Beat saves the clock, so that a kill costs no more than the time between two
// beats. ErrTimeUp tells that the exam must be handed in.
func (s *Sitting) Beat(ctx context.Context) (State, error) { return s.act(ctx, nil) }

// Pause leaves the exam for later and stops its clock; the run then does not
// count as timed. The next act, or Resume, goes on.
func (s *Sitting) Pause(ctx context.Context) (State, error) {
	st, err := s.act(ctx, func(d *draft) error {
		d.leave()
		d.run.Pauses++
		return nil
	})
	if err == nil {
		s.mu.Lock()
		s.clock.Stop()
		s.mu.Unlock()
		st.clock.Stop()
	}
	return st, err
}

// Submit hands the exam in and returns its result; after that it returns the same
// result again. Time up is told by the run.
func (s *Sitting) Submit(ctx context.Context) (Result, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch s.record.Run.Status {
	case Finished:
		return s.result, nil
	case Abandoned:
		return Result{}, ErrEnded
	}
	if err := s.end(ctx, Finished); err != nil {
		return Result{}, err
	}
	s.result = Score(s.record)
	return s.result, nil
}

// Abandon gives the exam up. It is kept without a result, and what it showed no
// longer counts as fresh.
func (s *Sitting) Abandon(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.record.Run.Status != Open {
		return ErrEnded
	}
	return s.end(ctx, Abandoned)
}

func (s *Sitting) end(ctx context.Context, status Status) error {
	d := s.draft()
	d.leave()
	d.run.Status, d.run.Ended = status, s.now()
	d.run.TimeUp = status == Finished && s.up()
	if err := s.store.End(ctx, s.record, s.change(&d)); err != nil {
		return err
	}
	s.clock.Stop()
	s.keep(d)
	return nil
}

// Record is the exam as it is stored.
func (s *Sitting) Record() Record {
	s.mu.Lock()
	defer s.mu.Unlock()
	r := s.record
	r.Answers = slices.Clone(r.Answers)
	return r
}
