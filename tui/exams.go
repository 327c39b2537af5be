package tui

import (
	tea "github.com/charmbracelet/bubbletea"

	"dva/deck/exam"
	"dva/tui/paper"
	"dva/tui/ui"
)

// Exams are the learner's mock exams.
type Exams interface {
	// Forms are those that can be sat, longest first.
	Forms() []exam.Form
	// Desk is where exams are begun and taken up; without a seed each paper has
	// its own.
	Desk(seed *uint64) paper.Desk
}

func (a *App) paper(r ExamRequest) ui.Screen {
	return paper.New(paper.Config{
		Theme: a.theme, Render: a.render, Now: a.cfg.Now,
		Desk: a.cfg.Exams.Desk(r.Seed), Forms: a.cfg.Exams.Forms(), Length: r.Length, Resume: r.Resume, After: a.cfg.After,
	})
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
