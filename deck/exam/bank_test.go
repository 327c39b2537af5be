package exam

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"dva/deck"
)

// blueprint is the shipped one with the services that it names.
var blueprint = sync.OnceValue(func() fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, name := range []string{"exam.yaml", "services.yaml"} {
		text, err := os.ReadFile("../../content/" + name)
		if err != nil {
			panic(err)
		}
		fsys[name] = &fstest.MapFile{Data: text}
	}
	return fsys
})

// synthetic is a bank of n questions that makes assembling hard: skills of very
// different size, facts that many share, and enemies.
func synthetic(t testing.TB, n int) *deck.Deck {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, file := range blueprint() {
		fsys[name] = file
	}
	empty, err := deck.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(800, 1))
	facts := n * 3 / 2
	var f, q strings.Builder
	f.WriteString("source: notes\nfacts:\n")
	for i := range facts {
		fmt.Fprintf(&f, "- {id: f%d, service: sqs, where: here, says: A, verdict: current, claim: A, doc: \"https://docs.aws.amazon.com/a\", evidence: verified, weight: core}\n", i)
	}
	q.WriteString("service: sqs\nquestions:\n")
	for i := range n {
		d := domainAt(empty.Exam.Domains, i)
		skills := skillsOf(d)
		skill := skills[min(random.IntN(len(skills)), random.IntN(len(skills)))] // the first ones often
		fmt.Fprintf(&q, "- {id: q-%d, stem: \"Question %d?\", skills: [%q], difficulty: 2, doc: \"https://docs.aws.amazon.com/a\", checked: 2026-11-22", i, i, skill)
		fmt.Fprintf(&q, ", facts: [f%d, f%d]", i, n+random.IntN(facts-n))
		if i%9 == 8 {
			fmt.Fprintf(&q, ", enemies: [q-%d]", random.IntN(i))
		}
		q.WriteString(", choices: [" + strings.Join(choices(random, i%7 == 3), ", ") + "]}\n")
	}
	fsys["facts/all.yaml"] = &fstest.MapFile{Data: []byte(f.String())}
	fsys["questions/sqs.yaml"] = &fstest.MapFile{Data: []byte(q.String())}
	d, err := deck.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// domainAt shares questions out over the domains by weight.
func domainAt(domains []deck.Domain, i int) deck.Domain {
	at := i * 37 % 100
	for _, d := range domains {
		if at -= d.Weight; at < 0 {
			return d
		}
	}
	panic("weights make 100")
}

func skillsOf(d deck.Domain) (ids []string) {
	for _, t := range d.Tasks {
		for _, s := range t.Skills {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

func choices(random *rand.Rand, multiple bool) (out []string) {
	n, correct := 4, 1
	if multiple {
		n, correct = 5, 2
	}
	right := random.Perm(n)[:correct]
	for i := range n {
		text := fmt.Sprintf("{text: Choice %d, why: Because}", i)
		if slices.Contains(right, i) {
			text = fmt.Sprintf("{text: Choice %d, why: Because, correct: true}", i)
		}
		out = append(out, text)
	}
	return out
}

var bankOf800 = sync.OnceValue(func() *deck.Deck { return synthetic(panicking{}, 800) })

// panicking stands for a test where there is none.
type panicking struct{ testing.TB }

func (panicking) Helper()           {}
func (panicking) Fatal(args ...any) { panic(fmt.Sprint(args...)) }

func assemble(t testing.TB, r Request) Paper {
	t.Helper()
	p, err := Assemble(r)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// seenAt marks the questions of a paper as seen then.
func seenAt(seen map[string]time.Time, p Paper, at time.Time) {
	for _, it := range p.Items {
		seen[it.ID] = at
	}
}
