//go:build linux || darwin || freebsd

package main

import (
	"math/rand/v2"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"dva/cmd/dva/internal/ptytest"
)

// The same with the screens, in a terminal that never answers: an answer is
// acknowledged once the next card is drawn. DVA_KILL_ROUNDS kills more often
// than everyday tests do.
func TestAKilledAppLosesNothing(t *testing.T) {
	rounds := 40
	if n, err := strconv.Atoi(os.Getenv("DVA_KILL_ROUNDS")); err == nil {
		rounds = n
	} else if testing.Short() {
		rounds = 10
	}
	home, own := homeWithoutLimits(t), manyCards(t, 1000)
	firstDay(t, home)
	random := rand.New(rand.NewPCG(3, 4))
	day := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	saved, drawn, cut := reviewsIn(t, home), 0, 0
	for round := range rounds {
		k := drawnKill{t: t, home: home, own: own, now: day.Add(time.Duration(round) * time.Hour)}
		if k.aimed = round%2 == 1; k.aimed {
			k.delay = time.Duration(random.IntN(12_000)) * time.Microsecond
		} else {
			k.delay = time.Duration(random.IntN(600)) * time.Millisecond
		}
		acknowledged := k.run()
		drawn += acknowledged
		now := reviewsIn(t, home)
		if now < saved+acknowledged || now > saved+acknowledged+1 {
			t.Fatalf("round %d: %d answers were acknowledged after %d, the file holds %d", round, acknowledged, saved, now)
		}
		cut += now - saved - acknowledged
		saved = now
	}
	if drawn < rounds/4 {
		t.Errorf("only %d answers in %d rounds: nothing was put to the test", drawn, rounds)
	}
	soundWith(t, home, saved)
	t.Logf("%d rounds, %d answers acknowledged, %d saved but cut off before the next card was drawn, %d in the file", rounds, drawn, cut, saved)
}

// drawnKill is one sitting on the screens that ends by a kill.
type drawnKill struct {
	t         *testing.T
	home, own string
	now       time.Time
	delay     time.Duration
	aimed     bool // delay runs from the first grade, else from the first card
}

// run grades card after card until it is killed, and returns how many answers
// were followed by the next card on the screen.
func (k drawnKill) run() int {
	c := command(k.t, k.home, "review", "--deck", k.own)
	c.Env = append(c.Env, "DVA_NOW="+k.now.Format(time.RFC3339))
	p := ptytest.StartMute(k.t, 80, 24, c)
	defer p.Close()
	p.See("show answer")
	if !k.aimed {
		time.AfterFunc(k.delay, p.Kill)
	}
	for card := 1; ; card++ {
		p.Press("space")
		if !p.Watch(func(s string) bool { return strings.Contains(s, "space good") }) {
			return k.answered(p)
		}
		p.Think()
		p.Press("3")
		if k.aimed && card == 1 {
			time.AfterFunc(k.delay, p.Kill)
		}
		if !p.Watch(func(s string) bool { return cardOn(s) > card && strings.Contains(s, "show answer") }) {
			return k.answered(p)
		}
	}
}

// answered is the number of answers that the last screen has acknowledged.
func (k drawnKill) answered(p *ptytest.Term) int {
	p.Exit(soon)
	n := cardOn(p.Screen())
	if n == 0 {
		k.t.Fatalf("no card is on the screen\n%s", p.Screen())
	}
	return n - 1
}

var cardOfCards = regexp.MustCompile(`(?m)^ *Review .* (\d+) of \d+ *$`)

// cardOn is which card of the sitting is on the screen, 0 for none.
func cardOn(screen string) int {
	m := cardOfCards.FindStringSubmatch(screen)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1]) // digits
	return n
}
