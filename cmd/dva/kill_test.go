package main

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dva/cmd/dva/internal/settings"
	"dva/srs/store"
)

// roundsToKill is how often a sitting is killed.
const roundsToKill = 200

// A sitting that is killed at any moment loses no answer whose next card was
// shown. The learner answers as fast as the program asks, by lines and with
// good, which is the sitting of the screens too.
func TestAKilledSittingLosesNothing(t *testing.T) {
	rounds := roundsToKill
	if testing.Short() {
		rounds = 20
	}
	home, own := homeWithoutLimits(t), manyCards(t, 4000)
	firstDay(t, home) // which is short
	random := rand.New(rand.NewPCG(1, 2))
	day := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	saved, shown := reviewsIn(t, home), 0
	for round := range rounds {
		if round%10 == 9 {
			day = day.AddDate(0, 0, 1)
		}
		delay := time.Duration(random.IntN(40_000)) * time.Microsecond
		acknowledged := killOnce(t, home, own, day.Add(time.Duration(round)*time.Minute), delay)
		shown += acknowledged
		now := reviewsIn(t, home)
		if now < saved+acknowledged || now > saved+acknowledged+1 {
			t.Fatalf("round %d: %d answers were acknowledged after %d, the file holds %d", round, acknowledged, saved, now)
		}
		saved = now
	}
	if shown < rounds {
		t.Errorf("only %d answers in %d rounds: nothing was put to the test", shown, rounds)
	}
	soundWith(t, home, saved)
	t.Logf("%d rounds, %d answers acknowledged, %d in the file", rounds, shown, saved)
}

// homeWithoutLimits is the home of a learner who wants all cards in one day.
func homeWithoutLimits(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	for key, value := range map[string]string{"new_per_day": "9999", "reviews_per_day": "9999", "minutes": "600"} {
		if err := settings.Set(filepath.Join(home, "config.yaml"), key, value); err != nil {
			t.Fatal(err)
		}
	}
	return home
}

// firstDay is a learner's first sitting.
func firstDay(t testing.TB, home string) {
	t.Helper()
	c := command(t, home, "--plain")
	c.Stdin = strings.NewReader(strings.Repeat("\n4\n", 10))
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// killOnce reviews until it is killed, delay after the first card is shown, and
// returns how many answers were followed by the next card.
func killOnce(t *testing.T, home, own string, now time.Time, delay time.Duration) (acknowledged int) {
	t.Helper()
	c := command(t, home, "review", "--plain", "--deck", own)
	c.Env = append(c.Env, "DVA_NOW="+now.Format(time.RFC3339))
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		line := []byte("\n3\n")
		for { // until the pipe breaks
			if _, err := in.Write(line); err != nil {
				return
			}
		}
	}()
	var said bytes.Buffer
	begun := make(chan struct{})
	go func() {
		<-begun
		time.Sleep(delay) // the moment of the kill is what the test is about
		_ = c.Process.Kill()
	}()
	buffer := make([]byte, 4096)
	for once := false; ; {
		n, err := out.Read(buffer)
		said.Write(buffer[:n])
		if !once && bytes.Contains(said.Bytes(), []byte("answer> ")) {
			once = true
			close(begun)
		}
		if err != nil {
			break
		}
	}
	_ = c.Wait() // killed
	if bytes.Contains(said.Bytes(), []byte("That is all")) {
		t.Fatal("the cards ran out")
	}
	return answersFollowedByACard(said.String())
}

// answersFollowedByACard counts answers whose next card was asked.
func answersFollowedByACard(said string) int {
	graded, shown := 0, 0
	for _, part := range strings.SplitAfter(said, "answer> ") {
		graded += strings.Count(part, "comes back in ")
		if strings.HasSuffix(part, "answer> ") {
			shown = graded
		}
	}
	return shown
}

// reviewsIn is the number of reviews that the file holds, by the totals of its
// days; "dva check" holds them against the log.
func reviewsIn(t *testing.T, home string) (n int) {
	t.Helper()
	ctx := context.Background()
	s, err := store.OpenRead(ctx, filepath.Join(home, "progress.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	days, err := s.Days(ctx, 0, math.MaxInt32)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range days {
		n += d.Reviews
	}
	return n
}

// manyCards is a folder with a deck of n cards.
func manyCards(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	const perFile = 1000
	for from := 0; from < n; from += perFile {
		var b strings.Builder
		fmt.Fprintln(&b, "service: sqs\ncards:")
		for i := from; i < min(from+perFile, n); i++ {
			fmt.Fprintf(&b, "  - id: many-%05d\n    front: In Amazon SQS, what is number %d?\n    back: \"**Number %d**, as **many** as `there` are.\"\n", i, i, i)
			fmt.Fprint(&b, "    skills: []\n    doc: https://docs.aws.amazon.com/\n    checked: 2026-11-20\n    level: core\n")
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("many-%05d.yaml", from)), []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
