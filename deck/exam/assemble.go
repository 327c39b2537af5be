package exam

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"time"

	"dva/deck"
)

// Request says what paper to make.
type Request struct {
	Deck   *deck.Deck
	Length Length
	Seed   uint64
	Extra  bool // the extra time
	// Seen is when each question was last seen, anywhere, by id. A question that
	// is not in it is fresh.
	Seen map[string]time.Time
	// Without are questions that must not be asked, because the learner has
	// suspended them.
	Without map[string]bool
}

// TooSmallError means that the bank cannot fill a form by the rules.
type TooSmallError struct {
	Length Length
	Asked  int // questions of the form
	// Largest is the largest form that the bank can fill, empty when none.
	Largest Length
}

// Error says what is missing.
func (e *TooSmallError) Error() string {
	return fmt.Sprintf("the question bank cannot fill a %s exam of %d questions by its rules", e.Length, e.Asked)
}

// attempts is how often a form is drawn anew to hold more fresh questions, or at
// all when a draw left the rest of the bank in conflict.
const attempts = 40

// Assemble makes a paper by the rules of the package comment. A *TooSmallError
// says that the bank cannot.
func Assemble(r Request) (Paper, error) {
	f := FormOf(&r.Deck.Exam, r.Length)
	random := rand.New(rand.NewPCG(r.Seed, uint64(f.Asked)))
	b := newBank(r)
	chosen, ok := b.best(f, random)
	if !ok {
		return Paper{}, tooSmall(r, f)
	}
	return paper(r, f, chosen, random), nil
}

// tooSmall looks for the largest shorter form that the bank can fill.
func tooSmall(r Request, f Form) error {
	e := &TooSmallError{Length: f.Length, Asked: f.Asked}
	shorter := slices.Index(Lengths[:], f.Length) + 1
	for _, l := range Lengths[shorter:] {
		r.Length = l
		if _, err := Assemble(r); err == nil {
			e.Largest = l
			break
		}
	}
	return e
}

// paper puts the chosen questions in a random order, and their choices too.
func paper(r Request, f Form, chosen []*candidate, random *rand.Rand) Paper {
	p := Paper{Exam: r.Deck.Exam.Code, Bank: BankVersion(r.Deck), Length: r.Length, Seed: r.Seed, Limit: f.Limit}
	if r.Extra {
		p.Extra = f.ExtraTime(&r.Deck.Exam)
		p.Limit += p.Extra
	}
	for _, d := range r.Deck.Exam.Domains {
		p.Domains = append(p.Domains, Domain{ID: d.ID, Name: d.Name})
	}
	random.Shuffle(len(chosen), func(i, j int) { chosen[i], chosen[j] = chosen[j], chosen[i] })
	pilot := slices.Clone(f.Pilot)
	for _, c := range chosen {
		it := Item{
			ID: c.item.ID, Domain: p.Domains[c.domain].ID, Skill: c.skill, Service: c.item.Service, Fresh: c.seen.IsZero(),
			Hash: c.item.Hash, Order: random.Perm(len(c.question.Choices)), Question: c.question, Scored: pilot[c.domain] == 0,
		}
		if !it.Scored {
			pilot[c.domain]--
		}
		p.Items = append(p.Items, it)
	}
	random.Shuffle(len(p.Items), func(i, j int) { p.Items[i], p.Items[j] = p.Items[j], p.Items[i] })
	return p
}

// BankVersion names the deck's questions as they are now: it changes when a
// question is added, removed or reworded.
func BankVersion(d *deck.Deck) string {
	var lines []string
	for i := range d.Items {
		if it := &d.Items[i]; it.Kind == deck.Multiple {
			lines = append(lines, fmt.Sprintf("%s %016x\n", it.ID, it.Hash))
		}
	}
	slices.Sort(lines)
	sum := fnv.New64a()
	for _, l := range lines {
		sum.Write([]byte(l)) // never fails
	}
	return fmt.Sprintf("%d-%08x", len(lines), uint32(sum.Sum64()>>32))
}
