package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"dva/deck/strict"
)

// app is one run of the program: its surroundings, and what the command line
// asked for of every command.
type app struct {
	in       io.Reader
	out, err io.Writer
	env      func(string) string
	now      func() time.Time

	home    string   // --home, else DVA_HOME
	decks   []string // --deck
	noColor bool     // --no-color
	plain   bool     // --plain
}

// run is the whole program; it returns the exit code.
func run() int {
	a := &app{in: os.Stdin, out: os.Stdout, err: os.Stderr, env: os.Getenv}
	return a.execute(os.Args[1:])
}

// execute runs one command line and says what went wrong.
func (a *app) execute(args []string) int {
	root := a.root()
	refuseUnknownShells(root)
	root.SetArgs(args)
	err := root.ExecuteContext(context.Background())
	report(a.err, err)
	return exitCode(err)
}

// root is the whole command tree. "dva" alone opens the app.
func (a *app) root() *cobra.Command {
	root := newHome(a.openHome)
	root.AddCommand(
		newReview(a.review, a.completeServices),
		newDrill(a.drill, a.completeServices),
		newExam(a.exam, a.paper),
		newDue(a.due),
		newStats(a.stats),
		newSearch(a.search),
		newLint(a.lint),
		newNew(a.newEntry, a.completeServices),
		newCheck(a.check),
		newBackup(a.backup),
		newRestore(a.restore),
		newConfig(a),
		newVersion(a.version),
		newMan(a.man),
	)
	root.SetHelpCommand(newHelp())
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SilenceErrors = true // report says them, in one form
	root.SilenceUsage = true
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return a.prepare() }
	root.SetFlagErrorFunc(wrongFlag)

	flags := root.PersistentFlags()
	flags.StringVar(&a.home, "home", "", "keep progress, settings, decks and backups under `DIR` (DVA_HOME)")
	flags.StringArrayVar(&a.decks, "deck", nil, "study the deck in `DIR` too (may be repeated)")
	flags.BoolVar(&a.noColor, "no-color", false, "draw without colour (NO_COLOR)")
	flags.BoolVar(&a.plain, "plain", false, "question and answer as plain lines, for screen readers and slow links")
	return root
}

// prepare settles what every command goes by.
func (a *app) prepare() (err error) {
	if a.home == "" {
		a.home = a.env("DVA_HOME")
	}
	if a.now == nil {
		a.now, err = clock(a.env("DVA_NOW"))
	}
	return err
}

// folders are where this learner's things are. What --home names need not be
// there yet, but cannot be a file.
func (a *app) folders() (folders, error) {
	if stat, err := os.Stat(a.home); err == nil && !stat.IsDir() {
		return folders{}, hint(fmt.Errorf("%s is no folder", a.home), "name a folder with --home DIR or DVA_HOME, or none for the usual ones")
	}
	return findFolders(a.home, a.env)
}

// say writes a line to standard output.
func (a *app) say(format string, args ...any) { fmt.Fprintf(a.out, format+"\n", args...) }

// warn writes a line to standard error.
func (a *app) warn(format string, args ...any) {
	fmt.Fprintf(a.err, "dva: warning: %s\n", strict.Clean(fmt.Sprintf(format, args...)))
}

// json writes v to standard output, for scripts.
func (a *app) json(v any) error {
	e := json.NewEncoder(a.out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
