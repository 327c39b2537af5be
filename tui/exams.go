package tui

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"dva/deck"
	"dva/deck/exam"
	"dva/tui/paper"
	"dva/tui/result"
	"dva/tui/ui"
)

// Exams are the learner's mock exams.
type Exams interface {
	// Forms are those that can be sat, longest first.
	Forms() []exam.Form
	// Desk is where exams are begun and taken up; without a seed each paper has
	// its own.
	Desk(seed *uint64) paper.Desk
	// History is all of them, newest first.
	History(ctx context.Context) ([]exam.Listing, error)
	// Finished is one that was handed in, and the cards that it brought forward.
	Finished(ctx context.Context, id exam.ID) (r exam.Record, brought []string, err error)
	// Hash is of a question's text as the deck has it now; false when it has it no
	// longer.
	Hash(question string) (uint64, bool)
	// Scale is that of the real exam's score.
	Scale() deck.Scale
}

func (a *App) paper(r ExamRequest) ui.Screen {
	return paper.New(paper.Config{
		Theme: a.theme, Render: a.render, Now: a.cfg.Now,
		Desk: a.cfg.Exams.Desk(r.Seed), Forms: a.cfg.Exams.Forms(), Length: r.Length, Resume: r.Resume, After: a.cfg.After,
	})
}

func (a *App) result(id exam.ID) ui.Screen {
	x := a.cfg.Exams
	return result.New(result.Config{
		Theme: a.theme, Render: a.render, Now: a.cfg.Now,
		Load: func(ctx context.Context) (exam.Record, []string, error) { return x.Finished(ctx, id) },
		Hash: x.Hash, Service: a.cfg.Learner.Service, Scale: x.Scale(),
	})
}

func (a *App) history() ui.Screen {
	return result.NewHistory(result.HistoryConfig{Theme: a.theme, Now: a.cfg.Now, Load: a.cfg.Exams.History})
}

// instead puts a screen in the place of the top one, which is done.
func (a *App) instead(s ui.Screen) tea.Cmd {
	a.stack = a.stack[:len(a.stack)-1]
	return a.open(s)
}

// raise closes what lies on top of a screen, so that it is seen.
func (a *App) raise(s ui.Screen) tea.Cmd {
	var cmds []tea.Cmd
	for a.top() != s && len(a.stack) > 1 {
		cmds = append(cmds, a.back())
	}
	return tea.Batch(cmds...)
}
