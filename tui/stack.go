package tui

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"dva/deck/exam"
	"dva/tui/browse"
	"dva/tui/drill"
	"dva/tui/faults"
	"dva/tui/guide"
	"dva/tui/report"
	"dva/tui/settings"
	"dva/tui/study"
	"dva/tui/theme"
	"dva/tui/ui"
)

// goTo opens the screen that msg asks for.
func (a *App) goTo(msg ui.OpenMsg) tea.Cmd {
	if msg.Place == ui.Guide {
		return a.openGuide()
	}
	s := a.screen(msg)
	switch {
	case s == nil:
		return nil
	case msg.Instead:
		return a.instead(s)
	}
	return a.open(s)
}

// screen makes the screen for a place, nil for none.
func (a *App) screen(msg ui.OpenMsg) ui.Screen {
	switch msg.Place {
	case ui.Review:
		return a.study(StudyRequest{})
	case ui.More:
		return a.study(StudyRequest{Spare: true})
	case ui.Cards:
		return a.study(StudyRequest{Items: msg.IDs})
	case ui.Drill:
		return drill.New(drill.Config{Theme: a.theme, Load: a.cfg.Learner.Drills})
	case ui.Drilling:
		return a.study(StudyRequest{Items: msg.IDs, Drill: true})
	case ui.Sprint:
		return a.paper(ExamRequest{Length: exam.Sprint})
	case ui.Statistics:
		return report.New(report.Config{Theme: a.theme, Now: a.cfg.Now, Load: a.cfg.Learner.Figures})
	case ui.Browse:
		return browse.New(browse.Config{
			Theme: a.theme, Render: a.render, Now: a.cfg.Now, Desk: a.cfg.Shelf,
			Reload: a.cfg.Learner.Reload, Fact: a.cfg.Learner.Fact, Service: a.cfg.Learner.Service,
		})
	case ui.Faults:
		return faults.New(faults.Config{Theme: a.theme, Faults: a.cfg.Learner.Faults, Reload: a.cfg.Learner.Reload})
	case ui.Settings:
		return settings.New(settings.Config{Theme: a.theme, Port: a.cfg.Settings})
	case ui.ExamDate:
		return settings.New(settings.Config{Theme: a.theme, Port: a.cfg.Settings, Only: settings.ExamDate})
	case ui.Paper:
		return a.paper(ExamRequest{})
	case ui.Resume:
		return a.paper(ExamRequest{Resume: true})
	case ui.Result:
		return a.result(exam.ID(msg.ID))
	case ui.Exams:
		return a.history()
	}
	return nil
}

func (a *App) study(r StudyRequest) ui.Screen {
	title := "Review"
	switch {
	case r.Spare:
		title = "More"
	case r.Drill:
		title = "Drill"
	case r.Items != nil:
		title = "Missed"
	}
	return study.New(study.Config{
		Title:  title,
		Theme:  a.theme,
		Render: a.render,
		Now:    a.cfg.Now,
		Open: func(ctx context.Context) (study.Sitting, error) {
			return a.cfg.Learner.Study(ctx, r)
		},
		Fact:    a.cfg.Learner.Fact,
		Service: a.cfg.Learner.Service,
	})
}

// openGuide shows the guide to the top screen; the same key closes it.
func (a *App) openGuide() tea.Cmd {
	if _, open := a.top().(*guide.Screen); open {
		return a.back()
	}
	title := ""
	if t, ok := a.top().(ui.Titled); ok {
		title = t.Title()
	}
	return a.open(guide.New(guide.Config{
		Theme: a.theme, Render: a.render, Title: title, Keys: a.top(), Global: a.keys,
	}))
}

func (a *App) open(s ui.Screen) tea.Cmd {
	a.stack = append(a.stack, s)
	a.place(s)
	return s.Init()
}

// back closes the top screen and tells the one below that it is seen again.
// Home has nothing below it and stays.
func (a *App) back() tea.Cmd {
	if len(a.stack) == 1 {
		return nil
	}
	a.stack = a.stack[:len(a.stack)-1]
	var cmd tea.Cmd
	a.stack[len(a.stack)-1], cmd = a.top().Update(ui.ShownMsg{})
	return cmd
}

// changed applies a setting of the look at once.
func (a *App) changed(msg ui.ChangedMsg) {
	switch msg.Key {
	case settings.Theme:
		a.cfg.Theme = theme.Choice(msg.Value)
	case settings.ASCII:
		a.cfg.ASCII = msg.Value == "true"
	default:
		return
	}
	*a.theme = theme.New(a.cfg.Renderer, a.cfg.Theme, a.cfg.ASCII)
	a.render.SetTheme(*a.theme)
	a.resize(a.width, a.height)
}
