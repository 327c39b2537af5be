//go:build linux || darwin || freebsd

package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"dva/cmd/dva/internal/settings"
	"dva/srs/srstest"
	"dva/srs/store"
	"dva/tui/browse"
	"dva/tui/render"
	"dva/tui/theme"
)

// BenchmarkBrowse is the list of everything with 10,000 items more than ship, all
// of them seen, and so many reviews of them, on a screen of 120 by 40: opened from
// the file to its first frame, and a key typed into the filter until the list is
// drawn, which may take 16 ms:
//
//	go test -run '^$' -bench Browse ./cmd/dva
func BenchmarkBrowse(b *testing.B) {
	deck := manyCards(b, 10_000)
	for _, reviews := range []int{20_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprintf("reviews=%d", reviews), func(b *testing.B) {
			l := afterReviews(b, deck, reviews)
			r := lipgloss.NewRenderer(io.Discard)
			th := theme.New(r, theme.Auto, false)
			open := func() *browse.Screen {
				s := browse.New(browse.Config{
					Theme: &th, Render: render.New(th), Now: l.now, Desk: l.Browse(), Fact: l.Fact, Service: l.Service,
				})
				s.SetSize(116, 37)
				carryOut(s, s.Init())
				return s
			}
			b.Run("open", func(b *testing.B) {
				l.deck().Search("a", 1) // the index is made beside the screen, once
				var took []time.Duration
				for b.Loop() {
					start := time.Now()
					open().View()
					took = append(took, time.Since(start))
				}
				reportTimes(b, took)
			})
			b.Run("key", func(b *testing.B) {
				s := open()
				press(s, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("/")})
				var took []time.Duration
				text := []rune("card timout is:mature many")
				for i := 0; b.Loop(); i++ {
					key := tea.KeyMsg{Type: tea.KeyRunes, Runes: text[i%len(text):][:1]}
					if i/len(text)%2 == 1 {
						key = tea.KeyMsg{Type: tea.KeyBackspace}
					}
					start := time.Now()
					press(s, key)
					took = append(took, time.Since(start))
				}
				reportTimes(b, took)
			})
			b.Run("move", func(b *testing.B) {
				s := open()
				var took []time.Duration
				for b.Loop() {
					start := time.Now()
					press(s, tea.KeyMsg{Type: tea.KeyPgDown})
					took = append(took, time.Since(start))
				}
				reportTimes(b, took)
			})
		})
	}
}

// press is a key until the frame is drawn and the item's history read.
func press(s *browse.Screen, key tea.KeyMsg) {
	_, cmd := s.Update(key)
	carryOut(s, cmd)
	s.View()
}

// carryOut runs a command and what comes of it.
func carryOut(s *browse.Screen, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, cmd := range msg {
			carryOut(s, cmd)
		}
	default:
		_, cmd := s.Update(msg)
		carryOut(s, cmd)
	}
}

// afterReviews is a learner with 10,000 cards in deck and so many reviews of them.
func afterReviews(b *testing.B, deck string, reviews int) *learner {
	b.Helper()
	home, ctx := b.TempDir(), context.Background()
	s, err := store.Open(ctx, filepath.Join(home, "progress.db"), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	srstest.History{
		Cards: 10_000, Reviews: reviews, End: time.Date(2026, 11, 22, 3, 0, 0, 0, time.UTC),
		ID: func(i int) string { return fmt.Sprintf("many-%05d", i) },
	}.Fill(b, s)
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	a := &app{home: home, decks: []string{deck}, env: func(string) string { return "" }, now: func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }}
	l, notes, err := a.lookWith(ctx, settings.Defaults())
	if err != nil || len(notes) > 0 {
		b.Fatal(err, notes)
	}
	b.Cleanup(func() { l.close() })
	return l
}
