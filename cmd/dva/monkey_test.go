//go:build linux || darwin || freebsd

package main

import (
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"

	"dva/cmd/dva/internal/ptytest"
)

// A monkey presses keys and pulls at the window. Whatever it does, the app
// stays alive or ends well, writes nothing that it may not, and the file is
// sound. DVA_MONKEY_KEYS makes it press for longer than in everyday tests.
func TestAMonkeyBreaksNothing(t *testing.T) {
	presses := 400
	if n, err := strconv.Atoi(os.Getenv("DVA_MONKEY_KEYS")); err == nil {
		presses = n
	}
	for seed := range uint64(3) {
		t.Run("seed "+strconv.FormatUint(seed, 10), func(t *testing.T) {
			home := t.TempDir()
			m := monkey{t: t, home: home, random: rand.New(rand.NewPCG(seed, 0))}
			for range presses {
				m.act()
			}
			m.leave()
			out, err := command(t, home, "check").CombinedOutput()
			if err != nil {
				t.Errorf("check: %v\n%s", err, out)
			}
		})
	}
}

type monkey struct {
	t      *testing.T
	home   string
	random *rand.Rand
	term   *ptytest.Term
}

// monkeyKeys are all keys that mean something, the common ones more often.
var monkeyKeys = []string{
	"space", "space", "space", "enter", "enter", "1", "2", "3", "3", "4", "a", "b", "c", "d", "e", "f", "s", "n", "t", "o", "u", "u", "U",
	"?", "esc", "esc", "q", "up", "down", "left", "right", "pgup", "pgdown", "home", "end", "tab", "backspace", "ctrl+j", "ctrl+u",
	"r", "e", "p", "w", "S", "y", ",", "g", "G", "j", "k", "h", "l", "/", "ü", "漢", "\x1b[200~pasted\x1b[201~", "0", "9", "-", ".",
}

// act presses one key, or now and then resizes the window. An app that has
// ended is opened again.
func (m *monkey) act() {
	if m.term == nil || !m.term.Running() {
		m.leave()
		m.term = ptytest.StartMute(m.t, 80, 24, command(m.t, m.home))
		m.term.See("Review")
	}
	if m.random.IntN(12) == 0 {
		m.term.Resize(1+m.random.IntN(160), 1+m.random.IntN(50))
		return
	}
	m.term.Press(monkeyKeys[m.random.IntN(len(monkeyKeys))])
	if m.random.IntN(4) == 0 {
		time.Sleep(time.Duration(m.random.IntN(20)) * time.Millisecond) // lets some keys find a quiet screen
	}
}

// leave ends the app.
func (m *monkey) leave() {
	if m.term == nil {
		return
	}
	m.term.Resize(80, 24)
	if m.term.Running() {
		m.term.Think() // an escape just before would make another key of it
		m.term.Press("ctrl+c")
	}
	if code := m.term.Exit(2 * soon); code != exitFine {
		m.t.Errorf("exit %d\n%s", code, m.term.Screen())
	}
	m.term.Restored()
	m.term = nil
}
