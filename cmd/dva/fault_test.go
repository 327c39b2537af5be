package main

import (
	"errors"
	"os"

	tea "github.com/charmbracelet/bubbletea"
)

// faulty is a program with a fault, run by the test binary under the name
// dva-faulty: its argument says where.
func faulty() {
	where := os.Args[1]
	err := runProgram(faultyModel(where), os.Stdin, os.Stdout, func(send func(tea.Msg)) error {
		switch where {
		case "work":
			panic("a fault")
		case "error":
			return hint(errors.New("the work failed"), "try again")
		}
		send(beginMsg{})
		return nil
	})
	report(os.Stderr, err)
	os.Exit(exitCode(err))
}

// faultyModel draws a line and has its fault where it says.
type faultyModel string

type beginMsg struct{}

func (m faultyModel) Init() tea.Cmd { return nil }

func (m faultyModel) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, begin := msg.(beginMsg); begin {
		switch m {
		case "update":
			panic("a fault")
		case "command":
			return m, func() tea.Msg { panic("a fault") }
		case "view":
			return faultyModel("drawing"), nil
		}
	}
	return m, nil
}

func (m faultyModel) View() string {
	if m == "drawing" {
		panic("a fault")
	}
	return "drawn"
}
